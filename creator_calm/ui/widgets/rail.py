"""The navigation at the left: a list of pages, and below it what is always there.

One tab stop for the pages (arrows move, Enter opens), plain muted counts, no discs, no colours.
Folded it shows icons only; the names are tooltips and spoken names then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from creator_calm.ui import safe_text
from creator_calm.ui.icons import SIZE
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.frames import Pane
from creator_calm.ui.widgets.picture import Picture
from creator_calm.ui.widgets.rail_items import (
    FOLDED,
    ITEM,
    SIDE,
    Entry,
    ItemState,
    NavButton,
    paint_item,
)
from creator_calm.ui.widgets.texts import large, text
from creator_calm.wording import _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from creator_calm.ui.desk import Desk

WIDTH = 208

Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """The lines of the rail for Qt."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these lines; the same pages keep their places."""
        if len(entries) == len(self.entries):
            self.entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the name of a line."""
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.entries[index.row()].spoken if role in roles else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let pages be chosen, titles not."""
        if not self.entries[index.row()].page:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _List(QListView):
    """Knows whether the focus came by keyboard: only then it is worth a ring.

    It also knows the row below the mouse: asking the style option for it loads all names of QStyle,
    which takes 5 ms of the start.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keyboard = False
        self.hovered = -1
        self.entered.connect(self._hover)

    def _hover(self, index: Index) -> None:
        self.hovered = index.row()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Forget the row below the mouse."""
        self.hovered = -1
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Remember how the focus came."""
        reasons = Qt.FocusReason
        self.keyboard = event.reason() in {reasons.TabFocusReason, reasons.BacktabFocusReason}
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Drop the ring."""
        self.keyboard = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring from the first key on."""
        self.keyboard = True
        super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """Paints the lines of the rail."""

    def __init__(self, desk: Desk, pages: _Pages, view: _List) -> None:
        super().__init__(view)
        self._desk = desk
        self._pages = pages
        self._view = view
        self.folded = False
        self.current = ""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a line; a title has room above it."""
        px = self._desk.theme.px
        entry = self._pages.entries[index.row()]
        metrics = QFontMetricsF(self._desk.theme.font(FontRole.CONTROL))
        if not entry.page:
            return QSize(10, px(9) if self.folded else int(metrics.height()) + px(22))
        if self.folded and large(self._desk):
            return QSize(10, px(SIZE + 9))  # icons alone: every page stays in sight
        return QSize(10, max(px(ITEM), int(metrics.height()) + px(14)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        entry = self._pages.entries[index.row()]
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        shapes.smooth(painter)
        if not entry.page:
            self._paint_title(painter, box, entry.words)
        else:
            hover = self._view.hovered == index.row()
            keyboard = self._view.keyboard and self._view.currentIndex() == index
            state = ItemState(entry.page == self.current, hover, keyboard, self.folded)
            paint_item(painter, self._desk, box, entry, state)
        painter.restore()

    def _paint_title(self, painter: QPainter, box: QRectF, words: str) -> None:
        if self.folded:
            return
        theme = self._desk.theme
        painter.setFont(theme.font(FontRole.META_STRONG))
        painter.setPen(theme.ink("muted", on="rail"))
        room = box.adjusted(theme.px(SIDE), 0, 0, -theme.px(5))
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom, words)


class Rail(Pane):
    """Pages above, "Stays on this computer", settings and the menu below."""

    page_chosen = Signal(str)
    menu_asked = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__("rail")
        self._desk = desk
        self._folded = False
        self._current = ""
        self._model = _Pages()
        self.pages = _List()
        self._painter = _Painter(desk, self._model, self.pages)
        self.name = text(desk, role=FontRole.CARD_TITLE, wrap=False)
        self.here = NavButton(desk, "", "lock", FontRole.META)
        self.help = NavButton(desk, "help", "life-ring")
        self.settings = NavButton(desk, "settings", "gear")
        self.menu = NavButton(desk, "", "menu")
        self._prepare()
        self._lay_out()
        self._connect()
        self.fold(folded=False)

    def show_pages(self, *, to_read: int) -> None:
        """Show the pages of the product with what there is to read."""
        entries = (
            Entry("today", "today", _("Today")),
            Entry("inbox", "inbox", _("Inbox"), to_read),
            Entry("kind", "heart", _("Kind shelf")),
            Entry("to_do", "list-checks", _("To do")),
            Entry("promises", "promise", _("Promises")),
            Entry("looking_back", "chart", _("Looking back")),
            Entry("", "", _("For you")),
            Entry("breathe", "wind", _("Breathe")),
            Entry("notes", "notebook", _("Notes & support")),
        )
        self._model.show_entries(entries)
        self._measure()

    def show_current(self, page: str) -> None:
        """Mark the page that is shown."""
        self._current = self._painter.current = page
        for row, entry in enumerate(self._model.entries):
            if entry.page == page:
                self.pages.setCurrentIndex(self._model.index(row))
        self._canvas.update()
        self._show_foot()

    def fold(self, *, folded: bool) -> None:
        """Show icons only, or icons and names."""
        self._folded = self._painter.folded = folded
        self._measure()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.name(self.pages, _("Pages"))
        safe_text.say(self.name, "Creator Calm")
        self.help.say(_("Help lines"))
        self.settings.say(_("Settings"))
        self.menu.say(_("Menu"))
        self.here.say(_("Stays on this computer"))
        self._measure()

    def _prepare(self) -> None:
        view = self.pages
        view.setModel(self._model)
        view.setItemDelegate(self._painter)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setProperty("ground", "none")
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A viewport of our own: asking the view for its makes the binding load every kind of widget.
        self._canvas = QWidget()
        self._canvas.setAutoFillBackground(False)
        view.setViewport(self._canvas)

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        self._brand = QWidget()
        brand = QHBoxLayout(self._brand)
        brand.setContentsMargins(px(SIDE), 0, 0, px(12))
        brand.setSpacing(px(10))
        brand.addWidget(Picture(self._desk, "sprout", 20, ink="accent"))
        brand.addWidget(self.name)
        brand.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(px(2))
        column.addWidget(self._brand)
        column.addWidget(self.pages, 1)
        column.addWidget(self.here)
        column.addWidget(self.help)
        column.addWidget(self.settings)
        column.addWidget(self.menu)

    def _connect(self) -> None:
        self.pages.clicked.connect(self._open)
        self.pages.activated.connect(self._open)
        self.here.clicked.connect(lambda: self.page_chosen.emit("settings"))
        self.help.clicked.connect(lambda: self.page_chosen.emit("help"))
        self.settings.clicked.connect(lambda: self.page_chosen.emit("settings"))
        self.menu.clicked.connect(lambda: self.menu_asked.emit(self.menu))
        self._desk.theme.changed.connect(self._measure)

    def _open(self, index: Index) -> None:
        page = self._model.entries[index.row()].page
        if page:
            self.page_chosen.emit(page)

    def _measure(self) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        grown = min(max(theme.scale / 1.25, 1.0), 1.5)
        self.setFixedWidth(px(FOLDED) if self._folded else self._unfolded_width(grown))
        side = px(6) if self._folded else px(12)
        self._column.setContentsMargins(side, px(18), side, px(14))
        self.name.setVisible(not self._folded)
        self._show_foot()
        self.pages.doItemsLayout()

    def _show_foot(self) -> None:
        pages = {self.settings: {"settings", "rules", "learned"}, self.help: {"help"}}
        for button in (self.here, self.help, self.settings, self.menu):
            current = self._current in pages.get(button, set())
            button.show_state(current=current, folded=self._folded)

    def _unfolded_width(self, grown: float) -> int:
        """Return the width at which every name fits beside its icon and count."""
        px = self._desk.theme.px
        metrics = QFontMetricsF(self._desk.theme.font(FontRole.STRONG))
        names = [metrics.horizontalAdvance(entry.words) for entry in self._model.entries]
        longest = max(names, default=0.0) + px(2 * 12 + 2 * SIDE + SIZE + 11)
        foot = self.here.full_width() + px(24)
        return int(max(WIDTH * grown, longest, foot))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the font of the application changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
