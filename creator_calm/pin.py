"""Which Qt for Python may run on which Python.

PySide6 6.12.0 takes away one reference to None with every call that returns nothing. Python
3.12 made None immortal; 3.10 and 3.11 die after some 5,000 calls ("none_dealloc"). The wheel
installs there all the same, so the program looks before it loads Qt.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

FIRST_BROKEN_QT = (6, 12)
FIRST_SAFE_PYTHON = (3, 12)
REFUSAL = "This version of Qt for Python breaks on Python 3.11. Run: python3 run.py --reset"

_PART = re.compile(r'^(?:major|minor|patch)_version = "(\d+)"$', re.MULTILINE)


def refusal(
    python: tuple[int, ...] = sys.version_info[:3], qt: tuple[int, ...] | None = None
) -> str:
    """Return "" for a pair that works, else the sentence to say instead of starting.

    `qt` is PySide6's version; without it the installed one is read from its files.
    """
    qt = qt_version() if qt is None else qt
    broken = python < FIRST_SAFE_PYTHON and qt >= FIRST_BROKEN_QT
    return REFUSAL if broken else ""


def qt_version() -> tuple[int, ...]:
    """Return PySide6's version without importing it, () when it is not there or does not tell."""
    spec = importlib.util.find_spec("PySide6")
    for place in (spec and spec.submodule_search_locations) or []:
        path = Path(place) / "_git_pyside_version.py"
        if path.is_file():
            return tuple(int(part) for part in _PART.findall(path.read_text("utf-8")))
    return ()
