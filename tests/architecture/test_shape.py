"""House rules a machine can check: sizes, names, colours, what the domain may import, the log."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from creator_calm import __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "creator_calm"
MODULE_LINES = 320
FUNCTION_LINES = 45
VAGUE = re.compile(r"Manager|Helper|Utils?(?![a-z])", re.IGNORECASE)
VAGUE_FILES = re.compile(r"manager|helper|utils?\b|misc|common\b", re.IGNORECASE)
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8}|[0-9a-fA-F]{3})(?![0-9a-zA-Z])")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
_TOP = """.ci .gitignore CHANGELOG.md CONTRIBUTING.md LICENSE README.md creator_calm packaging
    pyproject.toml resources run.py tests"""
_DOMAIN_MAY = """__future__ dataclasses enum typing types datetime math re collections functools
    itertools"""
TOP, DOMAIN_MAY = frozenset(_TOP.split()), frozenset(_DOMAIN_MAY.split())


def sources() -> list[Path]:
    """Every Python file that is shipped or builds what is shipped."""
    paths = [*PACKAGE.rglob("*.py"), *(ROOT / "packaging").rglob("*.py"), ROOT / "run.py"]
    assert len(paths) > 50
    return sorted(paths)


@cache
def tree(path: Path) -> ast.Module:
    """Parse a file once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    """Return a path as it stands in the repository."""
    return path.relative_to(ROOT).as_posix()


def test_modules_are_short() -> None:
    """About 300 lines; what is longer holds two ideas."""
    sizes = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert not {path: size for path, size in sizes.items() if size > MODULE_LINES}


