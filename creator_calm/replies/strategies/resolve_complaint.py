"""It cost somebody something: acknowledge in public, solve in private, come back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind, Severity
from creator_calm.domain.reply import Action, Audience, Chip, Intent, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, Outline, Step, StrategyRule, at_length, maybe, say

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation


def _fits(situation: Situation) -> float:
    return 0.5 if situation.kind is Kind.COMPLAINT else 0.0


def _advise(situation: Situation) -> Advice:
    private = (Action.PRIVATE_MESSAGE,) if situation.private_allowed else ()
    allowed = situation.public_text_allowed
    return Advice(
        ReasonCode.COST_SOMEONE_SOMETHING,
        outlines=_outlines(situation) if allowed else (),
        actions=(*private, Action.FOLLOW_UP, Action.UPDATE_OTHERS),
        asks=(
            Chip.NOT_SURE_YET,
            Chip.WHEN,
            Chip.GOT_IT_WRONG,
            Chip.ALREADY_FIXED,
            Chip.BECAUSE,
            Chip.LATE,
            Chip.OFFER,
        ),
        public_allowed=allowed,
    )


def _outlines(situation: Situation) -> tuple[Outline, ...]:
    outlines: list[Outline] = []
    if situation.claims("wrong", "partly", "fixed", "will_change"):
        outlines.append(Outline(Intent.OWN_IT, _owning(situation)))
    if situation.private_allowed:
        outlines.append(
            Outline(
                Intent.ACKNOWLEDGE_AND_PRIVATE,
                (
                    # Short of room, being sorry for the wait hears them too.
                    say("VALIDATE", "ACK", without="concede", brief=not situation.claims("late")),
                    *(_sorry(situation) or (at_length("REGRET", without="late"),)),
                    at_length("CHECK"),
                    say("PRIVATE"),
                    at_length("TIME", only="when"),
                ),
            )
        )
        if situation.claims("offer", "because"):
            outlines.append(
                Outline(Intent.SOLUTION_PRIVATE, _solution(situation), Audience.PRIVATE)
            )
    outlines.append(
        Outline(
            Intent.ACKNOWLEDGE,
            (
                say("VALIDATE", "ACK", without="concede"),
                *(_sorry(situation) or (say("REGRET", without="late"),)),
                maybe("TIME", only="when"),
            ),
        )
    )
    # After a first try that did not settle it, and under harsh words, the private way comes first.
    if situation.context.before.rounds or _is_harsh(situation):
        outlines.sort(key=lambda outline: outline.intent is not Intent.ACKNOWLEDGE_AND_PRIVATE)
    return tuple(outlines)


def _is_harsh(situation: Situation) -> bool:
    heated = situation.has(Facet.INSULT, Facet.PROFANITY, Facet.SHOUTING)
    return heated or situation.assessment.severity >= Severity.HURTFUL


def _sorry(situation: Situation) -> tuple[Step, ...]:
    return (say("REGRET", only="late"),) if situation.claims("late") else ()


def _owning(situation: Situation) -> tuple[Step, ...]:
    steps: list[Step] = [say("VALIDATE", "ACK", without="concede", brief=False)]
    if situation.claims("wrong", "partly"):
        steps.append(say("OWN"))
    steps.append(maybe("REGRET", only="wrong"))
    steps.append(maybe("EXPLAIN"))
    steps.append(say("FIXED", "WILL_CHANGE"))
    steps.append(maybe("TIME", only="when"))
    steps.append(at_length("PRIVATE"))
    return tuple(steps)


def _solution(situation: Situation) -> tuple[Step, ...]:
    # Offers, prices and reasons stay between the two: never in the public variant.
    steps: list[Step] = [*(_sorry(situation) or (say("REGRET", without="late"),))]
    steps.append(at_length("OWN", only="wrong"))
    steps.append(maybe("EXPLAIN", brief=True))
    if situation.claims("offer"):
        steps.append(say("GOODWILL"))
    steps.append(maybe("TIME", only="when"))
    return tuple(steps)


STRATEGY = StrategyRule(Strategy.RESOLVE_COMPLAINT, _fits, _advise)
