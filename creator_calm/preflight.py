"""Can Qt open a window here? Asked before Qt is loaded, because Qt aborts and blames the wrong library.

Standard library only. The program imports it; run.py runs it as a file with the interpreter
of the environment (`python -I creator_calm/preflight.py`) and reads one JSON object.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NO_SCREEN = "no_screen"
SCREEN_SILENT = "screen_silent"
LIBRARY_MISSING = "library_missing"

# Found one by one in a bare Debian 12, painting a window as the proof. libglib2.0-0 comes with
# Mesa only by chance; Debian 13 and Ubuntu 24.04 provide it under libglib2.0-0t64.
OFFSCREEN_PACKAGES = (
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
)
SCREEN_PACKAGES = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libwayland-cursor0",
)
# Without Mesa behind libgl1 these are missing too.
MORE_X_PACKAGES = (
    "libxcb-randr0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-shm0",
    "libx11-xcb1",
    "libxcb-image0",
    "libxcb-render-util0",
)
FILE_TO_PACKAGE = {
    "libGL.so": "libgl1",
    "libEGL.so": "libegl1",
    "libglib-2.0.so": "libglib2.0-0",
    "libgthread-2.0.so": "libglib2.0-0",
    "libdbus-1.so": "libdbus-1-3",
    "libfontconfig.so": "libfontconfig1",
    "libfreetype.so": "libfontconfig1",
    "libxkbcommon.so": "libxkbcommon0",
    "libxkbcommon-x11.so": "libxkbcommon-x11-0",
    "libxcb-cursor.so": "libxcb-cursor0",
    "libxcb-icccm.so": "libxcb-icccm4",
    "libxcb-keysyms.so": "libxcb-keysyms1",
    "libxcb-shape.so": "libxcb-shape0",
    "libxcb-xkb.so": "libxcb-xkb1",
    "libxcb-randr.so": "libxcb-randr0",
    "libxcb-sync.so": "libxcb-sync1",
    "libxcb-xfixes.so": "libxcb-xfixes0",
    "libxcb-shm.so": "libxcb-shm0",
    "libxcb-image.so": "libxcb-image0",
    "libxcb-render-util.so": "libxcb-render-util0",
    "libX11-xcb.so": "libx11-xcb1",
    "libwayland-cursor.so": "libwayland-cursor0",
    "libwayland-client.so": "libwayland-cursor0",
    "libwayland-egl.so": "libwayland-cursor0",
}
# Names on other systems were not tried; the line says what to look for.
OTHER_SYSTEMS = {
    "dnf": (
        "Fedora: sudo dnf install libglvnd-egl libglvnd-glx libxkbcommon-x11 "
        "xcb-util-cursor xcb-util-wm xcb-util-keysyms"
    ),
    "pacman": (
        "Arch: sudo pacman -S libglvnd libxkbcommon-x11 xcb-util-cursor xcb-util-wm "
        "xcb-util-keysyms"
    ),
}

_LOADED_FIRST = ("libQt6Core.so.6", "libQt6Gui.so.6", "libQt6Widgets.so.6")
_NO_SCREEN_WANTED = ("offscreen", "minimal", "vnc")


class Obstacle(NamedTuple):
    """What stands in the way: a code ("" for nothing) and the name of a library or a screen."""

    code: str = ""
    name: str = ""


def check(environment: Mapping[str, str] | None = None) -> str:
    """Return "" when a window can open, else one plain English sentence."""
    return sentence(look(environment))


def look(
    environment: Mapping[str, str] | None = None,
    *,
    qt: Path | None = None,
    platform: str = sys.platform,
) -> Obstacle:
    """Return what keeps Qt from opening a window, in 10 to 20 ms and without importing Qt.

    `qt` is the folder `PySide6/Qt`, found by itself when not given.
    """
    environment = os.environ if environment is None else environment
    folder = qt or _qt_folder()
    if not platform.startswith("linux") or folder is None:
        return Obstacle()  # other systems bring what Qt needs, and a missing PySide6 says so itself
    hidden = environment.get("QT_QPA_PLATFORM", "").startswith(_NO_SCREEN_WANTED)
    if not hidden and not (environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY")):
        return Obstacle(NO_SCREEN)  # said first: no library would help
    for name in _LOADED_FIRST:
        missing = _missing(folder / "lib" / name)
        if missing:
            return Obstacle(LIBRARY_MISSING, missing)
    return Obstacle() if hidden else _screen(environment, folder / "plugins" / "platforms")


def sentence(obstacle: Obstacle) -> str:
    """Word an obstacle in English; `wording` has it in every language of the program."""
    return {
        "": "",
        NO_SCREEN: "There is no screen here.",
        SCREEN_SILENT: f"The screen {obstacle.name} does not answer.",
        LIBRARY_MISSING: f"The window cannot open: {obstacle.name} is missing.",
    }[obstacle.code]


def advice(obstacle: Obstacle) -> str:
    """Return the one line that would help, "" where only a screen would."""
    if obstacle.code != LIBRARY_MISSING:
        return ""
    for tool, line in OTHER_SYSTEMS.items():
        if shutil.which(tool) and not shutil.which("apt-get"):
            return line
    names = " ".join(packages(obstacle.name))
    return f"Debian and Ubuntu: sudo apt install --no-install-recommends {names}"


def packages(library: str = "") -> tuple[str, ...]:
    """Return the Debian packages a window needs, with the one that brings `library` among them."""
    wanted = OFFSCREEN_PACKAGES + SCREEN_PACKAGES
    package = FILE_TO_PACKAGE.get(library.partition(".so")[0] + ".so", "")
    if package in MORE_X_PACKAGES:
        return wanted + MORE_X_PACKAGES
    return wanted if package in {"", *wanted} else (*wanted, package)


def quiet_bus(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what to add to the environment so that Qt does not wait 3 s for a session bus.

    Without a user bus, but with dbus-x11 installed, libdbus tries to start one.
    """
    if "DBUS_SESSION_BUS_ADDRESS" in environment:
        return {}
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if runtime and (Path(runtime) / "bus").exists():
        return {}
    return {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}


