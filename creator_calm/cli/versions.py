"""What is installed, found without importing Qt."""

from __future__ import annotations

import platform
from importlib.util import find_spec
from pathlib import Path

from creator_calm import __version__
from creator_calm.workspace import engine_version


def lines() -> str:
    """Return the versions of program, Python, SQLite and Qt, a line each."""
    return "\n".join(
        (
            f"Creator Calm {__version__}",
            f"Python {platform.python_version()}",
            f"SQLite {engine_version()}",
            f"Qt for Python {_pyside_version()}",
        )
    )


def _pyside_version() -> str:
    # importlib.metadata would load `socket` through `email`; the folder's name says as much.
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "-"
    site = Path(spec.origin).parent.parent
    found = sorted(site.glob("pyside6_essentials-*.dist-info")) or sorted(
        site.glob("PySide6_Essentials-*.dist-info")
    )
    return found[0].name.removesuffix(".dist-info").split("-")[1] if found else "-"
