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


def may_be_offered(
    assessment: Assessment, *, comments_by_author: int, evidence_saved: bool, asked_before: bool
) -> bool:
    """Say whether "Ask once to stop" may be shown: unwanted, repeated, saved, not asked before."""
    return (
        assessment.kind in _KINDS
        and assessment.severity <= Severity.HARSH
        and assessment.facets.isdisjoint({Facet.MINOR, Facet.MAY_BE, Facet.WISH_OF_HARM})
        and comments_by_author >= 2
        and evidence_saved
        and not asked_before
    )


def wordings(language: str) -> tuple[str, ...]:
    """Return the fixed sentences of a language, as they stand."""
    return tuple(phrase.text for phrase in load_bank(language).moves[STOP_MOVE])


def _fits(_: Situation) -> float:
    return 0.0


def _advise(_: Situation) -> Advice:
    return Advice(ReasonCode.UNWANTED_CONTACT, public_allowed=False)


STRATEGY = StrategyRule(Strategy.ASK_TO_STOP, _fits, _advise)
