"""The window: the rail, the pages, and below them the strip and the bar.

It is shown empty at once; once it is painted, `furnish` gives it what reacts and `attach` fills it
when the library is open. Pages talk to it through the desk only.
"""

# ruff: noqa: PLC0415 - what is imported inside functions is not needed before the first paint
from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.page_stack import PageStack
from creator_calm.ui.theme import SCALES
from creator_calm.ui.widgets.frames import Hairline
from creator_calm.ui.widgets.rail import Rail
from creator_calm.ui.window_place import SMALLEST
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from creator_calm.domain.change import Change, Deed
    from creator_calm.domain.intake import Source
    from creator_calm.ui.breaks_shown import BreaksShown
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.looked_after import LookedAfter
    from creator_calm.ui.menu import MainMenu
    from creator_calm.ui.pages.breathe import BreathePage
    from creator_calm.ui.pages.inbox import InboxPage
    from creator_calm.ui.pages.today import TodayPage
    from creator_calm.ui.reminders import Reminders
    from creator_calm.ui.shortcuts import Keys
    from creator_calm.ui.widgets.interrupted_banner import InterruptedBanner
    from creator_calm.ui.widgets.toast import Toast
    from creator_calm.workspace.workspace import Workspace

NARROW = 1180
FOLDS = 1040
LARGE_TEXT = 1.5
LARGE_COUNTS_AS = 1.3


