"""Every question and command a face can have. Neither Qt nor SQL."""

from creator_calm.storage.database import engine_version
from creator_calm.workspace.workspace import Workspace

__all__ = ["Workspace", "engine_version"]
