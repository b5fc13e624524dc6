"""The pages: built at their first visit, refreshed when they are seen, covered when need be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from creator_calm.ui.pages_at_hand import build_page
from creator_calm.ui.widgets.frames import Pane

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.pages.bring_in import BringInPage
    from creator_calm.ui.pages.inbox import InboxPage
    from creator_calm.ui.pages.notes_support import NotesSupportPage
    from creator_calm.ui.pages.own_words import OwnWordsPage
    from creator_calm.ui.pages.rules import RulesPage
    from creator_calm.ui.pages.to_do import ToDoPage
    from creator_calm.ui.troubles import Sheet
    from creator_calm.workspace.workspace import Workspace

WORDLESS = frozenset({"breathe", "keys"})
"""Pages without a word of comments, people, drafts, notes or moods: open while all is covered."""

OPEN_WHEN_COVERED = WORDLESS | {"help"}
"""Pages that can be opened while all is covered; those with words of one's own are made without them."""

GONE_WHEN_COVERED = frozenset({"today", "inbox", "looking_back", "learned"})
"""Pages that hold nothing unsaved once kept: covered, they are made anew afterwards."""

TELL_OF_TIMES = frozenset({"today", "promises"})
"""Pages with "in ten minutes" and "since Tuesday": read again whenever they are opened."""

REMEMBERED = 20
"""Pages to go back to, and changes a page that is not seen keeps for later."""


class Page(Protocol):
    """What the window asks of every page."""

    def title(self) -> str:
        """Return the page's name."""

    def refresh(self, change: Change | None) -> None:
        """Read again what a command may have changed."""

    def retranslate(self) -> None:
        """Say everything in the language in use."""


