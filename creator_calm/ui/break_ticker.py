"""The one timer of the pauses, and what counts as reading.

It runs only while the window can be seen and a sitting, a pause or a quiet period runs; a hidden
or an idle window wakes up for nothing. The next tick brings the gap, and the rules know what a gap
means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from creator_calm.domain.care import Phase
from creator_calm.workspace.looking_after import is_active

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.care import BreakEvent, BreakRule, BreakState
    from creator_calm.domain.clock import Clock

TICK_MS = 1000
TYPING_S = 5.0

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class Breaks(Protocol):
    """The part of the workspace that keeps the state of pauses."""

    @property
    def state(self) -> BreakState:
        """Return where the pauses stand."""

    @property
    def rule(self) -> BreakRule:
        """Return the creator's own numbers."""

    def tick(self, active: bool, typing: bool) -> tuple[BreakEvent, ...]:  # noqa: FBT001 - the contract of all faces
        """Let time pass and return what may be shown."""

    def save(self) -> None:
        """Keep what a restart must not lose."""


class BreakTicker(QObject):
    """Ticks once a second when there is something to count; `happened` carries each event."""

    happened = Signal(object)
    ticked = Signal()

    def __init__(
        self,
        breaks: Breaks,
        window: QWidget,
        clock: Clock,
        comments_visible: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._breaks = breaks
        self._window = window
        self._clock = clock
        self._comments_visible = comments_visible
        self._watched: QWindow | None = None
        self._input_at: float | None = None
        self._typed_at: float | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(TICK_MS)
        self.timer.setTimerType(Qt.TimerType.CoarseTimer)
        self.timer.timeout.connect(self.look)
        window.installEventFilter(self)

    def look(self) -> None:
        """Tick now: once a second, and whenever the window is shown, hidden or gets the focus."""
        events = self._breaks.tick(self.active(), self.typing())
        for event in events:
            self.happened.emit(event)
        self.ticked.emit()
        self._run_only_if_needed()

    def touched(self, *, typing: bool = False) -> None:
        """Note input in the window. The first touch of a new sitting starts the count."""
        now = self._clock.monotonic()
        self._input_at = now
        if typing:
            self._typed_at = now
        if not self.timer.isActive() and self.active():
            self.look()

    def active(self) -> bool:
        """Say whether this moment counts as reading."""
        if self._input_at is None:
            return False
        return is_active(
            comments_visible=self._comments_visible(),
            window_active=self._window.isActiveWindow() and self._on_screen(),
            live=self._breaks.state.live,
            since_input_s=self._clock.monotonic() - self._input_at,
            input_window_s=self._breaks.rule.input_window_s,
        )

    def typing(self) -> bool:
        """Say whether a key was pressed in a text field within five seconds."""
        return self._typed_at is not None and (self._clock.monotonic() - self._typed_at < TYPING_S)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Watch the window for being shown, hidden and used; never takes an event away."""
        kind = event.type()
        if watched is self._window:
            self._watch_window(kind)
        elif kind in _INPUT:
            self.touched(typing=kind == QEvent.Type.KeyPress and _in_text_field())
        return False

    def _watch_window(self, kind: QEvent.Type) -> None:
        types = QEvent.Type
        if kind == types.Show:
            self._watch_input()
        if kind in {types.Show, types.Hide, types.WindowStateChange, types.ActivationChange}:
            # A look at the clocks now; a window that went away gets no further ones.
            self.look()
            if not (self._on_screen() and self._window.isActiveWindow()):
                self._breaks.save()

    def _watch_input(self) -> None:
        """Listen to the native window: it alone sees every key, click and wheel, and little else.

        A filter on the application would be called for every event of every widget.
        """
        handle = self._window.windowHandle()
        if handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def _on_screen(self) -> bool:
        return self._window.isVisible() and not self._window.isMinimized()

    def _run_only_if_needed(self) -> None:
        runs = self._breaks.state.phase not in {Phase.IDLE, Phase.OFF}
        needed = self._on_screen() and runs and not self._breaks.state.live
        if needed and not self.timer.isActive():
            self.timer.start()
        elif not needed and self.timer.isActive():
            self.timer.stop()


def _in_text_field() -> bool:
    focus = QApplication.focusWidget()
    if not isinstance(focus, QLineEdit | QPlainTextEdit):
        return False
    return not focus.isReadOnly()
