"""A list of wrapped plain lines in the manner of cards; what is put away has its dashed edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from creator_calm.ui.models.preview_lines import AWAY_ROLE, PreviewLines
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

PAD = 11
GAP = 6
_WRAP = int(Qt.TextFlag.TextWrapAnywhere) | int(Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Paints a line as a small card."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height the words need at the width of the view."""
        theme = self._desk.theme
        width = self._view.viewport().width()
        inner = max(width - 2 * theme.px(PAD) - 4, 40)
        metrics = QFontMetricsF(theme.font(FontRole.BODY))
        box = metrics.boundingRect(QRectF(0, 0, inner, 100_000), _WRAP, str(index.data()))
        return QSize(width, int(box.height()) + 2 * theme.px(PAD) + theme.px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, edge and words."""
        theme = self._desk.theme
        painter.save()
        shapes.smooth(painter)
        box = QRectF(option.rect).adjusted(2, 1, -2, -theme.px(GAP))
        painter.setClipRect(box.adjusted(-2, -2, 2, 2))
        away = bool(index.data(AWAY_ROLE))
        ground = "away_card" if away else "surface"
        if away:
            shapes.away_card(painter, box, theme)
        else:
            edge = QPen(theme.paint("border"), 1)
            shapes.rounded(painter, box, 10, theme.paint("surface"), edge)
        if option.state & QStyle.StateFlag.State_Selected:
            token = "accent" if self._view.hasFocus() else "edge"
            shapes.ring(painter, box, 10, theme.ink(token, on=ground))
        painter.setPen(theme.ink("muted" if away else "text", on=ground))
        painter.setFont(theme.font(FontRole.BODY))
        pad = theme.px(PAD)
        painter.drawText(box.adjusted(pad, pad - 1, -pad, -pad + 1), _WRAP, str(index.data()))
        painter.restore()


def lines_view(desk: Desk, model: PreviewLines) -> QListView:
    """Return a list of wrapped plain lines."""
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(LineDelegate(desk, view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.viewport().setAutoFillBackground(False)
    view.setUniformItemSizes(False)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setLayoutMode(QListView.LayoutMode.Batched)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setMinimumHeight(desk.theme.px(160))
    desk.theme.set_font(view, FontRole.BODY)
    return view
