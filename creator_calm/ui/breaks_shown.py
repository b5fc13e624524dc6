"""Joins the rules of pauses with what is seen of them: bar, strip and card.

The main window makes one of these, puts `banner` above `bar`, and shows `card` in the place of
the comments while `resting` says so. Nothing here takes the focus.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from creator_calm.domain.care import BreakEvent, Phase
from creator_calm.ui.break_ticker import Breaks, BreakTicker
from creator_calm.ui.widgets.break_banner import Asked, BreakBanner
from creator_calm.ui.widgets.break_card import BreakCard
from creator_calm.ui.widgets.calm_bar import CalmBar
from creator_calm.workspace.looking_after import BANNER_SHRINKS_S, outlook

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from creator_calm.ui.desk import Desk

_ASKS = frozenset(
    {
        BreakEvent.OFFER,
        BreakEvent.OFFER_AGAIN,
        BreakEvent.ASK_OFF_TODAY,
        BreakEvent.HARSH_ASK,
        BreakEvent.DAY_LIMIT,
        BreakEvent.BREAK_OVER,
    }
)
_OFFERS = frozenset({BreakEvent.OFFER, BreakEvent.OFFER_AGAIN, BreakEvent.ASK_OFF_TODAY})


class BreakCommands(Breaks, Protocol):
    """What the creator can answer; each gives back what may be shown of it."""

    def take(self) -> tuple[BreakEvent, ...]:
        """Begin a pause."""

    def postpone(self) -> tuple[BreakEvent, ...]:
        """Say "in five minutes"."""

    def skip(self) -> tuple[BreakEvent, ...]:
        """Say "not this one"."""

    def go_on(self) -> tuple[BreakEvent, ...]:
        """Say "go on" to the question about opened comments."""

    def end_break(self) -> tuple[BreakEvent, ...]:
        """End the pause."""

    def quiet_for(self, seconds: float | None) -> tuple[BreakEvent, ...]:
        """Offer nothing for a while; None: until the next day begins."""


class BreaksShown(QObject):
    """Owns bar, strip, card and ticker; knows which of them is due."""

    resting = Signal(bool)
    """True while the comments are to be covered by `card`."""
    kind_asked = Signal()
    digest_asked = Signal()

    def __init__(
        self,
        breaks: BreakCommands,
        desk: Desk,
        window: QWidget,
        comments_visible: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._breaks = breaks
        self._resting = False
        self.bar = CalmBar(desk)
        self.banner = BreakBanner(desk)
        self.card = BreakCard(desk)
        window.destroyed.connect(
            self.card.deleteLater
        )  # it stands in the window only during a pause
        self.ticker = BreakTicker(breaks, window, desk.clock, comments_visible)
        self._connect()
        self.show_state()

    def happened(self, events: tuple[BreakEvent, ...]) -> None:
        """Show what a command of somebody else led to, such as a revealed comment."""
        for event in events:
            self._show(event)
        self.show_state()

    def show_state(self) -> None:
        """Bring bar, strip and card up to the state of the pauses."""
        state, rule = self._breaks.state, self._breaks.rule
        found = outlook(state, rule)
        stale = state.phase is Phase.OFFERED and state.waited_s >= BANNER_SHRINKS_S
        asked = self.banner.asked
        if (
            asked is not None
            and asked.event in _OFFERS
            and (stale or state.live or state.phase is not Phase.OFFERED)
        ):
            self.banner.put_down()
        self.bar.show_outlook(found, banner_gone=self.banner.asked is None)
        if found.minutes is not None and state.phase is Phase.RESTING:
            self.card.show_left(found.minutes if state.left_s >= 60 else 0)
        self._cover(resting=state.phase is Phase.RESTING)

    @property
    def covering(self) -> bool:
        """Say whether `card` stands in the place of the comments now."""
        return self._resting

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        for part in (self.bar, self.banner, self.card):
            part.retranslate()

    def _connect(self) -> None:
        breaks = self._breaks
        self.ticker.happened.connect(self._show)
        self.ticker.ticked.connect(self.show_state)
        self.banner.taken.connect(lambda: self._command(breaks.take))
        self.banner.postponed.connect(lambda: self._command(breaks.postpone))
        self.banner.skipped.connect(lambda: self._command(breaks.skip))
        self.banner.off_today.connect(lambda: self._command(lambda: breaks.quiet_for(None)))
        self.banner.gone_on.connect(lambda: self._command(breaks.go_on))
        self.banner.kind_asked.connect(self.kind_asked)
        self.banner.digest_asked.connect(self.digest_asked)
        self.bar.pause_asked.connect(lambda: self._command(breaks.take))
        self.card.ended.connect(self._end_break)

    def _end_break(self) -> None:
        """End the pause. Whoever ends it needs no question about it."""
        self._breaks.end_break()
        self.show_state()
        self.ticker.look()

    def _command(self, command: Callable[[], tuple[BreakEvent, ...]]) -> None:
        self.happened(command())
        self.ticker.look()

    def _show(self, event: BreakEvent) -> None:
        if event not in _ASKS:
            return
        if event is BreakEvent.DAY_LIMIT:
            self._breaks.save()  # said once a day, over a restart too
        state, rule = self._breaks.state, self._breaks.rule
        today = int(state.today_s // 60)
        standing = self.banner.asked
        if event is BreakEvent.DAY_LIMIT and standing is not None:
            # An offer stands already: one strip says both, instead of the one pushing out the other.
            self.banner.amend(_with_day(standing, today))
            return
        self.banner.ask(
            Asked(
                event,
                minutes=today if event is BreakEvent.DAY_LIMIT else int(state.active_s // 60),
                revealed=state.reveals,
                pause_minutes=round(rule.break_s / 60),
                later_minutes=round(rule.postpone_s / 60),
            )
        )

    def _cover(self, *, resting: bool) -> None:
        if resting != self._resting:
            self._resting = resting
            self.resting.emit(resting)


def _with_day(asked: Asked, today: int) -> Asked:
    return replace(asked, day_minutes=today)
