"""One question of what is looked into: how it stands, what was found out, who knows more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.facts import NOTE_MAX, WHO_MAX, FactState
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import CheckPill
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _
from creator_calm.wording.facts import fact_question, fact_state

if TYPE_CHECKING:
    from creator_calm.domain.facts import Fact
    from creator_calm.ui.desk import Desk

KEEP_MS = 800
CHOICES = (FactState.KNOWN, FactState.NOT_KNOWN, FactState.ASK)


class FactRow(QWidget):
    """`marked` carries the state; `described` says that what is written is to be kept."""

    marked = Signal(object)
    described = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, fact: Fact) -> None:
        super().__init__()
        self._desk = desk
        self.fact = fact
        self.question = text(desk, role=FontRole.STRONG)
        self.pills = {state: CheckPill(desk, fact_state(state)) for state in CHOICES}
        self.note = safe_text.line_field(NOTE_MAX)
        self.who = safe_text.line_field(WHO_MAX)
        self.remove = Button(desk, kind=ButtonKind.GHOST, icon="close", height=28)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self.described)
        self._lay_out()
        self._connect()
        safe_text.fill(self.note, fact.note)
        safe_text.fill(self.who, fact.who)
        self.show_fact(fact)
        self.retranslate()

    def show_fact(self, fact: Fact) -> None:
        """Show how it stands; what is being written stays."""
        kept = (self.fact.note, self.fact.who)
        if self.written() == kept != (fact.note, fact.who):
            safe_text.fill(self.note, fact.note)
            safe_text.fill(self.who, fact.who)
        self.fact = fact
        for state, pill in self.pills.items():
            pill.setChecked(fact.state is state)
        self.note.setVisible(fact.marked or bool(fact.note))
        self.who.setVisible(fact.state is FactState.ASK or bool(fact.who))

    def written(self) -> tuple[str, str]:
        """Return the note and who knows more, as they stand in the fields."""
        return self.note.text().strip(), self.who.text().strip()

    def keep(self) -> None:
        """Have what is written kept now, if it is not yet."""
        self._keeping.stop()
        if self.written() != (self.fact.note, self.fact.who):
            self.described.emit()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        asked = fact_question(self.fact)
        safe_text.words(self.question, asked, 200)
        short = safe_text.accessible(asked)
        for state, pill in self.pills.items():
            safe_text.caption(pill, fact_state(state))
            safe_text.name(pill, f"{short} {fact_state(state)}")
            pill.updateGeometry()
        for field, words in ((self.note, _("What you found out")), (self.who, _("Who knows more"))):
            safe_text.placeholder(field, words)
            safe_text.name(field, f"{short} {words}")
        self.remove.named(_("Remove this question"))

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(6))
        column.setSpacing(px(6))
        column.addWidget(self.question)
        row = QWidget()
        flow = Flow(row, px(6))
        for pill in self.pills.values():
            flow.addWidget(pill)
        flow.addWidget(self.remove)
        self.remove.setVisible(self.fact.question is None)
        column.addWidget(row)
        for field in (self.who, self.note):
            self._desk.theme.set_font(field, FontRole.BODY)
            column.addWidget(field)

    def _connect(self) -> None:
        for state, pill in self.pills.items():
            pill.clicked.connect(lambda on, state=state: self._choose(state, on=on))
        self.note.textEdited.connect(self._keeping.start)
        self.who.textEdited.connect(self._keeping.start)
        self.remove.clicked.connect(self.removed)

    def _choose(self, state: FactState, *, on: bool) -> None:
        self.marked.emit(state if on else FactState.OPEN)
