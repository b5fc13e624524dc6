"""The list of comments: cards, put-away rows, and widgets that stand in for single rows."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter

from creator_calm.ui.models.picks import Picks
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.anchor import MADE_UP
from creator_calm.ui.widgets.anchored_view import AnchoredView
from creator_calm.ui.widgets.card_painter import GAP, INSET, CardPainter, CardState

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.models.inbox_model import InboxModel

    AnyIndex = QModelIndex | QPersistentModelIndex

KEPT_HEIGHTS = 4000


class CommentList(AnchoredView):
    """Shows an `InboxModel` as cards. Widgets can stand in for single rows (`stand_in`)."""

    chosen = Signal(object)
    """The key of the comment that became current, or None."""
    opened = Signal(object)
    """Enter or a double click on a comment: its key."""
    show_asked = Signal(object)
    """The button "Show" of a put-away row: its key."""

    def __init__(self, desk: Desk, model: InboxModel, picks: Picks | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._picks = Picks() if picks is None else picks
        self._cards = CardPainter(desk)
        self._heights: OrderedDict[tuple[int, int, bool], int] = OrderedDict()
        self._anchor_key: CommentKey | None = None
        self._current_key: CommentKey | None = None
        self._current_row = 0
        self._resetting = False
        self._tail: QWidget | None = None
        self._stand_in: tuple[CommentKey, QWidget] | None = None
        self._inbox = model
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        model.dataChanged.connect(self._forget_heights)
        desk.theme.changed.connect(self._forget_heights)

    # what the page asks

    def current_key(self) -> CommentKey | None:
        """Return the key of the current comment."""
        return self._current_key

    def choose(self, key: CommentKey) -> bool:
        """Make a comment current and bring it into view; False where the list does not hold it."""
        row = self._inbox.find(key)
        if row is None:
            return False
        self.setCurrentIndex(self._inbox.index(row))
        return True

    def choose_first(self) -> None:
        """Make the first row current."""
        if self._inbox.rowCount():
            self.setCurrentIndex(self._inbox.index(0))

    def step(self, by: int) -> None:
        """Make the next or previous row current, never skipping the put-away row."""
        count = self._inbox.rowCount()
        if count:
            row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
            self.setCurrentIndex(self._inbox.index(min(max(row, 0), count - 1)))

    def set_tail(self, widget: QWidget) -> None:
        """Give the widget of the last row, the put-away group."""
        widget.setParent(self.viewport())
        widget.hide()
        self._tail = widget

    def stand_in(self, key: CommentKey | None, widget: QWidget | None = None) -> None:
        """Let `widget` stand in the place of a row, or none; the row grows to its height."""
        if self._stand_in is not None:
            old = self._stand_in[1]
            old.hide()
            old.deleteLater()
        self._stand_in = None
        if key is not None and widget is not None:
            widget.setParent(self.viewport())
            self._stand_in = (key, widget)
        self.relayout()

    # places

    def placed(self) -> None:
        """Put the widgets among the rows where their rows are."""
        for row, widget in self._standing_in():
            placed = None if row is None else self.anchor.find(row)
            if placed is None:
                widget.hide()
                continue
            box = QRect(0, placed.y, self.viewport().width(), placed.height)
            inset = self._desk.theme.px(INSET)
            widget.setGeometry(box.adjusted(inset, 0, -inset, -self._desk.theme.px(GAP)))
            widget.show()

    def _standing_in(self) -> list[tuple[int | None, QWidget]]:
        """Return the widgets among the rows, each with its row if that is on screen."""
        found: list[tuple[int | None, QWidget]] = []
        if self._tail is not None:
            number = self._inbox.comments
            found.append((number if self._inbox.is_tail(number) else None, self._tail))
        if self._stand_in is not None:
            key, widget = self._stand_in
            rows = (p.row for p in self.anchor.visible if self._key(p.row) == key)
            found.append((next(rows, None), widget))
        return found

    def _key(self, number: int) -> CommentKey | None:
        row = self._inbox.row(number)
        return None if row is None else row.key

    def row_height(self, number: int) -> int:
        """Return the height of a row, measured once per width."""
        theme, width = self._desk.theme, self.viewport().width()
        widget = self._widget_of(number)
        if widget is not None:
            inner = width - 2 * theme.px(INSET)
            needed = widget.heightForWidth(inner)
            if needed < 0:
                needed = widget.sizeHint().height()
            return needed + theme.px(GAP)
        row = self._inbox.row(number)
        if row is None:
            return MADE_UP
        key = (row.key, width, row.put_away)
        height = self._heights.get(key)
        if height is None:
            height = self._heights[key] = self._cards.height(row, width)
            if len(self._heights) > KEPT_HEIGHTS:
                self._heights.popitem(last=False)
        return height

    def _widget_of(self, number: int) -> QWidget | None:
        if self._inbox.is_tail(number):
            return self._tail
        if self._stand_in is not None and self._key(number) == self._stand_in[0]:
            return self._stand_in[1]
        return None

    # changes of the model

    def _remember(self) -> None:
        self._resetting = True
        self._anchor_key = self._key(self.anchor.top)
        self._current_row = max(self.currentIndex().row(), 0)

    def _recall(self) -> None:
        self._heights.clear()
        if self._anchor_key is not None:
            row = self._inbox.find(self._anchor_key)
            self.anchor.top = row if row is not None else min(self.anchor.top, self._inbox.comments)
        key, count = self._current_key, self._inbox.rowCount()
        row = self._inbox.find(key) if key is not None else None
        if row is None and key is not None and count:
            row = min(self._current_row, count - 1)
        if row is not None:
            index = self._inbox.index(row)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            # The place of the view is kept, not that of the chosen comment: it may be off screen.
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(index, flags)
            self.setAutoScroll(True)
        self._resetting = False
        self._announce()
        self.doItemsLayout()

    def _forget_heights(self) -> None:
        self._heights.clear()
        self.doItemsLayout()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Tell the page which comment is current."""
        super().currentChanged(current, previous)
        if not self._resetting:
            self._announce()

    def _announce(self) -> None:
        key = self._key(self.currentIndex().row()) if self.currentIndex().isValid() else None
        if key != self._current_key:
            self._current_key = key
            self.chosen.emit(key)

    # painting and the mouse

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows on screen that have no widget of their own."""
        painter = shapes.smooth(QPainter(self.viewport()))
        current = self.currentIndex().row() if self.currentIndex().isValid() else -1
        for placed in self.anchor.visible:
            box = QRect(0, placed.y, self.viewport().width(), placed.height)
            if not box.intersects(event.rect()) or self._widget_of(placed.row) is not None:
                continue
            row = self._inbox.row(placed.row)
            if row is not None:
                picked = row.key in self._picks
                state = CardState(placed.row == current, self.hasFocus(), picked)
                self._cards.paint(painter, QRectF(box), row, state)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take a click on "Show"."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._inbox.row(index.row()) if index.isValid() else None
        if event.button() != Qt.MouseButton.LeftButton or row is None or not row.put_away:
            return
        if self._cards.show_box(QRectF(self.visualRect(index))).contains(event.position()):
            self.show_asked.emit(row.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the comment in the panel."""
        super().mouseDoubleClickEvent(event)
        if self._current_key is not None:
            self.opened.emit(self._current_key)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus, on the first row if there is none yet."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the focus went elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()
