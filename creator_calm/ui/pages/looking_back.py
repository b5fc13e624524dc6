"""Looking back: own notes and reading over some time. Nothing is scored, nothing is explained."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.models.days_table import DaysTable
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup
from creator_calm.ui.widgets.closed_promises import ClosedLine
from creator_calm.ui.widgets.days_chart import DaysChart
from creator_calm.ui.widgets.frames import Card, Column, Middle
from creator_calm.ui.widgets.kind_cards import heading, row_of
from creator_calm.ui.widgets.texts import clear, page_margins, quoted, text
from creator_calm.wording import _, change_sentence, language
from creator_calm.wording.moods import (
    kept_sentence,
    mood_words,
    noted_sentence,
    opened_sentence,
    pattern_sentence,
    read_sentence,
    share_opening,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.moods import LookedBack, Mood
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

WIDTH = 900
RANGES = {"week": 7, "fortnight": 14, "quarter": 91, "year": 365, "years": 1096}
LISTED = 20
_SHOWS = Area.MOODS | Area.KIND_WORDS | Area.SETTINGS | Area.BREAKS | Area.PROMISES


class LookingBackPage(Column):
    """Two pictures with a sentence each, a table, and the notes one by one."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._moods = workspace.care.moods
        self._breaks = workspace.care.breaks
        self._promises = workspace.promises
        self._desk = desk
        self._range = "fortnight"
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.COMMENT, ink="muted")
        self.ranges = PillGroup(desk, "", tuple((code, code) for code in RANGES))
        self.ranges.choose(self._range)
        self.ranges.chosen.connect(self._choose)
        self.notes_title = text(desk, role=FontRole.PANEL_TITLE)
        self.notes_line = text(desk, role=FontRole.BODY)
        self.pattern = text(desk, role=FontRole.BODY, ink="muted")
        self.notes = DaysChart(desk, "moods")
        self.read_title = text(desk, role=FontRole.PANEL_TITLE)
        self.read_line = text(desk, role=FontRole.BODY)
        self.read = DaysChart(desk, "reading")
        self.ask = Button(desk, kind=ButtonKind.SOFT)
        self.as_table = Button(desk)
        self.share = Button(desk, icon="copy")
        self.model = DaysTable()
        self.table = QTableView()
        self.list = QVBoxLayout()
        self._lay_out()
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Looking back")

    def refresh(self, change: Change | None) -> None:
        """Show the time that is chosen, as it is known now."""
        if self._breaks.state.live or (change is not None and not change.areas & _SHOWS):
            return
        with focus_kept(self):
            self._show()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, self.title())
        safe_text.say(self.line, _("Your own notes."))
        words = {
            "week": _("Week"), "fortnight": _("Two weeks"), "quarter": _("Three months"),
            "year": _("Year"), "years": _("Three years"),
        }  # fmt: skip
        self.ranges.say(_("How far back"), tuple(words.items()))
        safe_text.say(self.notes_title, _("How you were"))
        safe_text.say(self.read_title, _("Reading"))
        self.ask.say(_("Note how you are"))
        self.share.say(_("Copy for someone I trust"))
        safe_text.name(self.table, _("Days as a table"))
        self._show()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        inner = Middle(self._desk, WIDTH)
        column = inner.column
        column.setSpacing(theme.px(6))
        for part in (self.heading, self.line, self.ranges):
            column.addWidget(part)
        for title, line, more, chart in (
            (self.notes_title, self.notes_line, self.pattern, self.notes),
            (self.read_title, self.read_line, None, self.read),
        ):
            card = Card(self._desk)
            card.column.addWidget(title)
            card.column.addWidget(line)
            if more is not None:
                card.column.addWidget(more)
            card.column.addWidget(chart)
            column.addWidget(card)
        column.addWidget(row_of(self._desk, self.ask, self.as_table, self.share))
        column.addWidget(self.table)
        self.list.setSpacing(theme.px(8))
        column.addLayout(self.list)
        column.addStretch(1)
        self.table.setModel(self.model)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setMinimumHeight(theme.px(260))
        self.table.hide()
        self.ask.clicked.connect(self._desk.ask_mood)
        self.as_table.clicked.connect(self._turn_table)
        self.share.clicked.connect(self._copy)
        self.column.setContentsMargins(page_margins(self._desk))
        self.column.addWidget(inner)

    def _show(self) -> None:
        found = self._found()
        noted = noted_sentence(found)
        read = [read_sentence(found), opened_sentence(found), kept_sentence(found)]
        safe_text.say(self.notes_line, noted)
        safe_text.say(self.pattern, pattern_sentence(found.pattern))
        self.pattern.setVisible(found.pattern is not None)
        safe_text.say(self.read_line, " ".join(line for line in read if line))
        self.notes.show_days(found, self.notes_title.text(), noted)
        self.read.show_days(found, self.read_title.text(), self.read_line.text())
        # Fewer than three points are a sentence, not a picture.
        self.notes.setVisible(len(found.moods) >= 3)
        self.share.setVisible(bool(found.moods))
        self.read.setVisible(sum(one.seconds >= 60 for one in found.read) >= 3)
        shown = not self.table.isHidden()
        if shown:
            self.model.show_days(found)
            self.table.resizeColumnsToContents()
        self.as_table.say(_("Hide the table") if shown else _("Show as table"))
        self._list(found)

    def _list(self, found: LookedBack) -> None:
        clear(self.list)
        self._list_kept(found)
        if not found.moods:
            return
        self.list.addWidget(heading(self._desk, _("Your notes, one by one")))
        for _day, mood in reversed(found.moods[-LISTED:]):
            self.list.addWidget(self._card(mood))
        everything = Button(self._desk, _("Remove the notes of this time"), ButtonKind.GHOST)
        everything.clicked.connect(
            lambda: self._do(lambda: self._moods.remove_between(found.first, found.last))
        )
        self.list.addWidget(row_of(self._desk, everything))

    def _list_kept(self, found: LookedBack) -> None:
        """List what was come back to in this time: lines, without a rate or a count."""
        zone = self._desk.clock.zone()
        views = [
            view
            for view in attempt(self._desk, self._promises.closed) or ()
            if view.promise.closed_at is not None
            and found.first <= view.promise.closed_at.astimezone(zone).date() <= found.last
        ]
        if views:
            self.list.addWidget(heading(self._desk, _("What you came back to")))
        for view in views[:LISTED]:
            self.list.addWidget(ClosedLine(self._desk, view, removable=False))

    def _card(self, mood: Mood) -> QWidget:
        card = Card(self._desk, padding=12)
        day = self._moods.day(mood.at)
        when = QLocale(language()).toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
        remove = Button(self._desk, _("Remove"), ButtonKind.GHOST)
        safe_text.name(remove, _("Remove the note of {day}").format(day=when))
        remove.clicked.connect(lambda: self._do(lambda: self._moods.remove([mood.id])))
        head = QHBoxLayout()
        head.addWidget(text(self._desk, when, FontRole.META_STRONG, ink="muted"), 1)
        head.addWidget(remove)
        card.column.addLayout(head)
        for words in (mood_words(mood), mood.note):
            if words:
                card.column.addWidget(quoted(self._desk, words, FontRole.BODY, cap=2_000))
        return card

    def _copy(self) -> None:
        lines = []
        for day, mood in self._found().moods:
            when = QLocale(language()).toString(QDate(day.year, day.month, day.day), "d MMMM")
            said = [part for part in (mood_words(mood), mood.note) if part]
            lines.append(f"{when}: {'. '.join(said)}")
        safe_text.copy("\n".join([share_opening(), "", *lines]))
        self._desk.toast(_("Copied. Paste it where you want it."))

    def _found(self) -> LookedBack:
        last = self._moods.today()
        return self._moods.looking_back(last - timedelta(days=RANGES[self._range] - 1), last)

    def _choose(self, code: str) -> None:
        self._range = code
        self._show()

    def _turn_table(self) -> None:
        self.table.setVisible(self.table.isHidden())
        self._show()

    def _do(self, command: Callable[[], Change]) -> None:
        change = attempt(self._desk, command)
        if change is not None:
            self._desk.toast(change_sentence(change), change.undo is not None)
