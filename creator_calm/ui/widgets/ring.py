"""A ring that shows how far something is, as a picture of the sentence beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from creator_calm.ui.widgets import shapes

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk


class Ring(QWidget):
    """34 pixels, stroke 3, an icon in the middle; `share` is 0..1. Not a control, takes no focus."""

    def __init__(self, desk: Desk, icon: str) -> None:
        super().__init__()
        self._desk = desk
        self._icon = icon
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show how far it is."""
        share = min(max(share, 0.0), 1.0)
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return 34 pixels at normal text size."""
        size = self._desk.theme.px(34)
        return QSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint track, share and icon."""
        theme = self._desk.theme
        painter = shapes.smooth(QPainter(self))
        stroke = theme.px(3)
        box = shapes.crisp(QRectF(self.rect()), stroke + 1)
        painter.setPen(QPen(theme.paint("border"), stroke))
        painter.drawEllipse(box)
        pen = QPen(theme.ink("accent", on="surface"), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, -round(self._share * 360 * 16))
        inner = box.adjusted(stroke * 2.4, stroke * 2.4, -stroke * 2.4, -stroke * 2.4)
        self._desk.icons.draw(painter, self._icon, theme.ink("accent", on="surface"), inner)
        painter.end()
