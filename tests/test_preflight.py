"""Every way a window can fail to open gets its own true sentence, before Qt is loaded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from ctypes.util import find_library
from pathlib import Path

import pytest

from creator_calm import pin, preflight
from creator_calm.preflight import Obstacle

NEEDS_XCB = pytest.mark.skipif(find_library("xcb") is None, reason="needs libxcb, as Qt on X does")

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks on Linux only")

LOADS = ("lib/libQt6Core.so.6", "lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6")


NAMES = (*LOADS, "plugins/platforms/libqxcb.so", "plugins/platforms/libqwayland.so")
XCB, WAYLAND = NAMES[3:]


def make(folder: Path, broken: str = "") -> Path:
    """Make a Qt folder whose libraries load (they are a small one), but for `broken`.

    Broken from birth: the loader remembers a path that it has loaded once.
    """
    some = next(path for path in _mapped() if "/libc.so" in path)
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == broken:
            path.write_bytes(b"not a library")
        else:
            path.symlink_to(some)
    return folder


@pytest.fixture
def qt(tmp_path: Path) -> Path:
    """A whole Qt folder."""
    return make(tmp_path / "qt")


def _mapped() -> list[str]:
    return [line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()]


def test_no_screen(tmp_path: Path) -> None:
    """Said first: no library would help."""
    assert preflight.look({}, qt=make(tmp_path, LOADS[0])) == Obstacle(preflight.NO_SCREEN)


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=10x10"])
def test_no_screen_is_wanted(qt: Path, tmp_path: Path, platform: str) -> None:
    """The libraries are looked at, screens are not."""
    assert preflight.look({"QT_QPA_PLATFORM": platform}, qt=qt) == Obstacle()
    broken = make(tmp_path / "broken", LOADS[2])
    found = preflight.look({"QT_QPA_PLATFORM": platform}, qt=broken)
    assert found == Obstacle(preflight.LIBRARY_MISSING, "libQt6Widgets.so.6")


def test_a_library_is_missing(tmp_path: Path) -> None:
    """The first that does not load is named, with no folder before it."""
    found = preflight.look({"DISPLAY": ":0"}, qt=make(tmp_path, LOADS[1]))
    assert found == Obstacle(preflight.LIBRARY_MISSING, "libQt6Gui.so.6")


@NEEDS_XCB
def test_a_dead_x_screen(qt: Path) -> None:
    """A number nobody listens on. Needs libxcb, which everything with Qt has."""
    assert preflight.look({"DISPLAY": ":987"}, qt=qt) == Obstacle(preflight.SCREEN_SILENT, ":987")


def test_wayland(qt: Path, tmp_path: Path) -> None:
    """The socket file is there, or the screen is silent."""
    screen = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert preflight.look(screen, qt=qt) == Obstacle(preflight.SCREEN_SILENT, "wayland-7")
    (tmp_path / "wayland-7").touch()
    assert preflight.look(screen, qt=qt) == Obstacle()


@NEEDS_XCB
def test_one_way_is_enough(qt: Path, tmp_path: Path) -> None:
    """X is broken, Wayland works; both broken: the first reason."""
    (tmp_path / "wayland-7").touch()
    both = {
        "WAYLAND_DISPLAY": "wayland-7",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "DISPLAY": ":987",
    }
    assert preflight.look(both, qt=qt) == Obstacle()
    broken = make(tmp_path / "broken", WAYLAND)
    found = preflight.look(both, qt=broken)
    assert found == Obstacle(preflight.LIBRARY_MISSING, "libqwayland.so")
    assert preflight.look({**both, "QT_QPA_PLATFORM": "xcb"}, qt=broken).name == ":987"
    assert preflight.look({"DISPLAY": ":0"}, qt=make(tmp_path / "x", XCB)).name == "libqxcb.so"


def test_other_systems_bring_what_qt_needs(qt: Path) -> None:
    """Nothing to look at there."""
    assert preflight.look({}, qt=qt, platform="win32") == Obstacle()


def test_sentences_and_advice() -> None:
    """One sentence each; advice where something can be installed."""
    assert preflight.sentence(Obstacle()) == ""
    assert preflight.sentence(Obstacle(preflight.NO_SCREEN)) == "There is no screen here."
    missing = Obstacle(preflight.LIBRARY_MISSING, "libGL.so.1")
    assert "libGL.so.1" in preflight.sentence(missing)
    assert preflight.advice(Obstacle(preflight.SCREEN_SILENT, ":9")) == ""


def test_packages_name_what_is_missing() -> None:
    """Every file of the table is in the list printed for it."""
    for library, package in preflight.FILE_TO_PACKAGE.items():
        assert package in preflight.packages(f"{library}.1"), library
    assert preflight.packages("libunheardof.so.3") == preflight.packages()
    assert len(set(preflight.packages())) == 13


def test_advice_for_this_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """apt where there is apt, else what the other package managers call it."""
    missing = Obstacle(preflight.LIBRARY_MISSING, "libGL.so.1")
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    assert "sudo apt install" in preflight.advice(missing)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "dnf" else None)
    assert preflight.advice(missing).startswith("Fedora: sudo dnf install ")


def test_a_bus_that_is_not_there(tmp_path: Path) -> None:
    """Waiting for one costs 3 s; a bus that is there is left alone."""
    off = {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    assert preflight.quiet_bus({}) == off
    assert preflight.quiet_bus({"XDG_RUNTIME_DIR": str(tmp_path)}) == off
    assert preflight.quiet_bus({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) == {}
    (tmp_path / "bus").touch()
    assert preflight.quiet_bus({"XDG_RUNTIME_DIR": str(tmp_path)}) == {}


def test_as_a_file_without_qt() -> None:
    """As run.py runs it: isolated, fast, JSON, and Qt is not imported."""
    file = Path(preflight.__file__)
    env = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    env.pop("QT_QPA_PLATFORM", None)
    start = time.perf_counter()
    command = [sys.executable, "-I", "-X", "importtime", str(file)]
    done = subprocess.run(command, check=False, env=env, capture_output=True, text=True)
    assert time.perf_counter() - start < 5
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "code": "no_screen",
        "name": "",
        "sentence": "There is no screen here.",
        "advice": "",
        "packages": [],
    }
    assert "PySide6" not in done.stderr


@pytest.mark.x11
def test_a_real_screen() -> None:
    """A real Xvfb answers."""
    if not shutil.which("xvfb-run"):
        pytest.skip("xvfb is not installed")
    env = {k: v for k, v in os.environ.items() if k not in {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    command = ["xvfb-run", "-a", sys.executable, "-I", preflight.__file__]
    done = subprocess.run(command, check=False, env=env, capture_output=True, text=True)
    assert json.loads(done.stdout)["code"] in {"", preflight.LIBRARY_MISSING}


@pytest.mark.parametrize(
    ("python", "qt_version", "refused"),
    [
        ((3, 11, 7), (6, 12, 0), True),
        ((3, 11, 9), (6, 13, 1), True),
        ((3, 11, 7), (6, 11, 3), False),
        ((3, 12, 0), (6, 12, 0), False),
        ((3, 13, 0), (7, 0), False),
        ((3, 11, 7), (), False),
    ],
)
def test_the_pin(python: tuple[int, ...], qt_version: tuple[int, ...], refused: bool) -> None:
    """The pair that aborts is refused, and no other."""
    assert pin.refusal(python, qt_version) == (pin.REFUSAL if refused else "")


def test_the_version_is_read_without_qt() -> None:
    """In a process of its own: the right version, and PySide6 is not loaded."""
    code = "import sys; from creator_calm import pin; print(pin.qt_version(), 'PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], check=True, capture_output=True, text=True
    )
    version, loaded = done.stdout.rsplit(maxsplit=1)
    assert loaded == "False"
    assert version.startswith("(6, ")
    assert pin.refusal() == ""
