"""The main path once on the platform that people on Linux have: xcb, on an Xvfb of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
MAIN_PATH = "tests/end_to_end/test_main_path.py::test_from_paste_to_restart"
START_S = 20
RUN_S = 180
LIBRARY_MISSING = "xcb-cursor"
"""Part of what Qt says when a system library of the platform is missing."""

CHILD = """
import sys
import pytest
code = pytest.main(sys.argv[1:])
from PySide6.QtGui import QGuiApplication
print("platform:", QGuiApplication.platformName())
sys.exit(code)
"""


@contextmanager
def screen() -> Iterator[str]:
    """Start an Xvfb on a display that is free and end it again."""
    path = shutil.which("Xvfb")
    if path is None:
        pytest.skip("Xvfb is not installed: there is no screen to try the real platform on")
    read, write = os.pipe()
    server = subprocess.Popen(
        [path, "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()  # it writes the number once it answers
        assert number.isdecimal(), f"Xvfb ended with {server.wait(START_S)}"
        yield f":{number}"
    finally:
        server.terminate()
        try:
            server.wait(START_S)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.mark.x11
def test_the_main_path_on_xcb() -> None:
    with screen() as display:
        env = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"}
        env |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "0"}
        done = subprocess.run(
            [sys.executable, "-c", CHILD, MAIN_PATH],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            timeout=RUN_S,
            check=False,
        )
    said = done.stdout + done.stderr
    if done.returncode < 0 and LIBRARY_MISSING in said:
        pytest.skip("Qt's xcb platform lacks a system library here")
    assert done.returncode == 0, said[-3000:]
    assert "platform: xcb" in done.stdout
    assert "1 passed" in done.stdout
