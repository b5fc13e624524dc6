"""The parts of Notes & support about time off: a calendar file, a break from social media."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from creator_calm.domain.care import SocialBreak
from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import Switch
from creator_calm.ui.widgets.coming_back import LINE_CAP, day_words
from creator_calm.ui.widgets.day_field import day_field, day_in, name_day, show_day
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.forms import problem_line, say_problem, small_editor
from creator_calm.ui.widgets.frames import Card, Pane
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, change_sentence, problem_sentence
from creator_calm.wording.care import audience_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

WEEK = timedelta(days=7)
FILE_NAME = "creator-calm.ics"


class CalendarSection(QWidget):
    """Saves what is planned as a file for a calendar program. Nothing is sent anywhere."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._time_off = workspace.care.time_off
        self._desk = desk
        self.line = text(desk, role=FontRole.BODY, ink="muted")
        self.private = Switch(desk, "")
        self.remind = Switch(desk, "")
        self.save = Button(desk, icon="clock")
        self.save.clicked.connect(self._save)
        self.problem = problem_line(desk)
        holder = Pane("none")
        flow = Flow(holder, desk.theme.px(14))
        for part in (self.save, self.private, self.remind):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(8))
        for widget in (self.line, holder, self.problem):
            column.addWidget(widget)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.line, _("For your calendar program, as a file."))
        self.save.say(_("Save as a calendar file"))
        for switch, words in (
            (self.private, _("Titles as “Private”")),
            (self.remind, _("With a reminder")),
        ):
            safe_text.caption(switch, words)
            switch.updateGeometry()

    def write(self, path: Path) -> None:
        """Write the file, or say in place why that cannot be."""
        title = _("Private") if self.private.isChecked() else ""
        say_problem(self.problem, "")
        try:
            self._time_off.save_calendar(path, private_title=title, remind=self.remind.isChecked())
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))
            return
        self._desk.toast(_("Saved. Open the file in your calendar program."))

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _filter = QFileDialog.getSaveFileName(
            self, _("Save as a calendar file"), str(Path(folder) / FILE_NAME)
        )
        if path:
            self.write(Path(path))


class SocialBreakSection(QWidget):
    """From and to, a line for the audience, and nothing that counts the days."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._time_off = workspace.care.time_off
        self._desk = desk
        self.heading = text(desk, role=FontRole.PANEL_TITLE)
        self.about = text(desk, role=FontRole.BODY, ink="muted")
        self.first, self.last = day_field(desk), day_field(desk)
        self.labels = {field: _label(desk, field) for field in (self.first, self.last)}
        self.words = small_editor(desk, LINE_CAP, 2)
        self.words_label = _label(desk, self.words)
        self.problem = problem_line(desk)
        self.save = Button(desk, kind=ButtonKind.SOFT)
        self.copy = Button(desk, icon="copy")
        self.forget = Button(desk, kind=ButtonKind.GHOST)
        self.save.clicked.connect(self._save)
        self.copy.clicked.connect(self._copy)
        self.forget.clicked.connect(self._forget)
        self._suggested = ""
        self._lay_out()

    def refresh(self) -> None:
        """Show the break that is kept; dates begin at today without one."""
        kept = self._time_off.social_break()
        self.forget.setVisible(kept is not None)
        today = self._desk.clock.utc().astimezone(self._desk.clock.zone()).date()
        first, last = (kept.first, kept.last) if kept else (today, today + WEEK)
        for field, day in ((self.first, first), (self.last, last)):
            show_day(field, day)
        if kept is not None and kept.line:
            safe_text.fill(self.words, kept.line)
        self._suggest()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("A break from social media"))
        safe_text.say(self.about, _("Today says so while it lasts, and welcomes you back."))
        for field, words in ((self.first, _("First day")), (self.last, _("Last day"))):
            safe_text.say(self.labels[field], words)
            name_day(field, words)
        safe_text.say(self.words_label, _("A line for your audience, to copy"))
        safe_text.name(self.words, _("A line for your audience, to copy"))
        self.save.say(_("Note the break"))
        self.copy.say(_("Copy the line"))
        self.forget.say(_("No break after all"))
        self.refresh()

    def _suggest(self) -> None:
        """Offer a line with the last day in it, unless the creator wrote their own."""
        now = self.words.toPlainText()
        if now in {"", self._suggested}:
            self._suggested = audience_line(day_words(day_in(self.last)))
            safe_text.fill(self.words, self._suggested)

    def _save(self) -> None:
        say_problem(self.problem, "")
        line = self.words.toPlainText()
        try:
            change = self._time_off.plan(SocialBreak(day_in(self.first), day_in(self.last), line))
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))
            return
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _forget(self) -> None:
        change = self._time_off.end()
        self._desk.toast(_("No break is planned."), change.undo is not None)

    def _copy(self) -> None:
        safe_text.copy(self.words.toPlainText())
        self._desk.toast(_("Copied. Paste it where you want it."))

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        card = Card(self._desk, padding=14)
        days = Pane("none")
        flow = Flow(days, px(14))
        for field in (self.first, self.last):
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(px(4))
            inner.addWidget(self.labels[field])
            inner.addWidget(field)
            flow.addWidget(holder)
        answers = Pane("none")
        row = Flow(answers, px(8))
        for button in (self.save, self.copy, self.forget):
            row.addWidget(button)
        for part in (days, self.words_label, self.words, self.problem, answers):
            card.column.addWidget(part)
        self.last.dateChanged.connect(lambda _day: self._suggest())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for widget in (self.heading, self.about, card):
            column.addWidget(widget)


def _label(desk: Desk, field: QWidget) -> QLabel:
    label = text(desk, role=FontRole.META_STRONG, ink="muted")
    label.setBuddy(field)
    return label
