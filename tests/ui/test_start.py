"""What is loaded before the first paint: only what it takes, whatever the library holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from creator_calm import paths
from creator_calm.clock import SystemClock
from creator_calm.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

NOT_YET = {
    "numpy", "vaderSentiment", "nacl", "multiprocessing", "asyncio", "email", "xml", "python_calamine",
    "unittest", "apsw", "subprocess", "defusedxml", "sqlite3",
}  # fmt: skip
NOT_YET_OURS = {
    "creator_calm.importers", "creator_calm.triage", "creator_calm.replies", "creator_calm.reports",
    "creator_calm.wellbeing", "creator_calm.worker", "creator_calm.language.normalise",
    "creator_calm.storage.database", "creator_calm.workspace.workspace", "creator_calm.domain.intake",
    "creator_calm.ui.pages.today", "creator_calm.ui.pages.inbox", "creator_calm.ui.breaks_shown",
}  # fmt: skip
OWN_MODULES = 45
"""How many of our modules the first paint takes, and a few more."""
CHILD = """
import json, os, sys
from PySide6.QtCore import QTimer
from creator_calm.ui import page_stack
def painted(self, event):
    print(json.dumps(sorted(sys.modules)))
    sys.stdout.flush()
    os._exit(0)
page_stack.PageStack.paintEvent = painted
from creator_calm.__main__ import main
sys.exit(main([]))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the modules that a start of the real program has loaded when it is first painted."""
    home: Path = tmp_path_factory.mktemp("start") / "home"
    Workspace.open(paths.folders(home), SystemClock()).close()
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        paths.HOME_VARIABLE: str(home),
    }
    ended = subprocess.run(
        [sys.executable, "-c", CHILD],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(ended.stdout))


def test_nothing_heavy_is_loaded_before_the_first_paint(loaded: set[str]) -> None:
    assert {name.partition(".")[0] for name in loaded} & NOT_YET == set()


def test_library_pages_and_judges_are_loaded_after_the_first_paint(loaded: set[str]) -> None:
    assert loaded & NOT_YET_OURS == set()


def test_few_modules_of_our_own_are_needed_for_the_first_paint(loaded: set[str]) -> None:
    own = sorted(name for name in loaded if name.startswith("creator_calm"))
    assert len(own) <= OWN_MODULES, own
