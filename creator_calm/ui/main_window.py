"""The window: rail, pages built at their first visit, the strip and the bar below them.

It is shown empty at once; `attach` fills it when the library is open. Pages talk to it through
the desk only.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creator_calm.domain.change import Area
from creator_calm.domain.intake import Source
from creator_calm.ui import safe_text
from creator_calm.ui.breaks_shown import BreaksShown
from creator_calm.ui.menu import MainMenu
from creator_calm.ui.pages.breathe import BreathePage
from creator_calm.ui.pages.bring_in import BringInPage
from creator_calm.ui.pages.inbox import InboxPage
from creator_calm.ui.pages.keys import KeysPage
from creator_calm.ui.pages.notes_support import NotesSupportPage
from creator_calm.ui.pages.settings import SettingsPage
from creator_calm.ui.pages.today import TodayPage
from creator_calm.ui.shortcuts import Keys, Scope
from creator_calm.ui.theme import SCALES
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.frames import Hairline, Pane
from creator_calm.ui.widgets.rail import Rail
from creator_calm.ui.widgets.toast import Toast
from creator_calm.ui.window_place import SMALLEST
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from creator_calm.domain.change import Change, Deed
    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.troubles import Sheet
    from creator_calm.workspace.workspace import Workspace

NARROW = 1180
FOLDS = 1040
LARGE_TEXT = 1.5
LARGE_COUNTS_AS = 1.3


class Page(Protocol):
    """What the window asks of every page."""

    def title(self) -> str:
        """Return the page's name."""

    def refresh(self, change: Change | None) -> None:
        """Read again what a command may have changed."""

    def retranslate(self) -> None:
        """Say everything in the language in use."""


PAGES: dict[str, Callable[[Workspace, Desk], QWidget]] = {
    "today": TodayPage,
    "inbox": InboxPage,
    "breathe": BreathePage,
    "notes": NotesSupportPage,
    "settings": SettingsPage,
    "bring_in": BringInPage,
    "keys": KeysPage,
}


