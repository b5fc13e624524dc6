"""The catalogues: `python packaging/i18n.py extract|update|compile|check|pseudo`.

extract   resources/locale/creator_calm.pot from the code
update    extract, then bring every creator_calm.po up to it; translations are kept
compile   .mo from .po (run.py and the wheel build do this; .mo is not in the repository)
check     everything that must hold before a commit; the test suite runs it too
pseudo    a made-up language xx that shows untranslated and cut texts; never shipped
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import catalogue_gate
import string_lint
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
DOMAIN = "creator_calm"
PSEUDO = "xx"
PSEUDO_GROWTH = 1.4

# A date that stays: with the real one every extraction changes the file.
_DATE = datetime(2026, 1, 1, tzinfo=UTC)
_VOWELS = "aeiouyåäöAEIOUYÅÄÖ"


def template(root: Path = ROOT) -> Catalog:
    """Return what the code holds. Raises SystemExit where a string could not be taken."""
    findings = string_lint.lint(root / DOMAIN)
    if findings:
        raise SystemExit("\n".join(findings))
    catalog = _empty(None)
    with (root / "packaging" / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    keywords = {**DEFAULT_KEYWORDS, **parse_keywords(["N_", "pgettext:1c,2", "ngettext:1,2"])}
    for name, _line, text, comments, context in extract_from_dir(
        root, methods, options, keywords, ["TRANSLATORS:"], directory_filter=_is_ours(root)
    ):
        catalog.add(text, None, [(name, 0)], auto_comments=comments, context=context)
    return catalog


def _is_ours(root: Path) -> Callable[[str], bool]:
    """Return a filter that keeps Babel out of .venv and everything else at the top."""
    package = root / DOMAIN
    return lambda folder: Path(folder) == root or Path(folder).is_relative_to(package)


def extract(root: Path = ROOT) -> Catalog:
    """Write the .pot and return it."""
    catalog = template(root)
    _write(_pot(root), catalog)
    return catalog


def update(root: Path = ROOT) -> None:
    """Bring every translation up to the code. Nothing is guessed; what is gone is dropped."""
    wanted = extract(root)
    for path in _translations(root):
        catalog = _read(path)
        catalog.update(wanted, no_fuzzy_matching=True)
        catalog.creation_date = catalog.revision_date = _DATE
        _write(path, catalog)


def compile_all(root: Path = ROOT) -> int:
    """Write the .mo beside every .po and return how many."""
    paths = _translations(root)
    for path in paths:
        compiled = BytesIO()
        write_mo(compiled, _read(path))
        _replace(path.with_suffix(".mo"), compiled.getvalue())
    return len(paths)


def check(root: Path = ROOT) -> list[str]:
    """Return everything that must not be committed, one line each."""
    findings = string_lint.lint(root / DOMAIN)
    if findings:
        return findings
    wanted = template(root)
    pot = _pot(root)
    findings += catalogue_gate.sources(wanted)
    findings += catalogue_gate.compare(wanted, _read(pot) if pot.exists() else _empty(None))
    if not _translations(root):
        findings.append("no translation found in resources/locale")
    for path in _translations(root):
        language = path.parent.parent.name
        lines = catalogue_gate.translation(wanted, _read(path), language)
        findings += [f"{language}: {line}" for line in lines]
    return findings + catalogue_gate.content_parity(root / "resources" / "language")


def pseudo(locale: Path, root: Path = ROOT) -> Path:
    """Write `locale`/xx/LC_MESSAGES/creator_calm.mo and return its path."""
    catalog = _empty(PSEUDO)
    for message in template(root):
        if not message.id:
            continue
        texts = (message.id,) if isinstance(message.id, str) else message.id
        longer = tuple(stretch(text) for text in texts)
        catalog.add(message.id, longer if len(longer) > 1 else longer[0], context=message.context)
    path = locale / PSEUDO / "LC_MESSAGES" / f"{DOMAIN}.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    _replace(path, compiled.getvalue())
    return path


def stretch(text: str) -> str:
    """Return `text` in ⟦brackets⟧ with vowels doubled until it is 40 % longer, fields untouched."""
    room = round(len(text) * (PSEUDO_GROWTH - 1))
    parts = []
    for words, name, spec, conversion in Formatter().parse(text):
        out = []
        for sign in words:
            out.append(sign)
            if sign in _VOWELS and room > 0:
                out.append(sign)
                room -= 1
        parts.append("".join(out).replace("{", "{{").replace("}", "}}"))
        if name is not None:
            turned = f"!{conversion}" if conversion else ""
            parts.append("{" + name + turned + (f":{spec}" if spec else "") + "}")
    return f"⟦{''.join(parts)}{'~' * max(0, room)}⟧"


def _empty(language: str | None) -> Catalog:
    return Catalog(
        locale="en" if language == PSEUDO else language,
        project="Creator Calm",
        version="0",
        msgid_bugs_address="see README.md",
        last_translator="The Creator Calm authors",
        language_team="The Creator Calm authors",
        creation_date=_DATE,
        revision_date=_DATE,
        header_comment="# Texts of Creator Calm. MIT, see LICENSE.",
        fuzzy=False,
    )


def _pot(root: Path) -> Path:
    return root / "resources" / "locale" / f"{DOMAIN}.pot"


def _translations(root: Path) -> list[Path]:
    return sorted((root / "resources" / "locale").glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=None if path.suffix == ".pot" else path.parent.parent.name)


def _write(path: Path, catalog: Catalog) -> None:
    text = BytesIO()
    write_po(text, catalog, width=0, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    _replace(path, text.getvalue())


def _replace(path: Path, content: bytes) -> None:
    """Write in one step: a stopped run leaves the old file whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.read_bytes() == content:
        return
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    new.write_bytes(content)
    new.replace(path)


def _check_and_print() -> int:
    findings = check()
    print("\n".join(findings) or "Nothing to mend.")
    return 1 if findings else 0


def main(arguments: list[str]) -> int:
    """Run one command; 0 done, 1 findings, 2 wrong usage."""
    commands: dict[str, Callable[[], int | None]] = {
        "extract": lambda: print(f"{len(extract())} texts"),
        "update": update,
        "compile": lambda: print(f"{compile_all()} catalogue(s) compiled"),
        "check": _check_and_print,
        "pseudo": lambda: print(pseudo(LOCALE)),
    }
    if len(arguments) != 1 or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    return commands[arguments[0]]() or 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
