"""Files and libraries of made-up comments, made once per run and thrown away after it."""

from __future__ import annotations

import atexit
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.benchmarks.rows import rows

HEADER = ("id", "author", "author_id", "text", "platform", "post_id", "published_at", "likes")
ROOT = Path(__file__).resolve().parents[2]


@cache
def folder() -> Path:
    """Return a temporary folder that lives as long as this process."""
    made = Path(tempfile.mkdtemp(prefix="benchmarks-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def source(count: int) -> Path:
    """Return a CSV file of `count` made-up comments."""
    path = folder() / f"{count}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(astuple(row) for row in rows(count))
    return path


@cache
def library(count: int, mode: str = "walk") -> Path:
    """Return the folder of a library of `count` comments; 0 is a new one."""
    home = folder() / f"library-{count}-{mode}"
    bring_in(home, source(count) if count else None, mode)
    return home


def surroundings() -> dict[str, str]:
    """Return the environment of every child: no screen, no bus, and compiled modules as installed.

    Where Python is told not to write compiled modules, every start would compile the program anew.
    """
    fixed = {
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "PYTHONPYCACHEPREFIX": str(folder() / "compiled"),
    }
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **fixed}


@dataclass(frozen=True)
class Child:
    """A child that ended well: processor seconds with its own children's, and what it printed."""

    cpu_s: float
    report: dict[str, Any]


def bring_in(home: Path, path: Path | None, mode: str) -> Child:
    """Import a file into the library below `home`; without a file, only make the library."""
    if path is None:
        code = (
            "import sys, pathlib; from creator_calm import paths, clock;"
            "from creator_calm.workspace.workspace import Workspace;"
            "Workspace.open(paths.folders(pathlib.Path(sys.argv[1])), clock.SystemClock()).close();"
            "print('{}')"
        )
        return measured([sys.executable, "-c", code, str(home)])
    return module("import_child", str(home), str(path), mode)


def module(name: str, *arguments: str) -> Child:
    """Run `python -m tests.benchmarks.<name>` and measure it."""
    return measured([sys.executable, "-m", f"tests.benchmarks.{name}", *arguments])


def measured(command: list[str], environment: dict[str, str] | None = None) -> Child:
    """Run a child to its end; raises CalledProcessError where it fails."""
    child = subprocess.Popen(
        command, cwd=ROOT, env={**surroundings(), **(environment or {})}, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stdout.close()
    if child.returncode != 0:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Child(usage.ru_utime + usage.ru_stime, json.loads(said) if said.startswith(b"{") else {})
