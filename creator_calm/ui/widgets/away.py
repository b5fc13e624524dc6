"""The put-away group at the end of the list, the digest in it, and one revealed comment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.card_painter import PADDING
from creator_calm.ui.widgets.chips import Chip, chip_look
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.picture import Picture
from creator_calm.ui.widgets.text_lines import TextLines
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import (
    _,
    age_words,
    away_sort,
    digest_lines,
    meta_line,
    perspective_sentence,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from creator_calm.domain.assessment import Digest
    from creator_calm.domain.inbox import CommentView, Perspective
    from creator_calm.ui.desk import Desk

READER_LINES = 14
"""Lines of a revealed comment before it scrolls inside itself."""


class _AwayFrame(QWidget):
    """The dashed ground of everything that is put away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground."""
        painter = shapes.smooth(QPainter(self))
        shapes.away_card(painter, QRectF(self.rect()), self._desk.theme)
        painter.end()


class AwayGroup(_AwayFrame):
    """One closed row for all put-away comments: no number, no names, no colour by severity."""

    grown = Signal()
    digest_asked = Signal()
    list_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        px = desk.theme.px
        self._line = text(desk, role=FontRole.CONTROL)
        self.ask = Button(desk, kind=ButtonKind.SOFT)
        self.open_list = Button(desk, kind=ButtonKind.PLAIN)
        self.ask.clicked.connect(self._toggle)
        self.open_list.clicked.connect(self.list_asked)
        self._answers = QWidget()
        self._lines = QVBoxLayout(self._answers)
        self._lines.setContentsMargins(px(30), 0, 0, 0)
        self._lines.setSpacing(px(6))
        self._answers.hide()
        buttons = QWidget()
        flow = Flow(buttons, px(8))
        flow.addWidget(self.ask)
        flow.addWidget(self.open_list)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Picture(desk, "put-away"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(PADDING), px(14), px(PADDING), px(16))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self._answers)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(30), 0, 0, 0)
        foot.addWidget(buttons, 1)
        column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.name(self, _("Put-away comments"))
        safe_text.say(self._line, _("Some are put away, and can wait."))
        self.open_list.say(_("Open the list"))
        self._say_ask()

    def show_digest(self, digest: Digest, base: Perspective | None = None) -> None:
        """Show what the pile asks for: topics, counts and codes, never a word of a comment.

        `base` puts the pile beside all the others first; None where numbers are switched off.
        """
        clear(self._lines)
        if base is not None and base.comments:
            line = perspective_sentence(base)
            self._lines.addWidget(text(self._desk, line, FontRole.SUMMARY, ink="muted"))
        for line in digest_lines(digest):
            self._lines.addWidget(text(self._desk, line, FontRole.SUMMARY, ink="text"))
        self._answers.show()
        self._say_ask()
        self.grown.emit()

    def close_digest(self) -> None:
        """Fold the digest away."""
        if self.open():
            self._answers.hide()
            self._say_ask()
            self.grown.emit()

    def open(self) -> bool:
        """Say whether the digest is shown."""
        return not self._answers.isHidden()

    def _say_ask(self) -> None:
        self.ask.say(_("Fold it up") if self.open() else _("What do they ask for?"))

    def _toggle(self) -> None:
        if self.open():
            self.close_digest()
        else:
            self.digest_asked.emit()


class RevealedCard(_AwayFrame):
    """One put-away comment, shown on purpose, in a reader; it can be put away again at once."""

    away_asked = Signal()

    def __init__(self, desk: Desk, view: CommentView) -> None:
        super().__init__(desk)
        px = desk.theme.px
        row = replace(view.row, put_away=True, text=None)
        self._text = view.text
        age = age_words(row.written_at, desk.clock.utc(), desk.clock.zone())
        line = " · ".join(part for part in (away_sort(row), meta_line(row, age)) if part)
        self._meta = text(desk, line, FontRole.META_STRONG, ink="muted")
        self.back = Button(desk, _("Put away again"), ButtonKind.PLAIN, icon="eye-off")
        self.back.clicked.connect(self.away_asked)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Chip(desk, chip_look(row)), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._meta, 1)
        head.addWidget(self.back)
        self._reader = safe_text.reader()
        self._reader.document().setDocumentMargin(0)
        desk.theme.set_font(self._reader, FontRole.COMMENT)
        safe_text.name(self._reader, _("The comment you asked to see"))
        safe_text.read_out(self._reader, view.text)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(px(PADDING), px(10), px(PADDING), px(14))
        column.setSpacing(px(8))
        column.addLayout(head)
        if view.author:
            author = text(desk, role=FontRole.STRONG)
            safe_text.words(author, view.author, safe_text.LINE_CAP)
            column.addWidget(author)
        column.addWidget(self._reader)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at which the words fit, up to 14 lines of them."""
        px = self._desk.theme.px
        room = width - 2 * px(PADDING) - px(4)
        lines = TextLines(self._text, self._desk, FontRole.COMMENT, room, READER_LINES)
        metrics = self._reader.fontMetrics()
        height = (round(lines.height / lines.step) + 1) * metrics.lineSpacing()
        self._reader.setFixedHeight(height)
        return self._column.totalHeightForWidth(width)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows the width."""
        return True

    def forget(self) -> None:
        """Take the words out of the widget before it goes."""
        self._text = ""
        self._reader.clear()
