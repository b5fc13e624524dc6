"""One fixed sentence that asks an author to stop. Never a suggestion: the creator opens it on purpose.

A report can be helped by having asked once; some people get worse when they get an answer.
So it is never recommended, never worded anew, and never offered where replying is dangerous.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind, Severity
from creator_calm.domain.reply import ReasonCode, Strategy
from creator_calm.replies.bank import STOP_MOVE, load_bank
from creator_calm.replies.outline import Advice, StrategyRule

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Assessment
    from creator_calm.replies.situation import Situation

_KINDS = frozenset({Kind.ABUSE, Kind.SEXUAL, Kind.PARASOCIAL})


_NEVER = frozenset({Facet.MINOR, Facet.MAY_BE, Facet.CHECK_SAFETY, Facet.WISH_OF_HARM})
_WORDS = "ask_to_stop.writing"
"""The one sentence: no variation, so that it is the same whoever reads it later."""


def is_unwanted(assessment: Assessment) -> bool:
    """Say whether a comment is of a sort whose author may be asked once to stop.

    That they wrote before, that the evidence is settled, and that they were not asked yet is for
    the caller to know.
    """
    return (
        assessment.kind in _KINDS
        and assessment.severity <= Severity.HARSH
        and assessment.facets.isdisjoint(_NEVER)
    )


def words_of(language: str) -> str:
    """Return the fixed sentence of a language, as it stands."""
    return next(one.text for one in load_bank(language).moves[STOP_MOVE] if one.id == _WORDS)


def _fits(_: Situation) -> float:
    return 0.0


def _advise(_: Situation) -> Advice:
    return Advice(ReasonCode.UNWANTED_CONTACT, public_allowed=False)


STRATEGY = StrategyRule(Strategy.ASK_TO_STOP, _fits, _advise)
