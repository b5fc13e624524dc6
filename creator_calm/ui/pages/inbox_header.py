"""The upper part of the inbox: title, counts, search, import, pills, and what may need the creator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from creator_calm.domain.assessment import Level
from creator_calm.domain.inbox import InboxCounts, Pile, Pill, SearchResult, Sort
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup, Switch
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.picture import Picture
from creator_calm.ui.widgets.search_field import SearchField
from creator_calm.ui.widgets.texts import large, text
from creator_calm.wording import _, ngettext, number, pgettext, setting_choice, setting_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from creator_calm.ui.desk import Desk

SEARCH_MS = 250


def pill_choices() -> tuple[tuple[str, str], ...]:
    """Return the pills with their words, in order."""
    return (
        (Pill.ALL, _("All")),
        (Pill.USEFUL, _("Useful criticism")),
        (Pill.QUESTIONS, _("Questions")),
        (Pill.KIND, _("Kind")),
        (Pill.NOT_ANSWERED, _("Not answered")),
        (Pill.NOT_SURE, _("Not sure")),
        (Pill.YOURS, pgettext("list of comments", "Yours")),
    )


def sort_choices() -> tuple[tuple[Sort, str], ...]:
    """Return the orders with their words."""
    return (
        (Sort.KIND_USEFUL_FIRST, _("Kind and useful first")),
        (Sort.NEWEST, _("Newest first")),
        (Sort.OLDEST, _("Oldest first")),
        (Sort.MOST_LIKED, _("Most liked first")),
    )


class InboxHeader(QWidget):
    """Asks by signals; says what it is told."""

    searched = Signal(str)
    pill_chosen = Signal(str)
    sort_chosen = Signal(str)
    put_away_switched = Signal(bool)
    import_asked = Signal()
    away_left = Signal()
    steps_asked = Signal()
    left_down = Signal()
    """Enter or Down in the search field: on to what was found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sort = Sort.KIND_USEFUL_FIRST
        self._later = False
        self.title = text(desk, role=FontRole.TITLE, wrap=False)
        self.line = text(desk, role=FontRole.BODY, ink="muted")
        self.search = SearchField(desk)
        self.order = Button(desk, kind=ButtonKind.GHOST, icon="sliders")
        self.bring_in = Button(desk, kind=ButtonKind.SOFT, icon="import")
        self.pills = PillGroup(desk, _("Show"), pill_choices())
        self.switch = Switch(desk, _("Keep harsh ones put away"))
        self.off_line = text(desk, role=FontRole.META, ink="muted")
        self.leave = Button(desk, kind=ButtonKind.SOFT, icon="chevron-left")
        self.safety = _Safety(desk)
        self._safety_place = QWidget()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(SEARCH_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(px(8))
        tools.addStretch(1)
        tools.addWidget(self.search, 100)
        tools.addWidget(self.order)
        tools.addWidget(self.bring_in)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(px(8))
        head.addWidget(self.title)
        head.addWidget(self._tools, 1)
        self._filters = QWidget()
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.pills, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self._back = QWidget()
        back = QHBoxLayout(self._back)
        back.setContentsMargins(0, 0, 0, 0)
        back.addWidget(self.leave)
        back.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(px(2))
        column.addWidget(self.line)
        self._gap = QVBoxLayout()
        column.addLayout(self._gap)
        place = self._place = QVBoxLayout(self._safety_place)
        place.addWidget(self.safety)
        self._safety_place.hide()
        column.addWidget(self._safety_place)
        column.addWidget(self._filters)
        self.off_line.setContentsMargins(0, px(8), 0, 0)
        column.addWidget(self.off_line)
        column.addWidget(self._back)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put tools and switch below title and pills where there is no room beside them."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        width, px = self.width(), self._desk.theme.px
        # Large text: an icon for words that the page behind it says, rather than one line more.
        words = _("Import")
        self.bring_in.say(words)
        safe_text.name(self.bring_in, words)
        safe_text.tip(self.bring_in, "")
        if large(self._desk):
            self.bring_in.say("")
            self.bring_in.named(words)
        self._gap.setContentsMargins(0, 6 if large(self._desk) else px(14), 0, 0)
        self._place.setContentsMargins(0, 0, 0, 8 if large(self._desk) else px(12))
        self._row.setSpacing(6 if large(self._desk) else px(10))
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        head = (
            self.title.sizeHint().width()
            + self._tools.minimumSizeHint().width()
            + self._head.spacing()
        )
        head += 0 if large(self._desk) else px(80)
        self._head.setDirection(beside if head <= width else below)
        row = self.pills.one_line() + self.switch.sizeHint().width() + px(10)
        self._row.setDirection(beside if row <= width else below)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self.search.left_down.connect(self._search_now)
        self.search.left_down.connect(self.left_down)
        self._typing.timeout.connect(self._search_now)
        self.pills.chosen.connect(self.pill_chosen)
        self.switch.clicked.connect(self.put_away_switched)
        self.bring_in.clicked.connect(self.import_asked)
        self.leave.clicked.connect(self.away_left)
        self.order.clicked.connect(self._open_menu)
        self.safety.steps.clicked.connect(self.steps_asked)
        self.safety.later.clicked.connect(self._put_off)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.say(self.title, _("Inbox"))
        safe_text.placeholder(self.search, _("Search comments"))
        safe_text.name(self.search, _("Search comments"))
        self.order.named(_("Sort"))
        self.pills.say(_("Show"), pill_choices())
        safe_text.caption(self.switch, _("Keep harsh ones put away"))
        self.switch.updateGeometry()
        safe_text.say(
            self.off_line,
            _("Harsh comments are shown among the others until you turn this on again."),
        )
        self.leave.say(_("Back to the inbox"))
        self.safety.retranslate()
        self._fold()

    def show_counts(self, counts: InboxCounts, *, numbers: bool, pile: Pile) -> None:
        """Say how much there is to read; never how much is put away."""
        away = pile is Pile.AWAY
        safe_text.say(self.title, _("Put-away comments") if away else _("Inbox"))
        safe_text.say(self.line, _away_line() if away else counts_line(counts, numbers=numbers))
        self._safety_place.setVisible(counts.safety and not self._later and not away)
        self.pills.offer(Pill.YOURS, on=counts.own)
        self._filters.setVisible(not away)
        self._back.setVisible(away)
        self._tools.setVisible(not away)

    def show_search(self, found: SearchResult | None) -> None:
        """Say how a search went in the place of the counts."""
        if found is not None:
            safe_text.say(self.line, search_line(found))

    def show_picked(self, n: int) -> None:
        """Say how many are selected in the place of the counts."""
        if n:
            line = ngettext("{n} selected. Esc ends it.", "{n} selected. Esc ends it.", n)
            safe_text.say(self.line, line.format(n=number(n)))

    def show_switch(self, *, put_away: bool) -> None:
        """Show whether harsh ones are kept put away."""
        self.switch.setChecked(put_away)
        self.off_line.setVisible(not put_away)

    def show_sort(self, sort: Sort) -> None:
        """Remember which order the menu marks."""
        self._sort = sort

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search_now(self) -> None:
        self._typing.stop()
        self.searched.emit(self.search.text().strip())

    def _put_off(self) -> None:
        self._later = True
        self._safety_place.hide()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for sort, words in sort_choices():
            action = safe_text.action(words, self)
            action.setCheckable(True)
            action.setChecked(sort is self._sort)
            action.triggered.connect(lambda _on=False, sort=sort: self.sort_chosen.emit(sort))
            group.addAction(action)
            menu.addAction(action)
        self._add_rules(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.order.mapToGlobal(self.order.rect().bottomLeft()))

    def _add_rules(self, menu: QMenu) -> None:
        """Offer the dial and the creator's own rules below the orders."""
        menu.addSeparator()
        levels = QMenu(menu)
        safe_text.menu_title(levels, setting_label("triage.level"))
        for level in Level:
            words = setting_choice("triage.level", level.value)
            action = safe_text.action(words, self)
            action.triggered.connect(
                lambda _on=False, level=level: self._desk.ask_level(level.value)
            )
            levels.addAction(action)
        menu.addMenu(levels)
        rules = safe_text.action(_("My rules"), self)
        rules.triggered.connect(lambda: self._desk.go("rules"))
        menu.addAction(rules)


class _Safety(Notice):
    """Something may need the creator: no words of it, no number, no red."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "warn_bg", padding=12)
        self._line = text(desk, role=FontRole.STRONG, ink="text")
        self.steps = Button(desk, kind=ButtonKind.PLAIN)
        self.later = Button(desk, kind=ButtonKind.GHOST)
        row = QHBoxLayout()
        row.setSpacing(desk.theme.px(10))
        row.addWidget(Picture(desk, "shield"))
        row.addWidget(self._line, 1)
        row.addWidget(self.steps)
        row.addWidget(self.later)
        self.column.addLayout(row)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.say(self._line, _("Something may need you"))
        self.steps.say(_("Steps"))
        self.later.say(_("Later"))


def counts_line(counts: InboxCounts, *, numbers: bool) -> str:
    """Word the second line of the inbox."""
    if counts.to_read == 0:
        read = _("All read. Nothing is waiting.") if counts.total else ""
    elif numbers:
        n = counts.to_read
        read = ngettext("{n} to read.", "{n} to read.", n).format(n=number(n))
    else:
        read = _("Some to read.")
    away = _("Some are put away, and can wait.") if counts.some_away else ""
    return " ".join(part for part in (read, away) if part)


def search_line(found: SearchResult) -> str:
    """Word how a search went; put-away hits are a count without a snippet."""
    n = found.shown
    if n == 0:
        shown = _("No comment matches.")
    elif found.capped:
        shown = _("More than {n} comments match.").format(n=number(n))
    else:
        shown = ngettext("{n} comment matches.", "{n} comments match.", n).format(n=number(n))
    if not found.away:
        return shown
    n = found.away
    away = ngettext("{n} put-away comment matches.", "{n} put-away comments match.", n)
    return f"{shown} {away.format(n=number(n))}"


def _away_line() -> str:
    return _("One at a time, if and when you want to. Nothing here has to be read.")
