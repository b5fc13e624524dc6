"""Made-up comments in the shape of real ones: fixed seeds, own words, nothing stored.

About 24 words a comment with a long tail, one in three with emoji, 2 % Swedish, 2 % Chinese, six
platforms, 400 posts, and authors as in life: a few write much (Pareto).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20_260_501
POSTS = 400
PLATFORMS = ("youtube", "youtube", "youtube", "tiktok", "instagram", "reddit", "twitch", "mastodon")
_START = datetime(2025, 1, 1, tzinfo=UTC)

_ENGLISH = """
the i you and to a this is it of in that so for my was on your with but just not have love are me be
video like what at all as when one can good more out know from will really time if up don't how would
great no get song it's why people did there best about think an make only never much please too who
still been i'm watch always because see sound part now thank even thanks first way feel back most
could had got some also them they want need could where story keep music amazing better day game every
little after every long world intro ending loud quiet bit quite fast slow pace camera light mic voice
channel stream chat series episode chapter title thumbnail recipe soup bread garden bridge river window
kitchen piano drums guitar lesson exam teacher grandma brother friend neighbour winter summer morning
evening coffee train station island castle forest mountain puzzle engine battery screen keyboard colour
paint pencil drawing knitting pattern wood table chair lamp bicycle helmet shoes jacket market ticket
funny beautiful boring awful sad happy brilliant terrible nice lovely perfect annoying weird calm kind
hate liked enjoyed disappointed worried excited hope wish remember forgot learned tried failed fixed
broke missed explained showed started finished changed clear confusing honest helpful useful wrong right
very extremely barely hardly kinda somewhat totally absolutely without nothing least despite rarely
another because though however while since maybe probably actually literally seriously honestly
""".split()  # noqa: SIM905 - prose of words
_SWEDISH = """
och det att jag är i på en som så med för inte den har du av till om men var mig vi kan bra man nu ett
från här när alla bara mycket ljudet musiken videon kanske tack älskar verkligen lite för högt lågt
början slutet introt tempot gillar hur varför vilken kul rolig tråkig fin dålig bättre sämre svår lätt
soppa bröd trädgård sjön cykel vinter sommar morgon kväll skola lärare kompis mormor katt hund tåg skog
berg fönster kök bord stol lampa kaffe spelet kapitlet karaktären titeln bilden kameran rösten länken
""".split()  # noqa: SIM905 - prose of words
_CHINESE = "这个视频太好了我很喜欢音乐的声音有点小谢谢你做的内容希望下次更长一些"
_EMOJI = "😂 ❤️ 🔥 👍 😭 🥰 👏 😍 🙏 💀 🎉 💯 😊 🤣 👀 🤔 😅 💕 👍🏽 🎶".split()  # noqa: SIM905
_SYLLABLES = "ka lo mi re tu sa ne vo bri sto len dar fin gul pra".split()  # noqa: SIM905
_ENDS = (".", ".", "!", "!!", "?", "...", "", "", ",")
_EXTRAS = (
    "3:20",
    "0:45",
    "https://example.com/a?b=1",
    "@anna_92",
    "#garden",
    "2024",
    "1080p",
    "U.S.",
    "LOL",
    ":)",
    "<3",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One made-up comment. `written_at` is ISO 8601 in UTC."""

    id: str
    author: str
    account: str
    text: str
    platform: str
    post: str
    written_at: str
    likes: int


def rows(count: int, seed: int = SEED) -> Iterator[Row]:
    """Yield `count` rows, always the same for the same seed."""
    chance = random.Random(seed)
    people = max(count // 3, 20)
    for number in range(count):
        person = min(int(chance.paretovariate(0.6)), people)
        moment = _START + timedelta(seconds=number * 31 + chance.randrange(31))
        yield Row(
            id=f"c{seed}-{number}",
            author=f"{_SYLLABLES[person % 15]}{_SYLLABLES[person // 15 % 15]} {person}".title(),
            account=f"a{person}",
            text=comment(chance),
            platform=chance.choice(PLATFORMS),
            post=f"post-{min(int(chance.paretovariate(0.8)), POSTS)}",
            written_at=moment.isoformat(),
            likes=int(chance.paretovariate(0.9)) - 1,
        )


def texts(count: int, seed: int = SEED) -> list[str]:
    """Return `count` made-up comment texts."""
    chance = random.Random(seed)
    return [comment(chance) for _ in range(count)]


def comment(chance: random.Random) -> str:
    """Return one made-up comment."""
    draw = chance.random()
    if draw < 0.02:
        return "".join(chance.choices(_CHINESE, k=chance.randint(3, 40)))
    words, weights = (_SWEDISH, _SWEDISH_WEIGHTS) if draw < 0.04 else (_ENGLISH, _ENGLISH_WEIGHTS)
    count = min(max(int(chance.lognormvariate(2.75, 0.9)), 1), 300)
    chosen = chance.choices(words, cum_weights=weights, k=count)
    for _ in range(count // 12 + (chance.random() < 0.3)):
        chosen[chance.randrange(count)] = _odd_word(chance, chosen)
    for place in range(chance.randint(6, 14), count, chance.randint(8, 16)):
        chosen[place] += chance.choice(_ENDS)
    text = " ".join(chosen) + chance.choice(_ENDS)
    if chance.random() < 0.7:
        text = text[0].upper() + text[1:]
    if chance.random() < 0.12:
        text = text.replace("'", "’")
    if chance.random() < 0.36:
        text += chance.choice(("", " ")) + chance.choice(_EMOJI) * chance.choice((1, 1, 1, 2, 3))
    return text


def _odd_word(chance: random.Random, chosen: list[str]) -> str:
    draw = chance.random()
    if draw < 0.25:
        return chance.choice(_EXTRAS)
    if draw < 0.45:
        return chance.choice(chosen).upper()
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))


def _weights(words: list[str]) -> list[float]:
    """Return cumulative weights that fall as words do in life: the n-th as 1 / (n + 6)."""
    return list(accumulate(1 / (place + 6) for place in range(len(words))))


_ENGLISH_WEIGHTS = _weights(_ENGLISH)
_SWEDISH_WEIGHTS = _weights(_SWEDISH)
