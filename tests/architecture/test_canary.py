"""PySide6 6.12 takes references from None and True on Python 3.11 until the process dies.

Python 3.12 made None, True and False immortal: their counts stand still there whatever is done
to them. So one more object is watched, which is mortal everywhere: what a slot is called with.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = 20_000
EMITS = 5_000
SLACK = 20
IMMORTAL = sys.version_info >= (3, 12)

pytestmark = pytest.mark.gui


def drift(work: Callable[[], None]) -> dict[str, int]:
    """Return by how much the counts of None, True and False changed."""
    before = counts()
    work()
    return {name: count - before[name] for name, count in counts().items()}


def counts() -> dict[str, int]:
    """Return the reference counts."""
    return {repr(thing): sys.getrefcount(thing) for thing in (None, True, False)}


def test_calls_that_return_nothing() -> None:
    """20,000 of them; 6.12.0 on 3.11 loses 20,000 references to None."""
    from PySide6.QtCore import QObject

    thing = QObject()

    def work() -> None:
        for _ in range(CALLS):
            thing.setObjectName("x")

    assert all(abs(change) < SLACK for change in drift(work).values()), drift(work)


def test_signals() -> None:
    """5,000 emits with a switch and with an object; 6.12.0 on 3.11 loses True and False."""
    from PySide6.QtCore import QObject, Signal

    class Sender(QObject):
        told = Signal(bool)
        handed = Signal(object)

    sender, seen, parcel = Sender(), [0], object()
    slot = lambda _: seen.__setitem__(0, seen[0] + 1)  # noqa: E731 - a callable and no more
    sender.told.connect(slot)
    sender.handed.connect(slot)
    before = sys.getrefcount(parcel)

    def work() -> None:
        for _ in range(EMITS):
            sender.told.emit(True)
            sender.told.emit(False)
            sender.handed.emit(parcel)

    changes = drift(work)
    assert seen == [3 * EMITS]
    assert all(abs(change) < SLACK for change in changes.values()), changes
    assert abs(sys.getrefcount(parcel) - before) < SLACK


@pytest.mark.skipif(IMMORTAL, reason="None is immortal here: nothing can take it away")
def test_the_canary_would_sing() -> None:
    """A reference to None taken away on purpose is noticed. In a child: it may not survive."""
    code = (
        "import ctypes, sys\n"
        "before = sys.getrefcount(None)\n"
        f"for _ in range({10 * SLACK}): ctypes.pythonapi.Py_DecRef(ctypes.py_object(None))\n"
        f"assert abs(sys.getrefcount(None) - before) < {SLACK}\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "AssertionError" in done.stderr


@pytest.mark.skipif(not IMMORTAL, reason="None is mortal here: the tests above count it")
def test_none_is_immortal_where_the_pin_allows_newer_qt() -> None:
    """The pin rests on this: taking references from None changes nothing."""
    import ctypes

    before = sys.getrefcount(None)
    for _ in range(CALLS):
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(None))
    assert sys.getrefcount(None) == before
