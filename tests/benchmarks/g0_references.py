"""G0: no reference to None, True or False is lost by the binding of Qt (speed.md section 2.1).

A binding that loses one with each call ends the process after some 5,000 calls, so it is a child
that is asked.
"""

from __future__ import annotations

import sys
from subprocess import CalledProcessError

from tests.benchmarks.goals import Goal, Options, Result, single
from tests.benchmarks.made import measured

GOAL = Goal("G0", "references lost in 20,000 calls", "lower", target=0, limit=20, unit="references")
_LOST = 20_000.0
_CHILD = """
import json, sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel
class Speaker(QObject):
    said = Signal(bool)
app = QApplication([])
label, speaker, heard = QLabel(), Speaker(), []
speaker.said.connect(lambda on: None)
def counts():
    return [sys.getrefcount(one) for one in (None, True, False)]
label.setObjectName("a"); speaker.said.emit(True); speaker.said.emit(False)
before = counts()
for number in range(20_000):
    label.setObjectName("a")
for number in range(2_500):
    speaker.said.emit(True)
    speaker.said.emit(False)
after = counts()
print(json.dumps({"lost": max(abs(b - a) for a, b in zip(before, after))}))
"""


def run(_options: Options) -> Result:
    """Count once: it is no matter of chance."""
    try:
        lost = float(measured([sys.executable, "-c", _CHILD]).report["lost"])
    except CalledProcessError:
        return single(GOAL, _LOST)
    # A few come and go with what the interpreter itself keeps.
    return single(GOAL, 0.0 if lost <= 5 else lost, {"counted": lost})
