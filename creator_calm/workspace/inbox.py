"""The creator's comments: lists, search, and everything that can be done with one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.inbox import InboxCounts, Perspective, SearchResult, Today
from creator_calm.domain.standing import Mask, Place, Urgent, Weight
from creator_calm.storage.filters import Filter, Order, match_text
from creator_calm.storage.listing import COUNTED_TO
from creator_calm.storage.pager import Pager
from creator_calm.workspace.lists import (
    away_places,
    closed_matches,
    filter_of,
    shown_places,
)
from creator_calm.workspace.marking import Marking
from creator_calm.workspace.masking import folded, row_of, view_of
from creator_calm.workspace.pile import digest_of
from creator_calm.workspace.threads import thread_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from creator_calm.domain.assessment import Digest
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView, InboxQuery, InboxRow
    from creator_calm.domain.resting import Resting
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

TODAY_NEEDS = 5
TODAY_KIND = 3
URGENT_SHOWN = 100
_MOVES = Area.COMMENTS | Area.ASSESSMENTS | Area.STATES | Area.IMPORTS | Area.SETTINGS | Area.DRAFTS


class Inbox(Marking):
    """Questions give values; commands give a `Change` and can be undone, but for `reveal`.

    "Kind and useful first" means: someone who may need care, what needs the creator, kind ones,
    what can wait, what could not be judged; the newest first within each. A list with search
    words is always the newest first, which no library is too large for.
    """

    def __init__(
        self, session: Session, preferences: Preferences, on_reveal: Callable[[], None]
    ) -> None:
        super().__init__(session)
        self._preferences = preferences
        self._on_reveal = on_reveal
        self._library = session.library
        self._pager = Pager(session.library.listing)
        self._counted: dict[Filter, int] = {}
        self._digest: Digest | None = None
        self._resting: dict[CommentKey, Resting] | None = None
        session.before_others(self._forget)

    def _forget(self, change: Change) -> None:
        if change.areas & _MOVES:
            self._pager.forget()
            self._counted.clear()
            self._digest = None
        if change.areas & Area.DRAFTS:
            self._resting = None

    def count(self, query: InboxQuery) -> int:
        """Return how many rows a list has; of a search at most 1,000."""
        wanted = self._filter(query)
        if wanted is None:
            return 0
        if wanted not in self._counted:
            listing = self._library.listing
            number = listing.found(wanted) if wanted.words else listing.count(wanted)
            self._counted[wanted] = min(number, COUNTED_TO) if wanted.words else number
        return self._counted[wanted]

    def page(self, query: InboxQuery, first: int, limit: int = 100) -> tuple[InboxRow, ...]:
        """Return rows `first` to `first + limit` of a list."""
        wanted = self._filter(query)
        if wanted is None or first < 0:
            return ()
        if wanted.words:
            limit = min(limit, COUNTED_TO - first)
        return self._rows(self._pager.page(wanted, first, limit)) if limit > 0 else ()

    def position(self, query: InboxQuery, key: CommentKey) -> int | None:
        """Return the place of a comment in a list, None when it is not in it."""
        wanted = self._filter(query)
        if wanted is None:
            return None
        listing = self._library.listing
        position = listing.position(wanted, key)
        return None if position is None else listing.before(wanted, position)

    def search(self, query: InboxQuery) -> SearchResult:
        """Count the hits of `query.search`. Those in put-away comments are a number and nothing else."""
        words = match_text(query.search)
        if not words:
            return SearchResult(0, 0)
        wanted = self._filter(query)
        shown = 0 if wanted is None else self._library.listing.found(wanted)
        closed = closed_matches(words, query.platform, keep_away=self._preferences.keep_away)
        away = self._library.listing.found(closed)
        return SearchResult(
            min(shown, COUNTED_TO), min(away, COUNTED_TO), max(shown, away) > COUNTED_TO
        )

    def row(self, key: CommentKey) -> InboxRow:
        """Return one comment as a list shows it. Raises Problem COMMENT_GONE."""
        return self._view(key, revealed=False).row

    def view(self, key: CommentKey) -> CommentView:
        """Return one comment in full; of a put-away one no words. Raises Problem COMMENT_GONE."""
        return self._view(key, revealed=False)

    def reveal(self, key: CommentKey) -> CommentView:
        """Return a put-away comment's words: one deliberate act, counted for the pauses only."""
        view = self._view(key, revealed=True)
        if view.revealed:
            self._on_reveal()
            self._session.publish(Change(Area.BREAKS, 1, Deed.REVEALED))
        return view

    def _view(self, key: CommentKey, *, revealed: bool) -> CommentView:
        keep_away, stored = self._preferences.keep_away, self._session.stored(key)
        view = view_of(stored, keep_away=keep_away, revealed=revealed)
        view = replace(view, row=self._fold(view.row))
        return replace(view, thread=thread_of(self._library, stored, keep_away=keep_away))

    def counts(self) -> InboxCounts:
        """Return what headers need. Numbers of put-away comments are not among it."""
        listing, keep_away = self._library.listing, self._preferences.keep_away
        return InboxCounts(
            to_read=listing.total(places=shown_places(keep_away=keep_away), read=0, own=0),
            some_away=listing.total(places=away_places(keep_away=keep_away)) > 0,
            safety=bool(listing.urgent(Urgent.SAFETY, 1)),
            distress=bool(listing.urgent(Urgent.DISTRESS, 1)),
            total=listing.total(),
            own=listing.total(own=1) > 0,
        )

    def today(self) -> Today:
        """Return the first page."""
        listing = self._library.listing
        shown = Filter((Place.SHOWN,), Order.WEIGHT, weight=Weight.NEEDS_YOU)
        perspective = self.perspective()
        return Today(
            needs_you=self._rows(self._pager.page(shown, 0, TODAY_NEEDS)),
            needs_you_count=listing.total(places=(Place.SHOWN,), weight=Weight.NEEDS_YOU),
            kind=self._rows(self._pager.page(replace(shown, weight=Weight.KIND), 0, TODAY_KIND)),
            safety=bool(listing.urgent(Urgent.SAFETY, 1)),
            distress=self._rows(listing.urgent(Urgent.DISTRESS, TODAY_NEEDS)),
            perspective=perspective if perspective.comments else None,
            empty=listing.total() == 0,
        )

    def perspective(self) -> Perspective:
        """Return the base rate in people. Own comments do not count; nobody named counts as one each."""
        listing = self._library.listing
        people, again = listing.harsh_people()
        return Perspective(
            comments=listing.total(own=0),
            harsh=listing.total(mask=Mask.HARSH),
            harsh_people=people,
            harsh_repeat_people=again,
            kind=listing.total(weight=Weight.KIND, mask=Mask.NONE),
        )

    def safety(self) -> tuple[InboxRow, ...]:
        """Return what may be a matter of safety and is not archived, the newest first."""
        return self._rows(self._library.listing.urgent(Urgent.SAFETY, URGENT_SHOWN))

    def digest(self) -> Digest:
        """Return what the put-away pile asks for, in codes."""
        if self._digest is None:
            self._digest = digest_of(self._library)
        return self._digest

    def in_short(self) -> tuple[Digest, Perspective | None]:
        """Return the digest and the base rate, None for the latter where numbers are off."""
        return self.digest(), self.perspective() if self._preferences.get("look.numbers") else None

    def _rows(self, keys: Iterable[int]) -> tuple[InboxRow, ...]:
        keep_away = self._preferences.keep_away
        return tuple(
            self._fold(row_of(listed, keep_away=keep_away))
            for listed in self._library.listing.rows(keys)
        )

    def _fold(self, row: InboxRow) -> InboxRow:
        return folded(row) if row.key in self.resting() else row

    def resting(self) -> Mapping[CommentKey, Resting]:
        """Return the replies that rest or have rested, read once until something changes."""
        if self._resting is None:
            self._resting = self._library.resting.all()
        return self._resting

    def _filter(self, query: InboxQuery) -> Filter | None:
        return filter_of(query, keep_away=self._preferences.keep_away)
