"""What the creator looks into before a detailed answer: a few questions a sort of comment, and what came of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


class FactState(StrEnum):
    """How far a question is looked into."""

    OPEN = "open"
    KNOWN = "known"
    NOT_KNOWN = "not_known"
    ASK = "ask"
    """Somebody else knows: `Fact.who`."""


class FactQuestion(StrEnum):
    """Questions worth an answer of the creator's own before words go out."""

    WHAT_HAPPENED = "what_happened"
    WHAT_PROMISED = "what_promised"
    RECEIPT = "receipt"
    WHO_TO_ASK = "who_to_ask"
    OTHERS_TOO = "others_too"
    WHAT_SAID = "what_said"
    WHAT_PLACE = "what_place"
    SOURCE = "source"
    CAN_SHOW = "can_show"
    ADVICE = "advice"
    SEE_IT = "see_it"
    WHICH_DEVICE = "which_device"
    WHERE_FROM = "where_from"
    LICENCE = "licence"
    WITHOUT_TONE = "without_tone"
    HEARD_BEFORE = "heard_before"


_Q = FactQuestion
QUESTIONS: Final[Mapping[Kind, tuple[FactQuestion, ...]]] = MappingProxyType(
    {
        Kind.COMPLAINT: (
            _Q.WHAT_HAPPENED,
            _Q.WHAT_PROMISED,
            _Q.RECEIPT,
            _Q.WHO_TO_ASK,
            _Q.OTHERS_TOO,
        ),
        Kind.CORRECTION: (_Q.WHAT_SAID, _Q.WHAT_PLACE, _Q.SOURCE, _Q.WHO_TO_ASK),
        Kind.ACCUSATION: (_Q.WHAT_HAPPENED, _Q.WHAT_SAID, _Q.CAN_SHOW, _Q.ADVICE),
        Kind.TECH_PROBLEM: (_Q.SEE_IT, _Q.WHICH_DEVICE, _Q.OTHERS_TOO, _Q.WHO_TO_ASK),
        Kind.COPYRIGHT_CLAIM: (_Q.WHERE_FROM, _Q.LICENCE, _Q.CAN_SHOW, _Q.ADVICE),
        Kind.HARSH_CRITIQUE: (_Q.WITHOUT_TONE, _Q.WHAT_PLACE, _Q.HEARD_BEFORE),
    }
)
"""What to look into, for the sorts of comments where a quick answer goes wrong most easily."""

MOST_FACTS: Final = 30
QUESTION_MAX, NOTE_MAX, WHO_MAX = 200, 1_000, 120


@dataclass(frozen=True, slots=True)
class Fact:
    """One question, ours (`question`) or the creator's own (`own`), and what is known of it."""

    question: FactQuestion | None = None
    own: str = ""
    state: FactState = FactState.OPEN
    note: str = ""
    who: str = ""

    @property
    def marked(self) -> bool:
        """Whether the creator has said how it stands."""
        return self.state is not FactState.OPEN

    @property
    def untouched(self) -> bool:
        """Whether it is one of our questions and nothing was written to it."""
        return not (self.own or self.marked or self.note or self.who)


@dataclass(frozen=True, slots=True)
class FactList:
    """What is looked into for one comment. `enough` is the creator's word that it will do."""

    facts: tuple[Fact, ...] = ()
    enough: bool = False

    @property
    def started(self) -> bool:
        """Whether the creator has begun to look into it."""
        return self.enough or any(not fact.untouched for fact in self.facts)

    @property
    def settled(self) -> bool:
        """Whether all is marked, or it is enough."""
        return self.enough or (bool(self.facts) and all(fact.marked for fact in self.facts))

    @property
    def waits(self) -> bool:
        """Whether it was begun and is not settled: a full answer comes later."""
        return self.started and not self.settled


def questions_for(kind: Kind, kept: FactList) -> FactList:
    """Return the questions of this sort, as far as they were marked so, and then what else is kept."""
    by_question = {fact.question: fact for fact in kept.facts if fact.question is not None}
    listed = QUESTIONS.get(kind, ())
    ours = tuple(by_question.get(question, Fact(question)) for question in listed)
    others = tuple(fact for fact in kept.facts if fact.question not in listed)
    return FactList(ours + others, kept.enough)
