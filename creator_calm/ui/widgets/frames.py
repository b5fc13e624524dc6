"""Grounds that hold other widgets: panes, cards, notices, hairlines, a column that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creator_calm.ui.widgets import shapes

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk


class Pane(QFrame):
    """A plain ground: one of the tokens bg, rail, surface, sunken."""

    def __init__(self, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Card(QFrame):
    """A card with soft shadow; give it a layout. Three pixels around it belong to the shadow."""

    def __init__(self, desk: Desk, *, radius: int = shapes.RADIUS_PANEL, padding: int = 16) -> None:
        super().__init__()
        self._desk = desk
        self._radius = radius
        self.column = QVBoxLayout(self)
        pad = padding + 3
        self.column.setContentsMargins(pad, pad - 2, pad, pad)
        self.column.setSpacing(desk.theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card."""
        painter = shapes.smooth(QPainter(self))
        box = QRectF(self.rect()).adjusted(3, 1, -3, -4)
        shapes.card(painter, box, self._desk.theme, self._radius)
        painter.end()


class Notice(QFrame):
    """A quiet block: `sunken` for reading lines and quotes, `warn_bg` for what needs a decision."""

    def __init__(self, desk: Desk, ground: str = "sunken", *, padding: int = 14) -> None:
        super().__init__()
        self._desk = desk
        self._ground = ground
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding - 3, padding, padding - 2)
        self.column.setSpacing(desk.theme.px(3))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground."""
        painter = shapes.smooth(QPainter(self))
        shapes.rounded(painter, QRectF(self.rect()), 10, self._desk.theme.paint(self._ground))
        painter.end()


class Hairline(QWidget):
    """A decorative line of one pixel, lying or standing."""

    def __init__(self, desk: Desk, *, standing: bool = False, token: str = "border") -> None:  # noqa: S107 - a colour's name
        super().__init__()
        self._desk = desk
        self._token = token
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._desk.theme.paint(self._token))
        painter.end()


class Middle(QWidget):
    """What a page holds in its `column`: lines of a length that reads well, in the middle of the page.

    `width` is in pixels at normal text size; the column grows with the text, also while it is seen.
    """

    def __init__(self, desk: Desk, width: int) -> None:
        super().__init__()
        self._desk = desk
        self._width = width
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._inner, 1000)  # all of the width that there is, up to its own limit
        row.addStretch(1)
        desk.theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self._inner.setMaximumWidth(self._desk.theme.px(self._width))


class Column(QScrollArea):
    """A page's content in one column that scrolls up and down, never sideways."""

    def __init__(self, ground: str = "bg") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = Pane(ground)
        self.column = QVBoxLayout(self.body)
        self.setWidget(self.body)
