"""What was learned from edits: fed by copied replies, shown as a whole, and forgotten at a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import SAFETY_KINDS, Kind, Lane
from creator_calm.domain.change import Area, Deed
from creator_calm.domain.learned import (
    OWN_PHRASES_MOST,
    LearnedThings,
    OwnPhrase,
    PhraseMemory,
    learned_name,
)
from creator_calm.replies.learning import learn, own_sentences, profile, same, seen_in
from creator_calm.replies.own_phrases import OWN, may_become, text_of
from creator_calm.storage.times import to_number
from creator_calm.workspace.copying import Consequence
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.workspace.copying import Copied
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

SEEN_LEAST = 2
_LOOKED_BACK = 120
_SINCE = "learning_since"
_NO_LANES = (Lane.SAFETY, Lane.DISTRESS)
_NO_KINDS = SAFETY_KINDS | {Kind.DISTRESS, Kind.HATE, Kind.IMPERSONATION}


class LearningDesk(Covered):
    """Counts by phrase in the library; of the last copied reply also what may be asked about it."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self._rows = session.library.voice
        self._last: Copied | None = None

    def follow(self, reply: Copied) -> Consequence | None:
        """Count what was kept and what was taken out of a suggestion that was copied."""
        self._last = None
        if reply.start is None or not self._learns_from(reply.assessment):
            return None
        self._last = reply
        if self._copied_before(reply):
            return None
        before = self._rows.memories()
        after = learn(before, reply.start, reply.text)
        if not after:
            return None
        return Consequence(
            Area.VOICE,
            lambda: self._put(after),
            lambda: self._put({name: before.get(name) for name in after}),
        )

    def offer(self, key: CommentKey) -> OwnPhrase | None:
        """Return a sentence of the creator's own that may be saved as a phrase, after a copy.

        It stood in another used reply too, says nothing that is true here alone, and was neither
        saved nor declined. Asked about, never saved by itself.
        """
        last = self._last
        if last is None or last.key != key or last.start is None or not self._copied_before(last):
            return None
        kept, unwanted = self._rows.own(), self._rows.unwanted()
        if len(kept) >= OWN_PHRASES_MOST:
            return None
        earlier: list[str] | None = None
        for one in own_sentences(last.start, last.text):
            known = [*unwanted, *(phrase.text for phrase in kept)]
            found = may_become(one, last.start.language, last.comment, last.assessment, last.facts)
            if found is None or any(same(found.text, other) for other in known):
                continue
            earlier = self._used(but=key) if earlier is None else earlier
            if seen_in(one.text, earlier) >= SEEN_LEAST - 1:
                return found
        return None

    def save(self, phrase: OwnPhrase) -> Change:
        """Save a phrase that was offered. Two hundred are kept; more change nothing."""
        if len(self._rows.own()) >= OWN_PHRASES_MOST:
            return nothing(Deed.PHRASE_SAVED)
        with self._session.library.writing():
            kept = self._rows.add_own(replace(phrase, saved_at=self._session.clock.utc()))
        return self._done(
            Deed.PHRASE_SAVED,
            lambda: self._rows.put_own(kept.id, None),
            lambda: self._rows.put_own(kept.id, kept),
        )

    def decline(self, phrase: OwnPhrase) -> Change:
        """Do not ask about this sentence again."""
        text = phrase.text

        def forth() -> None:
            self._rows.put_unwanted(text, there=True)

        with self._session.library.writing():
            forth()
        return self._done(
            Deed.PHRASE_UNWANTED, lambda: self._rows.put_unwanted(text, there=False), forth
        )

    def things(self) -> LearnedThings:
        """Return everything that was learned, for one list."""
        memories = self._rows.memories()
        own = self._rows.own()
        names = {learned_name(one.language, f"{OWN}{one.id}"): one.text for one in own}
        known = {
            name: (words, memory)
            for name, memory in memories.items()
            if (words := names.get(name) or text_of(name))
        }
        return LearnedThings(
            own=own,
            phrases=tuple(
                (name, *known[name]) for name in sorted(known, key=lambda one: _order(known[one]))
            ),
            unwanted=tuple(sorted(self._rows.unwanted())),
            style=profile(self._used()),
        )

    def forget_phrase(self, name: str) -> Change:
        """Forget what is known of one phrase; a retired one may be suggested again."""
        before = self._rows.memories().get(name)
        if before is None:
            return nothing(Deed.PHRASE_WANTED_BACK)
        with self._session.library.writing():
            self._rows.put_memory(name, None)
        return self._done(
            Deed.PHRASE_WANTED_BACK,
            lambda: self._rows.put_memory(name, before),
            lambda: self._rows.put_memory(name, None),
        )

    def remove_own(self, phrase_id: int) -> Change:
        """Remove a phrase of the creator's own."""
        before = next((one for one in self._rows.own() if one.id == phrase_id), None)
        if before is None:
            return nothing(Deed.PHRASE_REMOVED)
        with self._session.library.writing():
            self._rows.put_own(phrase_id, None)
        return self._done(
            Deed.PHRASE_REMOVED,
            lambda: self._rows.put_own(phrase_id, before),
            lambda: self._rows.put_own(phrase_id, None),
        )

    def ask_again(self, sentence: str) -> Change:
        """Let a declined sentence be asked about again."""
        if sentence not in self._rows.unwanted():
            return nothing(Deed.PHRASE_WANTED_BACK)

        def forth() -> None:
            self._rows.put_unwanted(sentence, there=False)

        with self._session.library.writing():
            forth()
        return self._done(
            Deed.PHRASE_WANTED_BACK, lambda: self._rows.put_unwanted(sentence, there=True), forth
        )

    def forget_all(self) -> Change:
        """Forget everything, and learn from later replies alone. It can be taken back."""
        rows, settings = self._rows, self._session.library.settings
        memories, own, unwanted = rows.memories(), rows.own(), rows.unwanted()
        before, now = settings.remembered(_SINCE), to_number(self._session.clock.utc())
        if not (memories or own or unwanted) and profile(self._used()) is None:
            return nothing(Deed.LEARNING_FORGOTTEN)

        def put(*, there: bool) -> None:
            self._put({name: memory if there else None for name, memory in memories.items()})
            for phrase in own:
                rows.put_own(phrase.id, phrase if there else None)
            for sentence in unwanted:
                rows.put_unwanted(sentence, there=there)
            settings.remember(_SINCE, before if there else now)

        with self._session.library.writing(durable=True):
            put(there=False)
        self._last = None
        return self._done(
            Deed.LEARNING_FORGOTTEN,
            lambda: put(there=True),
            lambda: put(there=False),
            count=max(1, len(memories) + len(own) + len(unwanted)),
        )

    def _learns_from(self, verdict: Assessment) -> bool:
        return (
            bool(self._preferences.get("reply.learn"))
            and not verdict.put_away
            and verdict.kind not in _NO_KINDS
            and verdict.lane not in _NO_LANES
        )

    def _copied_before(self, reply: Copied) -> bool:
        """Whether the very same reply was copied already: it teaches nothing twice."""
        draft = self._session.library.drafts.get(reply.key)
        answered = self._session.stored(reply.key).marks.answered
        return answered and draft is not None and draft.text == reply.text

    def _used(self, but: CommentKey | None = None) -> list[str]:
        library = self._session.library
        since = library.settings.remembered(_SINCE)
        lanes = library.states.lanes(_NO_LANES)
        start = since if isinstance(since, int) else -1
        kinds = library.states.kinds(_NO_KINDS)
        return library.drafts.used(start, -1 if but is None else but, lanes, kinds, _LOOKED_BACK)

    def _put(self, memories: Mapping[str, PhraseMemory | None]) -> None:
        for name, memory in memories.items():
            self._rows.put_memory(name, memory)

    def _done(
        self, deed: Deed, back: Callable[[], None], forth: Callable[[], None], count: int = 1
    ) -> Change:
        return self._session.done(Step(Area.VOICE, count, deed, back, forth))


def _order(known: tuple[str, PhraseMemory]) -> tuple[bool, int, str]:
    words, memory = known
    return (not memory.retired, -memory.removed - memory.kept, words)
