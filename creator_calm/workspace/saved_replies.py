"""Saved replies of the creator's own: kept, found, copied, moved, removed; slots are never sent open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.own_words import (
    MOST_SAVED,
    SAVED_TEXT_MAX,
    TITLE_MAX,
    SavedReply,
    found,
)
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Audience
from creator_calm.domain.slots import MOST_SLOTS, slots
from creator_calm.domain.standing import effective
from creator_calm.domain.voice import AS_SET
from creator_calm.language.clean import for_storage
from creator_calm.workspace.own_list import OwnListDesk, one_line
from creator_calm.workspace.session import nothing
from creator_calm.workspace.slot_words import known_words

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.storage.own_words import OwnList
    from creator_calm.workspace.reply_context import Surroundings
    from creator_calm.workspace.session import Session

FORM = "saved_reply_form"
"""What is remembered of a form that is open: id, title, text, language, who reads it."""

_FORM = ("id", "title", "text", "language", "audience")
_TITLE_FROM_TEXT = 40


class SavedReplies(OwnListDesk[SavedReply]):
    """The list, in the creator's own order."""

    most = MOST_SAVED

    def __init__(
        self, session: Session, store: OwnList[SavedReply], surroundings: Surroundings
    ) -> None:
        super().__init__(session, store)
        self._surroundings = surroundings

    def being_written(self) -> SavedReply | None:
        """Return the form that was open when the program ended, whatever ended it."""
        kept = self._session.library.settings.remembered(FORM)
        if not isinstance(kept, list) or len(kept) != len(_FORM) or not isinstance(kept[0], int):
            return None
        number, title, text, language, audience = kept[0], *(str(part) for part in kept[1:])
        known = {one.value: one for one in Audience}
        return SavedReply(number, title, text, language, known.get(audience, Audience.PUBLIC))

    def write_on(self, reply: SavedReply | None) -> None:
        """Remember a form that is open, so that a power cut loses no word of it; None ends that."""
        kept = None
        if reply is not None:
            text = for_storage(reply.text)[:SAVED_TEXT_MAX]
            title = for_storage(reply.title)[:TITLE_MAX]
            kept = [reply.id, title, text, reply.language, reply.audience.value]
        settings = self._session.library.settings
        if kept != settings.remembered(FORM):
            with self._session.library.writing(durable=True):
                settings.remember(FORM, kept)

    def known(self, number: int, key: CommentKey) -> dict[str, str]:
        """Return words for those slots of a reply that are known for a comment; all can be changed.

        Raises Problem COMMENT_GONE.
        """
        one, stored = self.get(number), self._session.stored(key)
        verdict = effective(stored.assessment, stored.marks)
        context = self._surroundings.context(stored, verdict, {}, 0, AS_SET)
        return known_words(slots(one.text if one else ""), stored, verdict, context)

    def find(self, words: str, language: str = "") -> tuple[SavedReply, ...]:
        """Return those that hold every word, those of `language` first."""
        return found(self.all(), words, language)

    def keep(self, reply: SavedReply) -> Change:
        """Keep a new one (id 0) or a changed one. An empty title is taken from the first words.

        Raises Problem FIELD_EMPTY without a text, TEXT_TOO_LONG, TITLE_TAKEN, TOO_MANY_SLOTS, TOO_MANY_OF_THESE.
        """
        text = for_storage(reply.text).strip()
        if not text:
            raise Problem(ProblemCode.SAVED_REPLY_EMPTY)
        if len(text) > SAVED_TEXT_MAX:
            raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(text), most=SAVED_TEXT_MAX)
        if len(slots(text)) > MOST_SLOTS:
            raise Problem(ProblemCode.TOO_MANY_SLOTS, n=MOST_SLOTS)
        given = " ".join(reply.title.split())
        title = one_line(given, TITLE_MAX) if given else self._free(_first_words(text), reply.id)
        if self._taken(title, reply.id):
            raise Problem(ProblemCode.TITLE_TAKEN)
        return self._keep(replace(reply, title=title, text=text))

    def keep_at_once(
        self, text: str, language: str = "", audience: Audience = Audience.PUBLIC
    ) -> Change:
        """Keep a draft with its first words as the title, numbered if that one is taken.

        What is kept already, word for word, is not kept twice.
        """
        words = for_storage(text).strip()
        if any(one.text == words for one in self.all()):
            return nothing(self.saved)
        return self.keep(SavedReply(0, "", words, language, audience))

    def duplicate(self, number: int) -> Change:
        """Keep the same once more, right behind, with a title of its own."""
        one = self.get(number)
        if one is None:
            return nothing(self.saved)
        things = self.all()
        if len(things) >= self.most:
            raise Problem(ProblemCode.TOO_MANY_OF_THESE, n=self.most)
        new = replace(one, id=1 + max(other.id for other in things), title=self._free(one.title, 0))
        at = things.index(one) + 1
        return self._put((*things[:at], new, *things[at:]), self.saved)

    def _taken(self, title: str, number: int) -> bool:
        folded = title.casefold()
        return any(one.title.casefold() == folded and one.id != number for one in self.all())

    def _free(self, title: str, number: int) -> str:
        stem, turn = title[: TITLE_MAX - 6], 2
        while self._taken(title, number):
            title, turn = f"{stem} ({turn})", turn + 1
        return title


def _first_words(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _TITLE_FROM_TEXT:
        return line
    start = line[:_TITLE_FROM_TEXT]
    return start[: start.rfind(" ") if " " in start[10:] else None].rstrip(" ,.;:-") + "…"
