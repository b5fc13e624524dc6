"""A reply that rests, in words: why it is offered, how long, how much is left. No guilt anywhere."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, assert_never

from creator_calm.domain.resting import RestReason, Wait
from creator_calm.wording.catalogue import _, ngettext
from creator_calm.wording.times import clock_words

if TYPE_CHECKING:
    from datetime import tzinfo

    from creator_calm.domain.resting import Rest, RestOffer

MINUTES_TOLD = 90
"""Above it a time of day says more than a number of minutes."""


def wait_words(wait: Wait) -> str:
    """Word a wait as a choice."""
    match wait:
        case Wait.OFF:
            return _("Never")
        case Wait.TWO | Wait.TEN | Wait.SIXTY:
            minutes = int(wait.value)
            return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
        case Wait.MORNING:
            return _("Until the morning, 09:00")
        case _ as never:
            assert_never(never)


def offer_line(offer: RestOffer) -> str:
    """Say why a rest may do good; the first reason is enough."""
    match offer.reasons[0]:
        case RestReason.STRONG | RestReason.FLAGS:
            return _(
                "Let it rest a little before you post it? It stays here, and you can go on writing."
            )
        case RestReason.HARSH:
            return _("That was not an easy comment to read. Let the reply rest a little?")
        case RestReason.LOW_DAY:
            return _("You noted a heavy day. The reply can wait, if you like.")
        case RestReason.LATE:
            return _("It is late. The reply can wait, if you like.")
        case _ as never:
            assert_never(never)


def rest_line(rest: Rest, zone: tzinfo) -> str:
    """Say where a rest stands, in whole minutes."""
    if rest.over:
        return _("Your reply has rested. Does it still say what you want to say?")
    minutes = ceil(rest.left_s / 60)
    if minutes > MINUTES_TOLD:
        return _("Your reply rests until {time}.").format(time=clock_words(rest.resting.end, zone))
    return ngettext(
        "Your reply rests for about {n} more minute.",
        "Your reply rests for about {n} more minutes.",
        minutes,
    ).format(n=minutes)


def copy_line(rest: Rest, zone: tzinfo) -> str:
    """Ask once, before a reply that rests is copied."""
    minutes = ceil(rest.left_s / 60)
    if minutes > MINUTES_TOLD:
        time = clock_words(rest.resting.end, zone)
        return _("You wanted to wait until {time}.").format(time=time)
    return ngettext(
        "You wanted to wait about {n} more minute.",
        "You wanted to wait about {n} more minutes.",
        minutes,
    ).format(n=minutes)
