"""Every question and command a face can have. Neither Qt nor SQL."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from creator_calm.storage.database import engine_version
    from creator_calm.workspace.workspace import Workspace

__all__ = ["Workspace", "engine_version"]

_AT = {
    "Workspace": "creator_calm.workspace.workspace",
    "engine_version": "creator_calm.storage.database",
}


def __getattr__(name: str) -> object:
    # The window reads its look (`look_file`) before the first paint: without the database.
    if name not in _AT:
        raise AttributeError(name)
    return getattr(import_module(_AT[name]), name)
