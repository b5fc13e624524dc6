"""The to-do list as a screen shows it: what stands behind each item, counted in people."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from creator_calm.domain.change import Area
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.to_do import (
    NO_MENTIONS,
    Board,
    Cluster,
    Decision,
    Mentions,
    ToDo,
    by_topic,
    worth_doing,
)
from creator_calm.language.pack import load_pack
from creator_calm.language.topics import MOMENT
from creator_calm.storage.times import from_number, to_number
from creator_calm.workspace.masking import row_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.change import Change
    from creator_calm.storage.mentioned import Topic
    from creator_calm.storage.to_do import Counted
    from creator_calm.workspace.session import Session

PERIOD = timedelta(days=90)
"""Shares are of all who wrote in so long before the newest comment."""

CLUSTERS_SHOWN = 6
QUOTED = 160
LEAST_PEOPLE = 2
"""One comment is an anecdote: a topic is suggested when so many people mention it."""

_MOVES = Area.COMMENTS | Area.ASSESSMENTS | Area.IMPORTS
"""What changes who mentions what: marks such as "read" or "answered" do not."""

_EVER = -(2**62)


class _Period(NamedTuple):
    """What is asked once until comments change. `since` in microseconds."""

    since: int
    commenters: int
    topics: dict[str, Topic]


class Boards:
    """Answers from the library; what concerns all comments is asked again when they change."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._library = session.library
        self._period: _Period | None = None
        self._ever: int | None = None
        session.before_others(self._forget)

    def _forget(self, change: Change) -> None:
        if change.areas & _MOVES:
            self._period = self._ever = None

    def board(self) -> Board:
        """Return the whole list."""
        store, now = self._library.to_do, self._session.clock.utc()
        counted, found_true = store.counted(), store.found_true()
        items = store.all()
        open_to = {item_id: one.open_to for item_id, one in counted.items()}
        quotes = self._quotes(
            open_to.get(one.id) for one in items if not (one.title or one.topic or one.done_at)
        )
        entries = [
            ToDo(
                item,
                self._mentions(counted.get(item.id)),
                found_true.get(item.id, ()),
                (key := open_to.get(item.id)),
                quotes.get(key, ""),
            )
            for item in items
        ]
        open_ones = [one for one in entries if one.item.done_at is None]
        worth = worth_doing(open_ones, now)
        aside = [one for one in open_ones if one.item.decision is Decision.NO]
        rest = [one for one in open_ones if one not in worth and one not in aside]
        return Board(
            worth,
            by_topic(rest),
            tuple(aside),
            _newest_first(one for one in entries if one.item.done_at is not None),
            self._mentioned({one.item.topic for one in open_ones}),
        )

    def _quotes(self, keys: Iterable[CommentKey | None]) -> dict[CommentKey | None, str]:
        """Return the first words of comments; of one that is put away there are none."""
        wanted = [key for key in keys if key is not None]
        rows = (row_of(one, keep_away=True) for one in self._library.listing.rows(wanted))
        return {row.key: (row.text or "")[:QUOTED] for row in rows}

    def keys_about(self, topic: str) -> list[CommentKey]:
        """Return the comments of the period that mention a topic."""
        found = self._asked().topics.get(topic)
        return [] if found is None else [CommentKey(key) for key in found.keys]

    def _mentioned(self, on_the_list: set[str]) -> tuple[Cluster, ...]:
        """Return the topics most people mention, put away or not, that no open item covers."""
        names = load_pack("en").topics
        period = self._asked()
        clusters = [
            Cluster(name, self._of_topic(topic, period))
            for name, topic in period.topics.items()
            if name in names and name != MOMENT and name not in on_the_list
        ]
        weighty = [one for one in clusters if one.mentions.people >= LEAST_PEOPLE]
        weighty.sort(key=lambda one: (-one.mentions.people, -one.mentions.comments, one.topic))
        return tuple(weighty[:CLUSTERS_SHOWN])

    def _of_topic(self, topic: Topic, period: _Period) -> Mentions:
        return Mentions(
            people=topic.people,
            comments=len(topic.keys),
            put_away=topic.put_away,
            first=from_number(topic.first),
            last=from_number(topic.last),
            commenters=period.commenters,
        )

    def _mentions(self, counted: Counted | None) -> Mentions:
        if counted is None:
            return NO_MENTIONS
        since_ever = counted.last < self._asked().since
        return Mentions(
            people=counted.people,
            comments=counted.comments,
            put_away=counted.put_away,
            first=from_number(counted.first),
            last=from_number(counted.last),
            commenters=self._all_commenters() if since_ever else self._asked().commenters,
            since_ever=since_ever,
        )

    def _asked(self) -> _Period:
        if self._period is None:
            mentioned = self._library.mentioned
            newest = mentioned.newest()
            if newest is None:
                self._period = _Period(0, 0, {})
            else:
                now = to_number(self._session.clock.utc())
                since = min(newest, now) - PERIOD // timedelta(microseconds=1)
                self._period = _Period(since, mentioned.commenters(since), mentioned.topics(since))
        return self._period

    def _all_commenters(self) -> int:
        if self._ever is None:
            self._ever = self._library.mentioned.commenters(_EVER)
        return self._ever


def _newest_first(entries: Iterable[ToDo]) -> tuple[ToDo, ...]:
    return tuple(sorted(entries, key=lambda one: (one.item.done_at, one.item.id), reverse=True))
