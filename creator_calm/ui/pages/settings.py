"""Settings: one scrolling page made from the `Setting` lines, a list of its parts, search on top.

Each change applies at once and can be taken back; there is no button that makes it count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from creator_calm.domain.change import Area
from creator_calm.domain.problems import Problem
from creator_calm.domain.settings import SETTINGS, Section
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card, Column, Hairline, Middle, Pane
from creator_calm.ui.widgets.setting_rows import SettingRow
from creator_calm.ui.widgets.texts import clear, page_margins, text
from creator_calm.wording import (
    _,
    change_sentence,
    design_choice_line,
    problem_sentence,
    section_name,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from creator_calm.domain.change import Change
    from creator_calm.domain.settings import SettingValue
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

WHOLE = 980
"""The list of parts and the parts themselves."""
LIST_FROM = 860
"""Below this width the list of parts gives its room to the settings themselves."""


TRIED_FIRST = "triage.level"


class SettingsPage(Pane):
    """Sections as cards of rows."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__("bg")
        self._preferences = workspace.preferences
        self._desk = desk
        self.rows: dict[str, SettingRow] = {}
        self._cards: dict[Section, Card] = {}
        self._honest: dict[Section, QLabel] = {}
        self._titles: dict[Section, QLabel] = {}
        self._lines: list[tuple[Section, Hairline]] = []
        self.heading = text(desk, role=FontRole.TITLE)
        self.search = safe_text.line_field()
        self.search.textChanged.connect(self._filter)
        desk.theme.set_font(self.search, FontRole.BODY)
        self.none = text(desk, role=FontRole.COMMENT, ink="muted")
        self.parts = QVBoxLayout()
        self.list = Pane("bg")
        self._list_column = QVBoxLayout(self.list)
        self.view = Column()
        self._lay_out()
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Settings")

    def refresh(self, change: Change | None) -> None:
        """Show what is kept."""
        if change is not None and Area.SETTINGS not in change.areas:
            return
        for key, row in self.rows.items():
            row.show_value(self._preferences.get(key))

    def retranslate(self) -> None:
        """Build the rows again in the language in use; search and scroll position stay."""
        at = self.view.verticalScrollBar().value()
        safe_text.say(self.heading, self.title())
        safe_text.placeholder(self.search, _("Search settings"))
        safe_text.name(self.search, _("Search settings"))
        safe_text.say(self.none, _("No setting matches."))
        with focus_kept(self):
            self._build()
            self._filter()
        self.view.verticalScrollBar().setValue(at)

    def show_section(self, section: Section) -> None:
        """Scroll to a part."""
        title = self._titles.get(section)
        if title is None:
            return
        top = title.mapTo(self.view.body, QPoint(0, 0)).y()
        self.view.verticalScrollBar().setValue(max(0, top - self._desk.theme.px(12)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the list of parts where there is room for it."""
        super().resizeEvent(event)
        self.list.setVisible(self.width() >= self._desk.theme.px(LIST_FROM))

    def _lay_out(self) -> None:
        theme = self._desk.theme
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        self.search.setMinimumWidth(theme.px(110))
        self.search.setMaximumWidth(theme.px(240))
        head.addWidget(self.search, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self.parts.setSpacing(theme.px(6))
        column.addWidget(self.none)
        column.addLayout(self.parts)
        column.addStretch(1)
        self.view.column.setContentsMargins(0, 0, 16, 24)
        self.view.column.addWidget(inner)
        self._list_column.setContentsMargins(0, theme.px(8), 0, 0)
        self._list_column.setSpacing(theme.px(4))
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(24))
        middle.addWidget(self.list)
        middle.addWidget(self.view, 1)
        whole = Middle(self._desk, WHOLE)
        whole.column.setSpacing(theme.px(12))
        whole.column.addLayout(head)
        whole.column.addLayout(middle, 1)
        outer = QVBoxLayout(self)
        margins = page_margins(self._desk)
        outer.setContentsMargins(margins.left(), margins.top(), 16, 0)
        outer.addWidget(whole)

    def _build(self) -> None:
        clear(self.parts)
        clear(self._list_column)
        self.rows.clear()
        self._cards.clear()
        self._titles.clear()
        self._honest.clear()
        self._lines.clear()
        for section in Section:
            settings = [one for one in SETTINGS if one.section is section]
            if settings:
                self._add_section(section)
                for setting in settings:
                    self._add_row(section, SettingRow(
                        self._desk, setting, self._preferences.get(setting.key)
                    ))  # fmt: skip
            if section is Section.PUTTING_AWAY:
                self._add_rules(section)
            elif section is Section.REPLIES:
                self._add_own_words(section)
        self._list_column.addStretch(1)

    def _add_section(self, section: Section) -> None:
        name = section_name(section)
        title = text(self._desk, name, FontRole.PANEL_TITLE)
        title.setContentsMargins(3, self._desk.theme.px(12), 0, 0)
        card = Card(self._desk)
        card.column.setSpacing(0)
        self._titles[section], self._cards[section] = title, card
        self.parts.addWidget(title)
        if any(one.design_choice and one.section is section for one in SETTINGS):
            # Said once for all of them: ten times it would be a warning.
            line = text(self._desk, design_choice_line(), FontRole.META, ink="muted")
            line.setContentsMargins(3, 0, 0, 0)
            self._honest[section] = line
            self.parts.addWidget(line)
        self.parts.addWidget(card)
        link = Button(self._desk, name, ButtonKind.GHOST)
        link.clicked.connect(lambda: self.show_section(section))
        self._list_column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_row(self, section: Section, row: SettingRow) -> None:
        card = self._cards[section]
        if card.column.count():
            line = Hairline(self._desk, token="hairline")  # noqa: S106 - a colour's name
            self._lines.append((section, line))
            card.column.addWidget(line)
        card.column.addWidget(row)
        self.rows[row.setting.key] = row
        row.chosen.connect(self._choose)

    def _add_rules(self, section: Section) -> None:
        line = _("Your own words, people you trust, your corrections.")
        self._cards[section].column.addWidget(text(self._desk, line, FontRole.META, ink="muted"))
        self.own_rules = Button(self._desk, _("My rules"), ButtonKind.SOFT)
        self.own_rules.clicked.connect(lambda: self._desk.go("rules"))
        self._cards[section].column.addWidget(self.own_rules, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_own_words(self, section: Section) -> None:
        line = _("Replies you save, what you can offer, where people can write to you in private.")
        self._cards[section].column.addWidget(text(self._desk, line, FontRole.META, ink="muted"))
        self.own_words = Button(self._desk, _("Your words"), ButtonKind.SOFT)
        self.own_words.clicked.connect(lambda: self._desk.go("words"))
        self._cards[section].column.addWidget(self.own_words, 0, Qt.AlignmentFlag.AlignLeft)
        self.learned = Button(self._desk, _("What it has learned"), ButtonKind.SOFT)
        self.learned.clicked.connect(lambda: self._desk.go("learned"))
        self._cards[section].column.addWidget(self.learned, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self, key: str, value: SettingValue) -> None:
        row = self.rows[key]
        if key == TRIED_FIRST:
            # What it would change is shown before it counts.
            row.show_value(self._preferences.get(key))
            self._desk.ask_level(str(value))
            return
        try:
            change = self._preferences.set(key, value)
        except Problem as problem:
            row.say(problem_sentence(problem))
            return
        row.say("")
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        shown: set[Section] = set()
        for row in self.rows.values():
            fits = row.fits(words)
            row.setVisible(fits)
            if fits:
                shown.add(row.setting.section)
        for section, card in self._cards.items():
            card.setVisible(section in shown)
            self._titles[section].setVisible(section in shown)
            if section in self._honest:
                self._honest[section].setVisible(section in shown)
        for _section, line in self._lines:
            line.setVisible(not words)
        self.none.setVisible(not shown)
