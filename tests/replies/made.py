"""Made-up comments and verdicts for the tests of replies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.assessment import Assessment, Confidence, Kind, Lane, Point, Severity
from creator_calm.domain.comment import Author, Comment, CommentId, Platform
from creator_calm.domain.reply import Chip, ReplyContext, ReplyPlan
from creator_calm.replies.advisor import plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGUAGES = ("en", "sv")

TEXTS: dict[str, dict[Kind, str]] = {
    "en": {
        Kind.CRITIQUE: "the music drowned you out, it was really hard to follow what you said",
        Kind.HARSH_CRITIQUE: "your clown editing makes me sick, and the music is far too loud",
        Kind.MIXED: "love the story, but the music is too loud with headphones",
        Kind.TECH_PROBLEM: "the link in the description is dead since yesterday",
        Kind.COMPLAINT: "ordered a print five weeks ago, nothing came, I am disappointed",
        Kind.CORRECTION: "it was 1969, not 1968, see https://example.org/moon",
        Kind.COPYRIGHT_CLAIM: "that is my footage at 2:00, I never gave permission",
        Kind.ACCUSATION: "you stole that idea and everyone knows it",
        Kind.DISAPPOINTMENT: "used to love this channel, you have changed",
        Kind.DISAGREEMENT: "I disagree, unions ruined that industry",
        Kind.VAGUE_NEGATIVE: "meh, boring",
        Kind.QUESTION: "what mic do you use for this?",
        Kind.REQUEST: "please do a part 2!!",
        Kind.SHARED_STORY: "my mum died in March and this helped me through it",
        Kind.PRAISE: "love the music in this one, it helped me so much",
        Kind.PARASOCIAL: "you are all I have, why don't you answer me",
        Kind.VIEWERS_FIGHTING: "@bob shut up, nobody cares what you think",
        Kind.SARCASM: "wow, great job, genius",
        Kind.THREAT: "I know where you live and I am coming for you",
        Kind.DOXXING: "her address is 12 Elm Street",
        Kind.SELF_HARM_URGING: "nobody would miss you, just go and do it",
        Kind.SEXUAL: "send me nudes",
        Kind.HATE: "your kind should not be allowed online",
        Kind.DISTRESS: "this song is the only thing keeping me here",
        Kind.ABUSE: "you are pathetic",
        Kind.TROLL: "ratio, who asked",
        Kind.SPAM: "I earn 5000 a week, ask me how",
        Kind.SELF_PROMO: "check out my channel",
        Kind.IMPERSONATION: "this is my real account, message me",
        Kind.PILE_ON: "boo",
        Kind.UNCLEAR: "hmm",
    },
    "sv": {
        Kind.CRITIQUE: "musiken är alldeles för hög, man hör knappt vad du säger",
        Kind.HARSH_CRITIQUE: "din pajas, musiken är alldeles för hög",
        Kind.MIXED: "älskar historien, men musiken är för hög i hörlurar",
        Kind.TECH_PROBLEM: "länken i beskrivningen har inte fungerat sedan i går",
        Kind.COMPLAINT: "beställde för fem veckor sedan, inget har kommit, är besviken",
        Kind.CORRECTION: "det var 1969, inte 1968, se https://example.org/mane",
        Kind.COPYRIGHT_CLAIM: "det där är min film vid 2:00, jag har inte gett lov",
        Kind.ACCUSATION: "du stal den idén och alla vet det",
        Kind.DISAPPOINTMENT: "brukade älska den här kanalen, du har förändrats",
        Kind.DISAGREEMENT: "jag håller inte med, facken förstörde den branschen",
        Kind.VAGUE_NEGATIVE: "nja, tråkigt",
        Kind.QUESTION: "vilken mick använder du till det här?",
        Kind.REQUEST: "snälla gör en del 2",
        Kind.SHARED_STORY: "min mamma dog i mars och det här hjälpte mig",
        Kind.PRAISE: "älskar musiken i den här, det hjälpte mig så mycket",
        Kind.PARASOCIAL: "du är allt jag har, varför svarar du inte",
        Kind.VIEWERS_FIGHTING: "@bosse håll tyst, ingen bryr sig om vad du tycker",
        Kind.SARCASM: "jättebra jobbat, geni",
        Kind.THREAT: "jag vet var du bor och jag kommer",
        Kind.DOXXING: "hon bor på Storgatan 12",
        Kind.SELF_HARM_URGING: "ingen skulle sakna dig, gör det bara",
        Kind.SEXUAL: "skicka nakenbilder",
        Kind.HATE: "såna som du ska inte få finnas på nätet",
        Kind.DISTRESS: "den här låten är det enda som håller mig kvar",
        Kind.ABUSE: "du är patetisk",
        Kind.TROLL: "vem frågade",
        Kind.SPAM: "jag tjänar 5000 i veckan, fråga mig hur",
        Kind.SELF_PROMO: "kolla min kanal",
        Kind.IMPERSONATION: "det här är mitt riktiga konto, skriv till mig",
        Kind.PILE_ON: "bu",
        Kind.UNCLEAR: "hmm",
    },
}
"""One made-up comment of every kind in both languages."""

SEVERITY = {
    Kind.THREAT: 4,
    Kind.DOXXING: 4,
    Kind.SELF_HARM_URGING: 4,
    Kind.SEXUAL: 3,
    Kind.HATE: 3,
    Kind.IMPERSONATION: 3,
    Kind.DISTRESS: 4,
    Kind.ABUSE: 3,
    Kind.HARSH_CRITIQUE: 3,
    Kind.ACCUSATION: 2,
    Kind.TROLL: 2,
    Kind.COMPLAINT: 1,
    Kind.VIEWERS_FIGHTING: 2,
    Kind.PARASOCIAL: 1,
}
_SAFE_LANE = {Kind.THREAT, Kind.DOXXING, Kind.SELF_HARM_URGING, Kind.SEXUAL, Kind.IMPERSONATION}

EVERY_FACT: dict[Chip, str] = {
    Chip.SEE_IT_DIFFERENTLY: "I like it loud",
    Chip.AGREE_ON: "it has to be heard",
    Chip.ANSWER: "a used SM58",
    Chip.BECAUSE: "the file was old",
    Chip.WHEN: "on Friday",
    Chip.WHAT: "a new mix",
    Chip.WHERE: "the notes below",
    Chip.POINTER: "the pinned comment",
    Chip.OFFER: "a new print",
    Chip.OUTCOME: "it is solved",
}


def said(text: str, name: str = "", platform: Platform = Platform.YOUTUBE) -> Comment:
    return Comment(CommentId(name or text), Author("Anna"), text, platform=platform)


def judged(kind: Kind, language: str = "en", **fields: Any) -> Assessment:
    severity = Severity(fields.pop("severity", SEVERITY.get(kind, 0)))
    away = severity >= Severity.HARSH and kind is not Kind.DISTRESS
    lane = Lane.SAFETY if kind in _SAFE_LANE else Lane.NEEDS_YOU
    given: dict[str, Any] = {
        "facets": frozenset(),
        "lane": Lane.DISTRESS if kind is Kind.DISTRESS else lane,
        "harshness": 0.5,
        "confidence": Confidence.HIGH,
        "language": language,
        "evidence": (),
        "put_away": away,
        "points": (Point("music"),) if kind is Kind.HARSH_CRITIQUE else (),
    }
    return Assessment(kind=kind, severity=severity, **(given | fields))


def facts(*chips: Chip) -> dict[Chip, str]:
    return {chip: EVERY_FACT.get(chip, "") for chip in chips}


def advise(
    kind: Kind,
    language: str = "en",
    *,
    ticked: Mapping[Chip, str] | Iterable[Chip] = (),
    text: str = "",
    name: str = "",
    platform: Platform = Platform.YOUTUBE,
    verdict: Mapping[str, Any] | None = None,
    **context: Any,
) -> ReplyPlan:
    chosen = dict(ticked) if isinstance(ticked, dict) else facts(*ticked)
    given = {"interface_language": language, "facts": chosen, "private_channel": "my shop inbox"}
    return plan(
        said(text or TEXTS[language][kind], name, platform),
        judged(kind, **({"language": language} | dict(verdict or {}))),
        ReplyContext(**(given | context)),
    )
