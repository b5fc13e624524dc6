"""Measure the goals: python -m tests.benchmarks [--only G5,G8] [--rows 100k|1M] [--rounds N] [--json OUT]."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from tests import benchmarks
from tests.benchmarks.goals import Goal, Options, Result

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIZES = {"k": 1_000, "m": 1_000_000}


class GoalFile(Protocol):
    """What a goal file holds."""

    GOAL: Goal

    def run(self, options: Options) -> Result:
        """Measure it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a line per goal, write the JSON if asked; 1 if a hard limit is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", default="", help="goals, such as G5,G8")
    parser.add_argument("--rows", type=_count, default=100_000, help="comments, such as 100k or 1M")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", type=Path, help="write the results here")
    chosen = parser.parse_args(arguments)
    only = {goal.strip().upper() for goal in chosen.only.split(",") if goal.strip()}
    options = Options(rows=chosen.rows, rounds=chosen.rounds)
    results: list[Result] = []
    for goal_file in goal_files():
        if not only or goal_file.GOAL.id in only:
            results.append(goal_file.run(options))
            sys.stdout.write(line(results[-1]) + "\n")
            sys.stdout.flush()
    if chosen.json is not None:
        chosen.json.write_text(
            json.dumps(report(results, options), indent=1) + "\n", encoding="utf-8"
        )
    return 1 if any(result.status == "fail" for result in results) else 0


def goal_files() -> list[GoalFile]:
    """Return every `g<number>_….py` beside this file, by number."""
    names = [module.name for module in pkgutil.iter_modules(benchmarks.__path__)]
    wanted = [name for name in names if name[0] == "g" and name[1:].partition("_")[0].isdigit()]
    wanted.sort(key=lambda name: int(name[1:].partition("_")[0]))
    return [
        cast("GoalFile", importlib.import_module(f"tests.benchmarks.{name}")) for name in wanted
    ]


def line(result: Result) -> str:
    """Return one line for people."""
    goal = result.goal
    bound = "≥" if goal.better == "higher" else "≤"
    value = f"{result.value:.2f} ({result.least:.2f} to {result.most:.2f}, {result.rounds} rounds)"
    notes = "".join(f" · {note}" for note in result.notes)
    return (
        f"{goal.id:4} {result.status:14} {value}, goal {bound} {goal.target:g}: {goal.title}{notes}"
    )


def report(results: Sequence[Result], options: Options) -> dict[str, object]:
    """Return the JSON of a run."""
    return {
        "schema": 1,
        "commit": _commit(),
        "python": platform.python_version(),
        "pyside6": _pyside(),
        "cores": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()] if hasattr(os, "getloadavg") else [],
        "rows": options.rows,
        "results": [result.as_json() for result in results],
    }


def _count(text: str) -> int:
    factor = _SIZES.get(text[-1:].lower(), 1)
    return int(text.rstrip("kKmM")) * factor


def _commit() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    found = subprocess.run([git, "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    return found.stdout.strip()


def _pyside() -> str:
    try:
        return str(importlib.import_module("PySide6").__version__)
    except ImportError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
