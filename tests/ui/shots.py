"""Pictures of the real window for looking at: python -m tests.ui.shots FOLDER. Not a test."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from creator_calm.ui.desk import Desk
from creator_calm.ui.main_window import MainWindow
from creator_calm.ui.theme import Look, Theme
from creator_calm.ui.tokens import ThemeName
from creator_calm.wording import use_language
from tests.clock import StoppedClock
from tests.ui.fakes import filled
from tests.ui.pages.fakes import busy_today

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDE = QSize(1360, 860)


def grab(widget: QWidget, path: Path) -> None:
    """Save a widget as a picture at twice its size."""
    for _turn in range(4):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    picture = QPixmap(widget.size() * 2)
    picture.setDevicePixelRatio(2)
    widget.render(picture)
    picture.save(str(path))


def window(look: Look, size: QSize = WIDE, *, safety: bool = False) -> MainWindow:
    """Return the window over the made-up library."""
    clock = StoppedClock()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(look, 13)
    theme.apply(app)
    desk = Desk(theme, clock)
    made = MainWindow(desk)
    made.resize(size)
    made.show()
    workspace = filled(clock, safety=safety)
    workspace.inbox.now = busy_today()
    made.attach(workspace.real())
    return made


def main(folder: Path) -> None:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    for name in (ThemeName.LIGHT, ThemeName.DARK):
        for code in ("en", "sv"):
            use_language(code)
            made = window(Look(name, stack=True), safety=code == "sv")
            page = made.inbox()
            assert page is not None
            page.list.choose_first()
            grab(made, folder / f"inbox_{name}_{code}.png")
            for page_id in ("today", "keys"):
                made.open_page(page_id)
                grab(made, folder / f"{page_id}_{name}_{code}.png")
            made.close()
    use_language("en")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
