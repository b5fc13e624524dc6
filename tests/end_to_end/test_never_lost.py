"""A reply being written is on the disk at most two seconds after a key, whatever happens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING

from creator_calm import paths
from creator_calm.domain.comment import CommentKey
from creator_calm.workspace import Workspace
from tests.end_to_end.typing_child import KEY_MS

if TYPE_CHECKING:
    from tests.clock import StoppedClock

ROOT = Path(__file__).resolve().parents[2]
KEYS = 260
BEHIND_MS = 2000


def test_killed_in_the_middle_of_typing(tmp_path: Path, clock: StoppedClock) -> None:
    home = tmp_path / "home"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.typing_child", str(home)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    typed = 0
    assert child.stdout is not None
    with child.stdout as told:
        for line in told:
            typed = int(line)
            if typed >= KEYS:
                child.kill()  # SIGKILL: no handler, no closing, no last save
                break
        typed = max(typed, *map(int, told.read().split()), 0)
    assert child.wait(60) != 0
    assert typed >= KEYS
    desk = Workspace.open(paths.folders(home), clock)
    try:
        draft = desk.replying.draft(CommentKey(1))
    finally:
        desk.close()
    assert draft is not None
    kept = len(draft.text)
    assert draft.text == "".join(ascii_lowercase[n % 26] for n in range(kept))
    assert typed - kept <= BEHIND_MS // KEY_MS
    assert draft.facts, "what was ticked is kept with it"
