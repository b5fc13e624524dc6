"""What a reply to one comment can be made of: claims, slots with their words, facts of the comment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind
from creator_calm.domain.comment import Platform
from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.language.topics import MOMENT, topic
from creator_calm.replies.bank import Bank, load_bank
from creator_calm.replies.chips import SLOT_OF, claims

if TYPE_CHECKING:
    from collections.abc import Mapping

    from creator_calm.replies.situation import Situation

_VIDEO = frozenset({Platform.YOUTUBE, Platform.TIKTOK, Platform.TWITCH})
_NO_FEELING = frozenset({Kind.DISTRESS, Kind.ABUSE, Kind.TROLL, Kind.SARCASM})
_LOOKED_AT = 2_000
"""Characters of a comment that are searched for facts, as in triage."""

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
}
_DATE_FRAME = {"en": "on {day} {month}", "sv": "den {day} {month}"}


@dataclass(frozen=True)
class Material:
    """`available` names all that phrases may need; `words` fills slots.

    `own` are slots with the creator's words, inserted as typed; `typed` those of them that were
    written for this very reply and therefore have to come in.
    """

    bank: Bank
    available: frozenset[str]
    words: Mapping[str, str]
    own: frozenset[str]
    typed: frozenset[str]


def gather(situation: Situation, language: str) -> Material:
    """Return the material for a reply in `language`, which has a bank."""
    bank = load_bank(language)
    own = {
        SLOT_OF[chip]: words for chip, words in situation.facts.items() if words and chip in SLOT_OF
    }
    if "when" in own:
        own["when"] = _spoken_date(own["when"], language)
    names = _names(situation)
    words = own | names | _from_comment(situation, language)
    if situation.kind is Kind.DISTRESS:
        words["directory"] = bank.directory
    conditions = _conditions(situation)
    if topic_of(situation) not in bank.troubles:
        conditions.add("craft")
    if situation.context.promise is not None:
        conditions.add("promise")
    available = claims(situation.facts) | words.keys() | conditions
    return Material(bank, frozenset(available), words, frozenset(own | names), frozenset(own))


def _names(situation: Situation) -> dict[str, str]:
    """Names the creator gave to places and to the work."""
    context = situation.context
    channel = context.private_channel if situation.private_allowed else ""
    given = {"channel": channel, "community": context.community, "work": context.work}
    return {slot: " ".join(name.split()) for slot, name in given.items() if name.strip()}


def _from_comment(situation: Situation, language: str) -> dict[str, str]:
    """Return what the comment puts into slots; of a put-away one only names of topics."""
    words: dict[str, str] = {}
    about = topic_of(situation)
    if about:
        words["topic"] = load_pack(language).topics[about]
    assessment = situation.assessment
    plain = not assessment.put_away and assessment.language == language
    if plain and assessment.kind not in _NO_FEELING:
        said = situation.comment.text[:_LOOKED_AT].lower()
        feeling = next(
            (word for form, word in load_bank(language).feelings if form.search(said)), None
        )
        if feeling:
            words["feeling"] = feeling
    return words


def topic_of(situation: Situation) -> str | None:
    """Return the topic an answer can name; of a put-away comment only what triage noted."""
    assessment = situation.assessment
    names = load_pack("en").topics
    noted = next((about for about in assessment.about if about in names and about != MOMENT), None)
    # Under praise with a "but" the topic named first is often the praised one: only triage knows.
    if noted is not None or assessment.kind is Kind.MIXED:
        return noted
    if not assessment.put_away and assessment.language in LANGUAGES:
        pack = load_pack(assessment.language)
        found = topic(situation.comment.text[:_LOOKED_AT], assessment.language, pack)
        return None if found is None else found.id
    return None


def _conditions(situation: Situation) -> set[str]:
    """Facts of the comment that some phrases rest on; they are courtesy, never claims."""
    points = situation.assessment.points
    matched = set() if situation.assessment.put_away else _matched(situation)
    missing = any(point.direction == "missing" for point in points)
    # "Please share the link": nothing is wrong with it, and what would help has been said.
    wished = bool(points) and all(point.request and not point.direction for point in points)
    holds = {
        "absent": missing,
        "present": not (missing or wished) and "absent" not in matched,
        "no_place": "place" not in matched and not any(point.place for point in points),
        # "The subtitles are late" has said what would help; asking again is not listening.
        "unspecific": not (wished or any(point.direction for point in points)),
        "unfixed": not situation.claims("fixed"),
        # "What would you like most? I have to say no": questions back only while all is open.
        "undecided": not situation.facts,
        "on_video": situation.comment.platform in _VIDEO,
        "regret": situation.kind is Kind.COMPLAINT or situation.claims("wrong"),
        "distress": situation.kind is Kind.DISTRESS,
        "adult": Facet.MINOR not in situation.assessment.facets,
    }
    found = matched - {"place", "absent"}
    return found | {name for name, true in holds.items() if true} | {"empathy", "rule"}


def _matched(situation: Situation) -> set[str]:
    language = situation.assessment.language
    if language not in LANGUAGES:
        return set()
    said = situation.comment.text[:_LOOKED_AT].lower()
    conditions = load_bank(language).conditions
    return {
        name
        for name, patterns in conditions.items()
        if any(pattern.search(said) for pattern in patterns)
    }


def _spoken_date(words: str, language: str) -> str:
    """Write a date of the form 2026-12-01 the way it is said; other words stay as typed."""
    date = _DATE.fullmatch(words.rstrip("."))
    if date is None or not 1 <= int(date[2]) <= 12:
        return words
    month = _MONTHS[language].split()[int(date[2]) - 1]
    return _DATE_FRAME[language].format(day=int(date[3]), month=month)
