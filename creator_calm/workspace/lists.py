"""From what a face asks for to what the library is asked: which piles, which order, which mask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.inbox import Pile, Pill, Sort
from creator_calm.domain.standing import JUDGED_AWAY, Group, Mask, Place
from creator_calm.storage.filters import Filter, Order, match_text

if TYPE_CHECKING:
    from creator_calm.domain.comment import Platform
    from creator_calm.domain.inbox import InboxQuery

_ORDERS = {
    Sort.KIND_USEFUL_FIRST: Order.WEIGHT,
    Sort.NEWEST: Order.NEWEST,
    Sort.OLDEST: Order.OLDEST,
    Sort.MOST_LIKED: Order.LIKES,
}
_GROUPS = {
    Pill.USEFUL: Group.USEFUL,
    Pill.QUESTIONS: Group.QUESTIONS,
    Pill.KIND: Group.KIND,
    Pill.YOURS: Group.OWN,
}


def shown_places(*, keep_away: bool) -> tuple[Place, ...]:
    """Return the piles of the main list. What nobody judged is never in it."""
    return (Place.SHOWN,) if keep_away else (Place.SHOWN, Place.AWAY)


def away_places(*, keep_away: bool) -> tuple[Place, ...]:
    """Return the piles of the put-away list."""
    return (Place.AWAY, Place.UNJUDGED) if keep_away else (Place.UNJUDGED,)


def filter_of(query: InboxQuery, *, keep_away: bool) -> Filter | None:
    """Return what a query asks of the library, None when its answer is empty by rule.

    Put-away comments answer to no pill, and a search never tells which of them match.
    """
    words = match_text(query.search)
    if query.search.strip() and not words:
        return None
    narrowed = bool(words) or query.pill is not Pill.ALL
    if query.pile is Pile.AWAY and narrowed:
        return None
    places = {
        Pile.SHOWN: shown_places(keep_away=keep_away),
        Pile.AWAY: away_places(keep_away=keep_away),
        Pile.ARCHIVE: (Place.ARCHIVE,),
    }[query.pile]
    open_only = query.pile is Pile.ARCHIVE and narrowed
    open_masks = (Mask.NONE,) if keep_away else (Mask.NONE, *JUDGED_AWAY)
    return Filter(
        places,
        Order.FOUND if words else _ORDERS[query.sort],
        group=_GROUPS.get(query.pill),
        without=Group.OWN if query.pile is Pile.SHOWN and query.pill is Pill.ALL else None,
        unsure=query.pill is Pill.NOT_SURE,
        waiting=query.pill is Pill.NOT_ANSWERED,
        platform=query.platform,
        masks=open_masks if open_only else None,
        words=words,
    )


def closed_matches(words: str, platform: Platform | None, *, keep_away: bool) -> Filter:
    """Return the filter of hits that are only counted, in the archive too."""
    return Filter(
        (Place.AWAY, Place.UNJUDGED, Place.ARCHIVE),
        Order.FOUND,
        platform=platform,
        masks=(*JUDGED_AWAY, Mask.NOT_JUDGED) if keep_away else (Mask.NOT_JUDGED,),
        words=words,
    )
