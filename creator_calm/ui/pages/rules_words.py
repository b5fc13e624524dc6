"""The words part of "My rules": add, change, remove, bring in and save as a plain list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.own_rules import LONGEST_PHRASE, Match, Phrase, Where, Wish
from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.forms import Field, problem_line, say_problem
from creator_calm.ui.widgets.frames import Card, Hairline
from creator_calm.ui.widgets.quiet_controls import CalmCombo
from creator_calm.ui.widgets.texts import clear, quoted, text
from creator_calm.wording import _, ngettext, number, problem_sentence
from creator_calm.wording.own_rules import match_name, phrase_line, where_name, wish_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.own_rules import OwnRulesDesk
    from creator_calm.workspace.trial import Trial

ROWS_SHOWN = 30
FILTER_FROM = 8
LIST_FILES = "*.txt"


class RulesWords(QWidget):
    """`proposed` carries a Trial."""

    proposed = Signal(object)

    def __init__(self, own_rules: OwnRulesDesk, desk: Desk) -> None:
        super().__init__()
        self._own_rules = own_rules
        self._desk = desk
        self._edited: Phrase | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.theme.px(6))
        self.retranslate()

    def retranslate(self) -> None:
        """Build it again in the language in use; what is being written stays."""
        kept = self._form() if hasattr(self, "words") else None
        self._build()
        if kept is not None:
            self._fill(kept)
        self.refresh()

    def refresh(self) -> None:
        """Show the words that are kept."""
        clear(self._list)
        wanted = self.filter.text().casefold().strip()
        phrases = self._own_rules.phrases()
        self.filter.setVisible(len(phrases) >= FILTER_FROM)
        found = [one for one in phrases if wanted in one.text.casefold()]
        hits = self._own_rules.hits() if found else {}
        for phrase in found[:ROWS_SHOWN]:
            self._list.addWidget(Hairline(self._desk, token="hairline"))  # noqa: S106 - a colour's name
            self._list.addWidget(self._row(phrase, hits.get(phrase.id)))
        left = len(found) - ROWS_SHOWN
        if left > 0:
            line = ngettext("and {n} more", "and {n} more", left).format(n=number(left))
            self._list.addWidget(text(self._desk, line, FontRole.META, ink="muted"))
        self.export.setEnabled(bool(phrases))

    def kept(self) -> None:
        """Empty the form: what stood in it was saved."""
        self._edited = None
        self._fill(Phrase(0, ""))

    # building

    def _build(self) -> None:
        desk = self._desk
        clear(self.column)
        self.column.addWidget(text(desk, _("Your own words"), FontRole.PANEL_TITLE))
        card = Card(desk)
        self.column.addWidget(card)
        help_line = _(
            "Words that are always put away, or never. Other spellings are seen through. What may be a matter of safety stays put away."
        )
        card.column.addWidget(text(desk, help_line, FontRole.META, ink="muted"))
        self._build_form(card)
        self.filter = safe_text.line_field()
        safe_text.placeholder(self.filter, _("Search your words"))
        safe_text.name(self.filter, _("Search your words"))
        self.filter.textChanged.connect(self.refresh)
        card.column.addWidget(self.filter)
        self._list = QVBoxLayout()
        card.column.addLayout(self._list)
        files = QWidget()
        flow = Flow(files, desk.theme.px(8))
        self.bring_in = Button(desk, _("Bring in a list"), ButtonKind.GHOST, icon="import")
        self.export = Button(desk, _("Save as a list"), ButtonKind.GHOST)
        flow.addWidget(self.bring_in)
        flow.addWidget(self.export)
        self.bring_in.clicked.connect(self._bring_in)
        self.export.clicked.connect(self._export)
        card.column.addWidget(files)

    def _build_form(self, card: Card) -> None:
        desk = self._desk
        self.words = Field(desk, _("Word or phrase"), safe_text.line_field(LONGEST_PHRASE))
        self.words.field.returnPressed.connect(self._look)  # type: ignore[union-attr]
        self.wish = PillGroup(
            desk, _("What happens"), tuple((one.value, wish_name(one)) for one in Wish)
        )
        self.match = self._combo(_("How it is looked for"), match_name, Match)
        self.where = self._combo(_("Where it is looked for"), where_name, Where)
        self.exceptions = Field(
            desk, _("But not where one of these stands, divided by commas"), safe_text.line_field()
        )
        self.note = Field(desk, _("Note for yourself"), safe_text.line_field())
        self.problem = problem_line(desk)
        self.look = Button(desk, _("See what it changes"), ButtonKind.SOFT, height=36)
        self.look.clicked.connect(self._look)
        self.stop = Button(desk, _("Leave it as it was"), ButtonKind.GHOST, height=36)
        self.stop.clicked.connect(self.kept)
        choices, buttons = QWidget(), QWidget()
        flow = Flow(choices, desk.theme.px(8))
        flow.addWidget(self.match)
        flow.addWidget(self.where)
        below = Flow(buttons, desk.theme.px(8))
        below.addWidget(self.look)
        below.addWidget(self.stop)
        parts = (
            self.words, self.wish, choices, self.exceptions, self.note, self.problem, buttons,
        )  # fmt: skip
        for part in parts:
            card.column.addWidget(part)
        self.stop.setVisible(self._edited is not None)

    def _combo(
        self,
        name: str,
        word: Callable[[Match], str] | Callable[[Where], str],
        choices: type[Match | Where],
    ) -> CalmCombo:
        combo = CalmCombo(self._desk)
        safe_text.name(combo, name)
        for one in choices:
            safe_text.add_choice(combo, word(one), one.value)  # type: ignore[arg-type]
        return combo

    def _row(self, phrase: Phrase, hits: tuple[int, int] | None) -> QWidget:
        desk = self._desk
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, desk.theme.px(3), 0, desk.theme.px(3))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(quoted(desk, phrase.text, FontRole.CONTROL, cap=LONGEST_PHRASE))
        words.addWidget(text(desk, phrase_line(phrase, hits), FontRole.META, ink="muted"))
        if phrase.note:
            note = quoted(desk, phrase.note, FontRole.META, cap=200)
            words.addWidget(note)
        line.addLayout(words, 1)
        change = Button(desk, _("Change"), ButtonKind.GHOST)
        change.clicked.connect(lambda: self._change(phrase))
        remove = Button(desk, _("Remove"), ButtonKind.GHOST)
        remove.clicked.connect(
            lambda: self._propose(lambda: self._own_rules.remove_phrases([phrase.id]))
        )
        for button in (change, remove):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    # doing

    def _form(self) -> Phrase:
        exceptions = tuple(filter(None, map(str.strip, self.exceptions.words().split(","))))
        return Phrase(
            self._edited.id if self._edited is not None else 0,
            self.words.words(),
            Wish(self.wish.current()),
            Match(self.match.currentData()),
            Where(self.where.currentData()),
            exceptions,
            self.note.words(),
        )

    def _fill(self, phrase: Phrase) -> None:
        self.words.fill(phrase.text)
        self.wish.choose(phrase.wish.value)
        self.match.setCurrentIndex(self.match.findData(phrase.match.value))
        self.where.setCurrentIndex(self.where.findData(phrase.where.value))
        self.exceptions.fill(", ".join(phrase.exceptions))
        self.note.fill(phrase.note)
        self.stop.setVisible(self._edited is not None)
        say_problem(self.problem, "")

    def _change(self, phrase: Phrase) -> None:
        self._edited = phrase
        self._fill(phrase)
        self.words.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        phrase = self._form()
        if self._edited is None:
            self._propose(lambda: self._own_rules.add_phrases([phrase]))
        else:
            self._propose(lambda: self._own_rules.change_phrase(replace(phrase)))

    def _propose(self, call: Callable[[], Trial]) -> None:
        say_problem(self.problem, "")
        try:
            self.proposed.emit(call())
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))

    def _bring_in(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a list of words"), "", LIST_FILES
        )
        if path:
            self.bring_in_from(path)

    def bring_in_from(self, path: str) -> None:
        """Propose the words of a list; say how many lines will not do."""
        refused = 0

        def call() -> Trial:
            nonlocal refused
            trial, refused = self._own_rules.bring_in_list(path)
            return trial

        self._propose(call)
        if refused:
            line = ngettext(
                "{n} line was left out: too short, or too long.",
                "{n} lines were left out: too short, or too long.",
                refused,
            )
            say_problem(self.problem, line.format(n=number(refused)))

    def _export(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self, _("Save your words as a list"), "words.txt", LIST_FILES
        )
        if not path:
            return
        try:
            self._own_rules.save_list(path)
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))
            return
        self._desk.toast(_("Your words are in that file."))
