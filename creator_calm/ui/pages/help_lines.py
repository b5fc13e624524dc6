"""Help lines: one quiet click away on every page, without a connection, without a comment near.

While words are covered it shows what belongs to nobody: emergency numbers, checked lines and
directories. Nothing here blinks, dials, or comes up by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.change import Area
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card, Column, Middle
from creator_calm.ui.widgets.help_cards import LineCard, OwnLineCard, OwnLineForm, copy_row
from creator_calm.ui.widgets.kind_cards import heading, row_of
from creator_calm.ui.widgets.quiet_controls import CalmCombo
from creator_calm.ui.widgets.texts import clear, page_margins, text
from creator_calm.wording import _, change_sentence, problem_sentence
from creator_calm.wording.help_lines import (
    countries,
    country_name,
    emergency_sentence,
    honest_lines,
)
from creator_calm.workspace.looking_after import DIRECTORIES

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.help_lines import OwnLine
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

WIDTH = 760
ELSEWHERE = "ZZ"
"""ISO 3166 leaves it free: a country whose emergency number is not known here."""
_SHOWS = Area.HELP_LINES | Area.SETTINGS


class HelpLinesPage(Column):
    """Emergency first, then the creator's own entries, then checked ones, then directories."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._lines = workspace.care.help_lines
        self._preferences = workspace.preferences
        self._covered = workspace.care.breaks.state.live
        self._desk = desk
        self._choosing = False
        self.form: OwnLineForm | None = None
        self.heading = text(desk, role=FontRole.TITLE)
        self.parts = QVBoxLayout()
        inner = Middle(desk, WIDTH)
        inner.column.setSpacing(desk.theme.px(8))
        inner.column.addWidget(self.heading)
        self.parts.setSpacing(desk.theme.px(10))
        inner.column.addLayout(self.parts)
        inner.column.addStretch(1)
        self.column.setContentsMargins(page_margins(desk))
        self.column.addWidget(inner)
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Help lines")

    def refresh(self, change: Change | None) -> None:
        """Show what is kept; a form that is open stays with what was typed."""
        if change is None or change.areas & _SHOWS:
            with focus_kept(self):
                self._fill()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, self.title())
        self._fill()

    def edit(self, line_id: int) -> None:
        """Open the form for an entry, 0 for a new one; one form at a time."""
        if self.form is None:
            known = next((one for one in self._lines.own() if one.id == line_id), None)
            self.form = OwnLineForm(self._desk, known)
            self.form.saved.connect(self._save)
            self.form.cancelled.connect(self._close)
            self._fill()
        self.form.name.field.setFocus()

    def _fill(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
        clear(self.parts)
        self._add_danger()
        if not self._covered:
            self._add_own()
        self._add_checked()
        self._add_directories()
        for line in honest_lines():
            self.parts.addWidget(text(self._desk, line, FontRole.META, ink="muted"))

    def _add_danger(self) -> None:
        chosen = self._lines.countries()
        card = Card(self._desk)
        for code in chosen or ("",):
            numbers = self._lines.emergency((code,))
            words = emergency_sentence(numbers)
            if len(chosen) > 1:
                words = f"{country_name(code)}: {words}"
            card.column.addWidget(text(self._desk, words, FontRole.CARD_TITLE))
        if not self._covered:
            self._add_country(card, chosen)
        self.parts.addWidget(card)

    def _add_country(self, card: Card, chosen: tuple[str, ...]) -> None:
        if chosen and not self._choosing:
            change = Button(self._desk, _("Change country"), ButtonKind.GHOST)
            change.clicked.connect(self._choose)
            card.column.addWidget(row_of(self._desk, change))
            return
        asked = _("Where are you? Used for emergency numbers, nothing else.")
        card.column.addWidget(text(self._desk, asked, FontRole.BODY, ink="muted"))
        first = self._combo(chosen[0] if chosen else _here(), none=False)
        second = self._combo(chosen[1] if len(chosen) > 1 else "", none=True)
        safe_text.name(first, _("Country"))
        safe_text.name(second, _("A second country, for when you travel"))
        save = Button(self._desk, _("Save"), ButtonKind.SOFT)
        save.clicked.connect(lambda: self._set(first.currentData(), second.currentData()))
        card.column.addWidget(row_of(self._desk, first, second, save))

    def _combo(self, chosen: str, *, none: bool) -> CalmCombo:
        combo = CalmCombo(self._desk)
        if none:
            safe_text.add_choice(combo, _("No second country"), "")
        for code, name in countries():
            safe_text.add_choice(combo, name, code)
        safe_text.add_choice(combo, _("Another country"), ELSEWHERE)
        known = combo.findData(chosen)
        combo.setCurrentIndex(known if known >= 0 else combo.findData("" if none else ELSEWHERE))
        return combo

    def _choose(self) -> None:
        self._choosing = True
        self.refresh(None)

    def _set(self, first: str, second: str) -> None:
        self._choosing = False
        wanted = " ".join(dict.fromkeys(code for code in (first, second) if code))
        attempt(self._desk, lambda: self._preferences.set("care.country", wanted))
        self.refresh(None)

    def _add_own(self) -> None:
        self.parts.addWidget(heading(self._desk, _("Your own")))
        for line in self._lines.own():
            if self.form is None or line.id != self.form.id:
                card = OwnLineCard(self._desk, line, self._copy)
                card.edited.connect(self.edit)
                card.removed.connect(self._remove)
                self.parts.addWidget(card)
        if self.form is not None:
            self.parts.addWidget(self.form)
            return
        add = Button(self._desk, _("Add one"), icon="plus")
        add.clicked.connect(lambda: self.edit(0))
        self.parts.addWidget(row_of(self._desk, add))

    def _add_checked(self) -> None:
        shown = self._lines.checked(self._lines.countries())
        if shown:
            self.parts.addWidget(heading(self._desk, _("Checked by the project")))
        for line in shown:
            self.parts.addWidget(LineCard(self._desk, line, self._copy))

    def _add_directories(self) -> None:
        self.parts.addWidget(heading(self._desk, _("Directories of help lines, by country:")))
        card = Card(self._desk)
        for name in DIRECTORIES:
            card.column.addLayout(copy_row(self._desk, name, self._copy))
        self.parts.addWidget(card)

    def _copy(self, words: str) -> None:
        safe_text.copy(words)
        self._desk.toast(_("Copied. Paste it where you want it."))

    def _save(self, line: OwnLine) -> None:
        form = self.form
        if form is None:
            return
        try:
            change = self._lines.save(line)
        except Problem as problem:
            empty = problem.code is ProblemCode.FIELD_EMPTY
            words = _("A name is needed, so that you find it again.")
            form.say(words if empty else problem_sentence(problem))
            return
        self._close()
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _remove(self, line_id: int) -> None:
        change = attempt(self._desk, lambda: self._lines.remove(line_id))
        if change is not None:
            self._desk.toast(change_sentence(change), change.undo is not None)

    def _close(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._fill()


def _here() -> str:
    """Return the country of the system's own language settings; no network is asked."""
    return str(QLocale.territoryToCode(QLocale.system().territory()))
