"""Who can read a reply: different in icon, words and shape, not only in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout

from creator_calm.domain.reply import Audience
from creator_calm.ui import safe_text
from creator_calm.ui.shortcuts import main_key
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.texts import announce, text
from creator_calm.wording import _, audience_line

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from creator_calm.ui.desk import Desk


class AudienceBand(QFrame):
    """Public or private; where both may be, the creator switches. `turned` follows each change."""

    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.audience = Audience.PUBLIC
        self._both = False
        self._words = text(desk, role=FontRole.META_STRONG, ink="muted")
        self.switch = Button(desk, kind=ButtonKind.LINK, height=24)
        self.switch.clicked.connect(self.turn)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        desk.theme.changed.connect(self._measure)
        self._measure()
        self._say()

    def _measure(self) -> None:
        """Leave room for the icon, which grows with the text."""
        px = self._desk.theme.px
        self._row.setContentsMargins(px(40), px(6), px(12), px(6))
        self._row.setSpacing(px(8))

    def begin(self, *, public: bool, private: bool) -> None:
        """Belong to another comment: public, unless that must not be."""
        self.allow(public=public, private=private)
        self.show_audience(Audience.PUBLIC if public else Audience.PRIVATE)

    def allow(self, *, public: bool, private: bool) -> None:
        """Say what may be; what the creator chose stays as long as it may."""
        self._both = public and private
        if not public:
            self.show_audience(Audience.PRIVATE)
        self._say()

    def show_audience(self, audience: Audience) -> None:
        """Say who can read it."""
        before, self.audience = self.audience, audience
        self._say()
        if before is not audience:
            self.turned.emit()

    def turn(self) -> None:
        """Switch, where both may be."""
        if not self.switch.isHidden():
            public = self.audience is Audience.PRIVATE
            self.show_audience(Audience.PUBLIC if public else Audience.PRIVATE)
            announce(self, audience_line(self.audience))

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._say()

    def _say(self) -> None:
        public = self.audience is Audience.PUBLIC
        line = audience_line(self.audience)
        safe_text.say(self._words, line)
        safe_text.name(self, line)
        label = _("Make it private") if public else _("Make it public")
        self.switch.say(label)
        self.switch.named(label, main_key("audience"))
        self.switch.setVisible(self._both)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a solid bar for public, a dashed outline for private."""
        theme, px = self._desk.theme, self._desk.theme.px
        painter = shapes.smooth(QPainter(self))
        box = QRectF(self.rect())
        public = self.audience is Audience.PUBLIC
        edge = theme.ink("edge", on="sunken")
        if public:
            shapes.rounded(painter, box, 8, theme.paint("sunken"))
            painter.setClipRect(QRectF(0, 0, px(4), box.height()))
            shapes.rounded(painter, box, 8, edge)
            painter.setClipping(False)
        else:
            dashed = QPen(edge, 1)
            dashed.setDashPattern([4, 4])
            shapes.rounded(painter, box, 8, theme.paint("sunken"), dashed)
        size = px(16)
        spot = QRectF(px(14), (box.height() - size) / 2, size, size)
        icon = "globe" if public else "envelope"
        self._desk.icons.draw(painter, icon, theme.ink("muted", on="sunken"), spot)
        painter.end()
