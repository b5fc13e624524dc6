"""What every test gets: no screen, no session bus, and nothing left behind unnoticed."""

from __future__ import annotations

import os

# Before anything can load Qt: without these, Qt aborts the whole run where there is no screen,
# and waits 3 s for a session bus on machines with dbus-x11.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")

import gc
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from hypothesis import configuration

from creator_calm import log, pin
from tests.clock import StoppedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TESTS = Path(__file__).resolve().parent
QT_FOLDERS = ("ui", "end_to_end")
GRACE_S = 2.0

configuration.set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "creator-calm-hypothesis")
hypothesis.settings.register_profile(
    "creator_calm",
    deadline=None,  # the machine is shared: a slow example is no finding
    max_examples=int(os.environ.get("CREATOR_CALM_EXAMPLES", "40")),
    derandomize="CI" in os.environ,
    database=None,
)
hypothesis.settings.load_profile("creator_calm")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Declare pytest-qt's settings where it is switched off, or --strict-config refuses them."""
    if not pluginmanager.has_plugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "declared by pytest-qt, which is switched off")


def pytest_configure(config: pytest.Config) -> None:
    """Stop with a sentence where Qt for Python would abort the run half-way through."""
    reason = pin.refusal()
    if reason and config.pluginmanager.has_plugin("pytest-qt"):
        pytest.exit(reason, returncode=1)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the folders that cannot even be imported without Qt."""
    if config.pluginmanager.has_plugin("pytest-qt"):
        return None
    return True if _needs_qt(collection_path) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything below tests/ui and tests/end_to_end as `gui`."""
    for item in items:
        if _needs_qt(item.path):
            item.add_marker(pytest.mark.gui)


def _needs_qt(path: Path) -> bool:
    return any(path.is_relative_to(TESTS / folder) for folder in QT_FOLDERS)


@pytest.fixture
def clock() -> StoppedClock:
    """A clock at 20 May 2026, 10:00 UTC that moves only when told."""
    return StoppedClock()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of the app: CREATOR_CALM_HOME points to it."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("CREATOR_CALM_HOME", str(folder))
    return folder


@pytest.fixture
def expect_log(_log_events: list[log.Entry]) -> Iterator[Callable[[str], None]]:
    """Say which warning has to be logged: `expect_log("worker_died")`. Missing fails too."""
    expected: set[str] = set()
    yield expected.add
    missing = expected - {entry.code for entry in _log_events}
    _log_events[:] = [entry for entry in _log_events if entry.code not in expected]
    assert not missing, f"expected in the log and not seen: {sorted(missing)}"


@pytest.fixture(autouse=True)
def _log_events(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[log.Entry]]:
    """Fail a test on any warning it did not expect; text in the log is a TypeError."""
    events: list[log.Entry] = []
    monkeypatch.setattr(log._log, "strict", True)
    monkeypatch.setattr(log._log, "listeners", [events.append])
    yield events
    unexpected = [entry for entry in events if entry.level >= log.Level.WARNING]
    assert not unexpected, f"unexpected in the log: {unexpected}"


@pytest.fixture(autouse=True)
def _hooks_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the exception hooks back that a test of the start-up installs."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a child process or a running QTimer."""
    threads = set(threading.enumerate())
    children = _children()
    if _is_gui(request):
        _delete_what_waits_for_it()
        # What is there already is not looked through: after 5,000 tests that is most of the time.
        gc.freeze()
    try:
        yield
        _wait_until(lambda: not _new_threads(threads) and not _children() - children)
        assert not _new_threads(threads), f"left running: {_new_threads(threads)}"
        assert not _children() - children, "left a child process"
        if _is_gui(request):
            _empty_clipboard()
            left = _running_timers()
            assert left == 0, f"{left} QTimer(s) left running"
    finally:
        gc.unfreeze()


def _empty_clipboard() -> None:
    """Take a test's text off the clipboard, which the next one would find.

    Also, the offscreen platform keeps it in a static of QtGui, which is destroyed after Python has
    ended: with data made in Python, that is a segmentation fault after the last test.
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


def _is_gui(request: pytest.FixtureRequest) -> bool:
    return request.node.get_closest_marker("gui") is not None


def _new_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t not in before and t.is_alive()]


def _children() -> set[int]:
    """Return the process ids of our children; nothing on systems that do not tell."""
    found: set[int] = set()
    for task in Path("/proc/self/task").glob("*/children"):
        try:
            found.update(int(number) for number in task.read_text().split())
        except OSError:  # the thread ended meanwhile
            continue
    return found


def _wait_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + GRACE_S
    while not done() and time.monotonic() < end:
        time.sleep(0.01)


def _delete_what_waits_for_it() -> None:
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
        gc.collect(0)


def _running_timers() -> int:
    """Count active timers made in Python since `gc.freeze`, after deferred deletions were done."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QCoreApplication.instance() is None:
        return 0
    import shiboken6

    _delete_what_waits_for_it()
    return sum(
        type(thing) is core.QTimer and shiboken6.isValid(thing) and thing.isActive()
        for thing in gc.get_objects()
    )
