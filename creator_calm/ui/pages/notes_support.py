"""Notes & support: people to turn to, messages to copy, plans for oneself, own notes, help lines.

Nothing here dials, opens another program or is scanned. What is typed is never thrown away: a
form that will not do says so in place and keeps its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.care import Message
from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.pages.notes_section import NotesSection
from creator_calm.ui.pages.own_things_section import OwnThingsSection
from creator_calm.ui.pages.people_section import PeopleSection
from creator_calm.ui.pages.schedule_section import ScheduleSection
from creator_calm.ui.pages.time_off_section import CalendarSection, SocialBreakSection
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.forms import small_editor
from creator_calm.ui.widgets.frames import Card, Column, Middle
from creator_calm.ui.widgets.texts import page_margins, text
from creator_calm.wording import _
from creator_calm.wording.care import message_text, message_title

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

WIDTH = 760
MESSAGE_CAP = 2_000


class Part(Protocol):
    """A part of the page."""

    def retranslate(self) -> None:
        """Say everything again in the language in use."""


class NotesSupportPage(Column):
    """One scrolling page in five parts."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.COMMENT, ink="muted")
        self.people = PeopleSection(workspace, desk)
        self.messages = MessagesSection(desk)
        self.schedule = ScheduleSection(workspace, desk)
        self.calendar = CalendarSection(workspace, desk)
        self.social_break = SocialBreakSection(workspace, desk)
        self.notes = NotesSection(workspace, desk)
        self.lines = HelpLink(desk)
        self.own_things = OwnThingsSection(workspace, desk)
        self._lay_out()
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Notes & support")

    def refresh(self, change: Change | None) -> None:
        """Bring the parts up that a change touched; a form or note being written stays."""
        areas = change.areas if change is not None else ~Area.NOTHING
        if Area.CONTACTS & areas:
            self.people.refresh()
        if Area.SCHEDULE & areas:
            self.schedule.refresh()
            self.social_break.refresh()
        if Area.NOTES & areas:
            self.notes.refresh()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, self.title())
        safe_text.say(self.line, _("For you alone. Nothing here is read by the program."))
        for part in self._parts():
            cast("Part", part).retranslate()

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.people, self.messages, self.schedule, self.calendar, self.social_break,
            self.notes, self.lines, self.own_things,
        )  # fmt: skip

    def save(self) -> None:
        """Keep notes that are being written, before the library is closed."""
        self.notes.keep_all()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        inner = Middle(self._desk, WIDTH)
        column = inner.column
        column.setSpacing(theme.px(4))
        column.addWidget(self.heading)
        column.addWidget(self.line)
        for part in self._parts():
            column.addSpacing(theme.px(18))
            column.addWidget(part)
        column.addStretch(1)
        self.column.setContentsMargins(page_margins(self._desk))
        self.column.addWidget(inner)


class MessagesSection(QWidget):
    """Messages to a person of trust. They can be changed before copying; they are never sent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.heading = text(desk, role=FontRole.PANEL_TITLE)
        self._own: dict[Message, str] = {}
        self.editors = {message: small_editor(desk, MESSAGE_CAP, 2) for message in Message}
        self.titles = {message: text(desk, role=FontRole.CARD_TITLE) for message in Message}
        self.buttons = {message: Button(desk, icon="copy") for message in Message}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(10))
        column.addWidget(self.heading)
        for message in Message:
            column.addWidget(self._card(message))

    def retranslate(self) -> None:
        """Word the messages in the language in use; what the creator changed stays as it is."""
        safe_text.say(self.heading, _("Messages to copy"))
        for message in Message:
            title = message_title(message)
            safe_text.say(self.titles[message], title)
            safe_text.name(self.editors[message], title)
            self.buttons[message].say(_("Copy"))
            safe_text.name(self.buttons[message], _("Copy: {what}").format(what=title))
            now = self.editors[message].toPlainText()
            if now in {"", self._own.get(message)}:
                safe_text.fill(self.editors[message], message_text(message))
                self._own[message] = self.editors[message].toPlainText()

    def _card(self, message: Message) -> Card:
        card = Card(self._desk, padding=14)
        head = QHBoxLayout()
        head.addWidget(self.titles[message], 1)
        head.addWidget(self.buttons[message])
        card.column.addLayout(head)
        card.column.addWidget(self.editors[message])
        self.buttons[message].clicked.connect(lambda: self._copy(message))
        return card

    def _copy(self, message: Message) -> None:
        safe_text.copy(self.editors[message].toPlainText())
        self._desk.toast(_("Copied. Paste it where you want it."))


class HelpLink(QWidget):
    """The way to the help lines."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.button = Button(desk, icon="life-ring")
        self.button.clicked.connect(lambda: desk.go("help"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.button.say(_("Help lines"))
