"""Buttons in five kinds, painted by the app: primary, soft, plain, ghost, link.

Qt's own gap between icon and words cannot be styled, and a size in a style sheet stops text
scaling; so buttons paint themselves and stay QPushButtons for keys and screen readers. They take
the focus by Tab only: a click must not take it from the list or the editor.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from creator_calm.ui import safe_text
from creator_calm.ui.icons import SIZE
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from creator_calm.ui.desk import Desk

GAP = 8


@dataclass(frozen=True, slots=True)
class Paint:
    """How a kind looks: words `fg` on `ground`; `hover` replaces the ground; `edge` an outline."""

    fg: str
    ground: str
    hover: str
    filled: bool = True
    edge: bool = False


class ButtonKind(Enum):
    """Kinds of look.md section 9.5. At most one PRIMARY a page."""

    PRIMARY = Paint("on_accent", "accent", "accent_hi")
    SOFT = Paint("accent", "accent_soft", "accent_soft")
    PLAIN = Paint("text", "surface", "sunken", edge=True)
    GHOST = Paint("muted", "bg", "sunken", filled=False)
    LINK = Paint("accent", "bg", "bg", filled=False)


class Button(QPushButton):
    """A button with words, an icon, or both. Without words it needs `named()`."""

    def __init__(
        self,
        desk: Desk,
        own_wording: str = "",
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        icon: str = "",
        height: int = 32,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._icon = icon
        self._height = height
        self._ground = kind.value.ground
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind is ButtonKind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        desk.theme.set_font(self, FontRole.CONTROL)
        self.say(own_wording)

    def say(self, own_wording: str) -> None:
        """Change the words."""
        safe_text.caption(self, own_wording)
        self.updateGeometry()

    def named(self, own_wording: str, key: str = "") -> Button:
        """Name an icon button for tooltip and screen reader; `key` is shown behind the name."""
        safe_text.name(self, own_wording)
        safe_text.tip(self, f"{own_wording} ({key})" if key else own_wording)
        return self

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the kind, such as soft to primary."""
        self._kind = kind
        self._ground = kind.value.ground
        self.update()

    def set_icon(self, name: str) -> None:
        """Change the icon; "" for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that always holds the words."""
        theme = self._desk.theme
        metrics = QFontMetricsF(self.font())
        words = self._words()
        icon = theme.px(SIZE) if self._icon else 0
        width = metrics.horizontalAdvance(words) + icon
        if words and icon:
            width += theme.px(GAP)
        pad = theme.px(7) if not words else self._side()
        height = max(metrics.height() + 2 * theme.px(6), theme.px(self._height))
        width = max(width + 2 * pad, height if not words else theme.px(24))
        return QSize(int(width + 0.99), int(height))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, icon and words."""
        painter = shapes.smooth(QPainter(self))
        self._paint_ground(painter)
        self._paint_content(painter)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the font changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _side(self) -> int:
        """Return the space beside the words; a link has none, so that it lines up with text."""
        return self._desk.theme.px(2 if self._kind is ButtonKind.LINK else 13)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, look = self._desk.theme, self._kind.value
        box = QRectF(self.rect())
        hover = self.isEnabled() and (self.underMouse() or self.isDown())
        if not self.isEnabled():
            # An outline and faint words: there, but not to be pressed now.
            if look.filled:
                quiet = QPen(theme.paint("border"), 1)
                shapes.rounded(painter, box, shapes.RADIUS_BUTTON, theme.paint("sunken"), quiet)
        elif look.filled or (hover and look.hover != look.ground):
            token = look.hover if hover else look.ground
            edge = QPen(theme.ink("edge", on="surface"), 1) if look.edge else None
            if hover and self._kind is ButtonKind.SOFT:
                edge = QPen(theme.ink("accent", on="accent_soft"), 1)
            shapes.rounded(painter, box, shapes.RADIUS_BUTTON, theme.paint(token), edge)
        if self.hasFocus():
            accent = theme.ink("accent", on="bg")
            shapes.ring(painter, box, shapes.RADIUS_BUTTON, accent)
            if self._kind is ButtonKind.PRIMARY:
                inner = box.adjusted(2, 2, -2, -2)
                gap = theme.ink("on_accent", on="accent")
                shapes.ring(painter, inner, shapes.RADIUS_BUTTON - 2, gap, 1)

    def _colour(self) -> QColor:
        theme, look = self._desk.theme, self._kind.value
        if not self.isEnabled():
            return theme.ink("faint", on="sunken")
        return theme.ink(look.fg, on=look.ground)

    def _paint_content(self, painter: QPainter) -> None:
        theme, words, colour = self._desk.theme, self._words(), self._colour()
        metrics = QFontMetricsF(self.font())
        size = theme.px(SIZE) if self._icon else 0
        gap = theme.px(GAP) if self._icon and words else 0
        total = size + gap + metrics.horizontalAdvance(words)
        left = (self.width() - total) / 2
        if self._icon:
            tint = colour
            if self._kind is ButtonKind.PLAIN and self.isEnabled():
                tint = theme.ink("muted", on="surface")
            box = QRectF(left, (self.height() - size) / 2, size, size)
            self._desk.icons.draw(painter, self._icon, tint, box)
        painter.setPen(colour)
        painter.setFont(self.font())
        line = QRectF(left + size + gap, 0, total, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(line, flags, words)
        if self._kind is ButtonKind.LINK and self.underMouse():
            base = (self.height() + metrics.ascent() - metrics.descent()) / 2 + 2
            width = metrics.horizontalAdvance(words)
            painter.drawLine(QLineF(line.left(), base, line.left() + width, base))
