"""Promises: what the creator said they would come back to, in the order of its days. Nothing is late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.change import Area
from creator_calm.domain.problems import Problem
from creator_calm.domain.promises import Others
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.pages.facts_block import FactsBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.closed_promises import ClosedLine
from creator_calm.ui.widgets.day_field import day_in
from creator_calm.ui.widgets.empty import Empty
from creator_calm.ui.widgets.frames import Column, Middle
from creator_calm.ui.widgets.promise_acts import PromiseForm, row_of
from creator_calm.ui.widgets.promise_card import Act, PromiseCard
from creator_calm.ui.widgets.texts import clear, page_margins, text
from creator_calm.wording import _, change_sentence, language, problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.promise_view import PromiseView
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

WIDTH = 760
CLOSED_AT_ONCE = 30
_SHOWS: Final = (
    Area.PROMISES | Area.FACTS | Area.STATES | Area.COMMENTS | Area.IMPORTS | Area.ASSESSMENTS
    | Area.DRAFTS | Area.SETTINGS
)  # fmt: skip


class PromisesPage(Column):
    """One quiet list. One promise is open at a time and shows its steps; closed ones are folded."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._workspace = workspace
        self._promises = workspace.promises
        self._desk = desk
        self._chosen: int | None = None
        self._shows_closed = False
        self._tool = ""
        self._facts: FactsBlock | None = None
        self._asking: CommentKey | None = None
        self.form: PromiseForm | None = None
        self.cards: dict[int, PromiseCard] = {}
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.COMMENT, ink="muted")
        self.add = Button(desk, icon="plus")
        self.empty = Empty(desk, "promise")
        self.parts = QVBoxLayout()
        self.fold = Button(desk, kind=ButtonKind.LINK)
        self.closed = QVBoxLayout()
        self._lay_out()
        views = self._promises.open()
        self._chosen = views[0].promise.id if views else None
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Promises")

    def refresh(self, change: Change | None) -> None:
        """Show the list as it is; a form that is open stays with what was typed."""
        if change is None or change.areas & _SHOWS:
            if change is not None and change.areas == Area.FACTS and self._facts is not None:
                self._facts.refresh(change)
                if self._facts.isAncestorOf(self.focusWidget()):
                    return  # what is being marked stays below the hands
            with focus_kept(self):
                self._fill()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, self.title())
        safe_text.say(self.line, _("What you said you would come back to."))
        self.add.say(_("Add one"))
        self.empty.say(_("No promises open."))
        self._fill()

    def save(self) -> None:
        """Keep what is being written."""
        if self._facts is not None:
            self._facts.save()

    def write(self) -> None:
        """Open the form for something promised elsewhere."""
        if self.form is None:
            self.form = PromiseForm(self._desk, self._promises.default_day())
            self.form.saved.connect(self._save)
            self.form.cancelled.connect(self._close)
            self._fill()
        if self.isVisible():
            self.form.about.field.setFocus()

    def choose(self, promise_id: int) -> None:
        """Open one, or fold it where it is open."""
        self._chosen = None if self._chosen == promise_id else promise_id
        self._tool = ""
        self.save()
        with focus_kept(self):
            self._fill()

    # building

    def _lay_out(self) -> None:
        theme = self._desk.theme
        inner = Middle(self._desk, WIDTH)
        column = inner.column
        column.setSpacing(theme.px(4))
        column.addWidget(self.heading)
        column.addWidget(self.line)
        column.addSpacing(theme.px(10))
        column.addWidget(row_of(self._desk, self.add))
        column.addSpacing(theme.px(8))
        column.addWidget(self.empty)
        self.parts.setSpacing(theme.px(10))
        column.addLayout(self.parts)
        column.addSpacing(theme.px(14))
        column.addWidget(self.fold)
        self.closed.setSpacing(theme.px(4))
        column.addLayout(self.closed)
        column.addStretch(1)
        self.column.setContentsMargins(page_margins(self._desk))
        self.column.addWidget(inner)
        self.add.clicked.connect(self.write)
        self.fold.clicked.connect(self._turn_closed)

    def _fill(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
        before = self._facts
        self._asking = before.for_comment if before is not None and before.unfolded else None
        clear(self.parts)
        self._facts, self.cards = None, {}
        views = attempt(self._desk, self._promises.open) or ()
        self.empty.setVisible(not views and self.form is None)
        if self.form is not None:
            self.parts.addWidget(self.form)
        for view in views:
            self._add_card(view)
        self._fill_closed()

    def _add_card(self, view: PromiseView) -> None:
        number = view.promise.id
        opened = number == self._chosen
        facts = self._facts_of(view) if opened else None
        card = PromiseCard(
            self._desk, view, opened=opened, offers=self._offers_for(view), facts=facts
        )
        do, promises = self._do, self._promises
        card.acted.connect(lambda act: self._act(view, act))
        card.decided.connect(lambda what, words: do(lambda: promises.decide(number, what, words)))
        card.ended.connect(lambda outcome: do(lambda: promises.end(number, outcome)))
        card.put_off.connect(lambda day: do(lambda: promises.snooze_to(number, day)))
        card.moved.connect(lambda day: do(lambda: promises.set_due(number, day)))
        if opened and self._tool:
            card.open_tool(self._tool)
        card.tool_turned.connect(self._keep_tool)
        self.cards[number] = card
        self.parts.addWidget(card)

    def _offers_for(self, view: PromiseView) -> tuple[str, ...]:
        """Return the creator's own offers, in the language of the comment where one is known."""
        own = language()
        spoken = next((row.language for row in view.rows if row.language != "und"), own)
        return attempt(self._desk, lambda: self._workspace.offers.fitting(spoken)) or ()

    def _facts_of(self, view: PromiseView) -> FactsBlock | None:
        """Return the questions about the first comment, as they stand in the reply panel too."""
        if not view.promise.facts_missing or not view.rows:
            return None
        key = view.rows[0].key
        comment = attempt(self._desk, lambda: self._workspace.inbox.view(key))
        plan = attempt(self._desk, lambda: self._workspace.replying.plan(key))
        if comment is None or plan is None:
            return None
        self._facts = FactsBlock(self._workspace, self._desk)
        self._facts.setParent(self.body)  # it shows itself: without a parent that is a window
        self._facts.retranslate()
        self._facts.show_for(comment, plan, writing=False)
        if key == self._asking:
            self._facts.unfold()  # the first answer moves the promise on; the questions stay open
        return self._facts

    def _fill_closed(self) -> None:
        clear(self.closed)
        views = attempt(self._desk, self._promises.closed) or ()
        self.fold.setVisible(bool(views))
        self.fold.say(_("Fold the closed ones") if self._shows_closed else _("Show closed ones"))
        if not self._shows_closed:
            return
        for view in views[:CLOSED_AT_ONCE]:
            line = ClosedLine(self._desk, view)
            line.removed.connect(
                lambda n=view.promise.id: self._do(lambda: self._promises.remove(n))
            )
            self.closed.addWidget(line)

    # doing

    def _act(self, view: PromiseView, act: Act) -> None:
        number, promises = view.promise.id, self._promises
        commands: dict[Act, Callable[[], Change]] = {
            Act.ENOUGH: lambda: promises.enough(number),
            Act.ANSWERED: lambda: promises.answered(number),
            Act.TOLD: lambda: promises.others_done(number, Others.TOLD),
            Act.NOT_NEEDED: lambda: promises.others_done(number, Others.NOT_NEEDED),
            Act.REMOVE: lambda: promises.remove(number),
        }
        if act is Act.TURN:
            self.choose(number)
        elif act is Act.COMMENT:
            self.save()
            self._desk.open_comment(view.rows[0].key)
        else:
            self.save()
            self._do(commands[act])

    def _keep_tool(self, tool: str) -> None:
        self._tool = tool

    def _do(self, command: Callable[[], Change]) -> None:
        self._tool = ""
        here = self.isAncestorOf(self.focusWidget())
        change = attempt(self._desk, command)
        if change is not None:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)
            if here:
                # After the refresh has given the keyboard back to what stands in the same place.
                QTimer.singleShot(0, self, self._to_next_step)

    def _to_next_step(self) -> None:
        card = self.cards.get(self._chosen or 0)
        if card is not None and self.isVisible():
            card.first().setFocus(Qt.FocusReason.TabFocusReason)

    def _turn_closed(self) -> None:
        self._shows_closed = not self._shows_closed
        with focus_kept(self):
            self._fill_closed()

    def _save(self) -> None:
        form = self.form
        if form is None:
            return
        who, about, day = form.who.words(), form.about.words(), day_in(form.day)
        try:
            change = self._promises.make((), day, who=who, about=about)
        except Problem as problem:
            form.say(problem_sentence(problem))
            return
        self._close()
        self._desk.publish(change)
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _close(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._fill()
