"""A saved reply as a card, and the form in which it is written; our own look at drafts marks it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from creator_calm.domain.own_words import TITLE_MAX, SavedReply
from creator_calm.domain.reply import Audience
from creator_calm.domain.slots import slots
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup
from creator_calm.ui.widgets.draft_editor import DraftEditor
from creator_calm.ui.widgets.forms import Field, problem_line, say_problem
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import quoted, text
from creator_calm.wording import _, language_name, listing
from creator_calm.wording.own_words import audience_word, own_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.draft import DraftReport
    from creator_calm.ui.desk import Desk

SHOWN_CAP = 400
LANGUAGES = ("", "en", "sv")


class SavedReplyCard(Card):
    """One saved reply. `asked` carries what is to be done: edit, copy, up, down, remove."""

    asked = Signal(str, int)

    def __init__(self, desk: Desk, reply: SavedReply) -> None:
        super().__init__(desk)
        self.column.addWidget(quoted(desk, reply.title, FontRole.STRONG, cap=TITLE_MAX))
        self.column.addWidget(quoted(desk, reply.text, cap=SHOWN_CAP))
        asks = listing([safe_text.inline(slot) for slot in slots(reply.text)])
        parts = (
            language_name(reply.language) if reply.language else "",
            audience_word(reply.audience) if reply.audience is Audience.PRIVATE else "",
            _("Asks for: {slots}").format(slots=asks) if asks else "",
        )
        below = " · ".join(part for part in parts if part)
        if below:
            self.column.addWidget(text(desk, below, FontRole.META, ink="muted"))
        short = safe_text.accessible(reply.title)
        self.buttons: dict[str, Button] = {}
        for code, words in (
            ("edit", _("Edit")),
            ("copy", _("Duplicate")),
            ("up", _("Move up")),
            ("down", _("Move down")),
            ("remove", _("Remove")),
        ):
            button = self.buttons[code] = Button(desk, words, ButtonKind.GHOST, height=28)
            safe_text.name(button, f"{words}: {short}")
            button.clicked.connect(lambda _on=False, code=code: self.asked.emit(code, reply.id))
        self.column.addWidget(row_of(desk, *self.buttons.values()))


class SavedReplyForm(Card):
    """Title, text, language, who reads it. What was typed stays until it is kept."""

    saved = Signal()
    cancelled = Signal()
    written = Signal()
    """Something was typed, at most 1.5 s ago."""

    def __init__(
        self,
        desk: Desk,
        reply: SavedReply,
        check: Callable[[str, Audience], DraftReport | None],
    ) -> None:
        super().__init__(desk)
        self.id = reply.id
        self._before = reply
        self.name = Field(desk, _("Title"), safe_text.line_field(TITLE_MAX))
        self.help = text(
            desk,
            _("A word in braces, like {name} or {link}, is asked for each time."),
            FontRole.META,
            ink="muted",
        )
        languages = tuple((code, own_language(code)) for code in LANGUAGES)
        audiences = tuple((one.value, audience_word(one)) for one in Audience)
        self.language = PillGroup(desk, _("Language"), languages)
        self.audience = PillGroup(desk, _("Who reads it"), audiences)
        self.text = DraftEditor(desk, lambda words: check(words, self._audience()))
        self.text.retranslate()
        safe_text.name(self.text.field, _("Text of the reply"))
        safe_text.placeholder(self.text.field, _("Hello {name}, it is here: {link}"))
        self.problem = problem_line(desk)
        self.save = Button(desk, _("Save"), ButtonKind.SOFT)
        self.cancel = Button(desk, _("Cancel"), ButtonKind.GHOST)
        self._lay_out()
        self._show(reply)
        self._connect()

    def _lay_out(self) -> None:
        for part in (
            self.name,
            self.text,
            self.help,
            self.language,
            self.audience,
            self.problem,
            row_of(self._desk, self.save, self.cancel),
        ):
            self.column.addWidget(part)

    def _show(self, reply: SavedReply) -> None:
        self.name.fill(reply.title)
        self.language.choose(reply.language if reply.language in LANGUAGES else "")
        self.audience.choose(reply.audience.value)
        self.text.open(reply.text)

    def _connect(self) -> None:
        self.audience.chosen.connect(self.text.look)
        self.text.saved.connect(self.written)
        self.name.field.textEdited.connect(self.written)  # type: ignore[union-attr] # one line
        self.language.chosen.connect(self.written)
        self.audience.chosen.connect(self.written)
        self.save.clicked.connect(self.saved)
        self.cancel.clicked.connect(self.cancelled)

    def reply(self) -> SavedReply:
        """Return what is written."""
        return SavedReply(
            self.id, self.name.words(), self.text.text(), self.language.current(), self._audience()
        )

    def changed(self) -> bool:
        """Say whether anything was written that is not kept."""
        return self.reply() != self._before

    def say(self, sentence: str) -> None:
        """Say in place why it cannot be kept."""
        say_problem(self.problem, sentence)

    def _audience(self) -> Audience:
        return Audience(self.audience.current())
