"""Kind words or somebody's own story: a thank you is welcome and never owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.domain.reply import Action, Intent, ReasonCode, Strategy, Tone
from creator_calm.replies.outline import Advice, Outline, StrategyRule, say, whenever

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation


_LOOKED_AT = 2_000
"""Characters in which a comment with words has one."""


def _fits(situation: Situation) -> float:
    return 0.5 if situation.kind in {Kind.PRAISE, Kind.SHARED_STORY} else 0.0


def _advise(situation: Situation) -> Advice:
    if situation.kind is Kind.SHARED_STORY:
        return Advice(
            ReasonCode.OWN_STORY,
            outlines=(
                Outline(
                    Intent.SPECIFIC_THANKS,
                    (
                        whenever("SPECIFIC_THANKS", only="loss"),
                        say("SPECIFIC_THANKS", without="loss"),
                    ),
                ),
            ),
            actions=(Action.KEEP_ON_SHELF,),
        )
    specific = Outline(Intent.SPECIFIC_THANKS, (say("SPECIFIC_THANKS"),))
    brief = Outline(
        Intent.BRIEF_THANKS, (say("SPECIFIC_THANKS", without="topic", tone=Tone.BRIEF),)
    )
    # Three hearts say nothing that one could be specific about.
    has_words = any(char.isalpha() for char in situation.comment.text[:_LOOKED_AT])
    return Advice(
        ReasonCode.KIND_WORDS,
        outlines=(specific, brief) if has_words else (brief,),
        actions=(Action.KEEP_ON_SHELF,),
    )


STRATEGY = StrategyRule(Strategy.THANKS, _fits, _advise)