class MainWindow(QWidget):
    """Owns the pages and what surrounds them."""

    toast: Toast
    menu: MainMenu
    keys: Keys
    letters: Keys
    reminders: Reminders
    closing = Signal()
    look_changed = Signal()
    """A setting of appearance or language changed; the composition root applies it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workspace: Workspace | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self.breaks: BreaksShown | None = None
        self.after: LookedAfter | None = None
        self.cut_short: InterruptedBanner | None = None
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        # Without a size of its own the window would take the smallest size of its content, and
        # the parts that make room by folding would never be asked to.
        self.setMinimumSize(SMALLEST)
        self.rail = Rail(desk)
        self.stack = PageStack(desk)
        self._foot = QVBoxLayout()
        self._lay_out()
        self._furnished = False
        self.retranslate()

    # life

    def furnish(self) -> None:
        """Add what answers to keys, clicks and the desk; a second call does nothing."""
        if self._furnished:
            return
        from creator_calm.ui.dropped import Dropping
        from creator_calm.ui.menu import MainMenu
        from creator_calm.ui.widgets.toast import Toast
        from creator_calm.ui.window_keys import bind_anywhere, bind_window, in_reach

        self._furnished = True
        self.toast = Toast(self._desk, self.stack)
        self.toast.clear_of = lambda: in_reach(self)
        self.menu = MainMenu(self._desk, self)
        self._listen()
        self._dropping = Dropping(self, self.bring_in)
        self.keys = bind_window(self, self._desk)
        self.letters = bind_anywhere(self, self._desk)

    def attach(self, workspace: Workspace) -> None:
        """Fill the window from an open library and show the first page."""
        from creator_calm.ui.looked_after import LookedAfter

        self.furnish()
        self._workspace = workspace
        self.stack.attach(workspace)
        self._unsubscribe = workspace.subscribe(self._desk.publish)
        after = self.after = LookedAfter(workspace, self._desk, self)
        self.breaks, self.reminders = after.breaks, after.reminders
        self._ask_about_cut_short(workspace)
        self._foot.addWidget(self.breaks.banner)
        self._foot.addWidget(after.mood.strip)
        self._foot.addWidget(self.breaks.bar)
        self.refresh_frame()
        self.open_page("today")

    def _ask_about_cut_short(self, workspace: Workspace) -> None:
        if workspace.importing.interrupted():
            from creator_calm.ui.widgets.interrupted_banner import InterruptedBanner

            self.cut_short = InterruptedBanner(workspace.importing, self._desk)
            self.cut_short.again.connect(lambda sources: self.bring_in(*sources))
            self._foot.addWidget(self.cut_short)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep drafts, stop what runs, let go of the library."""
        self.stack.keep_all()
        if self._furnished:
            self.toast.put_down()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self.closing.emit()
        super().closeEvent(event)

    # pages

    def open_page(self, page_id: str) -> QWidget | None:
        """Show a page."""
        page = self.stack.open(page_id)
        if page is not None or self.covered:
            self.rail.show_current(page_id)
            self.say_title()
            self._arrange()
            self.toast.raise_()
        return page

    def back(self) -> None:
        """Show the page before this one."""
        last = self.stack.before()
        if last:
            self.open_page(last)
            self.stack.forget_last()

    def inbox(self) -> InboxPage | None:
        """Show the inbox and return it."""
        return cast("InboxPage | None", self.open_page("inbox"))

    def _in_inbox(self, act: Callable[[InboxPage], object]) -> None:
        page = self.inbox()
        if page is not None:
            act(page)

    def _at(self, page_id: str, act: Callable[[Any], object]) -> None:
        page = self.open_page(page_id)
        if page is not None:
            act(page)

    def bring_in(self, *sources: Source) -> None:
        """Show the preview of files or of a paste."""
        first = sources[0]
        if first.text is not None:
            self._at("bring_in", lambda page: page.paste(first.text, first.html or ""))
        else:
            self._at("bring_in", lambda page: page.open(*sources))

    def choose_file(self) -> None:
        """Ask for a file to bring in."""
        self._at("bring_in", lambda page: page.choose_file())

    def paste(self) -> None:
        """Bring in what lies on the clipboard."""
        self._at("bring_in", lambda page: page.paste())

    def _join(self, page_id: str, page: QWidget) -> None:
        if page_id == "today":
            today = cast("TodayPage", page)
            today.paste_asked.connect(self.paste)
            today.import_asked.connect(self.choose_file)
        elif page_id == "breathe":
            cast("BreathePage", page).ended.connect(self.back)

    # what the desk hears

    def _listen(self) -> None:
        desk = self._desk
        desk.changed.connect(self._changed)
        desk.toast_asked.connect(lambda words, undo: self.toast.show_words(words, undo=undo))
        desk.page_asked.connect(self.open_page)
        desk.comment_asked.connect(lambda key: self._in_inbox(lambda page: page.open_comment(key)))
        desk.level_asked.connect(lambda at: self._at("rules", lambda page: page.propose_level(at)))
        desk.trust_asked.connect(
            lambda key: self._at("rules", lambda page: page.propose_trust(key))
        )
        desk.away_asked.connect(lambda: self._in_inbox(lambda page: page.open_put_away()))
        desk.breathing_asked.connect(lambda: self.open_page("breathe"))
        desk.source_asked.connect(self.bring_in)
        desk.undo_asked.connect(self.undo)
        desk.theme.changed.connect(self._arrange)
        self.stack.built.connect(self._join)
        self.toast.undo_asked.connect(self.undo)
        self.rail.page_chosen.connect(self.open_page)
        self.rail.menu_asked.connect(self.menu.open_above)

    def _changed(self, change: Change) -> None:
        from creator_calm.domain.change import Area

        if change.areas & Area.SETTINGS:
            self.look_changed.emit()
        self.stack.take(change)
        self.refresh_frame()

    def refresh_frame(self) -> None:
        """Bring rail, keys and bar up to the library and the settings."""
        if self._workspace is None:
            return
        preferences = self._workspace.preferences
        numbers = bool(preferences.get("look.numbers"))
        told = numbers and not self.covered
        self.rail.show_pages(to_read=self._workspace.inbox.counts().to_read if told else 0)
        self.letters.single_letters(bool(preferences.get("list.single_keys")))
        if self.after is not None:
            self.after.refresh()

    @property
    def covered(self) -> bool:
        """Say whether every word is covered."""
        return self._workspace is not None and self._workspace.care.breaks.state.live

    # language and layout

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.rail.retranslate()
        self.rail.show_pages(to_read=0)
        self.stack.retranslate()
        for part in (self.after, self.cut_short):
            if part is not None:
                part.retranslate()
        self.refresh_frame()
        self.say_title()

    def say_title(self, *, covered: bool = False) -> None:
        """Name the page in the title of the window; nothing while words are covered."""
        name = "" if covered or self.covered else self.stack.title()
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
        large = self._desk.theme.scale >= LARGE_TEXT
        width = self.width() / (LARGE_COUNTS_AS if large else 1)
        self.rail.fold(folded=width < FOLDS)
        page = cast("InboxPage | None", self.stack.pages.get("inbox"))
        if page is not None:
            # Large text needs the width of the whole page for a reply.
            page.set_narrow(narrow=large or width < NARROW)

    # keys

    def steps(self) -> tuple[tuple[Deed, int] | None, tuple[Deed, int] | None]:
        """Return what could be undone and redone now."""
        workspace = self._workspace
        return (workspace.undoable(), workspace.redoable()) if workspace else (None, None)

    def undo(self) -> None:
        """Take the last step back."""
        if self._workspace is not None:
            self._attempt(self._workspace.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._workspace is not None:
            self._attempt(self._workspace.redo)

    def scale(self, by: int) -> None:
        """Make the text one step larger (1) or smaller (-1), or normal again (0)."""
        workspace = self._workspace
        if workspace is not None:
            now = SCALES.index(self._desk.theme.look.scale)
            then = SCALES[min(max(now + by, 0), len(SCALES) - 1)] if by else 100
            self._attempt(lambda: workspace.preferences.set("look.text_scale", str(then)))

    def _attempt(self, command: Callable[[], object]) -> None:
        from creator_calm.ui.troubles import attempt

        attempt(self._desk, command)
