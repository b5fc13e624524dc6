"""The gates on texts: each thing gettext lets pass in silence is found."""

from __future__ import annotations

import gettext
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

sys.path.insert(0, str(ROOT / "packaging"))
try:
    import catalogue_gate
    import i18n
    import string_lint
finally:
    sys.path.remove(str(ROOT / "packaging"))

CODE = """from creator_calm.wording import _, ngettext, pgettext, N_
MONTHS = (N_("May"), N_("June"))

def say(n, month):
    # TRANSLATORS: {n} is how many
    a = ngettext("{n} comment in", "{n} comments in", n).format(n=n)
    return a, _("Put away & quiet."), pgettext("verb", "Rest"), _(MONTHS[month])
"""
SWEDISH: dict[str, str | tuple[str, ...]] = {
    "May": "maj",
    "June": "juni",
    "{n} comment in": ("{n} kommentar in", "{n} kommentarer in"),
    "Put away & quiet.": "Undanlagd & tyst.",
    "Rest": "Vila",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with one module and one finished translation."""
    (tmp_path / "creator_calm").mkdir()
    (tmp_path / "creator_calm" / "texts.py").write_text(CODE)
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "babel.cfg").write_bytes((ROOT / "packaging/babel.cfg").read_bytes())
    for language in ("en", "sv"):
        (tmp_path / "resources" / "language" / language).mkdir(parents=True)
        (tmp_path / "resources" / "language" / language / "x.toml").write_text("[words]\na = 1\n")
    po(tmp_path).parent.mkdir(parents=True)
    po(tmp_path).write_text('msgid ""\nmsgstr ""\n"Language: sv\\n"\n')
    i18n.update(tmp_path)
    catalog = i18n._read(po(tmp_path))
    for message in catalog:
        if message.id:
            first = message.id if isinstance(message.id, str) else message.id[0]
            message.string = SWEDISH[first]
    i18n._write(po(tmp_path), catalog)
    return tmp_path


def po(project: Path) -> Path:
    """Return the translation's path."""
    return project / "resources" / "locale" / "sv" / "LC_MESSAGES" / "creator_calm.po"


def change(project: Path, old: str, new: str) -> None:
    """Replace a piece of the translation, which has to be there."""
    text = po(project).read_text(encoding="utf-8")
    assert old in text
    po(project).write_text(text.replace(old, new), encoding="utf-8")


def test_a_finished_project_passes(project: Path) -> None:
    """And everything was taken: plural, context, marked literals, the translator's note."""
    assert i18n.check(project) == []
    text = po(project).read_text(encoding="utf-8")
    assert 'msgctxt "verb"' in text
    assert "TRANSLATORS: {n} is how many" in text
    assert text.count("\nmsgid ") == 6  # the header and five texts


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('"maj"', '""', "not translated"),
        ('msgstr[1] "{n} kommentarer in"', 'msgstr[1] ""', "half a plural"),
        ("{n} kommentarer", "{antal} kommentarer", "fields differ"),
        ("{n} kommentarer", "{n kommentarer", "braces that do not match"),
        ("Undanlagd & tyst.", "Undanlagd & tyst", "full stop"),
        ("Undanlagd & tyst.", "Undanlagd & tyst. ", "blanks"),
        ('"juni"', '"ju\\"ni"', "straight quote"),
        ('"juni"', '"“juni”"', "Swedish quotes"),
        ('"juni"', '"juni!"', "exclamation mark"),
        ('"juni"', '"vänligen juni"', "forbidden word"),
        ('"juni"', '"juni skyddar dig"', "forbidden phrase"),
        ('"juni"', '"din inbox"', "not our term"),
        ("Undanlagd & tyst.", "Dold & tyst.", "put away is"),
        ('msgid "May"', '#, fuzzy\nmsgid "May"', "a guess"),
        ('msgid "May"', 'msgid "April"', "run update"),
    ],
)
def test_what_gettext_lets_pass(project: Path, old: str, new: str, finding: str) -> None:
    """One fault at a time."""
    change(project, old, new)
    assert any(finding in line for line in i18n.check(project)), i18n.check(project)


def test_a_singular_may_leave_out_its_number(project: Path) -> None:
    """ "en kommentar"; the plural may not."""
    change(project, "{n} kommentar in", "en kommentar in")
    assert i18n.check(project) == []
    change(project, "{n} kommentarer in", "många kommentarer in")
    assert i18n.check(project) != []


def test_the_glossary(project: Path) -> None:
    """One English term, one Swedish."""
    source = (project / "creator_calm" / "texts.py").read_text()
    (project / "creator_calm" / "texts.py").write_text(source.replace('"June"', '"Today"'))
    i18n.update(project)
    change(project, 'msgid "Today"\nmsgstr ""', 'msgid "Today"\nmsgstr "Idag"')
    assert any("the glossary says 'I dag'" in line for line in i18n.check(project))


def test_no_translation_at_all(project: Path) -> None:
    """A lost folder is not a clean one."""
    po(project).unlink()
    assert "no translation found in resources/locale" in i18n.check(project)


