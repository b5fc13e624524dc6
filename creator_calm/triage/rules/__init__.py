"""The judges, one per file, found by being there.

A judge module has `NAME`, `PATTERNS` (the pattern groups of lexicon.toml that it reads), `NEEDS`
(signal bits that call for it besides; 0 for none) and
`judge(reading) -> Iterator[Finding]`. `FULL_TEXT` marks those that also read what stands beyond
the first 2,000 characters.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from creator_calm.triage.finding import Finding
    from creator_calm.triage.reading import Reading


class Judge(NamedTuple):
    """A judge as it was found."""

    name: str
    patterns: tuple[str, ...]
    needs: int
    full_text: bool
    judge: Callable[[Reading], Iterator[Finding]]


@cache
def all_judges() -> tuple[Judge, ...]:
    """Return every judge of this package, by name."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(Judge(m.NAME, m.PATTERNS, m.NEEDS, m.FULL_TEXT, m.judge) for m in modules)
