"""Today: what is planned, what is kind, what needs the creator. Nothing here is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.assessment import Lane
from creator_calm.domain.care import TimeOff
from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.made_up import made_up
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.coming_back import ComingBackCard
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Column, Middle, Pane
from creator_calm.ui.widgets.low_card import LowCard
from creator_calm.ui.widgets.promises_due import promises_due
from creator_calm.ui.widgets.rested_card import RestedCard
from creator_calm.ui.widgets.texts import clear, page_margins, text
from creator_calm.ui.widgets.today_cards import (
    CommentCard,
    PlannedCard,
    SafetyCard,
    picture,
    section,
)
from creator_calm.wording import (
    _,
    change_sentence,
    language,
    ngettext,
    number,
    perspective_sentence,
)
from creator_calm.wording.care import outlook_sentence, reading_sentence, sentence_case
from creator_calm.workspace.looking_after import outlook, reading_time, to_show

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from creator_calm.domain.care import Answer, ReadingTime
    from creator_calm.domain.change import Change
    from creator_calm.domain.inbox import Today
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

WIDTH = 760
KIND_MOST = 3
NEEDS_MOST = 5
REFRESH_MS = 60_000
"""What is planned becomes due while the page stands open."""

_SHOWS = (
    Area.COMMENTS
    | Area.ASSESSMENTS
    | Area.STATES
    | Area.IMPORTS
    | Area.SCHEDULE
    | Area.SETTINGS
    | Area.MOODS
    | Area.PROMISES
)


class TodayPage(Column):
    """The page the app opens on."""

    paste_asked = Signal()
    import_asked = Signal()

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._workspace = workspace
        self._desk = desk
        self._not_now = False
        self._low_line = False
        self.greeting = text(desk, role=FontRole.TITLE)
        self.day = text(desk, role=FontRole.COMMENT, ink="muted")
        self.parts = QVBoxLayout()
        self.timer = QTimer(self)
        self.timer.setInterval(REFRESH_MS)
        self.timer.timeout.connect(lambda: self.refresh(None))
        self._lay_out()
        self.refresh(None)

    def title(self) -> str:
        """Return the page's name."""
        return _("Today")

    def refresh(self, change: Change | None) -> None:
        """Show today as it stands."""
        if change is not None and not change.areas & _SHOWS:
            return
        self._greet()
        with focus_kept(self):
            self._fill(self._workspace.inbox.today())

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.refresh(None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look again each minute while the page can be seen."""
        super().showEvent(event)
        self.timer.start()

    def hideEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Wake up for nothing while hidden."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self.timer.stop()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        inner = Middle(self._desk, WIDTH)
        column = inner.column
        column.setSpacing(theme.px(2))
        column.addWidget(self.greeting)
        column.addWidget(self.day)
        column.addSpacing(theme.px(14))
        self.parts.setSpacing(theme.px(10))
        column.addLayout(self.parts)
        column.addStretch(1)
        self.column.setContentsMargins(page_margins(self._desk))
        self.column.addWidget(inner)

    def _fill(self, today: Today) -> None:
        clear(self.parts)
        self._add_safety(today)
        self._add_time_off()
        self._add_low()
        self._add_rested()
        self._add_planned()
        self._add_promises()
        if today.empty:
            self._add_empty()
        else:
            self._add_comments(today)
        self._add_last_lines(today)

    def _greet(self) -> None:
        local = self._desk.clock.utc().astimezone(self._desk.clock.zone())
        safe_text.say(self.greeting, greeting(local.hour))
        words = QLocale(language()).toString(
            QDate(local.year, local.month, local.day), "dddd d MMMM"
        )
        safe_text.say(self.day, sentence_case(words))

    def _add_safety(self, today: Today) -> None:
        # Somebody who may be in distress waits no longer than a threat, and is as little a
        # thing to read unprepared: the card says that there is something, the panel how to help.
        if self._not_now or not (today.safety or today.distress):
            return
        card = SafetyCard(self._desk)
        card.steps.connect(self._open_safety)
        card.later.connect(self._later)
        self.parts.addWidget(card)

    def _add_time_off(self) -> None:
        time_off = self._workspace.care.time_off
        standing = time_off.standing()
        if standing is TimeOff.NONE:
            return
        card = ComingBackCard(self._desk, standing, time_off.social_break())
        about_today = standing in {TimeOff.DONE_TODAY, TimeOff.NEXT_MORNING}
        card.back.connect(time_off.back_today if about_today else time_off.end)
        self.parts.addWidget(card)

    def _add_low(self) -> None:
        moods = self._workspace.care.moods
        people = self._low_line or moods.low_days()
        if people and not self._low_line:
            self._low_line = True  # it stays while the program is open, then for a fortnight not
            attempt(self._desk, moods.said_low_line)
        if people or moods.low_today():
            kind = bool(self._workspace.care.kind_shelf.all())
            self.parts.addWidget(LowCard(self._desk, kind=kind, people=people))

    def _add_rested(self) -> None:
        keys = self._workspace.resting.rested()
        if keys:
            self.parts.addWidget(RestedCard(self._desk, keys, numbers=self._numbers()))

    def _add_planned(self) -> None:
        plans = to_show(self._workspace.care.planned_today())
        if not plans:
            return
        self.parts.addWidget(section(self._desk, _("Planned for yourself")))
        for plan in plans:
            card = PlannedCard(self._desk, plan)
            card.answered.connect(self._answer)
            self.parts.addWidget(card)

    def _add_promises(self) -> None:
        line = promises_due(self._workspace, self._desk)
        if line is not None:
            self.parts.addWidget(line)

    def _add_comments(self, today: Today) -> None:
        if today.kind:
            self.parts.addWidget(section(self._desk, _("Kind ones")))
            for row in today.kind[:KIND_MOST]:
                self._add_row(CommentCard(self._desk, row, icon="heart"))
        needs = tuple(row for row in today.needs_you if row.lane is not Lane.DISTRESS)
        if needs:
            self.parts.addWidget(section(self._desk, _("What needs you")))
            for row in needs[:NEEDS_MOST]:
                self._add_row(CommentCard(self._desk, row))
            self._add_rest(today, len(needs))
        elif not today.kind:
            self.parts.addWidget(
                text(self._desk, _("All read. Nothing is waiting."), FontRole.COMMENT, ink="muted")
            )

    def _add_row(self, card: CommentCard) -> None:
        card.opened.connect(self._desk.open_comment)
        self.parts.addWidget(card)

    def _add_rest(self, today: Today, shown: int) -> None:
        more = max(today.needs_you_count, shown) - NEEDS_MOST
        words = _("Open the inbox")
        if more > 0:
            words = _("More in the inbox")
        if more > 0 and self._numbers():
            words = ngettext("{n} more in the inbox", "{n} more in the inbox", more).format(
                n=number(more)
            )
        button = Button(self._desk, words, ButtonKind.LINK)
        button.clicked.connect(lambda: self._desk.go("inbox"))
        self.parts.addWidget(button)

    def _add_empty(self) -> None:
        desk = self._desk
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, desk.theme.px(48), 0, desk.theme.px(24))
        column.setSpacing(desk.theme.px(14))
        leaf = picture(desk, "sprout", 40, ink="faint")
        words = text(
            desk,
            _("Nothing here yet. Bring in some comments, or try the made-up ones."),
            FontRole.COMMENT,
            ink="muted",
        )
        for label in (leaf, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addLayout(self._empty_buttons())
        self.parts.addWidget(holder)

    def _empty_buttons(self) -> QHBoxLayout:
        desk = self._desk
        bring = Button(desk, _("Import"), ButtonKind.SOFT, icon="import", height=38)
        paste = Button(desk, _("Paste"), icon="paste", height=38)
        try_out = Button(desk, _("Try with made-up comments"), height=38)
        bring.clicked.connect(self.import_asked)
        paste.clicked.connect(self.paste_asked)
        try_out.clicked.connect(lambda: desk.bring_in(made_up()))
        holder = Pane("none")
        flow = Flow(holder, desk.theme.px(8))
        for button in (bring, paste, try_out):
            flow.addWidget(button)
        holder.setMaximumWidth(sum(b.sizeHint().width() for b in (bring, paste, try_out)) + 40)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 10)
        row.addStretch(1)
        return row

    def _add_last_lines(self, today: Today) -> None:
        desk = self._desk
        lines = []
        if today.perspective is not None and today.perspective.comments and self._numbers():
            lines.append(perspective_sentence(today.perspective))
        breaks = self._workspace.care.breaks
        reading = reading_sentence(self._next_reading(), desk.clock.zone())
        if reading:
            lines.append(f"{reading}.")
        lines.append(outlook_sentence(outlook(breaks.state, breaks.rule), desk.clock.zone()))
        for place, line in enumerate(lines):
            label = text(desk, line, FontRole.META, ink="muted")
            label.setContentsMargins(3, desk.theme.px(10) if place == 0 else 0, 0, 0)
            self.parts.addWidget(label)

    def _next_reading(self) -> ReadingTime | None:
        preferences, clock = self._workspace.preferences, self._desk.clock
        return reading_time(preferences.get, clock.utc(), clock.zone())

    def _numbers(self) -> bool:
        return bool(self._workspace.preferences.get("look.numbers"))

    def _answer(self, item: int, answer: Answer) -> None:
        change = self._workspace.care.answer(item, answer)
        self._desk.toast(change_sentence(change), change.undo is not None)
        self.refresh(None)

    def _open_safety(self) -> None:
        rows = self._workspace.inbox.safety() or self._workspace.inbox.today().distress
        if rows:
            self._desk.open_comment(rows[0].key)

    def _later(self) -> None:
        """Put the card aside until the app is opened again; the inbox keeps its own."""
        self._not_now = True
        self.refresh(None)


def greeting(hour: int) -> str:
    """Greet by the hour of the day, without a name."""
    if 4 <= hour < 11:
        return _("Good morning")
    if 17 <= hour < 22:
        return _("Good evening")
    # At night too: what time it is for somebody is nobody's business.
    return _("Hello")
