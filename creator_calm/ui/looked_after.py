"""What surrounds the pages and looks after the creator: pauses, reminders, the cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from creator_calm.domain.care import Phase
from creator_calm.ui.breaks_shown import BreaksShown
from creator_calm.ui.covering import Covering
from creator_calm.ui.mood_line import MoodLine
from creator_calm.ui.notices import Notices
from creator_calm.ui.pause_menu import PauseMenu
from creator_calm.ui.reminders import Reminders
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.done_sheet import DoneSheet
from creator_calm.workspace.looking_after import quiet_hours_end, reading_time

if TYPE_CHECKING:
    from creator_calm.domain.care import PlannedItem
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.kind_shelf import KindShelfPage
    from creator_calm.workspace.workspace import Workspace


class LookedAfter(QObject):
    """Made once the library is open; joins the parts with the window and with each other."""

    def __init__(self, workspace: Workspace, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._desk = desk
        self._window = window
        stack = window.stack
        self.covering = Covering(workspace.care.breaks, desk, window)
        self.breaks = BreaksShown(
            workspace.care.breaks, desk, window, lambda: stack.current == "inbox"
        )
        self.reminders = Reminders(self._planned, desk, window, lambda: stack.current == "today")
        self.notices = Notices(
            desk, window, lambda: str(workspace.preferences.get("care.notifications"))
        )
        self.mood = MoodLine(workspace, desk, self.breaks.bar)
        self.pause_menu = PauseMenu(workspace.care.breaks, self.breaks, window)
        self._connect()

    def refresh(self) -> None:
        """Bring bar, strip and card up to the settings and the state."""
        preferences = self._workspace.preferences
        bar = self.breaks.bar
        bar.set_breathe_minutes(int(preferences.get("breathing.minutes")))
        clock = self._desk.clock
        bar.show_reading(reading_time(preferences.get, clock.utc(), clock.zone()))
        self.notices.refresh()
        bar.show_live(on=self.covering.covered)
        self.breaks.card.show_activities(str(preferences.get("breaks.activities")).splitlines())
        self.breaks.show_state()
        self.mood.look()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.breaks.retranslate()
        self.covering.card.retranslate()
        self.mood.retranslate()

    def _connect(self) -> None:
        breaks, window = self.breaks, self._window
        breaks.resting.connect(lambda on: window.stack.pause(breaks.card if on else None))
        breaks.ticker.ticked.connect(self.mood.look)
        breaks.kind_asked.connect(self._show_three)
        self._desk.three_asked.connect(self._show_three)
        breaks.digest_asked.connect(self._show_digest)
        breaks.bar.done_asked.connect(self._done)
        breaks.ticker.ticked.connect(self._say_outside)
        self.reminders.came_due.connect(self.notices.planned)
        breaks.bar.live_turned.connect(self.covering.turn)
        breaks.bar.menu_asked.connect(self.pause_menu.open_above)

    def _show_three(self) -> None:
        """Show three kind ones at random; where none are kept, the kind ones of today."""
        if self.covering.covered:
            return
        if not self._workspace.care.kind_shelf.all():
            self._window.open_page("today")
            return
        page = cast("KindShelfPage | None", self._window.open_page("kind"))
        if page is not None:
            page.show_three()

    def _show_digest(self) -> None:
        page = self._window.inbox()
        if page is not None:
            page.show_digest()

    def _say_outside(self) -> None:
        waits = self._workspace.care.breaks.state.phase in {Phase.DUE, Phase.OFFERED}
        self.notices.pause_waits(waits=waits)

    def _planned(self) -> tuple[PlannedItem, ...]:
        """Return what may be announced: nothing while covered, in quiet hours, or when not wanted."""
        clock, rule = self._desk.clock, self._workspace.care.breaks.rule
        wanted = bool(self._workspace.preferences.get("care.reminders"))
        quiet = quiet_hours_end(clock.utc(), clock.zone(), rule) is not None
        if self.covering.covered or quiet or not wanted:
            return ()
        return self._workspace.care.planned_today()

    def _done(self) -> None:
        """Be done for today: keep what is written, say one sentence, go as the creator set it."""
        then = str(self._workspace.preferences.get("care.done_then"))
        self._window.stack.keep_all()
        attempt(self._desk, self._workspace.care.time_off.done_for_today)
        self.breaks.show_state()
        sheet = DoneSheet(self._desk, goes=then != "stay")
        go = self._window.showMinimized if then == "minimise" else self._window.close
        sheet.gone.connect(self._window.stack.uncover)
        sheet.gone.connect(go)
        sheet.stayed.connect(self._window.stack.uncover)
        self._window.stack.cover(sheet)