def _qt_folder() -> Path | None:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        places = [Path(bundle) / "PySide6"]
    else:
        spec = importlib.util.find_spec("PySide6")  # finds it, does not load it
        places = [Path(place) for place in (spec and spec.submodule_search_locations) or []]
    return next((place / "Qt" for place in places if (place / "Qt" / "lib").is_dir()), None)


def _screen(environment: Mapping[str, str], plugins: Path) -> Obstacle:
    """Return nothing as soon as one way to a screen works, else what stopped the first."""
    first = Obstacle()
    for obstacle in _ways(environment, plugins):
        if not obstacle.code:
            return obstacle
        first = first if first.code else obstacle
    return first if first.code else Obstacle(NO_SCREEN)


def _ways(environment: Mapping[str, str], plugins: Path) -> Iterator[Obstacle]:
    wanted = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    wayland = environment.get("WAYLAND_DISPLAY", "")
    if wayland and not wanted.startswith("xcb"):
        yield _wayland(plugins / "libqwayland.so", wayland, environment)
    display = environment.get("DISPLAY", "")
    if display and not wanted.startswith("wayland"):
        yield _x(plugins / "libqxcb.so", display)


def _wayland(plugin: Path, display: str, environment: Mapping[str, str]) -> Obstacle:
    missing = _missing(plugin)
    if missing:
        return Obstacle(LIBRARY_MISSING, missing)
    socket_file = Path(environment.get("XDG_RUNTIME_DIR", "")) / display
    return Obstacle() if socket_file.exists() else Obstacle(SCREEN_SILENT, display)


def _x(plugin: Path, display: str) -> Obstacle:
    missing = _missing(plugin)
    if missing:
        return Obstacle(LIBRARY_MISSING, missing)
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.restype = ctypes.c_int
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.restype = None
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode("utf-8", "surrogateescape"), None)
    silent = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return Obstacle(SCREEN_SILENT, display) if silent else Obstacle()


def _missing(library: Path) -> str:
    """Return the name of the file that keeps `library` from loading, "" when it loads."""
    try:
        ctypes.CDLL(str(library))
    except OSError as trouble:
        # The loader's text is "libGL.so.1: cannot open shared object file: …"; nothing else
        # tells which file it was.
        return Path(str(trouble.args[0]).partition(":")[0]).name
    return ""


def main() -> int:
    """Print the finding as JSON for run.py; 0 when a window can open."""
    import json  # noqa: PLC0415 - the window, which asks too, opens without it

    found = look()
    report = {
        "code": found.code,
        "name": found.name,
        "sentence": sentence(found),
        "advice": advice(found),
        "packages": packages(found.name) if found.code == LIBRARY_MISSING else (),
    }
    sys.stdout.write(json.dumps(report) + "\n")
    return 1 if found.code else 0


if __name__ == "__main__":
    sys.exit(main())