def test_functions_are_short() -> None:
    """About 40 lines, docstring included."""
    long = [
        f"{name(path)}:{node.lineno} {node.name} has {lines(node)} lines"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines(node) > FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count from `def` to the last line."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_names_say_what_things_are() -> None:
    """No Manager, Helper or Utils in a file, class or function name."""
    vague = [name(path) for path in sources() if VAGUE_FILES.search(path.stem)]
    vague += [
        f"{name(path)}: {node.name}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and VAGUE.search(node.name)
    ]
    assert not vague


def test_every_folder_of_modules_is_a_package() -> None:
    """Without __init__.py two tests of the same name shadow each other, and imports go by chance."""
    folders = {path.parent for top in (PACKAGE, ROOT / "tests") for path in top.rglob("*.py")}
    assert not [name(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()]


def test_nothing_is_left_for_later() -> None:
    """No marks of unfinished work."""
    paths = [
        *sources(),
        *(path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)),
    ]
    assert not [name(path) for path in paths if UNFINISHED.search(path.read_text(encoding="utf-8"))]


def test_colours_stand_in_themes_only() -> None:
    """A colour in code follows no theme. Also icons: they are drawn in the colour of the text."""
    found = [
        f"{name(path)}:{node.lineno}: {node.value[:40]!r}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and COLOUR.search(node.value)
    ]
    found += [
        name(path)
        for path in (ROOT / "resources").rglob("*.svg")
        if COLOUR.search(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


def test_the_domain_imports_next_to_nothing() -> None:
    """Standard library without files, clock and chance; its own modules."""
    found = []
    for path in (PACKAGE / "domain").rglob("*.py"):
        for module in imported(path):
            own = module.startswith("creator_calm.domain")
            if not own and module.partition(".")[0] not in DOMAIN_MAY:
                found.append(f"{name(path)}: {module}")
    assert not found


def imported(path: Path) -> list[str]:
    """Return the modules a file imports, wherever it does so."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


def test_log_codes_are_literals_and_values_are_no_text() -> None:
    """A code from a variable could hold anybody's words."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or not _is_event(node.func):
                continue
            first = node.args[0] if node.args else None
            literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
            text = [word for word in node.keywords if isinstance(word.value, ast.JoinedStr)]
            if not literal or text or any(word.arg is None for word in node.keywords):
                found.append(f"{name(path)}:{node.lineno}")
    assert not found


def _is_event(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "event"
        and isinstance(node.value, ast.Name)
        and node.value.id == "log"
    )


def test_no_message_of_an_exception_is_used() -> None:
    """`str(error)`, `repr(error)` and `f"{error}"` carry the comment that could not be read."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        for handler in (n for n in ast.walk(tree(path)) if isinstance(n, ast.ExceptHandler)):
            if handler.name is not None:
                found += [f"{name(path)}:{line}" for line in _messages(handler, handler.name)]
    assert not found, "\n".join(found)


def _messages(handler: ast.ExceptHandler, error: str) -> list[int]:
    found = []
    for node in ast.walk(handler):
        inner: ast.expr | None = None
        if isinstance(node, ast.FormattedValue):
            inner = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            inner = node.args[0] if node.func.id in {"str", "repr", "format", "print"} else None
        if isinstance(inner, ast.Name) and inner.id == error:
            found.append(inner.lineno)
    return found


def test_the_top_of_the_repository() -> None:
    """Nothing but what CONTRIBUTING.md names. Asks git, so that what is ignored does not count."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    found = {line.strip('"').partition("/")[0] for line in done.stdout.splitlines()}
    assert found - TOP == set()


def test_the_changelog_knows_this_version() -> None:
    """Keep a Changelog: this version first, with a date or Unreleased, and no empty section."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heads = re.findall(
        r"^## \[(\d+\.\d+\.\d+)\] - (Unreleased|\d{4}-\d{2}-\d{2})$", text, re.MULTILINE
    )
    assert heads, "no version in CHANGELOG.md"
    assert heads[0][0] == __version__
    assert not re.search(r"^#{2,3} [^\n]*\n+(?=#{2,3} |\Z)(?!### )", text, re.MULTILINE)


def test_the_lock_covers_what_the_project_needs() -> None:
    """Every requirement pinned once and hashed, and no address of where it came from."""
    text = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.split(r"\n(?=\S)", text.strip())
    pinned = {}
    for entry in entries:
        match = re.match(r"([a-z0-9-]+)==([0-9][^\s;]*)", entry)
        assert match, entry[:80]
        assert match[1] not in pinned, f"{match[1]} twice"
        assert entry.count("--hash=sha256:") >= 1, f"{match[1]} without a hash"
        pinned[match[1]] = match[2]
    assert not wanted() - set(pinned)
    assert tuple(map(int, pinned["pyside6-essentials"].split("."))) < (6, 12), "the pin"
    assert "pyside6-addons" not in pinned


def wanted() -> set[str]:
    """Return the normalised names of everything pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    return {re.match(r"[A-Za-z0-9-]+", line)[0].lower() for line in lines}  # type: ignore[index]


def test_packages_that_are_never_installed() -> None:
    """`requests` and what it pulls in stand in the lock under a marker that is never true."""
    text = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    for package in ("requests", "urllib3", "certifi", "idna", "charset-normalizer"):
        assert re.search(rf"^{package}==\S+ ; sys_platform == 'never'", text, re.MULTILINE), package


def test_every_dependency_has_its_licence_named() -> None:
    """What the program needs to run stands in resources/licences."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=;\[ ]", line)[0] for line in project["dependencies"]]
    text = (ROOT / "resources" / "licences" / "README.md").read_text(encoding="utf-8").lower()
    assert not [name for name in names if name.lower() not in text]


def test_run_py_is_small_and_needs_nothing() -> None:
    """At most 200 lines; run.py and set_up.py import the standard library only."""
    assert len((ROOT / "run.py").read_text(encoding="utf-8").splitlines()) <= 200
    for path in (ROOT / "run.py", ROOT / "packaging" / "set_up.py"):
        tops = {module.partition(".")[0] for module in imported(path)} - {"set_up", "__future__"}
        assert tops <= sys.stdlib_module_names
