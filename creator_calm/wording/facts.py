"""Facts before words, in words: questions to look into, and how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.domain.facts import FactQuestion, FactState
from creator_calm.wording.catalogue import N_, marked, ngettext, number

if TYPE_CHECKING:
    from creator_calm.domain.facts import Fact, FactList

_QUESTION: Final = {
    FactQuestion.WHAT_HAPPENED: N_("What happened, and when?"),
    FactQuestion.WHAT_PROMISED: N_("What did I promise?"),
    FactQuestion.RECEIPT: N_("Is there a receipt, an order or a message?"),
    FactQuestion.WHO_TO_ASK: N_("Who can I ask?"),
    FactQuestion.OTHERS_TOO: N_("Has it happened to others too?"),
    FactQuestion.WHAT_SAID: N_("What exactly did I say?"),
    FactQuestion.WHAT_PLACE: N_("At which place is it?"),
    FactQuestion.SOURCE: N_("What do the sources say?"),
    FactQuestion.CAN_SHOW: N_("What can I show?"),
    FactQuestion.ADVICE: N_("Who can advise me before I answer?"),
    FactQuestion.SEE_IT: N_("Does it happen when I try it myself?"),
    FactQuestion.WHICH_DEVICE: N_("On which device, or in which app?"),
    FactQuestion.WHERE_FROM: N_("Where did I get it from?"),
    FactQuestion.LICENCE: N_("What does its licence allow?"),
    FactQuestion.WITHOUT_TONE: N_("What is left of it without the tone?"),
    FactQuestion.HEARD_BEFORE: N_("Have others said so too?"),
}


def fact_question(fact: Fact) -> str:
    """Return the question; one of the creator's own as they wrote it."""
    return fact.own if fact.question is None else marked(_QUESTION[fact.question])


_STATE: Final = {
    FactState.OPEN: N_("Not looked into yet"),
    FactState.KNOWN: N_("Known"),
    FactState.NOT_KNOWN: N_("Not known"),
    FactState.ASK: N_("Someone to ask"),
}


def fact_state(state: FactState) -> str:
    """Say how far a question is looked into."""
    return marked(_STATE[state])


def facts_line(facts: FactList) -> str:
    """Say in a few words how far the list is; "" before anything was noted."""
    if not facts.started:
        return ""
    left = sum(not fact.marked for fact in facts.facts)
    if facts.settled:
        return marked(N_("Enough is known."))
    return ngettext("{n} question left.", "{n} questions left.", left).format(n=number(left))
