"""Get the facts first: a few questions to look into before a detailed answer, folded to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creator_calm.domain.change import Area
from creator_calm.domain.facts import QUESTION_MAX, FactList
from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.fact_row import FactRow
from creator_calm.ui.widgets.forms import problem_line, say_problem
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, problem_sentence
from creator_calm.wording.facts import facts_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.facts import FactState
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class FactsBlock(ReplyBlock):
    """One list for the comment that is shown; sorts of comments without questions have none."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._facts = FactList()
        self._busy = False
        self.rows: list[FactRow] = []
        self.fold = Button(desk, kind=ButtonKind.LINK, icon="search", height=24)
        self.line = text(desk, role=FontRole.META, ink="muted")
        self.body = Notice(desk)
        self.why = text(desk, role=FontRole.META, ink="muted")
        self.own = safe_text.line_field(QUESTION_MAX)
        self.add = Button(desk, height=32)
        self.problem = problem_line(desk)
        self.enough = Button(desk, kind=ButtonKind.SOFT, height=32)
        self._list = QVBoxLayout()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.advice_asked)
        self._lay_out()
        self.hide()

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Show the list of this comment."""
        del plan, writing
        key = view.row.key
        another = key != self._key
        if another:
            self.save()
            self._key = key
            self.body.hide()
            safe_text.fill(self.own, "")
        self._read(anew=another)

    def refresh(self, change: Change) -> None:
        """Show the list again when something else changed it, as undo does."""
        if Area.FACTS in change.areas and self._key is not None and not self._busy:
            self._read(anew=True)
            self._later.start()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.say(
            self.why,
            _("What you find out is kept with the comment. Until then a short reply is enough."),
        )
        safe_text.name(self.own, _("A question of your own"))
        safe_text.placeholder(self.own, _("A question of your own"))
        self.add.say(_("Add"))
        for row in self.rows:
            row.retranslate()
        self._say()

    @property
    def for_comment(self) -> CommentKey | None:
        """The comment the questions are about."""
        return self._key

    @property
    def unfolded(self) -> bool:
        """Whether the questions are seen."""
        return not self.body.isHidden()

    def unfold(self) -> None:
        """Show the questions."""
        self.body.show()
        self._say()

    def save(self) -> None:
        """Keep what is being written."""
        for row in self.rows:
            row.keep()

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        self.fold.clicked.connect(self._toggle)
        self.add.clicked.connect(self._add)
        self.own.returnPressed.connect(self._add)
        self.enough.clicked.connect(self._enough)
        self._desk.theme.set_font(self.own, FontRole.BODY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self.fold)
        head.addWidget(self.line, 1)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.body)
        inner = self.body.column
        inner.setSpacing(px(8))
        inner.addWidget(self.why)
        inner.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self.own, 1)
        row.addWidget(self.add)
        inner.addLayout(row)
        inner.addWidget(self.problem)
        inner.addWidget(self.enough)

    def _read(self, *, anew: bool = False) -> None:
        key = self._key
        if key is None:
            return
        facts = attempt(self._desk, lambda: self._workspace.facts.of(key))
        self._facts = facts or FactList()
        same = [row.fact.question or row.fact.own for row in self.rows] == [
            fact.question or fact.own for fact in self._facts.facts
        ]
        if same and not anew:
            for row, fact in zip(self.rows, self._facts.facts, strict=True):
                row.show_fact(fact)
        else:
            self._fill()
        self.setVisible(bool(self._facts.facts))
        self._say()

    def _fill(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, fact in enumerate(self._facts.facts):
            row = FactRow(self._desk, fact)
            row.marked.connect(lambda state, place=place: self._mark(place, state))
            row.described.connect(lambda place=place: self._describe(place))
            row.removed.connect(lambda place=place: self._remove(place))
            self.rows.append(row)
            self._list.addWidget(row)

    def _say(self) -> None:
        folded = self.body.isHidden()
        self.fold.say(_("Get the facts first") if folded else _("Fold the questions"))
        safe_text.say(self.line, facts_line(self._facts))
        self.line.setVisible(self._facts.started)
        settled = self._facts.settled
        self.enough.setVisible(self._facts.enough or not settled)
        self.enough.say(_("Keep looking") if self._facts.enough else _("That is enough"))

    def _toggle(self) -> None:
        self.body.setVisible(self.body.isHidden())
        self._say()

    def _mark(self, place: int, state: FactState) -> None:
        row = self.rows[place]
        row.keep()
        if self._do(lambda key: self._workspace.facts.mark(key, place, state)) and row.fact.marked:
            field = row.who if row.who.isVisible() and not row.who.text() else row.note
            field.setFocus()

    def _describe(self, place: int) -> None:
        note, who = self.rows[place].written()
        self._do(lambda key: self._workspace.facts.describe(key, place, note, who))

    def _remove(self, place: int) -> None:
        self.save()
        self._do(lambda key: self._workspace.facts.remove(key, place))

    def _add(self) -> None:
        if not self.own.text().strip():
            self.own.setFocus()
            return
        self.save()
        words = self.own.text()
        if self._do(lambda key: self._workspace.facts.add(key, words)):
            safe_text.fill(self.own, "")

    def _enough(self) -> None:
        self.save()
        enough = not self._facts.enough
        self._do(lambda key: self._workspace.facts.set_enough(key, enough=enough))

    def _do(self, command: Callable[[CommentKey], Change]) -> bool:
        key = self._key
        if key is None:
            return False
        before = (self._facts.waits, self._facts.settled)
        self._busy = True
        try:
            change = command(key)
            self._desk.publish(change)
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))
            return False
        finally:
            self._busy = False
        say_problem(self.problem, "")
        self._read()
        if before != (self._facts.waits, self._facts.settled):
            self.advice_asked.emit()
        return True
