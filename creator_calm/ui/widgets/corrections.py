"""Beside the reasons: "harsh for me", "not harsh for me", "it is …", and trust in who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from creator_calm.domain.assessment import Kind, Lane
from creator_calm.domain.own_rules import Says
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.quiet_controls import CalmCombo
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import _, kind_name

if TYPE_CHECKING:
    from creator_calm.domain.inbox import InboxRow
    from creator_calm.ui.desk import Desk

PICKABLE = (
    Kind.PRAISE, Kind.SHARED_STORY, Kind.QUESTION, Kind.REQUEST, Kind.CRITIQUE, Kind.MIXED,
    Kind.CORRECTION, Kind.COMPLAINT, Kind.TECH_PROBLEM, Kind.DISAGREEMENT, Kind.DISAPPOINTMENT,
    Kind.SARCASM, Kind.VAGUE_NEGATIVE, Kind.HARSH_CRITIQUE, Kind.ABUSE, Kind.TROLL, Kind.SPAM,
    Kind.SELF_PROMO,
)  # fmt: skip
"""What the creator may say a comment is. Matters of safety and distress are not among them."""


class Corrections(QWidget):
    """Hidden where nothing may be corrected: own comments, safety, distress."""

    corrected = Signal(object)
    kind_picked = Signal(object)
    trust_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.applies = False
        self._flow = Flow(self, desk.theme.px(8))

    def show_row(self, row: InboxRow) -> None:
        """Offer what fits this comment."""
        clear(self._flow)
        self.applies = not row.is_own and row.lane not in {Lane.SAFETY, Lane.DISTRESS}
        if not self.applies:
            return
        says = Says.NOT_HARSH if row.put_away else Says.HARSH
        words = _("Not harsh for me") if row.put_away else _("Harsh for me")
        self.say = Button(self._desk, words, ButtonKind.PLAIN, height=28)
        self.say.clicked.connect(lambda: self.corrected.emit(says))
        self._flow.addWidget(self.say)
        self.pick = self._kinds(row.kind)
        self._flow.addWidget(self.pick)
        self.trust = Button(self._desk, _("Trust who wrote this"), ButtonKind.LINK, height=28)
        self.trust.clicked.connect(self.trust_asked)
        self._flow.addWidget(self.trust)

    def _kinds(self, now: Kind) -> CalmCombo:
        combo = CalmCombo(self._desk)
        safe_text.name(combo, _("It is …"))
        safe_text.add_choice(combo, _("It is …"), None)
        for kind in PICKABLE:
            if kind is not now:
                safe_text.add_choice(combo, kind_name(kind), kind)
        combo.activated.connect(lambda place: self._picked(combo.itemData(place)))
        return combo

    def _picked(self, kind: Kind | None) -> None:
        if kind is not None:
            self.kind_picked.emit(Kind(kind))


class Others(Notice):
    """Asks whether a correction counts for others like it. It waits; it does not nag."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._line = text(desk, role=FontRole.META_STRONG, ink="text")
        self.yes = Button(desk, kind=ButtonKind.SOFT, height=28)
        self.no = Button(desk, kind=ButtonKind.GHOST, height=28)
        buttons = QWidget()
        flow = Flow(buttons, desk.theme.px(8))
        flow.addWidget(self.yes)
        flow.addWidget(self.no)
        self.column.addWidget(self._line)
        self.column.addWidget(buttons)
        self.retranslate()
        self.hide()

    def ask(self, sentence: str) -> None:
        """Ask; "" takes the question away."""
        safe_text.say(self._line, sentence)
        self.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Say the answers in the language in use."""
        self.yes.say(_("Yes, these too"))
        self.no.say(_("That one alone"))
