"""How the creator wants their replies to sound, and what the moment says about answering now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from creator_calm.domain.reply import Tone


class Length(StrEnum):
    """How long a reply may be; `MIRROR` goes by the comment."""

    MIRROR = "mirror"
    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Greeting(StrEnum):
    """How a reply begins."""

    NONE = "none"
    HI = "hi"
    NAME = "name"


class Emoji(StrEnum):
    """When a reply may end with an emoji. Under complaints, care and stories it never does."""

    NEVER = "never"
    AS_THEY_DO = "as_they_do"
    FREELY = "freely"


@dataclass(frozen=True, slots=True)
class Voice:
    """The creator's own way of writing.

    `words` are words they like to use, `never` those they never do; both lower case.
    """

    length: Length = Length.MIRROR
    greeting: Greeting = Greeting.NONE
    emoji: Emoji = Emoji.NEVER
    sign_off: str = ""
    words: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReplyWish:
    """What the creator asks for in this one reply; None is as the settings say.

    `anyway` asks for words although leaving it, or waiting, is the advice.
    """

    tone: Tone | None = None
    length: Length | None = None
    anyway: bool = False


AS_SET = ReplyWish()
OLD_DAYS = 30
ROUNDS_MOST = 2
PUT_AWAY_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known of this hour: the night, a heavy day, enough read, many at once."""

    late: bool = False
    low_today: bool = False
    spent: bool = False
    storm: bool = False

    @property
    def heavy(self) -> bool:
        """Whether a pause comes before every answer."""
        return self.storm or self.late + self.low_today + self.spent >= 2


@dataclass(frozen=True, slots=True)
class Before:
    """What went before in this thread and with this author.

    `rounds` are turns already taken, `put_away` comments of the author that were put away (three
    stands for more). `answered` and `by_others` say that an answer stands there already, `old`
    that it was written more than `OLD_DAYS` days ago.
    """

    rounds: int = 0
    put_away: int = 0
    answered: bool = False
    by_others: bool = False
    old: bool = False


AS_USUAL = Voice()
ANY_MOMENT = Moment()
NOTHING_BEFORE = Before()
