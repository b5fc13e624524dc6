"""Somebody who wrote may be at risk: steps for the creator, and words that stay locked until reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind, Lane
from creator_calm.domain.reply import Action, Intent, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, Outline, StrategyRule, maybe, say

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation


def _fits(situation: Situation) -> float:
    in_distress = situation.kind is Kind.DISTRESS or situation.assessment.lane is Lane.DISTRESS
    return 0.98 if in_distress or situation.has(Facet.PAST_RISK) else 0.0


def _advise(situation: Situation) -> Advice:
    # The composer takes reviewed phrases only, and none of these are: the outline is here so
    # that a review, and not a change of program, is what unlocks them.
    outlines = (
        Outline(
            Intent.ACKNOWLEDGE,
            (say("SEE_CARE"), maybe("LIMIT_CARE"), say("SIGNPOST")),
        ),
    )
    return Advice(
        ReasonCode.SOMEONE_IN_DISTRESS,
        outlines=outlines if situation.public_text_allowed else (),
        actions=(
            Action.CARE_STEPS,
            Action.REPORT,
            Action.HELP_DIRECTORIES,
            Action.TAKE_BREAK,
        ),
        public_allowed=situation.public_text_allowed,
    )


STRATEGY = StrategyRule(Strategy.CARE, _fits, _advise)
