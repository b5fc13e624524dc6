"""The strip above the calm bar that offers a pause. It waits; it takes nothing.

Inert for its first two seconds, so that no key or click meant for something else answers it. Esc
does nothing to it, no button is a default, it never takes the focus and is never over the editor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from creator_calm.domain.care import BreakEvent
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Pane
from creator_calm.ui.widgets.texts import announce, text
from creator_calm.wording import _, ngettext, number
from creator_calm.wording.care import break_question, length_words

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

INERT_S = 2.0
HEIGHT = 56


@dataclass(frozen=True, slots=True)
class Asked:
    """What the strip says: the event, minutes read, comments opened, and the lengths of pauses."""

    event: BreakEvent
    minutes: int = 0
    revealed: int = 0
    pause_minutes: int = 5
    later_minutes: int = 5
    day_minutes: int = 0
    """Minutes read today, where the day's own line is said along; 0 where it is not."""


class BreakBanner(Pane):
    """Shows one question at a time; the answers are signals."""

    taken = Signal()
    postponed = Signal()
    skipped = Signal()
    digest_asked = Signal()
    gone_on = Signal()
    off_today = Signal()
    kind_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("accent_soft")
        self._desk = desk
        self.asked: Asked | None = None
        self._since = 0.0
        self.words = text(desk, role=FontRole.STRONG)
        self._answers = Pane("accent_soft")
        self._flow = Flow(self._answers, desk.theme.px(8))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addWidget(self.words, 1)
        self._box.addWidget(self._answers)
        self._codes: list[str] = []
        # Always the same buttons: one that is deleted inside its own click takes Qt with it.
        self._buttons = [Button(desk) for _place in range(3)]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _on=False, place=place: self._answer(place))
            self._flow.addWidget(button)
        self._measure()
        desk.theme.changed.connect(self._measure)
        self.hide()

    def ask(self, asked: Asked) -> None:
        """Show a question. Does not take the focus; screen readers hear it once."""
        self.asked = asked
        self._since = self._desk.clock.monotonic()
        self._build()
        self.show()
        announce(self, self.words.text())

    def amend(self, asked: Asked) -> None:
        """Say more in the question that stands; it is not announced or made inert once more."""
        self.asked = asked
        self._build()

    def put_down(self) -> None:
        """Take the question away."""
        self.asked = None
        self.hide()

    def inert(self) -> bool:
        """Say whether answers are still ignored."""
        return self._desk.clock.monotonic() - self._since < INERT_S

    def retranslate(self) -> None:
        """Say the question again in the language in use."""
        if self.asked is not None:
            self._build()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the line above it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._desk.theme.paint("border"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the answers below the question where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _measure(self) -> None:
        theme = self._desk.theme
        self._box.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8))
        self._box.setSpacing(theme.px(12))
        self.setMinimumHeight(theme.px(HEIGHT))
        self._fit()

    def _fit(self) -> None:
        spacing = self._desk.theme.px(8)
        shown = [button for button in self._buttons if not button.isHidden()]
        wide = sum(button.sizeHint().width() + spacing for button in shown)
        beside = self.width() - wide - self._desk.theme.px(72) > self._desk.theme.px(200)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._answers.setMinimumWidth(wide if beside else 0)
        flags = Qt.AlignmentFlag
        middle = flags.AlignVCenter if beside else flags(0)
        self._box.setAlignment(self._answers, middle)

    def _build(self) -> None:
        asked = self.asked
        if asked is None:
            return
        safe_text.say(self.words, _question(asked))
        safe_text.name(self, self.words.text())
        self._codes = []
        choices = self._choices(asked)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(choices))
            if place < len(choices):
                words, code, kind = choices[place]
                button.say(words)
                button.set_kind(kind)
                self._codes.append(code)
        self._fit()

    def _answer(self, place: int) -> None:
        if self.asked is None or self.inert():
            return
        answers = {
            "taken": self.taken,
            "postponed": self.postponed,
            "skipped": self.skipped,
            "digest": self.digest_asked,
            "go_on": self.gone_on,
            "off_today": self.off_today,
            "kind": self.kind_asked,
        }
        code = self._codes[place]
        self.put_down()
        answers[code].emit()

    def _choices(self, asked: Asked) -> list[tuple[str, str, ButtonKind]]:
        take = _("Take {length}").format(length=length_words(asked.pause_minutes))
        later = _("In {length}").format(length=length_words(asked.later_minutes))
        plain, ghost = ButtonKind.PLAIN, ButtonKind.GHOST
        match asked.event:
            case BreakEvent.OFFER | BreakEvent.OFFER_AGAIN:
                return [(take, "taken", plain), (later, "postponed", plain),
                        (_("Skip this one"), "skipped", ghost)]  # fmt: skip
            case BreakEvent.ASK_OFF_TODAY:
                return [(take, "taken", plain), (_("Off for today"), "off_today", plain),
                        (_("Keep them"), "skipped", ghost)]  # fmt: skip
            case BreakEvent.HARSH_ASK:
                return [(_("Pause"), "taken", plain), (_("The digest is enough"), "digest", plain),
                        (_("Go on"), "go_on", ghost)]  # fmt: skip
            case BreakEvent.BREAK_OVER:
                return [(_("Kind ones"), "kind", plain), (_("Fine"), "go_on", ghost)]
            case _:
                return [(_("Fine"), "go_on", ghost)]


def _question(asked: Asked) -> str:
    question = break_question(asked.event, asked.minutes, asked.revealed)
    if not asked.day_minutes or asked.event is BreakEvent.DAY_LIMIT:
        return question
    day = ngettext("{n} minute today.", "{n} minutes today.", asked.day_minutes)
    return f"{question} {day.format(n=number(asked.day_minutes))}"
