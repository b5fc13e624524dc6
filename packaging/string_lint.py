"""Finds strings that gettext would leave out, or translate once and never again.

Babel skips an f-string or a variable in silence, and a string translated at import time does
not follow when the language changes. Standard library only; works on syntax trees.
"""

from __future__ import annotations

import ast
import re
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LITERALS = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2}
LAZY = frozenset({"N_"})
MAX_LENGTH = 300

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
_PERCENT = re.compile(r"%[sdrf(]")


def lint(package: Path) -> list[str]:
    """Return findings, `file:line: what`, for every Python file of `package`."""
    findings: list[str] = []
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package.parent).as_posix()
        findings += [f"{name}:{line}: {what}" for line, what in lint_text(path.read_text("utf-8"))]
    return findings


def lint_text(source: str) -> list[tuple[int, str]]:
    """Return (line, finding) of one module."""
    tree = ast.parse(source)
    marked = _marked_tables(tree)
    found: list[tuple[int, str]] = []
    for call, name, late in _calls(tree):
        if not late and name not in LAZY:
            found.append((call.lineno, f"{name}() at import time: the language can change later"))
        found += [(call.lineno, what) for what in _arguments(call, name, marked)]
    return found


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str, bool]]:
    """Yield gettext calls with their name and whether they run late (inside a function)."""
    waiting: list[tuple[ast.AST, bool]] = [(tree, False)]
    while waiting:
        node, late = waiting.pop()
        name = _name(node.func) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and name in LITERALS:
            yield node, name, late
        waiting += _children(node, late=late)


def _children(node: ast.AST, *, late: bool) -> list[tuple[ast.AST, bool]]:
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return [(child, late) for child in ast.iter_child_nodes(node)]
    body = node.body if isinstance(node.body, list) else [node.body]
    # Defaults and decorators run when the module is imported.
    rest = [child for child in ast.iter_child_nodes(node) if child not in body]
    return [(child, True) for child in body] + [(child, late) for child in rest]


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    # `wording._("…")` counts; the catalogue's own `_state["now"].gettext(message)` does not.
    own = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    return node.attr if isinstance(node, ast.Attribute) and own else ""


def _marked_tables(tree: ast.Module) -> frozenset[str]:
    """Return names of module constants that hold N_ literals: `_(_MONTHS[i])` is sound."""
    names = set()
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        if value is None or not any(_is_mark(inner) for inner in ast.walk(value)):
            continue
        names |= {t.id for t in targets if isinstance(t, ast.Name) and _CONSTANT.fullmatch(t.id)}
    return frozenset(names)


def _is_mark(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _name(node.func) in LAZY


def _arguments(call: ast.Call, name: str, marked: frozenset[str]) -> Iterator[str]:
    wanted = LITERALS[name]
    if len(call.args) < wanted:
        yield f"{name}() needs {wanted} literal(s)"
    for argument in call.args[:wanted]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield from _wording(argument.value)
        elif not (name == "_" and _from_marked_table(argument, marked)):
            yield f"{name}() takes a plain literal; braces are filled by .format() afterwards"


def _from_marked_table(node: ast.expr, marked: frozenset[str]) -> bool:
    if isinstance(node, ast.Subscript):
        node = node.value
    return isinstance(node, ast.Name) and node.id in marked


def _wording(text: str) -> Iterator[str]:
    if not text or text != text.strip():
        yield f"empty, or blanks at an end: {text[:40]!r}"
    if len(text) > MAX_LENGTH:
        yield f"longer than {MAX_LENGTH} characters: {text[:40]!r}"
    if _PERCENT.search(text):
        yield f"named braces, not %: {text[:40]!r}"
    try:
        fields = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        yield f"braces that do not match: {text[:40]!r}"
        return
    if any(not field.isidentifier() for field in fields):
        yield f"a brace without a name: {text[:40]!r}"
