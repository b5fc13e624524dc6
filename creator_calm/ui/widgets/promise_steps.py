"""The six steps of a promise, named, with the one it stands at marked by words, weight and a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.promises import PromiseState
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Pane
from creator_calm.ui.widgets.texts import text
from creator_calm.wording.promises import state_word, step_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from creator_calm.ui.desk import Desk

DONE, HERE, TO_COME = "✓", "→", "·"


class PromiseSteps(Pane):
    """One line of words, on more lines where there is no room."""

    def __init__(self, desk: Desk, state: PromiseState) -> None:
        super().__init__("none")
        flow = Flow(self, desk.theme.px(12))
        order = tuple(PromiseState)
        here = order.index(state)
        self.steps: list[QLabel] = []
        for place, step in enumerate(order):
            sign = DONE if place < here else HERE if place == here else TO_COME
            role = FontRole.META_STRONG if place == here else FontRole.META
            label = text(
                desk, f"{sign} {state_word(step)}", role, ink="accent" if place == here else "muted"
            )
            label.setWordWrap(False)
            safe_text.name(label, step_sentence(step) if place == here else state_word(step))
            self.steps.append(label)
            flow.addWidget(label)
        safe_text.name(self, step_sentence(state))
