"""What is being done now: a sentence, a thin bar, Cancel. No spinner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _
from creator_calm.wording.intake import progress_line

if TYPE_CHECKING:
    from creator_calm.domain.intake import Progress
    from creator_calm.ui.desk import Desk


class ThinBar(QWidget):
    """Four pixels high; `share` is 0..1. The sentence beside it says the same in words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._share = 0.0
        self.setFixedHeight(6)

    def show_share(self, share: float) -> None:
        """Show how far it is."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint track and share."""
        painter = shapes.smooth(QPainter(self))
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        shapes.rounded(painter, box, 2, self._desk.theme.paint("border"))
        box.setWidth(max(box.width() * self._share, 4.0))
        shapes.rounded(painter, box, 2, self._desk.theme.paint("accent"))
        painter.end()


class WorkLine(QWidget):
    """Shown while something is read; hidden otherwise."""

    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.words = text(desk, role=FontRole.BODY, ink="muted")
        self.bar = ThinBar(desk)
        self.cancel = Button(desk, kind=ButtonKind.PLAIN)
        self.cancel.clicked.connect(self.cancelled)
        lines = QVBoxLayout()
        lines.setSpacing(desk.theme.px(4))
        lines.addWidget(self.words)
        lines.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 0, 3, 0)
        row.setSpacing(desk.theme.px(12))
        row.addLayout(lines, 1)
        row.addWidget(self.cancel)
        self.retranslate()
        self.hide()

    def show_progress(self, progress: Progress | None, *, keeping: bool) -> None:
        """Say how far it is."""
        words = progress_line(progress, keeping=keeping)
        if self.words.text() != words:
            safe_text.say(self.words, words)
        known = progress is not None and progress.total > 0
        self.bar.setVisible(known)
        if progress is not None and known:
            self.bar.show_share(progress.done / progress.total)
        self.show()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.cancel.say(_("Cancel"))
