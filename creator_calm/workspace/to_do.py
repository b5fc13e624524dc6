"""The to-do list: points from comments land here when the creator says so, never by themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.standing import effective
from creator_calm.domain.to_do import Item, by_topic, may_become_item, moved
from creator_calm.language.clean import for_storage
from creator_calm.language.pack import load_pack
from creator_calm.language.topics import MOMENT
from creator_calm.reports.tables import BYTE_ORDER_MARK, csv_line
from creator_calm.storage.files import write_whole
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.session import nothing
from creator_calm.workspace.telling import Teller
from creator_calm.workspace.to_do_board import Boards

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.reply import Suggestion
    from creator_calm.domain.to_do import Board, Telling
    from creator_calm.storage.states import Judged
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.replying import Replying
    from creator_calm.workspace.session import Session

    Act = Callable[[], None]

TITLE_MAX, FIELD_MAX, TRUE_MAX = 120, 2_000, 500


class ToDoDesk(Covered):
    """Questions give values, commands a `Change` that can be undone.

    An item holds no word of a comment, so one from put-away comments tells nothing of them.
    """

    def __init__(self, session: Session, preferences: Preferences, replying: Replying) -> None:
        self._session = session
        self._library = session.library
        self._boards = Boards(session)
        self._teller = Teller(session, preferences)
        replying.follow(self._teller.told_by)

    def board(self) -> Board:
        """Return the whole list, and what people mention that is not on it."""
        return self._boards.board()

    def items_of(self, key: CommentKey) -> tuple[Item, ...]:
        """Return the items a comment stands behind, the newest first."""
        found = (self._library.to_do.get(one) for one in self._library.to_do.items_of(key))
        return tuple(one for one in found if one is not None)

    def may_add(self, keys: Iterable[CommentKey]) -> bool:
        """Say whether any of these has a point and is no matter of safety."""
        return bool(self._suitable(keys))

    def add(self, keys: Iterable[CommentKey]) -> Change:
        """Put comments on the list, as one item; an open one with the same topic takes them in.

        Matters of safety and comments without a point are left out; the receipt counts the others.
        """
        found = self._suitable(keys)
        if not found:
            return nothing(Deed.TO_DO_ADDED)
        topic, kind = _about(found)
        wanted = [one.key for one in found]
        joined = next((one for one in self._library.to_do.all() if _takes_in(one, topic)), None)
        return self._join(joined, wanted) if joined else self._begin(topic, kind, wanted)

    def add_topic(self, topic: str) -> Change:
        """Put a topic that people mention on the list, with all comments that do."""
        keys = self._boards.keys_about(topic)
        if not keys:
            return nothing(Deed.TO_DO_ADDED)
        joined = next((one for one in self._library.to_do.all() if _takes_in(one, topic)), None)
        return self._join(joined, keys) if joined else self._begin(topic, "", keys)

    def edit(self, item: Item) -> Change:
        """Keep what the creator wrote about an item. Raises Problem TEXT_TOO_LONG."""
        before = self._library.to_do.get(item.id)
        if before is None:
            return nothing(Deed.TO_DO_CHANGED)
        after = replace(
            before,
            title=_clean(item.title, TITLE_MAX),
            what_is_true=_clean(item.what_is_true, FIELD_MAX),
            decision=item.decision,
            why=_clean(item.why, FIELD_MAX),
            next_step=_clean(item.next_step, FIELD_MAX),
            due=item.due,
            matters=item.matters,
            same_again=_clean(item.same_again, FIELD_MAX),
            try_next=_clean(item.try_next, FIELD_MAX),
            outcome=_clean(item.outcome, FIELD_MAX),
        )
        return self._put(before, after, Deed.TO_DO_CHANGED)

    def mark_done(self, item_id: int, outcome: str = "") -> Change:
        """Say that it is done, and what came of it. Raises Problem TEXT_TOO_LONG."""
        before = self._library.to_do.get(item_id)
        if before is None or before.done_at is not None:
            return nothing(Deed.TO_DO_DONE)
        outcome = _clean(outcome, FIELD_MAX) or before.outcome
        after = replace(before, done_at=self._session.clock.utc(), outcome=outcome)
        return self._put(before, after, Deed.TO_DO_DONE)

    def reopen(self, item_id: int) -> Change:
        """Put it back among what is open; who was told stays noted."""
        before = self._library.to_do.get(item_id)
        if before is None or before.done_at is None:
            return nothing(Deed.TO_DO_REOPENED)
        return self._put(before, replace(before, done_at=None), Deed.TO_DO_REOPENED)

    def remove(self, item_id: int) -> Change:
        """Take an item off the list, with what hangs on it; comments stay as they are."""
        store = self._library.to_do
        before = store.get(item_id)
        if before is None:
            return nothing(Deed.TO_DO_REMOVED)
        keys, told = store.source_keys(item_id), store.told(item_id)

        def forth() -> None:
            store.remove_sources(item_id, keys)
            for person, _at in told:
                store.put_told(item_id, person, None)
            store.put(item_id, None)

        def back() -> None:
            store.put(item_id, before)
            store.add_sources(item_id, keys)
            for person, told_at in told:
                store.put_told(item_id, person, told_at)

        return self._do(Deed.TO_DO_REMOVED, forth, back)

    def move(self, item_id: int, by: int) -> Change:
        """Move an item of the rest up (-1) or down (1); at the edge of its topic the topic moves."""
        rest = [one for _topic, ones in self._boards.board().rest for one in ones]
        groups = [(topic, [one.item.id for one in ones]) for topic, ones in by_topic(rest)]
        ids = iter(moved(groups, item_id, by))
        inside = {one.item.id for one in rest}
        before = [(one.id, one.place) for one in self._library.to_do.all()]
        order = [next(ids) if one in inside else one for one, _place in before]
        if order == [one for one, _place in before]:
            return nothing(Deed.TO_DO_MOVED)
        after = [(one, place) for place, one in enumerate(order, 1)]
        store = self._library.to_do
        return self._do(Deed.TO_DO_MOVED, lambda: store.place(after), lambda: store.place(before))

    # what is true in a comment

    def true_words(self, key: CommentKey) -> str:
        """Return what the creator found true in a comment."""
        return self._library.to_do.true_words(key)

    def save_true_words(self, key: CommentKey, words: str) -> Change:
        """Keep it; again and again is one step to undo. Problem TEXT_TOO_LONG or COMMENT_GONE."""
        self._session.stored(key)
        store, now = self._library.to_do, self._session.clock.utc()
        before, after = store.true_words(key), _clean(words, TRUE_MAX)
        if after == before:
            return nothing(Deed.TRUE_WORDS_SAVED)
        return self._do(
            Deed.TRUE_WORDS_SAVED,
            lambda: store.put_true_words(key, after, now),
            lambda: store.put_true_words(key, before, now),
            same=("true_words", key),
        )

    # telling that it is done

    def telling(self, item_id: int) -> Telling:
        """Return a draft for each person who asked and can be told, and one for everybody."""
        return self._teller.telling(item_id)

    def pay_back(self, key: CommentKey) -> Suggestion | None:
        """Return the draft for whoever wrote this comment, None where there is nobody to tell."""
        return self._teller.pay_back(key)

    def told_all(self, item_id: int) -> Change:
        """Note that the update for everybody was copied."""
        before = self._library.to_do.get(item_id)
        if before is None or before.done_at is None:
            return nothing(Deed.TOLD_ALL)
        now = self._session.clock.utc()
        return self._put(before, replace(before, all_told_at=now), Deed.TOLD_ALL)

    # files

    def save(self, path: Path, rows: Sequence[Sequence[str]], otherwise: str) -> None:
        """Write the list: rows as a table where the name ends in .csv, else the text.

        The face words both. A cell that a spreadsheet would run as a formula gets an apostrophe.
        Raises Problem CANNOT_WRITE.
        """
        text = otherwise
        if path.suffix.lower() == ".csv":
            text = BYTE_ORDER_MARK + "".join(csv_line(list(row)) for row in rows)
        write_whole(path, text.encode("utf-8", "replace"))

    # inside

    def _suitable(self, keys: Iterable[CommentKey]) -> list[Judged]:
        hidden = self._library.listing.hidden
        here = [
            key
            for key in dict.fromkeys(keys)
            if not any(first <= key <= last for _, first, last in hidden)
        ]
        return [
            one
            for one in self._library.states.judged(here)
            if not one.own and may_become_item(effective(one.assessment, one.marks))
        ]

    def _begin(self, topic: str, kind: str, keys: list[CommentKey]) -> Change:
        store = self._library.to_do
        place = 1 + max((one.place for one in store.all()), default=0)
        item = Item(store.next_id(), place, self._session.clock.utc(), topic=topic, kind=kind)

        def forth() -> None:
            store.put(item.id, item)
            store.add_sources(item.id, keys)

        def back() -> None:
            store.remove_sources(item.id, keys)
            store.put(item.id, None)

        return self._do(Deed.TO_DO_ADDED, forth, back, count=len(keys))

    def _join(self, item: Item, keys: list[CommentKey]) -> Change:
        store = self._library.to_do
        there = set(store.source_keys(item.id))
        new = [key for key in keys if key not in there]
        if not new:
            return nothing(Deed.TO_DO_ADDED)
        return self._do(
            Deed.TO_DO_ADDED,
            lambda: store.add_sources(item.id, new),
            lambda: store.remove_sources(item.id, new),
            count=len(new),
        )

    def _put(self, before: Item, after: Item, deed: Deed) -> Change:
        if after == before:
            return nothing(deed)
        store = self._library.to_do
        return self._do(
            deed, lambda: store.put(after.id, after), lambda: store.put(before.id, before)
        )

    def _do(
        self, deed: Deed, forth: Act, back: Act, *, count: int = 1, same: object = None
    ) -> Change:
        with self._library.writing():
            forth()
        return self._session.done(Step(Area.TO_DO, count, deed, back, forth, same=same))


def _about(found: list[Judged]) -> tuple[str, str]:
    """Return the topic most of them share, or the kind most of them have where none has a topic."""
    names = load_pack("en").topics
    topics = Counter(
        topic
        for one in found
        for topic in one.assessment.about
        if topic in names and topic != MOMENT
    )
    if topics:
        return topics.most_common(1)[0][0], ""
    kinds = Counter(effective(one.assessment, one.marks).kind for one in found)
    return "", kinds.most_common(1)[0][0].value


def _takes_in(item: Item, topic: str) -> bool:
    return bool(topic) and item.topic == topic and item.done_at is None


def _clean(text: str, most: int) -> str:
    text = for_storage(text).strip()
    if len(text) > most:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(text), most=most)
    return text
