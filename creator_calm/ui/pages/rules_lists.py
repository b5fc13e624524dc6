"""The lists of "My rules" that are looked at and taken back: people, corrections, history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.comment import Moment, Precision
from creator_calm.domain.own_rules import Says
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Card, Hairline
from creator_calm.ui.widgets.texts import clear, quoted, text
from creator_calm.wording import _, age_words, ngettext, number
from creator_calm.wording.own_rules import (
    correction_line,
    history_line,
    history_title,
    teaching_line,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.trial import Trial
    from creator_calm.workspace.workspace import Workspace

ROWS_SHOWN = 12


class RulesList(QWidget):
    """A heading, one line, rows. `proposed` carries a Trial."""

    proposed = Signal(object)

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._workspace = workspace
        self._desk = desk
        self.heading = text(desk, role=FontRole.PANEL_TITLE)
        self.line = text(desk, role=FontRole.META, ink="muted")
        self.card = Card(desk)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(desk.theme.px(2))
        self.tools = QWidget()
        self.flow = Flow(self.tools, desk.theme.px(8))
        self.card.column.addWidget(self.line)
        self.card.column.addLayout(self.rows)
        self.card.column.addWidget(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        column.addWidget(self.heading)
        column.addWidget(self.card)

    def refresh(self) -> None:
        """Show what is kept, in the language in use."""
        clear(self.rows)
        clear(self.flow)
        self.fill()
        self.tools.setVisible(self.flow.count() > 0)

    def fill(self) -> None:
        """Say the heading and add the rows."""
        raise NotImplementedError

    def add_row(
        self, first: QWidget, second: str, button: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Add one row: a label, a line below it, and what can be done."""
        desk = self._desk
        if self.rows.count():
            self.rows.addWidget(Hairline(desk, token="hairline"))  # noqa: S106 - a colour's name
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, desk.theme.px(3), 0, desk.theme.px(3))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(first)
        if second:
            words.addWidget(text(desk, second, FontRole.META, ink="muted"))
        line.addLayout(words, 1)
        if act is not None:
            made = Button(desk, button, ButtonKind.GHOST)
            made.clicked.connect(act)
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(row)

    def more(self, left: int) -> None:
        """Say how many rows are not shown."""
        if left > 0:
            line = ngettext("and {n} more", "and {n} more", left).format(n=number(left))
            self.rows.addWidget(text(self._desk, line, FontRole.META, ink="muted"))

    def propose(self, call: Callable[[], Trial]) -> None:
        """Hand on a proposal, or say why there is none."""
        trial = attempt(self._desk, call)
        if trial is not None:
            self.proposed.emit(trial)

    def proposing(self, call: Callable[[], Trial]) -> Callable[[], None]:
        """Return what a button does: its click says whether it is checked, which is nothing here."""
        return lambda: self.propose(call)

    def age(self, moment: datetime | None) -> str:
        """Word how long ago something was."""
        if moment is None:
            return ""
        clock = self._desk.clock
        return age_words(Moment(moment, Precision.DAY), clock.utc(), clock.zone())


class PeopleList(RulesList):
    """Who is trusted, and who could be."""

    def fill(self) -> None:
        """Say the heading and add the rows."""
        rules = self._workspace.own_rules
        safe_text.say(self.heading, _("People you trust"))
        safe_text.say(
            self.line,
            _(
                "They get the benefit of the doubt for rough words, never for threats or harassment. You choose them; nobody is added by itself."
            ),
        )
        for one in rules.trusted():
            self.add_row(
                quoted(self._desk, one.name or one.account, FontRole.CONTROL, cap=80),
                _("rests: two hard comments within a week") if one.turned_at else "",
                _("Take back"),
                self.proposing(partial(rules.end_trust, one.account)),
            )
        for regular in rules.regulars()[:ROWS_SHOWN]:
            line = ngettext(
                "Writes often and calmly: {n} comment", "Writes often and calmly: {n} comments",
                regular.comments,
            )  # fmt: skip
            self.add_row(
                quoted(self._desk, regular.name or regular.account, FontRole.CONTROL, cap=80),
                line.format(n=number(regular.comments)),
                _("Trust"),
                self.proposing(partial(rules.trust, regular.key)),
            )


class CorrectionsList(RulesList):
    """What was corrected; forgotten one by one or all at once."""

    def fill(self) -> None:
        """Say the heading and add the rows."""
        desk, correcting = self._desk, self._workspace.correcting
        found = correcting.corrections()
        says = [one.says for one in found]
        safe_text.say(self.heading, _("Your corrections"))
        safe_text.say(self.line, teaching_line(says.count(Says.HARSH), says.count(Says.NOT_HARSH)))
        for one in found[:ROWS_SHOWN]:
            self.add_row(
                text(desk, correction_line(one), FontRole.CONTROL),
                self.age(one.made_at),
                _("Forget"),
                self.proposing(partial(correcting.forget, [one.id])),
            )
        self.more(len(found) - ROWS_SHOWN)
        if found:
            everything = Button(desk, _("Forget all"), ButtonKind.GHOST)
            everything.clicked.connect(self.proposing(correcting.reset))
            export = Button(desk, _("Save as a file"), ButtonKind.GHOST)
            export.clicked.connect(self._export)
            self.flow.addWidget(everything)
            self.flow.addWidget(export)

    def _export(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self, _("Save your corrections"), "corrections.json", "*.json"
        )
        if path:
            attempt(self._desk, lambda: self._save(path))

    def _save(self, path: str) -> None:
        self._workspace.correcting.save_file(path)
        self._desk.toast(_("Your corrections are in that file, without words of any comment."))


class HistoryList(RulesList):
    """Every change of the rules; each can be taken back, also long after."""

    def fill(self) -> None:
        """Say the heading and add the rows."""
        desk, rules = self._desk, self._workspace.own_rules
        found = rules.history()
        safe_text.say(self.heading, _("What was changed"))
        safe_text.say(
            self.line,
            _("Each of these can be taken back, also later.") if found else _("Nothing yet."),
        )
        for entry in found[:ROWS_SHOWN]:
            back = None if entry.taken_back else self.proposing(partial(rules.take_back, entry.id))
            self.add_row(
                text(desk, history_title(entry), FontRole.CONTROL),
                history_line(entry, self.age(entry.made_at)),
                _("Take back"),
                back,
            )
        self.more(len(found) - ROWS_SHOWN)
        if found:
            empty = Button(desk, _("Empty this list"), ButtonKind.GHOST)
            empty.clicked.connect(lambda: attempt(desk, rules.forget_history))
            export = Button(desk, _("Save all rules as a file"), ButtonKind.GHOST)
            export.clicked.connect(self._export)
            self.flow.addWidget(empty)
            self.flow.addWidget(export)

    def _export(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self, _("Save all rules as a file"), "rules.json", "*.json"
        )
        if path:
            attempt(self._desk, lambda: self._save(path))

    def _save(self, path: str) -> None:
        self._workspace.own_rules.save_everything(path)
        self._desk.toast(_("Your rules are in that file."))
