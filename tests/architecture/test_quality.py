"""ruff, mypy and the catalogue gates, over everything and without a list of exceptions."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the environment in the repository."""
    return subprocess.run(
        [sys.executable, *command], check=False, cwd=ROOT, capture_output=True, text=True
    )


def test_ruff_finds_nothing() -> None:
    """Rules are in pyproject.toml."""
    done = run("-m", "ruff", "check", "--no-cache")
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]


def test_everything_is_formatted() -> None:
    """`ruff format` would change nothing."""
    done = run("-m", "ruff", "format", "--no-cache", "--check")
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]


def test_types_are_strict_everywhere() -> None:
    """The cache lies outside the repository and is kept from run to run."""
    cache = Path(tempfile.gettempdir()) / "creator-calm-mypy"
    done = run("-m", "mypy", "--cache-dir", str(cache))
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]


def test_the_catalogues_are_complete() -> None:
    """Everything translated, nothing guessed, no forbidden word."""
    done = run("packaging/i18n.py", "check")
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