class PageStack(QStackedWidget):
    """Shows one page, or a sheet or the card of a pause in its place."""

    built = Signal(str, object)
    """A page that was just made, after its id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workspace: Workspace | None = None
        self._before: list[str] = []
        self._stale: dict[str, list[Change]] = {}
        self._sheet: Sheet | None = None
        self._pause: QWidget | None = None
        self._focus_before: QWidget | None = None
        self._cover: QWidget | None = None
        self._aside: dict[str, QWidget] = {}
        self.pages: dict[str, QWidget] = {}
        self.current = ""
        self.addWidget(Pane("bg"))

    def attach(self, workspace: Workspace) -> None:
        """Let pages be built from now on."""
        self._workspace = workspace

    def page(self, page_id: str) -> QWidget | None:
        """Return a page, built at its first visit; None before there is a library or when covered."""
        covered = self._cover is not None and page_id not in OPEN_WHEN_COVERED
        if self._workspace is None or covered:
            return None
        page = self.pages.get(page_id)
        if page is None:
            page = self.pages[page_id] = build_page(page_id, self._workspace, self._desk)
            self.addWidget(page)
            self.built.emit(page_id, page)
        return page

    def open(self, page_id: str) -> QWidget | None:
        """Show a page and refresh it with what happened meanwhile."""
        made_before = page_id in self.pages
        page = self.page(page_id)
        if page is None:
            if self._cover is not None:
                self.current = page_id
                self._show()
            return None
        if page_id == self.current:
            return page
        if self.current:
            self._before.append(self.current)
            del self._before[:-REMEMBERED]
        self.current = page_id
        self._show()
        stale = self._stale.pop(page_id, [])
        if made_before and page_id in TELL_OF_TIMES:
            cast("Page", page).refresh(None)
        else:
            for change in stale:
                cast("Page", page).refresh(change)
        _give_focus(page_id, page)
        return page

    def before(self) -> str:
        """Return the page to go back to and forget it; "" where there is none."""
        return self._before.pop() if self._before else ""

    def forget_last(self) -> None:
        """Forget the page one just came from, as after going back."""
        del self._before[-1:]

    def take(self, change: Change) -> None:
        """Refresh the page that is seen now, the others when they are seen."""
        for page_id, page in self.pages.items():
            if page_id == self.current:
                cast("Page", page).refresh(change)
            else:
                waiting = self._stale.setdefault(page_id, [])
                waiting.append(change)
                del waiting[:-REMEMBERED]

    def title(self) -> str:
        """Return the name of the page that is shown; "" for none."""
        page = self.pages.get(self.current)
        return cast("Page", page).title() if page is not None else ""

    def retranslate(self) -> None:
        """Have every page say everything in the language in use."""
        for page in self.pages.values():
            cast("Page", page).retranslate()

    def keep_all(self) -> None:
        """Keep what is being written and stop what runs."""
        for page_id, page in self.pages.items():
            if page_id in {"inbox", "notes", "to_do", "words", "promises"}:
                cast("InboxPage | NotesSupportPage | ToDoPage | OwnWordsPage", page).save()
            elif page_id in {"bring_in", "rules"}:
                cast("BringInPage | RulesPage", page).put_aside()

    # what may cover a page

    def pause(self, card: QWidget | None) -> None:
        """Cover the comments with the card of a pause, wherever one comes from; None ends it."""
        if card is not None and self.indexOf(card) < 0:
            self.addWidget(card)
        focus = self.window().focusWidget()
        if card is not None and self.isAncestorOf(focus):
            # Qt would hand the keyboard to the first button of the card.
            self._focus_before = focus
        self._pause = card
        self._show()
        if card is not None and self._focus_before is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._give_back(focus)

    def _give_back(self, focus: QWidget | None) -> None:
        """Put the keyboard back where it was before a pause, unless it has moved on meanwhile."""
        before = self._focus_before
        if self._pause is not None or before is None:
            return
        self._focus_before = None
        here = focus is None or self.isAncestorOf(focus)
        if here and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def cover_words(self, card: QWidget) -> None:
        """Show `card` in the place of every page with words, at once."""
        if self.indexOf(card) < 0:
            self.addWidget(card)
        self._cover = card
        if self.current in OPEN_WHEN_COVERED or not self.current:
            self.current = "today"
        self._show()

    def put_pages_aside(self, *, all_kept: bool = False) -> None:
        """Take the pages with words out of the window.

        Those on which something may stand unsaved wait outside of it for `show_words`, the others
        are forgotten; `all_kept` keeps all of them.
        """
        for page_id in [one for one in self.pages if one not in WORDLESS]:
            page = self.pages.pop(page_id)
            self.removeWidget(page)
            page.hide()
            page.setParent(None)
            if all_kept or page_id not in GONE_WHEN_COVERED:
                self._aside[page_id] = page
                self.destroyed.connect(page.deleteLater)  # it belongs to no window meanwhile
            else:
                page.deleteLater()
        self._before.clear()
        self._stale.clear()

    def show_words(self) -> None:
        """End what `cover_words` began; no page is open."""
        self._cover, self.current = None, ""
        for page_id in [one for one in self.pages if one not in WORDLESS]:
            bare = self.pages.pop(page_id)  # made while covered: without a word of one's own
            self.removeWidget(bare)
            bare.deleteLater()
        for page_id, page in self._aside.items():
            self.pages[page_id] = page
            self.addWidget(page)
            cast("Page", page).retranslate()
            cast("Page", page).refresh(None)
        self._aside.clear()

    def cover(self, sheet: Sheet) -> None:
        """Show a sheet in the place of the pages."""
        self.uncover()
        self._sheet = sheet
        self.addWidget(sheet)
        self._show()
        if sheet.first is not None:
            sheet.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Take the sheet away and show what is below it."""
        if self._sheet is not None:
            self.removeWidget(self._sheet)
            self._sheet.deleteLater()
            self._sheet = None
            self._show()

    def _show(self) -> None:
        page = self.pages.get(self.current)
        pausing = self._pause if self.current == "inbox" else None
        covering = self._cover if self.current not in OPEN_WHEN_COVERED else None
        seen = self._sheet or covering or pausing or page
        if seen is not None:
            self.setCurrentWidget(seen)


def _give_focus(page_id: str, page: QWidget) -> None:
    """Put the keyboard where it is expected: into the list, else onto the page.

    The page itself scrolls with the keys, Tab goes on to the first thing on it, and single letters
    work. Left behind on the rail or in the bar, the keyboard would be far from what was opened.
    """
    if page_id == "inbox":
        cast("InboxPage", page).list.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        page.setFocus(Qt.FocusReason.OtherFocusReason)
