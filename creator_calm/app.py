"""Where the desktop program starts: guard, folders, log, then the window.

Qt is imported only when it is known to load: otherwise it would abort the process and blame the
wrong library.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from creator_calm import log, paths, pin, preflight, wording
from creator_calm.clock import SystemClock
from creator_calm.domain.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path


def run(data_dir: Path | None = None, files: list[Path] | None = None) -> int:
    """Open the window and stay until it is closed; return the exit code.

    `files` are brought in: a preview of the first is shown. What keeps the window from opening
    is one sentence on standard error and exit code 1.
    """
    obstacle = pin.refusal() or preflight.check()
    if obstacle:
        sys.stderr.write(f"{obstacle}\n")
        return 1
    try:
        folders = paths.folders(data_dir)
    except Problem as problem:
        sys.stderr.write(f"{wording.problem_sentence(problem)}\n")
        return 1
    log.set_up(folders.state)
    os.environ.update(preflight.quiet_bus(os.environ))
    from creator_calm.ui.program import Program  # noqa: PLC0415 - see above

    return Program(folders, SystemClock(), files or []).run()
