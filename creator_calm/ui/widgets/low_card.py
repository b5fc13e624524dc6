"""After a low note: things that are there if the creator likes. Offers, without a why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk


class LowCard(Card):
    """Breathing, three kind ones where some are kept, people; `people` adds the quiet line."""

    def __init__(self, desk: Desk, *, kind: bool, people: bool) -> None:
        super().__init__(desk, padding=14)
        self.column.addWidget(text(desk, _("Here if you like:"), FontRole.CARD_TITLE))
        if people:
            line = _("Some days have been low. The people you wrote down are there too.")
            self.column.addWidget(text(desk, line, FontRole.BODY, ink="muted"))
        self.breathe = Button(desk, _("Breathe"), icon="wind")
        self.three = Button(desk, _("Three kind ones"), icon="heart")
        self.people = Button(desk, _("People to turn to"), icon="notebook")
        self.breathe.clicked.connect(desk.breathe)
        self.three.clicked.connect(desk.ask_three)
        self.people.clicked.connect(lambda: desk.go("notes"))
        parts = [self.breathe, self.three, self.people] if kind else [self.breathe, self.people]
        self.column.addWidget(row_of(desk, *parts))
        self.three.setVisible(kind)
