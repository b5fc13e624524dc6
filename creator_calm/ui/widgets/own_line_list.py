"""A list of short lines of the creator's own, in their order: offers, places for private answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.comment import Platform
from creator_calm.domain.own_words import LINE_MAX
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup
from creator_calm.ui.widgets.forms import Field, problem_line, say_problem
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.quiet_controls import CalmCombo
from creator_calm.ui.widgets.texts import clear, quoted, text
from creator_calm.wording import _, language_name, platform_name
from creator_calm.wording.own_words import own_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.ui.desk import Desk

LANGUAGES = ("", "en", "sv")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: id 0 for a new one; `platform` None fits everywhere."""

    id: int
    words: str
    language: str = ""
    platform: Platform | None = None


class OwnLineList(Card):
    """`kept` carries a Line, `asked` a code (up, down, remove) and an id."""

    kept = Signal(object)
    asked = Signal(str, int)

    def __init__(
        self, desk: Desk, label: str, empty: str, note: str, *, platforms: bool = False
    ) -> None:
        super().__init__(desk)
        self._editing = 0
        self._lines: tuple[Line, ...] = ()
        self.empty = text(desk, empty, ink="muted")
        self.note = text(desk, note, FontRole.META, ink="muted")
        self.words = Field(desk, label, safe_text.line_field(LINE_MAX))
        self.language = PillGroup(
            desk, _("Language"), tuple((code, own_language(code)) for code in LANGUAGES)
        )
        self.platform = CalmCombo(desk)
        self.problem = problem_line(desk)
        self.add = Button(desk, kind=ButtonKind.SOFT)
        self.cancel = Button(desk, _("Cancel"), ButtonKind.GHOST)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(desk.theme.px(10))
        self._fill_platforms()
        self._lay_out(platforms=platforms)
        self.add.clicked.connect(self._keep)
        self.words.field.returnPressed.connect(self._keep)  # type: ignore[union-attr] # one line
        self.cancel.clicked.connect(self.begin)
        self.begin()

    def _fill_platforms(self) -> None:
        safe_text.name(self.platform, _("Where it is named"))
        safe_text.add_choice(self.platform, _("On every platform"), "")
        for one in Platform:
            if platform_name(one):
                safe_text.add_choice(self.platform, platform_name(one), one.value)

    def _lay_out(self, *, platforms: bool) -> None:
        self.column.addLayout(self.rows)
        for part in (self.empty, self.note, self.words, self.language):
            self.column.addWidget(part)
        if platforms:
            self.column.addWidget(row_of(self._desk, self.platform))
        self.column.addWidget(self.problem)
        self.column.addWidget(row_of(self._desk, self.add, self.cancel))

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show what is kept; what is being written stays."""
        self._lines = tuple(lines)
        clear(self.rows)
        for line in self._lines:
            self._add_row(line)
        self.empty.setVisible(not self._lines)
        self.note.setVisible(bool(self._lines))
        if self._editing and all(line.id != self._editing for line in self._lines):
            self._editing = 0
            self._name_buttons()

    def begin(self) -> None:
        """Make room for a new line."""
        self._editing = 0
        self.words.fill("")
        self.language.choose("")
        self.platform.setCurrentIndex(0)
        say_problem(self.problem, "")
        self._name_buttons()

    def say(self, sentence: str) -> None:
        """Say in place why a line cannot be kept; it stays in the field."""
        say_problem(self.problem, sentence)

    def written(self) -> Line | None:
        """Return a line that is written and not kept; None when there is none."""
        code = str(self.platform.currentData() or "")
        platform = Platform(code) if code else None
        line = Line(self._editing, self.words.words(), self.language.current(), platform)
        return line if line.words.strip() and line not in self._lines else None

    def _name_buttons(self) -> None:
        self.add.say(_("Save") if self._editing else _("Add"))
        self.cancel.setVisible(bool(self._editing))

    def _keep(self) -> None:
        line = self.written()
        if line is not None:
            self.kept.emit(line)
        elif self._editing:
            self.begin()
        else:
            self.words.field.setFocus()

    def take(self, line: Line) -> None:
        """Show a line that is being written."""
        self._editing = line.id
        self.words.fill(line.words)
        self.language.choose(line.language if line.language in LANGUAGES else "")
        code = line.platform.value if line.platform is not None else ""
        self.platform.setCurrentIndex(max(self.platform.findData(code), 0))
        self._name_buttons()

    def _add_row(self, line: Line) -> None:
        holder = QWidget()
        row = QVBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(quoted(self._desk, line.words, FontRole.STRONG, cap=LINE_MAX))
        parts = (
            language_name(line.language) if line.language else "",
            platform_name(line.platform) if line.platform is not None else "",
        )
        below = " · ".join(part for part in parts if part)
        if below:
            row.addWidget(text(self._desk, below, FontRole.META, ink="muted"))
        short = safe_text.accessible(line.words)
        buttons = []
        for code, words in (
            ("edit", _("Edit")),
            ("up", _("Move up")),
            ("down", _("Move down")),
            ("remove", _("Remove")),
        ):
            button = Button(self._desk, words, ButtonKind.GHOST, height=28)
            safe_text.name(button, f"{words}: {short}")
            button.clicked.connect(lambda _on=False, code=code: self._ask(code, line))
            buttons.append(button)
        row.addWidget(row_of(self._desk, *buttons))
        self.rows.addWidget(holder)

    def _ask(self, code: str, line: Line) -> None:
        if code == "edit":
            self.take(line)
            self.words.field.setFocus()
        else:
            self.asked.emit(code, line.id)
