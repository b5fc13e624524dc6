"""Why a comment is sorted as it is, and how to read it, in words made from codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import NOT_JUDGED_CODE, Evidence, Facet, Kind, Lane
from creator_calm.wording.catalogue import _
from creator_calm.wording.comments import QUESTIONS, USEFUL
from creator_calm.wording.points import topic_phrase

if TYPE_CHECKING:
    from creator_calm.domain.inbox import InboxRow


def evidence_sentence(evidence: Evidence) -> str:
    """Word one reason from its code. The comment's words are not part of it."""
    exact = {
        "model": _("the wording resembles harsh comments"),
        "own_phrase": _("one of your own words"),
        "emoji": _("the emoji"),
        "author_name": _("the name it was written under"),
        NOT_JUDGED_CODE: _("it could not be read to the end"),
    }
    families = {
        "threat": _("a possible threat"),
        "wish": _("a wish that something bad happens"),
        "urge": _("urging to self-harm"),
        "dox": _("private data about someone"),
        "doxxing": _("private data about someone"),
        "sexual": _("sexual remarks"),
        "hate": _("an attack on a group of people"),
        "distress": _("words of someone who may be in a hard place"),
        "abuse": _("an insult aimed at you"),
        "troll": _("bait without content"),
        "impersonation": _("someone pretending to be you"),
        "accusation": _("a claim about something you did"),
        "spam": _("signs of spam"),
        "self_promo": _("promotion of their own"),
        "parasocial": _("asks for more closeness than you can give"),
        "praise": _("warm words"),
        "critique": _("something specific about your work"),
        "point": _("something specific about your work"),
        "question": _("asks something"),
        "request": _("asks for something"),
        "complaint": _("something they paid for"),
        "tech": _("something that does not work"),
        "tech_problem": _("something that does not work"),
        "correction": _("corrects a fact"),
        "disagreement": _("another opinion"),
        "disappointment": _("someone let down"),
        "vague_negative": _("negative words without a reason"),
        "negative": _("negative words without a reason"),
        "sarcasm": _("signs of irony"),
        "story": _("something of their own"),
        "shared_story": _("something of their own"),
        "copyright": _("a claim to the work"),
        "copyright_claim": _("a claim to the work"),
        "fighting": _("others arguing"),
        "viewers_fighting": _("others arguing"),
        "profanity": _("strong words"),
        "guard": _("the context softens it"),
        "mixed": _("praise and criticism together"),
        "minor": _("someone who may be young"),
        "language": _("the language"),
    }
    return exact.get(evidence.code) or families.get(evidence.code.split(".", maxsplit=1)[0]) or _("the wording")


def why_line(row: InboxRow, evidence: tuple[Evidence, ...]) -> str:
    """Say why a comment is sorted as it is: at most three different reasons."""
    if row.lane is Lane.CANNOT_JUDGE and not evidence:
        return _("Sorted here because the app cannot judge this language or so few words.")
    reasons = list(dict.fromkeys(evidence_sentence(one) for one in evidence))[:3]
    if not reasons:
        return _("Sorted here because nothing in it stands out.")
    line = _("Sorted here because of: {reasons}.").format(reasons=", ".join(reasons))
    if row.language == "sv":
        return line + " " + _("Swedish: word list, catches less.")
    return line


def reading_lines(row: InboxRow) -> tuple[str, str]:
    """Give the two calm lines above the reply: what it is about, and what is enough."""
    if row.kind in USEFUL and row.points:
        first = _("A point about {topic}.").format(topic=topic_phrase(row.points))
    else:
        first = _readings().get(row.kind, _("Not sure what this one is."))
    warm = Facet.REGULAR in row.facets or row.kind is Kind.MIXED
    second = _enough(row)
    return first, " ".join([_("From someone who likes what you do."), second]) if warm else second


def _enough(row: InboxRow) -> str:
    if row.lane is Lane.SAFETY:
        return _("No reply is needed. The steps come first.")
    if row.kind in USEFUL:
        return _("A short reply and a fix is enough.")
    if row.kind in QUESTIONS:
        return _("One or two sentences are enough.")
    if row.lane is Lane.KIND:
        return _("A reply is welcome, not needed.")
    return _("You can leave it.")


def _readings() -> dict[Kind, str]:
    return {
        Kind.THREAT: _("This may be a threat."),
        Kind.DOXXING: _("This may hold private data about someone."),
        Kind.SELF_HARM_URGING: _("This urges to self-harm. It says something about who wrote it, not about you."),
        Kind.SEXUAL: _("Sexual remarks. You do not have to take them."),
        Kind.HATE: _("An attack on a group of people."),
        Kind.DISTRESS: _("Someone may be having a hard time."),
        Kind.ABUSE: _("Aimed at you, not your work."),
        Kind.HARSH_CRITIQUE: _("Rough tone, with something you can use."),
        Kind.ACCUSATION: _("A claim about something you did."),
        Kind.IMPERSONATION: _("Someone pretends to be you."),
        Kind.VIEWERS_FIGHTING: _("Others are arguing with each other."),
        Kind.TROLL: _("Bait without content."),
        Kind.PARASOCIAL: _("Someone asks for more closeness than you can give."),
        Kind.SPAM: _("Spam."),
        Kind.SELF_PROMO: _("Someone promotes something of their own."),
        Kind.COPYRIGHT_CLAIM: _("Someone says that the work is theirs."),
        Kind.COMPLAINT: _("A complaint about something they paid for."),
        Kind.TECH_PROBLEM: _("Something does not work for them."),
        Kind.CORRECTION: _("Someone corrects a fact."),
        Kind.CRITIQUE: _("Criticism of the work, said calmly."),
        Kind.MIXED: _("Praise and criticism together."),
        Kind.DISAPPOINTMENT: _("Someone who liked your work is let down."),
        Kind.DISAGREEMENT: _("Another opinion, said calmly."),
        Kind.SARCASM: _("Perhaps ironic. Hard to tell."),
        Kind.VAGUE_NEGATIVE: _("Negative, without a reason."),
        Kind.QUESTION: _("A question."),
        Kind.REQUEST: _("A wish for something more."),
        Kind.SHARED_STORY: _("Someone tells something of their own."),
        Kind.PRAISE: _("Kind words."),
        Kind.PILE_ON: _("Many at once."),
    }


