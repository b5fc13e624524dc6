"""A sentence of the creator's own as a phrase that replies may hold: with slots, claims and a check."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from creator_calm.domain.learned import OwnPhrase
from creator_calm.domain.reply import ReplyContext, Tone
from creator_calm.language.names import first_name
from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.language.topics import topic
from creator_calm.replies.bank import CARE_MOVES, SLOT, STOP_MOVE, Phrase, load_bank
from creator_calm.replies.chips import CLAIMS, claims
from creator_calm.replies.draft_check import check
from creator_calm.replies.material import gather
from creator_calm.replies.situation import Situation

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.reply import Chip
    from creator_calm.replies.learning import OwnSentence

LONGEST: Final = 130
_FEWEST_WORDS: Final = 2
_TOO_SPECIAL: Final = re.compile(r"\d|@|#|https?:|www\.|[\u2600-\u27bf\U0001f000-\U0001faff]")
_BRACE: Final = re.compile(r"[{}]")
_ENDS: Final = (".", "?", "!")
OWN: Final = "own."
"""How the ids of own phrases begin."""


def as_phrase(phrase: OwnPhrase) -> Phrase:
    """Return an own phrase as the bank knows phrases."""
    return Phrase(
        id=f"{OWN}{phrase.id}",
        move=phrase.move,
        text=phrase.text,
        tones=frozenset(Tone),
        needs=phrase.needs | frozenset(SLOT.findall(phrase.text)),
        kinds=phrase.kinds,
        not_with=frozenset(),
        weight=1.0,
        reviewed=True,
    )


def text_of(name: str) -> str | None:
    """Return the words of a phrase of the bank by the name it is remembered under."""
    language, _, phrase = name.partition(":")
    found = _phrases(language).get(phrase) if language in LANGUAGES else None
    return None if found is None else found.text


def may_become(
    sentence: OwnSentence,
    language: str,
    comment: Comment,
    assessment: Assessment,
    facts: dict[Chip, str],
) -> OwnPhrase | None:
    """Return the phrase a sentence could be, None where it would say too much somewhere else.

    It takes the place, the claims and the conditions of the phrase it stood for. What names this
    comment's topic or the creator's words for it becomes a slot; other names, numbers, links and
    topics make it unfit, and so does a claim that nothing ticked stood behind.
    """
    bank = _phrases(language).get(sentence.instead_of)
    if bank is None or bank.move in CARE_MOVES | {STOP_MOVE} or _BRACE.search(sentence.text):
        return None
    text = _with_slots(sentence.text, language, comment, assessment, facts)
    plain = SLOT.sub("", text)
    if not _is_fit(text, plain, language, comment):
        return None
    known = frozenset[str]().union(*CLAIMS.values())
    # A slot of the phrase it replaced is needed only where this one has it too.
    needs = (bank.needs - frozenset(bank.slots)) | frozenset(SLOT.findall(text))
    if _claims_something(plain, language):
        needs |= claims(facts)
        if not needs & known:
            return None
    if check(
        SLOT.sub("x", text), language, assessment.kind, off=frozenset({"vague", "off_topic"})
    ).findings:
        return None
    return OwnPhrase(0, language, bank.move, text, needs, frozenset({assessment.kind}))


def _with_slots(
    text: str, language: str, comment: Comment, assessment: Assessment, facts: dict[Chip, str]
) -> str:
    material = gather(Situation(comment, assessment, ReplyContext(facts=facts)), language)
    for slot, words in sorted(material.words.items(), key=lambda item: -len(item[1])):
        if slot == "topic" or slot in material.typed:
            bare = re.escape(words.rstrip(".!"))
            text = re.sub(
                rf"(?<!\w){bare}(?!\w)", f"{{{slot}}}", text, count=1, flags=re.IGNORECASE
            )
    return text


def _is_fit(text: str, plain: str, language: str, comment: Comment) -> bool:
    name = first_name(comment.author.name)
    return (
        len(text) <= LONGEST
        and len(plain.split()) >= _FEWEST_WORDS
        and plain.lstrip()[:1].isupper() is (not text.startswith("{"))
        and text.endswith(_ENDS)
        and not text.endswith("!")
        and _TOO_SPECIAL.search(plain) is None
        and not (name and re.search(rf"\b{re.escape(name)}\b", plain, re.IGNORECASE))
        and topic(plain, language, load_pack(language)) is None
    )


def _claims_something(text: str, language: str) -> bool:
    return any(pattern.search(text.casefold()) for pattern in _claim_words(language))


@cache
def _claim_words(language: str) -> tuple[re.Pattern[str], ...]:
    table = load_pack(language).table("replies")
    return tuple(re.compile(pattern) for pattern in table["learning"]["claims"])


@cache
def _phrases(language: str) -> dict[str, Phrase]:
    return {one.id: one for phrases in load_bank(language).moves.values() for one in phrases}
