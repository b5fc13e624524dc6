"""Read a file in a process of its own and measure it: 5 s, 300 MB above its start, a receipt or a code."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 5.0
"""Of the processor: a busy machine is no finding."""
MEGABYTES = 300

_CODE = """
import json, sys, time
from datetime import datetime, UTC
from creator_calm.domain.accounting import Accounting
from creator_calm.domain.intake import ReadOptions, Source
from creator_calm.domain.problems import Problem
from creator_calm.importers import Intake, formats
import python_calamine
formats()

def peak():
    # VmHWM and not ru_maxrss: a fresh child starts with the value of its parent.
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1000

foreign = []
def watching(event, arguments):
    # Nothing is written while reading, no other file is looked at, nobody is called.
    if event == "open":
        path, mode, flags = arguments
        writes = isinstance(mode, str) and set(mode) & set("wax+")
        if writes or "hostname" in str(path) or "evil" in str(path):
            foreign.append(event)
    elif event.startswith("socket.") or event.startswith("subprocess."):
        foreign.append(event)
sys.addaudithook(watching)

before, start, sums, code = peak(), time.process_time(), Accounting(), None
try:
    with Intake(Source(path=sys.argv[1], name="x"), ReadOptions(), now=datetime.now(UTC)) as intake:
        for item in intake:
            sums.add(item)
        receipt = sums.receipt("x", intake.found, intake.ended())
    assert receipt.read == receipt.new + receipt.duplicates + receipt.skipped_count
except Problem as problem:
    code = problem.code.value
used = time.process_time() - start
print(json.dumps([code, sums.read, sums.new, used, peak() - before, foreign]))
"""


@dataclass(frozen=True)
class Outcome:
    """What became of it; `code` is None for a receipt, and "died" when the process ended by a signal."""

    code: str | None
    read: int
    new: int
    seconds: float
    megabytes: float
    foreign: list[str]
    """What was opened for writing or beside the file, and sockets: has to be empty."""


def outcome(file: Path) -> Outcome:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_CODE), str(file)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        return Outcome("died", 0, 0, 0.0, 0.0, [])
    return Outcome(*json.loads(done.stdout))
