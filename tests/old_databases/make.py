"""Freeze an example library for the schema of today: `python -m tests.old_databases.make`.

Run once when a schema is new, before it is released; what is frozen is never made again, or it
would prove nothing about libraries that people have. The key file beside it is a test key.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from creator_calm.paths import Folders
from creator_calm.storage.opening import newest_schema
from creator_calm.workspace import Workspace
from tests.clock import StoppedClock
from tests.old_databases.example import fill

HERE = Path(__file__).resolve().parent
KEPT = ("vault.json", "vault.2.json", "library-0001.db", "library-0001.mark")


def main() -> int:
    """Write the folder of the newest schema; 1 when it is there already."""
    target = HERE / f"{newest_schema():03}"
    if target.exists():
        return 1
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        folders = Folders(base / "data", base / "config", base / "cache", base / "state")
        for folder in (folders.data, folders.config, folders.cache, folders.state):
            folder.mkdir()
        desk = Workspace.open(folders, StoppedClock())
        fill(desk)
        desk.close()
        target.mkdir()
        for name in KEPT:
            shutil.copyfile(folders.data / name, target / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