class MainWindow(QWidget):
    """Owns the pages and what surrounds them."""

    closing = Signal()
    look_changed = Signal()
    """A setting of appearance or language changed; the composition root applies it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workspace: Workspace | None = None
        self._pages: dict[str, QWidget] = {}
        self._current = ""
        self._before: list[str] = []
        self._stale: dict[str, list[Change]] = {}
        self._unsubscribe: Callable[[], None] | None = None
        self.breaks: BreaksShown | None = None
        self._sheet: Sheet | None = None
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        # Without a size of its own the window would take the smallest size of its content, and
        # the parts that make room by folding would never be asked to.
        self.setMinimumSize(SMALLEST)
        self.rail = Rail(desk)
        self.stack = QStackedWidget()
        self.stack.addWidget(Pane("bg"))
        self._foot = QVBoxLayout()
        self._lay_out()
        self.toast = Toast(desk, self.stack)
        self.menu = MainMenu(desk, self)
        self._listen()
        self.keys = Keys(self, Scope.WINDOW, self._window_keys())
        self.letters = Keys(self, Scope.ANYWHERE, self._letter_keys())
        self.retranslate()

    # life

    def attach(self, workspace: Workspace) -> None:
        """Fill the window from an open library and show the first page."""
        self._workspace = workspace
        self._unsubscribe = workspace.subscribe(self._desk.publish)
        self.breaks = BreaksShown(
            workspace.care.breaks, self._desk, self, lambda: self._current == "inbox"
        )
        self.breaks.resting.connect(self._rest)
        self.breaks.kind_asked.connect(lambda: self.open_page("today"))
        self.breaks.digest_asked.connect(self._open_digest)
        self.breaks.bar.done_asked.connect(self.done_for_today)
        self._foot.addWidget(self.breaks.banner)
        self._foot.addWidget(self.breaks.bar)
        self.stack.addWidget(self.breaks.card)
        self._refresh_frame()
        self.open_page("today")

    def close_down(self) -> None:
        """Keep drafts, stop what runs, let go of the library."""
        for page in self._pages.values():
            if isinstance(page, InboxPage | NotesSupportPage):
                page.save()
            elif isinstance(page, BringInPage):
                page.put_aside()
        self.toast.put_down()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close down before the window goes."""
        self.close_down()
        self.closing.emit()
        super().closeEvent(event)

    def cover(self, sheet: Sheet) -> None:
        """Show a sheet in the place of the pages."""
        self.uncover()
        self._sheet = sheet
        self.stack.addWidget(sheet)
        self.stack.setCurrentWidget(sheet)
        if sheet.first is not None:
            sheet.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Take the sheet away and show the page below it."""
        if self._sheet is not None:
            self.stack.removeWidget(self._sheet)
            self._sheet.deleteLater()
            self._sheet = None
            page = self._pages.get(self._current)
            if page is not None:
                self.stack.setCurrentWidget(page)

    def done_for_today(self) -> None:
        """Keep everything and close."""
        self.close()

    # pages

    def page(self, page_id: str) -> QWidget | None:
        """Return a page, built at its first visit."""
        if self._workspace is None:
            return None
        page = self._pages.get(page_id)
        if page is None:
            page = self._pages[page_id] = PAGES[page_id](self._workspace, self._desk)
            self.stack.addWidget(page)
            self._join(page)
        return page

    def open_page(self, page_id: str) -> QWidget | None:
        """Show a page."""
        page = self.page(page_id)
        if page is None or page_id == self._current:
            return page
        if self._current:
            self._before.append(self._current)
            del self._before[:-20]
        self._current = page_id
        pausing = self.breaks is not None and self.breaks.covering and page_id == "inbox"
        # A pause covers the comments wherever one comes from; "End now" on the card uncovers them.
        self.stack.setCurrentWidget(self.breaks.card if self.breaks and pausing else page)
        for change in self._stale.pop(page_id, []):
            cast("Page", page).refresh(change)
        self.rail.show_current(page_id)
        self._say_title()
        self._arrange()
        if isinstance(page, InboxPage):
            page.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(page, BreathePage):
            page.setFocus(Qt.FocusReason.OtherFocusReason)  # asked for; Esc and Space are its keys
        self.toast.raise_()
        return page

    def back(self) -> None:
        """Show the page before this one."""
        if self._before:
            last = self._before.pop()
            self.open_page(last)
            del self._before[-1:]

    def inbox(self) -> InboxPage | None:
        """Show the inbox and return it."""
        page = self.open_page("inbox")
        return page if isinstance(page, InboxPage) else None

    def open_comment(self, key: CommentKey) -> None:
        """Show the inbox with a comment chosen."""
        page = self.inbox()
        if page is not None:
            page.open_comment(key)

    def bring_in(self, source: Source) -> None:
        """Show the preview of a file or a paste."""
        page = self.open_page("bring_in")
        if isinstance(page, BringInPage):
            if source.text is not None:
                page.paste(source.text)
            else:
                page.open(source)

    def choose_file(self) -> None:
        """Ask for a file to bring in."""
        page = self.open_page("bring_in")
        if isinstance(page, BringInPage):
            page.choose_file()

    def paste(self) -> None:
        """Bring in what lies on the clipboard."""
        page = self.open_page("bring_in")
        if isinstance(page, BringInPage):
            page.paste()

    def _join(self, page: QWidget) -> None:
        if isinstance(page, TodayPage):
            page.paste_asked.connect(self.paste)
            page.import_asked.connect(self.choose_file)
        elif isinstance(page, BreathePage):
            page.ended.connect(self.back)

    def _rest(self, resting: bool) -> None:  # noqa: FBT001 - a Qt signal
        """Cover the comments during a pause."""
        if self.breaks is None:
            return
        page = self.breaks.card if resting else self._pages.get(self._current)
        if page is not None:
            self.stack.setCurrentWidget(page)

    def _open_digest(self) -> None:
        page = self.inbox()
        if page is not None:
            page.show_digest()

    # what the desk hears

    def _listen(self) -> None:
        desk = self._desk
        desk.changed.connect(self._changed)
        desk.toast_asked.connect(lambda words, undo: self.toast.show_words(words, undo=undo))
        desk.page_asked.connect(self.open_page)
        desk.comment_asked.connect(self.open_comment)
        desk.away_asked.connect(self._open_away)
        desk.breathing_asked.connect(lambda: self.open_page("breathe"))
        desk.source_asked.connect(self.bring_in)
        desk.undo_asked.connect(self.undo)
        desk.theme.changed.connect(self._arrange)
        self.toast.undo_asked.connect(self.undo)
        self.rail.page_chosen.connect(self.open_page)
        self.rail.menu_asked.connect(self.menu.open_above)

    def _open_away(self) -> None:
        page = self.inbox()
        if page is not None:
            page.open_put_away()

    def _changed(self, change: Change) -> None:
        """Refresh the page that is seen now, the others when they are seen."""
        if change.areas & Area.SETTINGS:
            self.look_changed.emit()
        for page_id, page in self._pages.items():
            if page_id == self._current:
                cast("Page", page).refresh(change)
            else:
                waiting = self._stale.setdefault(page_id, [])
                waiting.append(change)
                del waiting[:-20]
        self._refresh_frame()

    def _refresh_frame(self) -> None:
        if self._workspace is None:
            return
        preferences = self._workspace.preferences
        numbers = bool(preferences.get("look.numbers"))
        self.rail.show_pages(to_read=self._workspace.inbox.counts().to_read if numbers else 0)
        self.letters.single_letters(bool(preferences.get("list.single_keys")))
        if self.breaks is not None:
            self.breaks.bar.set_breathe_minutes(int(preferences.get("breathing.minutes")))
            self.breaks.show_state()

    # language and layout

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.rail.retranslate()
        self.rail.show_pages(to_read=0)
        for page in self._pages.values():
            cast("Page", page).retranslate()
        if self.breaks is not None:
            self.breaks.retranslate()
        self._refresh_frame()
        self._say_title()

    def _say_title(self) -> None:
        page = self._pages.get(self._current)
        name = cast("Page", page).title() if page is not None else ""
        # TRANSLATORS: the window's title: {page} is the name of a page
        words = _("{page} – Creator Calm").format(page=name) if name else "Creator Calm"
        safe_text.title(self, words)

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addWidget(Hairline(self._desk, standing=True))
        upper.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        self._foot.setSpacing(0)
        column.addLayout(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the rail and slide the panel over the list where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width: float = self.width()
        if self._desk.theme.scale >= LARGE_TEXT:
            width /= LARGE_COUNTS_AS
        self.rail.fold(folded=width < FOLDS)
        page = self._pages.get("inbox")
        if isinstance(page, InboxPage):
            # Large text needs the width of the whole page for a reply.
            large = self._desk.theme.scale >= LARGE_TEXT
            page.set_narrow(narrow=large or width < NARROW)

    # keys

    def _window_keys(self) -> dict[str, Callable[[], object]]:
        return {
            "search": self._search,
            "import": self.choose_file,
            "undo": self.undo,
            "redo": self.redo,
            "settings": lambda: self.open_page("settings"),
            "larger": lambda: self._scale(1),
            "smaller": lambda: self._scale(-1),
            "normal_size": lambda: self._scale(0),
            "region": lambda: self._next_region(1),
            "region_back": lambda: self._next_region(-1),
            "back": self.back,
            "quit": self.close,
        }

    def _letter_keys(self) -> dict[str, Callable[[], object]]:
        return {
            "breathe": self._desk.breathe,
            "search_letter": self._search,
            "keys": lambda: self.open_page("keys"),
            "go_today": lambda: self.open_page("today"),
            "go_inbox": lambda: self.open_page("inbox"),
        }

    def _search(self) -> None:
        page = self.inbox()
        if page is not None:
            page.focus_search()

    def undo(self) -> None:
        """Take the last step back."""
        self._step_in_history(lambda w: w.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step_in_history(lambda w: w.redo())

    def _step_in_history(self, step: Callable[[Workspace], Change | None]) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        change = attempt(self._desk, lambda: step(workspace))
        if change is not None:
            self._desk.publish(change)

    def _scale(self, by: int) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        now = SCALES.index(self._desk.theme.look.scale)
        then = SCALES[min(max(now + by, 0), len(SCALES) - 1)] if by else 100
        attempt(self._desk, lambda: workspace.preferences.set("look.text_scale", str(then)))

    def _next_region(self, by: int) -> None:
        regions = self._regions()
        if not regions:
            return
        focus = QApplication.focusWidget()
        here = [
            n
            for n, part in enumerate(regions)
            if focus is not None and (part is focus or part.isAncestorOf(focus))
        ]
        number = (here[0] + by) % len(regions) if here else 0
        regions[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _regions(self) -> list[QWidget]:
        page = self._pages.get(self._current)
        inner = page.regions() if isinstance(page, InboxPage) else _first_focus(page)
        parts: list[QWidget] = [self.rail.pages, *inner]
        for strip in (
            self.toast,
            self.breaks and self.breaks.banner,
            self.breaks and self.breaks.bar,
        ):
            if isinstance(strip, QWidget) and strip.isVisible():
                parts += _first_focus(strip)
        return parts

    # files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files anywhere in the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Show the preview of the first file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self._workspace is not None:
            event.acceptProposedAction()
            self.bring_in(Source(path=paths[0], name=Path(paths[0]).name))
            if len(paths) > 1:
                self._desk.toast(_("One file at a time: the first one is shown."))

    def steps(self) -> tuple[tuple[Deed, int] | None, tuple[Deed, int] | None]:
        """Return what could be undone and redone now."""
        workspace = self._workspace
        return (workspace.undoable(), workspace.redoable()) if workspace else (None, None)


def _first_focus(part: QWidget | None) -> list[QWidget]:
    """Return the first widget below `part` that the Tab key would reach."""
    if part is None:
        return []
    for child in part.findChildren(QWidget):
        if child.isVisibleTo(part) and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return [child]
    return []
