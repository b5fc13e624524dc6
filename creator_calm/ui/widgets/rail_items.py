"""The lines of the rail: how one is named, painted, and stands alone as a button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from creator_calm.ui import safe_text
from creator_calm.ui.icons import SIZE
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.texts import large
from creator_calm.wording import _, ngettext, number

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from creator_calm.ui.desk import Desk

FOLDED = 56
ITEM = 38
SIDE = 12
MOST_COUNTED = 999


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the rail; without a page it is the title of a group."""

    page: str
    icon: str
    words: str
    count: int = 0

    @property
    def shown_count(self) -> str:
        """Return the count as it is shown; "" for none."""
        if self.count <= 0:
            return ""
        return "999+" if self.count > MOST_COUNTED else number(self.count)

    @property
    def spoken(self) -> str:
        """Return the name for screen readers."""
        if not self.count:
            return self.words
        n = ngettext("{n} to read", "{n} to read", self.count).format(n=number(self.count))
        # TRANSLATORS: {page} is the name of a page, {n} is like "37 to read"
        return _("{page}, {n}").format(page=self.words, n=n)


@dataclass(frozen=True, slots=True)
class ItemState:
    """How a line stands: shown page, pointer on it, keyboard on it, icons only."""

    current: bool
    hover: bool
    focus: bool
    folded: bool


def paint_item(
    painter: QPainter,
    desk: Desk,
    box: QRectF,
    entry: Entry,
    state: ItemState,
    role: FontRole = FontRole.CONTROL,
) -> None:
    """Paint a line of the rail."""
    theme, px = desk.theme, desk.theme.px
    if state.current or state.hover:
        ground = theme.paint("surface" if state.current else "sunken")
        shapes.rounded(painter, box, shapes.RADIUS_BUTTON, ground)
    if state.current:
        painter.save()
        painter.setClipRect(QRectF(box.left(), box.top(), 3, box.height()))
        shapes.rounded(painter, box, shapes.RADIUS_BUTTON, theme.ink("accent", on="surface"))
        painter.restore()
    if state.focus:
        shapes.ring(painter, box, shapes.RADIUS_BUTTON, theme.ink("accent", on="rail"))
    on = "surface" if state.current else "rail"
    size = px(SIZE)
    left = box.center().x() - size / 2 if state.folded else box.left() + px(SIDE)
    spot = QRectF(left, box.center().y() - size / 2, size, size)
    ink = "accent" if state.current else "muted"
    desk.icons.draw(painter, entry.icon, theme.ink(ink, on=on), spot)
    if state.folded:
        return
    painter.setPen(theme.ink("text" if state.current else "muted", on=on))
    painter.setFont(theme.font(FontRole.STRONG if state.current else role))
    words = QRectF(spot.right() + px(11), box.top(), box.width(), box.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, entry.words)
    painter.setPen(theme.ink("muted", on=on))
    painter.setFont(theme.font(FontRole.META_STRONG))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(box.adjusted(0, 0, -px(SIDE), 0), flags, entry.shown_count)


class NavButton(QPushButton):
    """A line of the rail that stands alone, such as Settings."""

    def __init__(self, desk: Desk, page: str, icon: str, role: FontRole = FontRole.CONTROL) -> None:
        super().__init__()
        self._desk = desk
        self._role = role
        self._entry = Entry(page, icon, "")
        self._folded = False
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.theme.set_font(self, role)

    def say(self, own_wording: str) -> None:
        """Change the words."""
        self._entry = Entry(self._entry.page, self._entry.icon, own_wording)
        safe_text.caption(self, own_wording)
        self.updateGeometry()

    def show_state(self, *, current: bool, folded: bool) -> None:
        """Show whether its page is the current one, and icons only when folded."""
        self._current, self._folded = current, folded
        safe_text.tip(self, self._entry.words if folded else "")
        self.updateGeometry()
        self.update()

    def full_width(self) -> int:
        """Return the width with words."""
        px, metrics = self._desk.theme.px, QFontMetricsF(self.font())
        return int(metrics.horizontalAdvance(self._entry.words)) + px(SIDE * 2 + SIZE + 12)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a line."""
        px, metrics = self._desk.theme.px, QFontMetricsF(self.font())
        width = px(FOLDED - 12) if self._folded else self.full_width()
        if self._folded and large(self._desk):
            return QSize(width, px(SIZE + 9))
        return QSize(width, max(px(ITEM - 2), int(metrics.height()) + px(12)))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        painter = shapes.smooth(QPainter(self))
        state = ItemState(self._current, self.underMouse(), self.hasFocus(), self._folded)
        paint_item(painter, self._desk, QRectF(self.rect()), self._entry, state, self._role)
        painter.end()
