"""The suite's own guards: each kind of litter a test can leave turns it red."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROBE = """
import subprocess, sys, threading, time
import pytest
from hypothesis import given, strategies as st
from creator_calm import log

kept = []
WARNING = log.Level.WARNING

@given(st.integers())
def test_sound(n): pass

def test_sound_note(): log.event("note", n=3)

def test_sound_expected(expect_log):
    expect_log("trouble")
    log.event("trouble", WARNING)

def test_bad_warning(): log.event("trouble", WARNING)

def test_bad_missing(expect_log): expect_log("trouble")

def test_bad_text(): log.event("note", n="words of a comment")

def test_bad_thread(): threading.Thread(target=time.sleep, args=(4,), daemon=True).start()

def test_bad_child():
    kept.append(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(4)"]))

def test_bad_warning_of_python():
    import warnings
    warnings.warn("old", DeprecationWarning)
"""

QT_PROBE = """
import pytest
from PySide6.QtCore import QObject, QTimer, qDebug
from PySide6.QtWidgets import QWidget

kept = []
pytestmark = pytest.mark.gui

def test_sound(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    timer = QTimer(widget)
    timer.start(1000)

def test_bad_timer(qtbot):
    kept.append(QTimer())
    kept[0].start(1000)

def test_bad_qt_warning(qtbot): QObject().startTimer(-5)

def test_bad_qt_debug(qtbot): qDebug("x")
"""


def outcomes(folder: Path, probe: str, *options: str) -> dict[str, bool]:
    """Run a made-up test file under the project's conftest; return which tests went well."""
    file = folder / "test_probe.py"
    file.write_text(probe)
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-v"]
    done = subprocess.run(
        [*command, "--rootdir", str(ROOT), "-p", "tests.conftest", "-rA", *options, str(file)],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    found: dict[str, bool] = {}
    for line in done.stdout.splitlines():
        word, _, rest = line.partition(" ")
        if word in {"PASSED", "FAILED", "ERROR"} and "::" in rest:
            name = rest.partition("::")[2].split()[0]
            found[name] = found.get(name, True) and word == "PASSED"
    return found


def test_litter_of_plain_tests(tmp_path: Path) -> None:
    """Warnings in the log, text in the log, threads, children, Python's own warnings."""
    found = outcomes(tmp_path, PROBE, "-p", "no:pytest-qt")
    assert len(found) == 9
    assert found == {name: name.startswith("test_sound") for name in found}


@pytest.mark.gui
def test_litter_of_gui_tests(tmp_path: Path) -> None:
    """Running timers and anything Qt says, debug lines too."""
    found = outcomes(tmp_path, QT_PROBE)
    assert len(found) == 4
    assert found == {name: name.startswith("test_sound") for name in found}


def test_collection_without_qt() -> None:
    """With pytest-qt off nothing of ui and end_to_end is even looked at, and nothing breaks."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:pytest-qt"]
    done = subprocess.run(
        [*command, "-m", "not gui", "tests"],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    assert "tests/ui" not in done.stdout
    assert "tests/architecture/test_guards.py" in done.stdout
