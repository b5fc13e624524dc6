"""The inbox: what needs the creator first, the harsh ones put away behind one closed row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creator_calm.domain.inbox import InboxQuery, Pile, Pill, Sort
from creator_calm.domain.intake import Source
from creator_calm.ui import safe_text
from creator_calm.ui.made_up import made_up
from creator_calm.ui.models.inbox_model import InboxModel
from creator_calm.ui.models.picks import Picks
from creator_calm.ui.pages.inbox_acts import REFRESHED_BY, InboxActs
from creator_calm.ui.pages.inbox_commands import InboxCommands
from creator_calm.ui.pages.inbox_empty import InboxEmpty
from creator_calm.ui.pages.inbox_header import InboxHeader
from creator_calm.ui.pages.inbox_left import InboxLeft
from creator_calm.ui.pages.reply_panel import ReplyPanel
from creator_calm.ui.pages.revealing import Revealing
from creator_calm.ui.shortcuts import Keys, Scope
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.away import AwayGroup
from creator_calm.ui.widgets.comment_list import CommentList
from creator_calm.ui.widgets.frames import Hairline, Pane
from creator_calm.wording import _

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import InboxRow
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

READ_MS = 1200
"""How long a comment is chosen before it counts as read."""


class InboxPage(Pane):
    """List at the left, reply panel at the right; in a narrow window one takes the other's place."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__("bg")
        self._workspace = workspace
        self._desk = desk
        self.acts = InboxActs(workspace, desk)
        self.picks = Picks()
        self._query = InboxQuery()
        self._narrow = False
        self._opened = False
        self._model = InboxModel(picks=self.picks)
        self.header = InboxHeader(desk)
        self.list = CommentList(desk, self._model, self.picks)
        self.group = AwayGroup(desk)
        self.list.set_tail(self.group)
        self.panel = ReplyPanel(workspace, desk)
        self.empty = InboxEmpty(desk)
        self.revealing = Revealing(workspace, desk, self.list)
        self._read_timer = QTimer(self)
        self._read_timer.setSingleShot(True)
        self._read_timer.setInterval(READ_MS)
        self._lay_out()
        self.commands = InboxCommands(self, desk)
        self._connect()
        self.keys = Keys(self.list, Scope.LIST, self.commands.keys())
        self.retranslate()
        self.refresh(None)

    # what every page has

    def title(self) -> str:
        """Return the page's name."""
        return _("Inbox")

    def refresh(self, change: Change | None) -> None:
        """Read again what a command may have changed."""
        if change is not None and not change.areas & REFRESHED_BY:
            self.panel.tell_blocks(change)
            return
        get, inbox = self._workspace.preferences.get, self._workspace.inbox
        counts = inbox.counts()
        sort = Sort(str(get("list.sort")))
        tail = counts.some_away and self._query.pile is Pile.SHOWN and not self._query.search
        if sort is not self._query.sort or not self._opened:
            self._query = replace(self._query, sort=sort)
            self._model.open(inbox, self._query, tail=tail)
            self._opened = True
        else:
            self._model.refresh(tail=tail)
        self.keys.single_letters(bool(get("list.single_keys")))
        self.header.show_sort(sort)
        self.header.show_switch(put_away=bool(get("list.put_away")))
        self.header.show_counts(counts, numbers=bool(get("look.numbers")), pile=self._query.pile)
        self.header.show_search(inbox.search(self._query) if self._query.search else None)
        self.header.show_picked(len(self.picks))
        self._show_list_or_empty(total=counts.total)
        self.panel.refresh(change)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.name(self.list, _("Comments"))
        for part in (self.header, self.group, self.panel, self.empty):
            part.retranslate()
        self.list.viewport().update()

    # what the window asks

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand list and panel side by side, or one in the place of the other."""
        self._narrow = narrow
        self.panel.set_narrow(narrow=narrow)
        self.arrange(show_panel=False)

    def open_comment(self, key: CommentKey) -> None:
        """Choose a comment, in whichever list holds it, and show it in the panel."""
        if self._model.find(key) is None:
            row = attempt(self._desk, lambda: self._workspace.inbox.row(key))
            if row is None:
                return
            pile = Pile.AWAY if row.put_away else Pile.SHOWN
            self._ask(InboxQuery(pile=pile, sort=self._query.sort))
            self.header.pills.choose(Pill.ALL)
        if self.list.choose(key):
            self.arrange(show_panel=True)
        else:
            self.panel.open(key)

    def open_put_away(self) -> None:
        """Open the list of put-away comments."""
        self._ask(InboxQuery(pile=Pile.AWAY, sort=self._query.sort))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_digest(self) -> None:
        """Show what the put-away ones ask for, at the end of the list."""
        self.leave_away()
        self.group.show_digest(*self._workspace.inbox.in_short())

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        if self._query.pile is Pile.AWAY:
            self.leave_away()
        self.header.focus_search()

    def regions(self) -> list[QWidget]:
        """Return what F6 goes through on this page."""
        return [part for part in (self.list, self.panel.first_field()) if part.isVisible()]

    def in_reach(self) -> QWidget | None:
        """Return what nothing may cover: the buttons below a reply."""
        return self.panel.foot if self.panel.foot.isVisible() else None

    def save(self) -> None:
        """Keep what is being written, and end what is being looked for."""
        self.panel.put_aside()

    # layout

    def _lay_out(self) -> None:
        self._left = InboxLeft(self._desk, self.header, self.list, self.empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._line = Hairline(self._desk, standing=True)
        row.addWidget(self._left, 1)
        row.addWidget(self._line)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        header, group = self.header, self.group
        header.left_down.connect(self._into_list)
        header.searched.connect(lambda words: self._ask(replace(self._query, search=words)))
        header.pill_chosen.connect(lambda pill: self._ask(replace(self._query, pill=Pill(pill))))
        header.sort_chosen.connect(lambda sort: self.acts.set("list.sort", str(sort)))
        header.put_away_switched.connect(lambda on: self.acts.set("list.put_away", on))
        header.import_asked.connect(lambda: self._desk.go("bring_in"))
        header.away_left.connect(self.leave_away)
        header.steps_asked.connect(self._show_steps)
        self.empty.bring_in.clicked.connect(lambda: self._desk.go("bring_in"))
        paste = self.empty.paste.clicked
        paste.connect(lambda: self._desk.bring_in(Source(text=safe_text.clipboard_text())))
        self.empty.try_out.clicked.connect(lambda: self._desk.bring_in(made_up()))
        group.digest_asked.connect(lambda: group.show_digest(*self._workspace.inbox.in_short()))
        group.list_asked.connect(self.open_put_away)
        group.grown.connect(self._show_group)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.open_current)
        self.list.show_asked.connect(self.revealing.turn)
        self.panel.left.connect(lambda: self.arrange(show_panel=False))
        self.panel.left.connect(self.list.setFocus)
        self.panel.done_asked.connect(lambda: self.commands.act("done"))
        self.panel.rest_asked.connect(lambda: self.commands.act("rest"))
        self._read_timer.timeout.connect(self._seen)

    def arrange(self, *, show_panel: bool) -> None:
        """Show list and panel, or in a narrow window the one that is wanted."""
        self._left.setVisible(not (self._narrow and show_panel))
        self.panel.setVisible(not self._narrow or show_panel)
        self._line.setVisible(not self._narrow)

    def _show_list_or_empty(self, *, total: int) -> None:
        nothing = self._model.rowCount() == 0
        self._left.middle.setCurrentWidget(self.empty if nothing else self.list)
        if nothing:
            self.empty.show_for(self._query, total=total)

    # questions

    def _ask(self, query: InboxQuery) -> None:
        self.revealing.put_back()
        if query == self._query:
            return
        self.picks.clear()
        self._query = query
        self._opened = False
        self.refresh(None)

    def leave_away(self) -> None:
        """Go back from the list of put-away ones."""
        self._ask(InboxQuery(sort=self._query.sort))
        self.header.pills.choose(Pill.ALL)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, key: CommentKey | None) -> None:
        if self.revealing.key != key:
            self.revealing.put_back()
        self.panel.open(key)
        self._read_timer.start()

    def _seen(self) -> None:
        """Mark as read what has been chosen for a moment; skimming with j does not count."""
        row = self.row()
        if row is not None and not row.put_away and not row.read:
            self.acts.seen(row)

    def open_current(self, _key: CommentKey | None = None) -> None:
        """Show the comment in the panel; once it is there, go on into the panel."""
        if self.list.current_key() is None:
            if self._model.is_tail(self.list.currentIndex().row()):
                self.group.ask.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.arrange(show_panel=True)
        self.panel.enter()

    def _into_list(self) -> None:
        """Go from the search field to what it found."""
        if self._model.rowCount():
            self.list.choose_first()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_steps(self) -> None:
        for row in self._workspace.inbox.safety()[:1]:
            self.open_comment(row.key)

    def _show_group(self) -> None:
        self.list.relayout()
        self.list.scrollTo(self._model.index(self._model.comments))

    @property
    def in_away(self) -> bool:
        """Whether the list of put-away ones is open."""
        return self._query.pile is Pile.AWAY

    def row(self) -> InboxRow | None:
        """Return the comment that is chosen."""
        number = self.list.currentIndex().row() if self.list.currentIndex().isValid() else -1
        return self._model.row(number)

    # leaving

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Put away again and keep the draft when the page is left."""
        self.revealing.put_back()
        self._read_timer.stop()
        self.panel.save()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Put away again when the window loses the focus."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.revealing.put_back()
        return super().event(event)
