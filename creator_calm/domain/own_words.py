"""What the creator brings to replies: saved replies, what they can offer, where to write in private."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from creator_calm.domain.reply import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.comment import Platform

TITLE_MAX: Final = 120
SAVED_TEXT_MAX: Final = 20_000
LINE_MAX: Final = 120
MOST_SAVED: Final = 300
MOST_LINES: Final = 50


@dataclass(frozen=True, slots=True)
class SavedReply:
    """A reply to use again. `language` is "en", "sv" or "" for any; `text` may hold slots."""

    id: int
    title: str
    text: str
    language: str = ""
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class Offer:
    """What the creator can offer after something went wrong, as it reads in a reply."""

    id: int
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """Where to write to the creator in private, as it reads in a reply: "my shop inbox".

    `platform` None and `language` "" fit everywhere. The first that fits best is used.
    """

    id: int
    name: str
    language: str = ""
    platform: Platform | None = None


def offers_for(offers: Iterable[Offer], language: str | None) -> tuple[str, ...]:
    """Return what can be offered in a reply of this language; None: in any."""
    fitting = (
        one.text for one in offers if not (language and one.language) or one.language == language
    )
    return tuple(dict.fromkeys(fitting))


def channels_for(
    channels: Iterable[Channel], language: str | None, platform: Platform
) -> tuple[Channel, ...]:
    """Return the channels that fit, those made for this platform or language first."""
    fitting = [
        one
        for one in channels
        if one.platform in {None, platform} and (not language or one.language in {"", language})
    ]
    fitting.sort(key=lambda one: (one.platform is None, one.language == ""))
    return tuple(fitting)


def found(replies: Iterable[SavedReply], words: str, language: str = "") -> tuple[SavedReply, ...]:
    """Return saved replies that hold every word, those of `language` and of any before others."""
    wanted = words.casefold().split()
    fitting = [
        one for one in replies if all(w in f"{one.title}\n{one.text}".casefold() for w in wanted)
    ]
    if language:
        fitting.sort(key=lambda one: one.language not in {"", language})
    return tuple(fitting)
