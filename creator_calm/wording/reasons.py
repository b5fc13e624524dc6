"""Why a comment is sorted as it is, and how to read it, in words made from codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import NOT_JUDGED_CODE, Evidence, Facet, Kind, Lane
from creator_calm.wording.catalogue import N_, _, marked
from creator_calm.wording.comments import QUESTIONS, USEFUL
from creator_calm.wording.points import topic_phrase

if TYPE_CHECKING:
    from creator_calm.domain.inbox import InboxRow


_EVIDENCE_SENTENCE_EXACT: Final = {
    "model": N_("the wording resembles harsh comments"),
    "kept_safe": N_("kept away although you said never: it may be a matter of safety"),
    "corrected.same": N_("you decided on the same words"),
    "corrected.like": N_("it is like others you corrected"),
    "repeat": N_("several by the same account are put away"),
    "emoji": N_("the emoji"),
    "author_name": N_("the name it was written under"),
    NOT_JUDGED_CODE: N_("it could not be read to the end"),
}


_EVIDENCE_SENTENCE_FAMILIES: Final = {
    "own_phrase": N_("one of your own words"),
    "threat": N_("a possible threat"),
    "dox": N_("private data about someone"),
    "urging": N_("urging to self-harm"),
    "care": N_("care for someone"),
    "sexual": N_("sexual remarks"),
    "hate": N_("an attack on a group of people"),
    "distress": N_("words of someone who may be in a hard place"),
    "abuse": N_("an insult aimed at you"),
    "troll": N_("bait without content"),
    "impersonation": N_("someone pretending to be you"),
    "accusation": N_("a claim about something you did"),
    "spam": N_("signs of spam"),
    "parasocial": N_("asks for more closeness than you can give"),
    "praise": N_("warm words"),
    "critique": N_("something specific about your work"),
    "question": N_("asks something"),
    "request": N_("asks for something"),
    "complaint": N_("something they paid for"),
    "tech": N_("something that does not work"),
    "correction": N_("corrects a fact"),
    "disagreement": N_("another opinion"),
    "disappointment": N_("someone let down"),
    "vague": N_("negative words without a reason"),
    "looks": N_("a remark on how someone looks"),
    "promo": N_("promotion of their own"),
    "hint": N_("the mood of the words, which says little"),
    "sarcasm": N_("signs of irony"),
    "story": N_("something of their own"),
    "copyright": N_("a claim to the work"),
    "mixed": N_("praise and criticism together"),
    "minor": N_("someone who may be young"),
}


def evidence_sentence(evidence: Evidence) -> str:
    """Word one reason from its code. The comment's words are not part of it."""
    family = evidence.code.split(".", maxsplit=1)[0]
    exact = _EVIDENCE_SENTENCE_EXACT.get(evidence.code)
    return marked(exact or _EVIDENCE_SENTENCE_FAMILIES.get(family, N_("the wording")))


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


_READINGS: Final = {
    Kind.THREAT: N_("This may be a threat."),
    Kind.DOXXING: N_("This may hold private data about someone."),
    Kind.SELF_HARM_URGING: N_(
        "This urges to self-harm. It says something about who wrote it, not about you."
    ),
    Kind.SEXUAL: N_("Sexual remarks. You do not have to take them."),
    Kind.HATE: N_("An attack on a group of people."),
    Kind.DISTRESS: N_("Someone may be having a hard time."),
    Kind.ABUSE: N_("Aimed at you, not your work."),
    Kind.HARSH_CRITIQUE: N_("Rough tone, with something you can use."),
    Kind.ACCUSATION: N_("A claim about something you did."),
    Kind.IMPERSONATION: N_("Someone pretends to be you."),
    Kind.VIEWERS_FIGHTING: N_("Others are arguing with each other."),
    Kind.TROLL: N_("Bait without content."),
    Kind.PARASOCIAL: N_("Someone asks for more closeness than you can give."),
    Kind.SPAM: N_("Spam."),
    Kind.SELF_PROMO: N_("Someone promotes something of their own."),
    Kind.COPYRIGHT_CLAIM: N_("Someone says that the work is theirs."),
    Kind.COMPLAINT: N_("A complaint about something they paid for."),
    Kind.TECH_PROBLEM: N_("Something does not work for them."),
    Kind.CORRECTION: N_("Someone corrects a fact."),
    Kind.CRITIQUE: N_("Criticism of the work, said calmly."),
    Kind.MIXED: N_("Praise and criticism together."),
    Kind.DISAPPOINTMENT: N_("Someone who liked your work is let down."),
    Kind.DISAGREEMENT: N_("Another opinion, said calmly."),
    Kind.SARCASM: N_("Perhaps ironic. Hard to tell."),
    Kind.VAGUE_NEGATIVE: N_("Negative, without a reason."),
    Kind.QUESTION: N_("A question."),
    Kind.REQUEST: N_("A wish for something more."),
    Kind.SHARED_STORY: N_("Someone tells something of their own."),
    Kind.PRAISE: N_("Kind words."),
    Kind.PILE_ON: N_("Many at once."),
}


def reading_lines(row: InboxRow) -> tuple[str, str]:
    """Give the two calm lines above the reply: what it is about, and what is enough."""
    if row.is_own:
        return _("Your own words."), _("They are not judged, and need no reply.")
    if row.kind in USEFUL and row.points:
        first = _("A point about {topic}.").format(topic=topic_phrase(row.points))
    else:
        first = marked(_READINGS.get(row.kind, N_("Not sure what this one is.")))
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
