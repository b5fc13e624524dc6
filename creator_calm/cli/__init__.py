"""The command line: the main job without a window and without Qt."""

from creator_calm.cli.main import main

__all__ = ["main"]
