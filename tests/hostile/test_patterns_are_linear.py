"""Every pattern that may meet imported text is linear: twice the text takes about twice the time."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
from typing import TYPE_CHECKING

import pytest

import creator_calm.importers
from creator_calm.importers.page_words import page_words

if TYPE_CHECKING:
    from types import ModuleType

pytestmark = pytest.mark.hostile

SIGNS = 40_000
SECONDS = 0.3
"""Of the processor; a linear pattern needs some milliseconds, one that is not needs minutes."""
ALPHABETS = [
    "a", " ", "1", "<", "<a ", "<!--", "&", "@a", "@a · ", "u/a ", "1 ", "1,", "1.", "-", "/", "a b ", "ä", "\u00a0",
    "2 d", "2d Like Reply ", "Reply", "permalink", "Reply permalink", "[", "(", "((a", "\\", '"', "href=", '<a href="x',
    "1 point ", "1-", "\n", "a\n", "·", "de ", "5 mars ", "0x", "://a", "\t",
]  # fmt: skip


SEARCHING = ("search", "sub", "subn", "findall", "finditer", "split")


def _is_searched(module: ModuleType, name: str) -> bool:
    # A pattern that is only matched from a place on never looks for its beginning.
    source = inspect.getsource(module)
    return any(f"{name}.{method}" in source for method in SEARCHING)


def _patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    found: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}
    package = creator_calm.importers
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                found[f"{module.name}.{name}"] = value
                if _is_searched(importlib.import_module(module.name), name):
                    SEARCHED.add(f"{module.name}.{name}")
    words = page_words()
    for name in words.__slots__:
        value = getattr(words, name)
        if isinstance(value, re.Pattern):
            found[f"page_words.{name}"] = value
            if name == "edited":
                SEARCHED.add(f"page_words.{name}")
    return found


SEARCHED: set[str] = set()
PATTERNS = _patterns()


def test_there_are_patterns_to_try() -> None:
    assert len(PATTERNS) > 40
    assert len(SEARCHED) > 10


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_takes_no_longer_than_its_text(name: str) -> None:
    pattern = PATTERNS[name]
    for alphabet in ALPHABETS:
        text = (alphabet * SIGNS)[:SIGNS]
        for end in ("", "!"):
            words = text + end
            given = words.encode() if isinstance(pattern.pattern, bytes) else words
            start = time.process_time()
            pattern.fullmatch(given)  # type: ignore[arg-type]
            pattern.match(given)  # type: ignore[arg-type]
            if name in SEARCHED:
                pattern.search(given)  # type: ignore[arg-type]
            assert time.process_time() - start < 2 * SECONDS, (name, alphabet)
