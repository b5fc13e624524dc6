"""Which keys of the window do what; the keys themselves stand in `shortcuts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect

from creator_calm.ui import regions
from creator_calm.ui.shortcuts import Keys, Scope

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from creator_calm.ui.desk import Desk
    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.inbox import InboxPage


def bind_window(window: MainWindow, desk: Desk) -> Keys:
    """Bind the keys that work everywhere."""
    return Keys(
        window,
        Scope.WINDOW,
        {
            "search": lambda: _search(window),
            "import": window.choose_file,
            "paste": window.paste,
            "undo": window.undo,
            "redo": window.redo,
            "cover": desk.cover,
            "settings": lambda: window.open_page("settings"),
            "larger": lambda: window.scale(1),
            "smaller": lambda: window.scale(-1),
            "normal_size": lambda: window.scale(0),
            "region": lambda: regions.step(regions_of(window), 1),
            "region_back": lambda: regions.step(regions_of(window), -1),
            "back": window.back,
            "quit": window.close,
        },
    )


def bind_anywhere(window: MainWindow, desk: Desk) -> Keys:
    """Bind the letters that work where nothing is being written."""
    return Keys(
        window,
        Scope.ANYWHERE,
        {
            "breathe": desk.breathe,
            "search_letter": lambda: _search(window),
            "keys": lambda: window.open_page("keys"),
            "go_today": lambda: window.open_page("today"),
            "go_inbox": lambda: window.open_page("inbox"),
            "go_to_do": lambda: window.open_page("to_do"),
            "go_kind": lambda: window.open_page("kind"),
            "go_words": lambda: window.open_page("words"),
            "go_promises": lambda: window.open_page("promises"),
            "go_looking_back": lambda: window.open_page("looking_back"),
        },
    )


def _search(window: MainWindow) -> None:
    inbox = window.inbox()
    if inbox is not None:
        inbox.focus_search()


def regions_of(window: MainWindow) -> list[QWidget]:
    """Return the parts of the window that F6 goes through."""
    stack = window.stack
    page = stack.pages.get(stack.current)
    if stack.current == "inbox" and page is not None:
        inner = cast("InboxPage", page).regions()
    else:
        inner = regions.first_focus(stack.currentWidget())
    parts: list[QWidget] = [window.rail.pages, *inner, *regions.first_focus(window.toast)]
    if window.breaks is not None:
        parts += regions.first_focus(window.breaks.banner) + regions.first_focus(window.breaks.bar)
    return parts


def in_reach(window: MainWindow) -> QRect:
    """Return where the page has buttons that nothing may cover, in the stack's coordinates."""
    stack = window.stack
    page = stack.pages.get("inbox")
    if stack.current != "inbox" or page is None:
        return QRect()
    part = cast("InboxPage", page).in_reach()
    return QRect(part.mapTo(stack, QPoint(0, 0)), part.size()) if part is not None else QRect()
