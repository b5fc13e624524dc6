"""The kind shelf: what was kept, three of it at random, what may be worth keeping or answering."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.kind_words import KindWords
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.standing import Place, Weight, effective
from creator_calm.language.clean import for_storage
from creator_calm.storage.filters import Filter, Order
from creator_calm.wellbeing import kind_shelf
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.marking import write_marks
from creator_calm.workspace.masking import row_of
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import InboxRow
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

    Act = Callable[[], None]

TEXT_MAX = 10_000
TAG_MAX, WHY_MAX = 60, 500
LOOKED_THROUGH = 300
"""Kind comments looked through for suggestions and unanswered ones: the newest."""
UNANSWERED = 5
_TURN = "kind_turn"
_WAVED_AWAY = "kind_not_now"
_WAVED_MOST = 2_000


class KindShelfDesk(Covered):
    """Questions give values, commands a `Change` that can be undone. Numbers of it are never shown."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self._library = session.library

    def all(self, tag: str = "") -> tuple[KindWords, ...]:
        """Return what is kept, the last kept first; with `tag` those that carry it."""
        kept = self._library.kind_shelf.all()
        wanted = tag.casefold()
        return tuple(one for one in kept if not wanted or one.tag.casefold() == wanted)

    def tags(self) -> tuple[str, ...]:
        """Return the creator's own tags in the order of the alphabet."""
        return tuple(sorted({one.tag for one in self.all() if one.tag}, key=str.casefold))

    def three(self, turn: int) -> tuple[KindWords, ...]:
        """Return the three of a turn; the same turn gives the same three as long as nothing is added."""
        kept = {one.id: one for one in self._library.kind_shelf.all()}
        return tuple(kept[one] for one in kind_shelf.three(tuple(kept), turn, seed=1))

    def next_turn(self) -> int:
        """Return a turn that was not used before, over restarts too."""
        known = self._library.settings.remembered(_TURN)
        turn = (known if isinstance(known, int) and 0 <= known < 10_000 else -1) + 1
        with self._library.writing():
            self._library.settings.remember(_TURN, turn)
        return turn

    def write_down(self, text: str, author: str = "") -> Change:
        """Keep kind words that came another way. Raises Problem FIELD_EMPTY or TEXT_TOO_LONG."""
        words = KindWords(
            0, _field(text, TEXT_MAX), _field(author, TAG_MAX), kept_at=self._session.clock.utc()
        )
        if not words.text:
            raise Problem(ProblemCode.FIELD_EMPTY)
        store = self._library.kind_shelf
        with self._library.writing():
            words = store.add(words)
        return self._done(
            Deed.KIND_SAVED, lambda: store.put(words.id, None), lambda: store.put(words.id, words)
        )

    def describe(self, words_id: int, tag: str, why: str) -> Change:
        """Keep the creator's own tag and line why. Raises Problem TEXT_TOO_LONG."""
        store = self._library.kind_shelf
        before = store.get(words_id)
        if before is None:
            return nothing(Deed.KIND_SAVED)
        after = replace(before, tag=_field(tag, TAG_MAX), why=_field(why, WHY_MAX))
        if after == before:
            return nothing(Deed.KIND_SAVED)
        with self._library.writing():
            store.put(words_id, after)
        return self._done(
            Deed.KIND_SAVED, lambda: store.put(words_id, before), lambda: store.put(words_id, after)
        )

    def remove(self, words_id: int) -> Change:
        """Take words off the shelf; the comment they came from is no longer marked as kept."""
        store = self._library.kind_shelf
        before = store.get(words_id)
        if before is None:
            return nothing(Deed.KIND_REMOVED)

        def forth() -> None:
            store.put(words_id, None)
            self._mark(before, kept=False)

        def back() -> None:
            store.put(words_id, before)
            self._mark(before, kept=True)

        with self._library.writing():
            forth()
        return self._done(Deed.KIND_REMOVED, back, forth)

    def suggestions(self) -> tuple[InboxRow, ...]:
        """Return at most three comments with specific praise that are not kept yet."""
        skipped = self._waved_away()
        scored = [
            (kind_shelf.praise_score(row.text or "", verdict), row)
            for row, verdict in self._kind_rows()
            if not row.kept and row.key not in skipped
        ]
        best = sorted(scored, key=lambda pair: -pair[0])[: kind_shelf.SUGGESTED_MOST]
        return tuple(row for score, row in best if score > 0)

    def not_now(self, keys: Sequence[CommentKey]) -> None:
        """Suggest these no more."""
        waved = [*self._waved_away(), *keys][-_WAVED_MOST:]
        with self._library.writing():
            self._library.settings.remember(_WAVED_AWAY, [int(key) for key in waved])

    def unanswered(self) -> tuple[InboxRow, ...]:
        """Return at most five kind comments that nobody answered, the newest first."""
        rows = [row for row, _ in self._kind_rows() if not row.answered and not row.is_own]
        return tuple(rows[:UNANSWERED])

    def _kind_rows(self) -> list[tuple[InboxRow, Assessment]]:
        listing = self._library.listing
        wanted = Filter((Place.SHOWN,), Order.WEIGHT, weight=Weight.KIND)
        found = listing.keys(wanted, None, 0, LOOKED_THROUGH)
        listed = listing.rows([position[-1] for position in found])
        keep_away = self._preferences.keep_away
        rows = [
            (row_of(one, keep_away=keep_away), effective(one.assessment, one.marks))
            for one in listed
        ]
        return [pair for pair in rows if not pair[0].put_away]

    def _waved_away(self) -> list[int]:
        kept = self._library.settings.remembered(_WAVED_AWAY)
        return [key for key in kept if isinstance(key, int)] if isinstance(kept, list) else []

    def _mark(self, words: KindWords, *, kept: bool) -> None:
        if words.comment is None:
            return
        found = self._library.states.judged([words.comment])
        if found:
            write_marks(self._session, {words.comment: replace(found[0].marks, kept=kept)})

    def _done(self, deed: Deed, back: Act, forth: Act) -> Change:
        return self._session.done(Step(Area.KIND_WORDS | Area.STATES, 1, deed, back, forth))


def _field(text: str, most: int) -> str:
    text = for_storage(text).strip()
    if len(text) > most:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(text), most=most)
    return text
