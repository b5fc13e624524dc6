"""Line icons, tinted from the theme and kept as pixmaps.

The drawings are `resources/icons/*.svg` on a 24 grid with `currentColor` as their only colour.
Rendering one costs about 0.2 ms, so a pixmap is kept per name, colour, size and screen ratio.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from creator_calm.paths import resource

if TYPE_CHECKING:
    from creator_calm.ui.theme import Theme

SIZE = 17
"""Pixels of an icon beside text of normal size, at 100 %."""
SMALL = 12
APP_ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
_KEPT = 400


@cache
def drawing(name: str) -> str:
    """Return the SVG text of an icon; an unknown name is a FileNotFoundError."""
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


class Icons:
    """Icons in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[str, str, int, float], QPixmap] = {}
        theme.changed.connect(self._kept.clear)

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return the icon `name`, `size` logical pixels wide, for a screen of `ratio`."""
        key = (name, colour.name(), size, ratio)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = _render(name, colour, size, ratio)
        return found

    def draw(self, painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
        """Paint the icon centred in `box`, as large as fits."""
        size = int(min(box.width(), box.height()))
        ratio = painter.device().devicePixelRatio()
        corner = box.center() - QPointF(size / 2, size / 2)
        painter.drawPixmap(corner, self.pixmap(name, colour, size, ratio))

    def icon(self, name: str, fg: str = "muted", *, on: str = "surface") -> QIcon:
        """Return a QIcon for menus and combo boxes."""
        icon = QIcon()
        size = self._theme.px(SIZE)
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, self._theme.ink(fg, on=on), size, ratio))
        return icon


def app_icon(theme: Theme) -> QIcon:
    """Return the icon of the program: the sprout on a rounded square of the accent colour."""
    icon = QIcon()
    for size in APP_ICON_SIZES:
        icon.addPixmap(_app_pixmap(theme, size))
    return icon


def _app_pixmap(theme: Theme, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.paint("accent"))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.24, size * 0.24)
    inset = size * (0.12 if size < 32 else 0.2)
    box = QRectF(0, 0, size, size).adjusted(inset, inset, -inset, -inset)
    _renderer("sprout", theme.ink("on_accent", on="accent"), bold=size < 48).render(painter, box)
    painter.end()
    return pixmap


def _render(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    pixels = max(round(size * ratio), 1)
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour, bold=size <= SMALL + 2).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _renderer(name: str, colour: QColor, *, bold: bool) -> QSvgRenderer:
    text = drawing(name).replace("currentColor", colour.name())
    if bold:  # a thin line disappears at 12 pixels
        text = text.replace('stroke-width="1.75"', 'stroke-width="2.2"')
    return QSvgRenderer(QByteArray(text.encode()))