def test_the_template_is_checked_too(project: Path) -> None:
    """A forgotten update, and words English may not hold."""
    pot = project / "resources" / "locale" / "creator_calm.pot"
    pot.unlink()
    assert any("not in the .pot" in line for line in i18n.check(project))
    source = (project / "creator_calm" / "texts.py").read_text()
    (project / "creator_calm" / "texts.py").write_text(source.replace('"June"', '"Please wait"'))
    assert any("forbidden word “Please”" in line for line in i18n.check(project))


def test_update_keeps_what_is_translated_and_guesses_nothing(project: Path) -> None:
    """A changed sentence is empty again; the others stay; what is gone is gone."""
    source = (project / "creator_calm" / "texts.py").read_text()
    source = source.replace("Put away & quiet.", "Put away & very quiet.")
    (project / "creator_calm" / "texts.py").write_text(source)
    i18n.update(project)
    text = po(project).read_text(encoding="utf-8")
    assert '"Put away & very quiet."\nmsgstr ""' in text
    assert "kommentarer" in text
    assert "fuzzy" not in text
    assert "Undanlagd" not in text
    before = po(project).read_bytes()
    i18n.update(project)
    assert po(project).read_bytes() == before


def test_nothing_is_updated_from_code_that_cannot_be_read(project: Path) -> None:
    """Half-written code would drop translations."""
    before = po(project).read_bytes()
    (project / "creator_calm" / "broken.py").write_text("def f(:\n")
    with pytest.raises(SyntaxError):
        i18n.update(project)
    assert po(project).read_bytes() == before


def test_compile(project: Path) -> None:
    """The standard library reads it: plural, context, umlauts."""
    assert i18n.compile_all(project) == 1
    found = gettext.translation("creator_calm", str(project / "resources" / "locale"), ["sv"])
    assert found.ngettext("{n} comment in", "{n} comments in", 2) == "{n} kommentarer in"
    assert found.pgettext("verb", "Rest") == "Vila"


def test_pseudo(project: Path, tmp_path: Path) -> None:
    """In brackets, longer, fields untouched."""
    i18n.pseudo(tmp_path / "made", project)
    found = gettext.translation("creator_calm", str(tmp_path / "made"), ["xx"])
    text = found.ngettext("{n} comment in", "{n} comments in", 5)
    assert text.startswith("⟦{n} ")
    assert len(text) >= 1.4 * len("{n} comments in")
    assert text.format(n=5).startswith("⟦5 ")
    assert i18n.stretch("a {x!r:>3} {{b}}") == "⟦aa {x!r:>3} {{b}}~~~~~⟧"


@pytest.mark.parametrize(
    "source",
    [
        "def f(n): return _(f'bad {n}')",
        "def f(name): return _(name)",
        "def f(): return _('a' + b)",
        "TITLE = _('Today')",
        "class A:\n    title = _('Today')",
        "def f(title=_('Today')): return title",
        "def f(n): return ngettext('{n} a', many, n)",
        "def f(): return pgettext(context, 'Rest')",
        "def f(): return _('%s comments')",
        "def f(): return _('{} comments')",
        "def f(): return _('{0} comments')",
        "def f(): return _(' comments')",
        "def f(): return _('')",
        "def f(): return _('{n comments')",
        "WORDS = N_(f'{x}')",
        "WORDS = ('a', 'b')\ndef f(i): return _(WORDS[i])",
        "def f(): return wording._(name)",
        "def f(): return _('x' * 3)",
        f"def f(): return _('{'x' * 301}')",
    ],
)
def test_the_lint_finds(source: str) -> None:
    """What Babel skips in silence, and what would be translated once only."""
    assert string_lint.lint_text(source)


@pytest.mark.parametrize(
    "source",
    [
        "def f(n): return _('{n} of them').format(n=n)",
        "WORDS = (N_('a'), N_('b'))\ndef f(i): return _(WORDS[i])",
        "WORDS = {1: N_('a')}\ndef f(i): return _(WORDS[i])",
        "def f(): return _('one ' 'two')",
        "f = lambda: _('Today')",
        "for _ in range(3): pass",
        "def f(n): return translations.gettext(n)",
    ],
)
def test_the_lint_lets_pass(source: str) -> None:
    """What is sound."""
    assert not string_lint.lint_text(source)


def test_both_languages_have_the_same_content(tmp_path: Path) -> None:
    """Files, tables, keys, ids; words in lists are free."""
    for language, text in (
        ("en", "[words]\na = ['x', 'y']\n[[rule]]\nid = 'one'\n[[rule]]\nid = 'two'\n"),
        ("sv", "[words]\nb = ['x']\n[[rule]]\nid = 'one'\n"),
    ):
        (tmp_path / language).mkdir()
        (tmp_path / language / "tone.toml").write_text(text)
    (tmp_path / "en" / "more.toml").write_text("")
    assert catalogue_gate.content_parity(tmp_path) == [
        "en: missing tone.toml words b",
        "sv: missing more.toml",
        "sv: missing tone.toml rule two",
        "sv: missing tone.toml words a",
    ]


def test_the_command() -> None:
    """Wrong usage is 2 and says how."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "i18n.py"), "translate"],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert "extract|update|compile|check|pseudo" in done.stderr
