"""Your words: saved replies, what can be offered, where people can write in private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.change import Area
from creator_calm.domain.own_words import Channel, Offer, SavedReply
from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Column, Middle
from creator_calm.ui.widgets.kind_cards import heading, row_of
from creator_calm.ui.widgets.own_line_list import Line, OwnLineList
from creator_calm.ui.widgets.saved_reply_cards import SavedReplyCard, SavedReplyForm
from creator_calm.ui.widgets.search_field import SearchField
from creator_calm.ui.widgets.texts import clear, page_margins, text
from creator_calm.wording import _, change_sentence, problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.draft import DraftReport
    from creator_calm.domain.reply import Audience
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace
    from creator_calm.workspace.offers import Channels, Offers

WIDTH = 760
AT_ONCE = 40
_STEPS = {"up": -1, "down": 1}


class OwnWordsPage(Column):
    """One form at a time for a saved reply; the two short lists have a line to write in each."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._workspace = workspace
        self._desk = desk
        self._most = AT_ONCE
        self.form: SavedReplyForm | None = None
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.COMMENT, ink="muted")
        self.search = SearchField(desk)
        self.write = Button(desk, kind=ButtonKind.SOFT, icon="plus")
        self.parts = QVBoxLayout()
        self.lists = QVBoxLayout()
        self.offers, self.channels = self._offer_list(), self._channel_list()
        self._lay_out()
        unfinished = workspace.saved_replies.being_written()
        if unfinished is not None:
            self._open(unfinished)
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Your words")

    def refresh(self, change: Change | None) -> None:
        """Show everything as it is; a form that is open stays with what was typed."""
        if change is None or Area.OWN_WORDS in change.areas:
            with focus_kept(self):
                self._fill()
                self._fill_lists()

    def retranslate(self) -> None:
        """Say everything again in the language in use; what is being written is taken along."""
        safe_text.say(self.heading, self.title())
        safe_text.say(self.line, _("What you write often, what you can offer, where to reach you."))
        safe_text.placeholder(self.search, _("Search your replies"))
        safe_text.name(self.search, _("Search your replies"))
        self.write.say(_("New saved reply"))
        if self.form is not None:
            written = self.form.reply()
            self._drop_form()
            self._open(written)
        self._make_lists()
        self.refresh(None)

    def save(self) -> None:
        """Remember a form that is open: it stands here again, and is kept by the creator alone."""
        self._write_on()

    def edit(self, number: int) -> None:
        """Open the form for one saved reply, 0 for a new one; one form at a time."""
        if self.form is None:
            known = self._workspace.saved_replies.get(number) or SavedReply(0, "", "")
            self._open(known)
            self._fill()
        if self.form is not None:
            self.form.name.field.setFocus()
            self.ensureWidgetVisible(self.form)

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        inner = Middle(self._desk, WIDTH)
        column = inner.column
        column.setSpacing(px(4))
        column.addWidget(self.heading)
        column.addWidget(self.line)
        column.addSpacing(px(10))
        self.search.setMinimumWidth(px(200))
        column.addWidget(row_of(self._desk, self.search, self.write))
        column.addSpacing(px(8))
        self.parts.setSpacing(px(10))
        self.lists.setSpacing(px(10))
        column.addLayout(self.parts)
        column.addLayout(self.lists)
        column.addStretch(1)
        self.column.setContentsMargins(page_margins(self._desk))
        self.column.addWidget(inner)
        self.search.textChanged.connect(self._searched)
        self.write.clicked.connect(lambda: self.edit(0))

    # saved replies

    def _open(self, reply: SavedReply) -> None:
        self.form = SavedReplyForm(self._desk, reply, self._look)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._close)
        self.form.written.connect(self._write_on)

    def _write_on(self) -> None:
        form = self.form
        if form is not None and form.changed():
            attempt(self._desk, lambda: self._workspace.saved_replies.write_on(form.reply()))

    def _look(self, words: str, audience: Audience) -> DraftReport | None:
        look = self._workspace.replying.check
        return attempt(self._desk, lambda: look(words, None, audience))

    def _searched(self) -> None:
        self._most = AT_ONCE
        self._fill()

    def _fill(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
        clear(self.parts)
        words = self.search.text()
        found = self._workspace.saved_replies.find(words)
        if self.form is not None and all(one.id != self.form.id for one in found):
            self.parts.addWidget(self.form)
        for reply in found[: self._most]:
            if self.form is not None and reply.id == self.form.id:
                self.parts.addWidget(self.form)
                continue
            card = SavedReplyCard(self._desk, reply)
            card.asked.connect(self._asked)
            self.parts.addWidget(card)
        self._fill_end(len(found), searched=bool(words.strip()))

    def _fill_end(self, found: int, *, searched: bool) -> None:
        if not found and self.form is None:
            none = _("No saved reply matches.")
            empty = none if searched else _("Replies you save will be here, to use again.")
            self.parts.addWidget(text(self._desk, empty, FontRole.COMMENT, ink="muted"))
        if found > self._most:
            more = Button(self._desk, _("Show more"))
            more.clicked.connect(self._show_more)
            self.parts.addWidget(more)

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._fill()

    def _asked(self, code: str, number: int) -> None:
        replies = self._workspace.saved_replies
        if code == "edit":
            self.edit(number)
        elif code == "copy":
            self._do(lambda: replies.duplicate(number))
        elif code == "remove":
            self._do(lambda: replies.remove(number))
        else:
            self._do(lambda: replies.move(number, _STEPS[code]), quiet=True)

    def _save(self) -> None:
        form = self.form
        if form is None:
            return
        try:
            change = self._workspace.saved_replies.keep(form.reply())
        except Problem as problem:
            form.say(problem_sentence(problem))
            return
        self._close()
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _close(self) -> None:
        attempt(self._desk, lambda: self._workspace.saved_replies.write_on(None))
        self._drop_form()
        self._fill()

    def _drop_form(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    # offers and places

    def _make_lists(self) -> None:
        written = (self.offers.written(), self.channels.written())
        clear(self.lists)
        self.offers, self.channels = self._offer_list(), self._channel_list()
        for name, part, line in (
            (_("What you can offer"), self.offers, written[0]),
            (_("Where to write to you in private"), self.channels, written[1]),
        ):
            self.lists.addWidget(heading(self._desk, name))
            self.lists.addWidget(part)
            if line is not None:
                part.take(line)

    def _offer_list(self) -> OwnLineList:
        made = OwnLineList(
            self._desk,
            _("An offer, as it reads in a reply: “a new print”"),
            _("What you can offer when something went wrong. Nothing else is ever offered."),
            _("Offers stand in private replies alone, after an acknowledgement."),
        )
        made.kept.connect(self._keep_offer)
        made.asked.connect(lambda code, n: self._ask_list(self._workspace.offers, code, n))
        return made

    def _channel_list(self) -> OwnLineList:
        made = OwnLineList(
            self._desk,
            _("A place, as it reads in a reply: “my shop inbox”"),
            _("Where people can write to you in private. Without one, no reply sends them there."),
            _("A reply names the first that fits, and you can choose another there."),
            platforms=True,
        )
        made.kept.connect(self._keep_channel)
        made.asked.connect(lambda code, n: self._ask_list(self._workspace.channels, code, n))
        return made

    def _fill_lists(self) -> None:
        self.offers.show_lines(
            Line(one.id, one.text, one.language) for one in self._workspace.offers.all()
        )
        self.channels.show_lines(
            Line(one.id, one.name, one.language, one.platform)
            for one in self._workspace.channels.all()
        )

    def _keep_offer(self, line: Line) -> None:
        offer = Offer(line.id, line.words, line.language)
        self._keep_line(self.offers, lambda: self._workspace.offers.keep(offer))

    def _keep_channel(self, line: Line) -> None:
        channel = Channel(line.id, line.words, line.language, line.platform)
        self._keep_line(self.channels, lambda: self._workspace.channels.keep(channel))

    def _keep_line(self, part: OwnLineList, command: Callable[[], Change]) -> None:
        try:
            change = command()
        except Problem as problem:
            part.say(problem_sentence(problem))
            return
        part.begin()
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _ask_list(self, part: Offers | Channels, code: str, number: int) -> None:
        if code == "remove":
            self._do(lambda: part.remove(number))
        else:
            self._do(lambda: part.move(number, _STEPS[code]), quiet=True)

    def _do(self, command: Callable[[], Change], *, quiet: bool = False) -> None:
        change = attempt(self._desk, command)
        if change is not None and not quiet:
            self._desk.toast(change_sentence(change), change.undo is not None)
