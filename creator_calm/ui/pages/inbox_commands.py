"""What keys and the context menu do in the list of comments: with one, or with those selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from creator_calm.ui import safe_text
from creator_calm.ui.shortcuts import BY_ID
from creator_calm.wording.catalogue import marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from creator_calm.ui.desk import Desk
    from creator_calm.ui.pages.inbox import InboxPage

FOR_ALL = frozenset({"done", "keep", "put_away", "unread", "to_do"})
"""What is done with all selected comments; the rest concerns the chosen one."""

IN_MENU = ("open", "reply", "to_do", "pick", "keep", "put_away", "done", "rest", "unread")


class InboxCommands:
    """Commands by the ids of `shortcuts.COMMANDS`."""

    def __init__(self, page: InboxPage, desk: Desk) -> None:
        self._page = page
        self._desk = desk
        page.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.list.customContextMenuRequested.connect(self._open_menu)

    def keys(self) -> dict[str, Callable[[], object]]:
        """Return what each command does."""
        page = self._page
        acts = {what: partial(self.act, what) for what in (*FOR_ALL, "rest")}
        choose = page.panel.choose_suggestion
        return {
            **acts,
            "next": lambda: page.list.step(1),
            "previous": lambda: page.list.step(-1),
            "open": page.open_current,
            "reply": self._reply,
            "pick": self._pick,
            "pick_down": lambda: self._pick_on(1),
            "pick_up": lambda: self._pick_on(-1),
            "show": self.show,
            "why": page.panel.toggle_why,
            **{f"suggestion_{n + 1}": partial(choose, n) for n in range(3)},
            "undo_letter": self._desk.undo,
            "leave": self._leave,
        }

    def act(self, what: str) -> None:
        """Do something with the selected comments, or with the chosen one, and say so."""
        page = self._page
        if len(page.picks) and what in FOR_ALL:
            page.panel.save()
            page.acts.do_with_all(what, tuple(page.picks))
            self.unpick()
            return
        row = page.row()
        if row is not None:
            page.panel.save()
            page.acts.do(what, row)

    def unpick(self) -> None:
        """Select nothing."""
        self._page.picks.clear()
        self._page.refresh(None)

    def menu(self) -> QMenu:
        """Return the menu of the chosen comment."""
        menu = QMenu(self._page)
        run = self.keys()
        for command in IN_MENU:
            action = safe_text.action(marked(BY_ID[command].title), menu)
            # Shown only: the list has bound the key itself.
            action.setShortcutVisibleInContextMenu(True)
            action.setShortcut(QKeySequence(BY_ID[command].keys[0]))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _on=False, act=run[command]: act())
            menu.addAction(action)
        return menu

    def _open_menu(self, point: QPoint) -> None:
        page = self._page
        index = page.list.indexAt(point)
        if index.isValid() and index != page.list.currentIndex():
            page.list.setCurrentIndex(index)
        if page.row() is None:
            return
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(page.list.viewport().mapToGlobal(point))

    def _pick(self) -> None:
        row = self._page.row()
        if row is not None:
            self._page.picks.turn(row.key)
            self._page.refresh(None)

    def _pick_on(self, by: int) -> None:
        """Select the chosen one and the next, as Shift and the arrows do everywhere."""
        page = self._page
        for move in (0, by):
            if move:
                page.list.step(move)
            row = page.row()
            if row is not None:
                page.picks.add(row.key)
        page.refresh(None)

    def _reply(self) -> None:
        self._page.arrange(show_panel=True)
        self._page.panel.focus_editor()

    def show(self) -> None:
        """Show the words of a put-away comment, or put them away again."""
        row = self._page.row()
        if row is not None and row.put_away:
            self._page.revealing.turn(row.key)

    def _leave(self) -> None:
        page = self._page
        if page.revealing.key is not None:
            page.revealing.put_back()
        elif len(page.picks):
            self.unpick()
        elif page.in_away:
            page.leave_away()
