"""Types a reply without a pause and says after each key how many there were, until it is killed.

One key every 20 ms at most: on a slow machine the keys are slow too, and the counts stay the same.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creator_calm.clock import SystemClock
from tests.end_to_end.desk import bring_in, inbox, program

KEY_MS = 20


def main(home: Path) -> None:
    app = QApplication([])
    with program(home, SystemClock()) as (one, _desk):
        bring_in(one, "The audio is too quiet at 3:20, I could hardly hear you speak.")
        page = inbox(one)
        page.list.choose_first()
        QTest.qWait(50)
        panel = page.panel
        next(iter(panel.facts._pills.values())).click()
        panel.focus_editor()
        typed = 0

        def key() -> None:
            nonlocal typed
            QTest.keyClick(panel.editor.field, Qt.Key(Qt.Key.Key_A.value + typed % 26))
            typed += 1
            sys.stdout.write(f"{typed}\n")
            sys.stdout.flush()

        timer = QTimer(interval=KEY_MS)
        timer.timeout.connect(key)
        timer.start()
        app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
