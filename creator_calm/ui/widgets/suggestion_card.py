"""One suggestion to start from, as a radio card: its intent as the title, its words below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.text_lines import TextLines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from creator_calm.ui.desk import Desk

SIDE = 14
UP = 9
DOT = 16
PREVIEW_LINES = 2


class SuggestionCard(QRadioButton):
    """A radio button that shows what it would write; at most three lines of it."""

    def __init__(self, desk: Desk, title: str, preview: str) -> None:
        super().__init__()
        self._desk = desk
        self._title = title
        self._preview = safe_text.block(preview, safe_text.ROW_CAP * 2).text
        safe_text.caption(self, title)
        safe_text.name(self, title)
        safe_text.describe(self, safe_text.accessible(preview))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.theme.set_font(self, FontRole.STRONG)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of title and preview."""
        px = self._desk.theme.px
        title, preview = self._lines(width)
        gap = px(2) if self._preview else 0
        return int(title.height + gap + preview.height + 2 * px(UP) + 1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size; the width is the layout's."""
        return QSize(self._desk.theme.px(240), self._desk.theme.px(44))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks on the whole card."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint card, dot, title and preview."""
        theme, px = self._desk.theme, self._desk.theme.px
        painter = shapes.smooth(QPainter(self))
        box, chosen = QRectF(self.rect()), self.isChecked()
        ground = "accent_soft" if chosen else "surface"
        edge = QPen(theme.ink("accent", on="accent_soft"), 1.5)
        if not chosen:
            # The dot is what marks it as a choice; the card's own edge can stay quiet.
            edge = QPen(theme.paint("border"), 1)
            ground = "sunken" if self.underMouse() else "surface"
        shapes.rounded(painter, box, 10, theme.paint(ground), edge)
        if self.hasFocus():
            shapes.ring(painter, box, 10, theme.ink("accent", on="surface"), 2.5)
        title, preview = self._lines(self.width())
        left = float(px(SIDE + DOT + 9))
        painter.setPen(theme.ink("accent" if chosen else "text", on=ground))
        title.draw(painter, QPointF(left, px(UP)))
        painter.setPen(theme.ink("muted", on=ground))
        preview.draw(painter, QPointF(left, px(UP) + title.height + px(2)))
        self._paint_dot(painter, ground, title)
        painter.end()

    def _paint_dot(self, painter: QPainter, ground: str, title: TextLines) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        size = px(DOT)
        dot = QRectF(px(SIDE), px(UP) + (title.step - size) / 2, size, size)
        if self.isChecked():
            shapes.rounded(painter, dot, size, theme.paint("accent"))
            inner = dot.adjusted(3, 3, -3, -3)
            tick = theme.ink("on_accent", on="accent")
            self._desk.icons.draw(painter, "check", tick, inner)
        else:
            on = "surface" if ground == "accent_soft" else ground
            shapes.ring(painter, dot, size, theme.ink("edge", on=on), 1.5)

    def _lines(self, width: int) -> tuple[TextLines, TextLines]:
        px = self._desk.theme.px
        room = max(width - px(2 * SIDE + DOT + 9), px(80))
        title = TextLines(self._title, self._desk, FontRole.STRONG, room, 2)
        preview = TextLines(
            self._preview, self._desk, FontRole.BODY, room, PREVIEW_LINES if self._preview else 0
        )
        return title, preview
