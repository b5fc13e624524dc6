"""Live mode and the key that covers everything: words go in one frame, and come back by a click.

What is seen is covered first, then what is being written is kept, then the desk below stops
handing out words (`workspace.covering`) and the pages that held some are taken away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from creator_calm.domain.problems import Problem
from creator_calm.ui.shortcuts import BY_ID
from creator_calm.ui.widgets.cover_card import CoverCard
from creator_calm.wording import problem_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from creator_calm.domain.care import BreakEvent, BreakState
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.main_window import MainWindow


class LiveSwitch(Protocol):
    """The part of the workspace that covers words."""

    @property
    def state(self) -> BreakState:
        """Return where the pauses stand; `live` says whether words are covered."""

    @property
    def live_for_s(self) -> float:
        """Return for how long."""

    def enter_live(self) -> tuple[BreakEvent, ...]:
        """Cover."""

    def leave_live(self) -> tuple[BreakEvent, ...]:
        """Show again."""


class Covering(QObject):
    """Covers the window and shows it again. Covering twice reveals nothing."""

    def __init__(self, switch: LiveSwitch, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._switch = switch
        self._desk = desk
        self._window = window
        self._watched: QWindow | None = None
        self.card = CoverCard(desk, lambda: switch.live_for_s)
        window.destroyed.connect(
            self.card.deleteLater
        )  # it stands in the window only while it covers
        self.card.shown_again.connect(self.uncover)
        desk.cover_asked.connect(self.cover)
        app = cast("QGuiApplication", QGuiApplication.instance())
        app.focusWindowChanged.connect(self._watch)
        if self.covered:
            window.stack.cover_words(self.card)

    @property
    def covered(self) -> bool:
        """Say whether words are covered."""
        return self._switch.state.live

    def cover(self) -> None:
        """Cover every word now, from wherever it is asked."""
        _close_what_is_above()
        window = self._window
        window.stack.cover_words(self.card)
        window.say_title(covered=True)
        window.toast.put_down()
        if window.after is not None:
            window.after.mood.strip.put_down()
        window.repaint()  # the frame without words, before anything that may take its time
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.covered:
            self._keep_and_cover()
        window.refresh_frame()

    def uncover(self) -> None:
        """Show the window again: a page on which nothing is opened."""
        self._switch.leave_live()
        self._window.stack.show_words()
        self._window.open_page("today")
        self._window.refresh_frame()

    def turn(self, on: bool) -> None:  # noqa: FBT001 - a switch by nature
        """Follow the switch "I'm live"."""
        if on:
            self.cover()
        elif self.covered:
            self.uncover()

    def _keep_and_cover(self) -> None:
        said = ""
        try:
            self._window.stack.keep_all()
        except Problem as problem:
            said = problem_sentence(problem)  # a full disk: the page is kept aside with its words
        self._switch.enter_live()
        self._window.stack.put_pages_aside(all_kept=bool(said))
        if said:
            self._desk.toast(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear the key in a window that keeps the others from hearing keys, such as a file dialog.

        Before its own keys are looked up: the same one may mean something else there.
        """
        if event.type() == QEvent.Type.ShortcutOverride and _is_the_key(cast("QKeyEvent", event)):
            event.accept()
            self.cover()
            return True
        return super().eventFilter(watched, event)

    def _watch(self, focus: QWindow | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if focus is not None and focus is not self._window.windowHandle():
            self._watched = focus
            focus.installEventFilter(self)
            focus.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None


def _close_what_is_above() -> None:
    """Close menus, lists and dialogs: they stand above everything and may hold words."""
    for above in (QApplication.activePopupWidget, QApplication.activeModalWidget):
        widget = above()
        if widget is not None:
            widget.close()


def _is_the_key(event: QKeyEvent) -> bool:
    pressed = QKeySequence(event.keyCombination())
    exact = QKeySequence.SequenceMatch.ExactMatch
    return any(pressed.matches(QKeySequence(key)) == exact for key in BY_ID["cover"].keys)
