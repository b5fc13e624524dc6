"""A button in the shape of the pills it stands among: it does something instead of staying chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.buttons import Button


class PillButton(Button):
    """Looks like an unchosen pill."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground and words."""
        theme = self._desk.theme
        painter = shapes.smooth(QPainter(self))
        box = QRectF(self.rect())
        ground = theme.paint("sunken" if self.underMouse() else "surface")
        edge = QPen(theme.ink("edge", on="bg"), 1)
        shapes.rounded(painter, box, box.height(), ground, edge)
        if self.hasFocus():
            shapes.ring(painter, box, box.height() / 2, theme.ink("accent", on="bg"), 2.5)
        painter.setPen(theme.ink("muted" if self.isEnabled() else "faint", on="surface"))
        painter.setFont(self.font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text().replace("&&", "&"))
        painter.end()
