"""A QListView that lays out only what it shows; see speed.md section 5.

Qt measures every row of a list with rows of different height (2.8 s for 100,000). Here an
`Anchor` says where the view stands, and only the rows below it are measured. Because this stays a
QListView, keys, mouse, selection and the accessibility tree are Qt's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from creator_calm.ui.widgets.anchor import Anchor

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent, QWheelEvent

    AnyIndex = QModelIndex | QPersistentModelIndex

UNIT = 64
"""Scroll bar units a row."""
WHEEL_STEP = 72
"""Pixels a notch of the wheel moves."""

Scroll = QAbstractItemView.ScrollHint
Move = QAbstractItemView.CursorAction


class AnchoredView(QListView):
    """Rows of different height, any number of them. Subclasses measure (`row_height`) and paint."""

    def __init__(self) -> None:
        super().__init__()
        self.anchor = Anchor()
        self._moving = False
        self._ready = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "none")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)

    def row_height(self, _row: int) -> int:
        """Return the height of a row in pixels; asked for rows on screen only."""
        raise NotImplementedError

    def placed(self) -> None:
        """Hear that the rows on screen have new places."""

    def rows(self) -> int:
        """Return how many rows there are."""
        return self.model().rowCount() if self._ready else 0

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        """Show a model."""
        super().setModel(model)
        self._ready = model is not None

    def index_of(self, row: int) -> QModelIndex:
        """Return the model's index of a row."""
        return self.model().index(row, 0)

    def relayout(self) -> None:
        """Place the rows again, as after a widget among them has grown."""
        self.doItemsLayout()

    # places

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Place what is shown. The base class would measure every row, so it is not called."""
        self.anchor.place(self.rows(), self.viewport().height(), self.row_height)
        self.placed()
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Set the scroll bar from the anchor."""
        bar, anchor = self.verticalScrollBar(), self.anchor
        shown = max(len(anchor.visible) - 1, 1)
        most = 0 if anchor.fits() else max((self.rows() - shown) * UNIT, UNIT)
        self._moving = True
        bar.setRange(0, most)
        bar.setPageStep(shown * UNIT)
        bar.setSingleStep(UNIT)
        if anchor.at_end():
            bar.setValue(most)
        elif anchor.visible:
            value = anchor.top * UNIT + UNIT * anchor.off // max(self.row_height(anchor.top), 1)
            bar.setValue(min(value, max(most - 1, 0)))  # only the very end stands at the maximum
        self._moving = False

    def visualRect(self, index: AnyIndex) -> QRect:  # noqa: N802 - Qt's name
        """Return the place of a row: exact on screen, made up beyond."""
        if not index.isValid():
            return QRect()
        y, height = self.anchor.span(index.row())
        return QRect(0, y, self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return the row at a pixel, on screen or in the made-up places beyond."""
        row = self.anchor.row_at(point.y())
        return self.index_of(row) if 0 <= row < self.rows() else QModelIndex()

    def isIndexHidden(self, _index: AnyIndex) -> bool:  # noqa: N802 - Qt's name
        """Say that no row is hidden."""
        return False

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return 0: places are given in pixels of the viewport."""
        return 0

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return 0."""
        return 0

    # selection and movement

    def setSelection(  # noqa: N802 - Qt's name
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Select the rows between the upper and lower edge of `rect`, as one range."""
        count = self.rows()
        if not count:
            return
        first = min(max(self.anchor.row_at(rect.top()), 0), count - 1)
        last = min(max(self.anchor.row_at(rect.bottom()), 0), count - 1)
        chosen = QItemSelection(self.index_of(first), self.index_of(last))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's name
        """Return the viewport: a selection is repainted as a whole."""
        return QRegion(self.viewport().rect())

    def moveCursor(self, action: Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return the row a key leads to."""
        count = self.rows()
        if not count:
            return QModelIndex()
        row = (
            self.currentIndex().row()
        )  # -1 where there is none: the first key leads to the first row
        page = max(len(self.anchor.visible) - 2, 1)
        steps = {
            Move.MoveUp: row - 1,
            Move.MovePrevious: row - 1,
            Move.MoveDown: row + 1,
            Move.MoveNext: row + 1,
            Move.MovePageUp: row - page,
            Move.MovePageDown: row + page,
            Move.MoveHome: 0,
            Move.MoveEnd: count - 1,
        }
        target = min(max(steps.get(action, row), 0), count - 1)
        return self.index_of(target)

    def scrollTo(self, index: AnyIndex, hint: Scroll = Scroll.EnsureVisible) -> None:  # noqa: N802 - Qt's name
        """Bring a row into view; one taller than the view is shown from its top."""
        if not index.isValid():
            return
        at_top, centre = hint == Scroll.PositionAtTop, hint == Scroll.PositionAtCenter
        if self.anchor.reveal(index.row(), self.row_height, at_top=at_top, centre=centre):
            self.doItemsLayout()

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Do nothing: a search by typing would tell what put-away rows hold."""

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Do nothing: marking a million rows one by one takes half a second."""

    # scrolling

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Move the anchor by pixels."""
        pixels = event.pixelDelta().y()
        if not pixels:
            pixels = round(event.angleDelta().y() / 120 * WHEEL_STEP)
        if pixels:
            self.anchor.off -= pixels
            self.doItemsLayout()
        event.accept()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        """Follow the scroll bar when the creator moves it; otherwise it follows the anchor."""
        if self._moving or not self.rows():
            return
        bar = self.verticalScrollBar()
        value = bar.value()
        count = self.rows()
        if value >= bar.maximum():
            self.anchor.top, self.anchor.off = count - 1, self.row_height(count - 1)
        else:
            self.anchor.top = min(value // UNIT, count - 1)
            self.anchor.off = value % UNIT * self.row_height(self.anchor.top) // UNIT
        self.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the anchor row where it is; heights are kept by width and found again."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.anchor.off = 0
        self.doItemsLayout()
