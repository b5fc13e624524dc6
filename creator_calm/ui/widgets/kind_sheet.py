"""Kind words as a picture to print: A4 upright, dark words on white, as many as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.tokens import ThemeName, load_tokens
from creator_calm.wording import _
from creator_calm.wording.kind_words import origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.kind_words import KindWords
    from creator_calm.ui.desk import Desk

WIDTH, HEIGHT = 1240, 1754
"""A4 at 150 dots an inch."""
MARGIN, GAP = 110, 34
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
_CAP = 600


def sheet_png(desk: Desk, shelf: Sequence[KindWords]) -> bytes:
    """Return the picture as a PNG without a word in its metadata."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        _paint(painter, desk, shelf)
    finally:
        painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # bytes are what is declared, and refused
    return bytes(buffer.data().data())


def _paint(painter: QPainter, desk: Desk, shelf: Sequence[KindWords]) -> None:
    ink = load_tokens(ThemeName.LIGHT).colours  # paper is light, whatever the window wears
    top = _block(painter, _font(desk, FontRole.TITLE, 44), ink["accent"], _("Kind words"), MARGIN)
    for words in shelf:
        said = safe_text.block(words.text, _CAP).text
        if len(words.text) > _CAP:
            said += "…"
        font, small = _font(desk, FontRole.COMMENT, 30), _font(desk, FontRole.META, 22)
        below = origin(words)
        needed = _height(font, said) + _height(small, below) + GAP
        if top + needed > HEIGHT - MARGIN:
            break
        top = _block(painter, font, ink["text"], said, top + GAP)
        top = _block(painter, small, ink["muted"], below, top)


def _font(desk: Desk, role: FontRole, pixels: int) -> QFont:
    font = desk.theme.font(role)
    font.setPixelSize(pixels)
    return font


def _height(font: QFont, words: str) -> float:
    room = QRectF(0, 0, WIDTH - 2 * MARGIN, HEIGHT)
    return QFontMetricsF(font).boundingRect(room, _WRAP, words).height() if words else 0.0


def _block(painter: QPainter, font: QFont, colour: str, words: str, top: float) -> float:
    if not words:
        return top
    height = _height(font, words)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QRectF(MARGIN, top, WIDTH - 2 * MARGIN, height + 4), _WRAP, words)
    return top + height
