"""The menu behind the button at the foot of the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from creator_calm import wording
from creator_calm.ui import safe_text
from creator_calm.ui.shortcuts import BY_ID
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk
    from creator_calm.ui.main_window import MainWindow


class MainMenu(QObject):
    """Made anew each time it opens, so that it names what Undo would take back now."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def open_above(self, button: QWidget) -> None:
        """Open the menu above its button."""
        menu = self.build()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        height = menu.sizeHint().height()
        menu.popup(button.mapToGlobal(QPoint(0, -height)))

    def build(self) -> QMenu:
        """Return the menu as it stands now."""
        window = self._window
        menu = QMenu(window)
        self._add(menu, _("Import…"), window.choose_file, "import")
        self._add(menu, _("Paste comments"), window.paste, "paste")
        menu.addSeparator()
        undo, redo = window.steps()
        self._add(
            menu,
            wording.undo_title(*undo) if undo else _("Undo"),
            window.undo,
            "undo",
            on=bool(undo),
        )
        self._add(
            menu,
            wording.redo_title(*redo) if redo else _("Redo"),
            window.redo,
            "redo",
            on=bool(redo),
        )
        menu.addSeparator()
        if window.after is not None:
            part = QMenu(menu)
            safe_text.menu_title(part, _("Pauses"))
            menu.addMenu(part)
            window.after.pause_menu.fill(part)
        self._add(menu, _("I’m live: cover everything"), self._desk.cover, "cover")
        menu.addSeparator()
        self._add(menu, _("Keys"), lambda: window.open_page("keys"), "keys")
        self._add(menu, _("Quit"), window.close, "quit")
        return menu

    def _add(
        self,
        menu: QMenu,
        words: str,
        run: Callable[[], object],
        command: str,
        *,
        on: bool = True,
    ) -> None:
        action = safe_text.action(words, self._window)
        # Shown only: the key itself is bound by the window, and two of them would block each other.
        key = QKeySequence(BY_ID[command].keys[0])
        action.setShortcutVisibleInContextMenu(True)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(on)
        action.triggered.connect(lambda _on=False: run())
        action.setParent(menu)
        menu.addAction(action)
