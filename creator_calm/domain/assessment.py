"""What the app makes of a comment. Judgements: recomputed or overruled, never facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from creator_calm.domain.own_rules import NO_RULES, OwnRules


class Kind(StrEnum):
    """What sort of comment it is. The order settles ties (triage, section 9)."""

    THREAT = "threat"
    DOXXING = "doxxing"
    SELF_HARM_URGING = "self_harm_urging"
    SEXUAL = "sexual"
    HATE = "hate"
    DISTRESS = "distress"
    ABUSE = "abuse"
    HARSH_CRITIQUE = "harsh_critique"
    ACCUSATION = "accusation"
    IMPERSONATION = "impersonation"
    VIEWERS_FIGHTING = "viewers_fighting"
    TROLL = "troll"
    PARASOCIAL = "parasocial"
    SPAM = "spam"
    SELF_PROMO = "self_promo"
    COPYRIGHT_CLAIM = "copyright_claim"
    COMPLAINT = "complaint"
    TECH_PROBLEM = "tech_problem"
    CORRECTION = "correction"
    CRITIQUE = "critique"
    MIXED = "mixed"
    DISAPPOINTMENT = "disappointment"
    DISAGREEMENT = "disagreement"
    SARCASM = "sarcasm"
    VAGUE_NEGATIVE = "vague_negative"
    QUESTION = "question"
    REQUEST = "request"
    SHARED_STORY = "shared_story"
    PRAISE = "praise"
    PILE_ON = "pile_on"
    UNCLEAR = "unclear"


SAFETY_KINDS = frozenset({Kind.THREAT, Kind.DOXXING, Kind.SELF_HARM_URGING, Kind.SEXUAL})
"""Kinds for which no public text may ever be produced; hate and impersonation join by lane."""


class Facet(StrEnum):
    """What else is true of a comment beside its kind."""

    INSULT = "insult"
    PROFANITY = "profanity"
    VALID_POINT = "valid_point"
    QUOTED = "quoted"
    SHOUTING = "shouting"
    WISH_OF_HARM = "wish_of_harm"
    COMMENT_ON_LOOKS = "comment_on_looks"
    PRIVATE_DATA = "private_data"
    MINOR = "minor"
    PAST_RISK = "past_risk"
    CARE_FOR_OTHERS = "care_for_others"
    MAY_BE = "may_be"
    CHECK_SAFETY = "check_safety"
    REGULAR = "regular"
    NEWCOMER = "newcomer"
    REPEAT_ABUSE = "repeat_abuse"
    REPEATED_TEXT = "repeated_text"
    LINK = "link"
    ABOUT_OTHERS = "about_others"
    NAMES_GROUP = "names_group"
    ALREADY_ANSWERED = "already_answered"
    OWN_PHRASE_AWAY = "own_phrase_away"
    OWN_PHRASE_KEEP = "own_phrase_keep"
    CORRECTED = "corrected"
    CUT = "cut"


class Lane(StrEnum):
    """Where a comment stands for the creator (triage, section 13)."""

    SAFETY = "safety"
    DISTRESS = "distress"
    USEFUL_BUT_HARSH = "useful_but_harsh"
    NOTHING_IN_IT = "nothing_in_it"
    NEEDS_YOU = "needs_you"
    KIND = "kind"
    CAN_WAIT = "can_wait"
    CANNOT_JUDGE = "cannot_judge"


class Severity(IntEnum):
    """How hard a comment may hit. Never shown as a number."""

    FINE = 0
    PRICKLY = 1
    HURTFUL = 2
    HARSH = 3
    SAFETY = 4


class Confidence(StrEnum):
    """How sure the judges are."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Level(StrEnum):
    """How much to put away (setting `triage.level`)."""

    GENTLE = "gentle"
    BALANCED = "balanced"
    STRICT = "strict"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Why: `start`/`end` are Python characters of the imported text, half-open; `code` names the rule."""

    start: int
    end: int
    code: str


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to act on, as codes only, so that it can be shown without the comment's words.

    `topic` is an id of topics.toml; `direction` such as `too_loud` or `missing`; `place` a
    normalised mark such as `3:20` or `chapter 4` (digits and our own words only).
    """

    topic: str
    direction: str | None = None
    request: bool = False
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the app makes of a comment. A judgement: it can be recomputed or overruled.

    `harshness` is 0..1 on a probability scale; `language` BCP 47, `und` when it cannot be
    judged; `scored_to` the number of characters looked at; `judged_by` the versions of
    normaliser, rules, lists (and model), so that a stored judgement can be recomputed.
    """

    kind: Kind
    facets: frozenset[Facet]
    lane: Lane
    severity: Severity
    harshness: float
    confidence: Confidence
    language: str
    evidence: tuple[Evidence, ...]
    put_away: bool
    points: tuple[Point, ...] = ()
    candidates: tuple[Kind, ...] = ()
    scored_to: int = 0
    author_put_away: bool = False
    judged_by: str = ""

    @property
    def about(self) -> tuple[str, ...]:
        """Topic ids of the points, in order of mention, each once."""
        return tuple(dict.fromkeys(point.topic for point in self.points))


RULES_ALONE = "no model"
"""How `judged_by` ends where the learned judge could not be read and word lists judged alone."""

NOT_JUDGED_CODE = "not_judged"


def not_judged() -> Assessment:
    """Return the verdict where nobody has looked: put away, so that no unread words are shown."""
    return Assessment(
        kind=Kind.UNCLEAR,
        facets=frozenset(),
        lane=Lane.CANNOT_JUDGE,
        severity=Severity.FINE,
        harshness=0.0,
        confidence=Confidence.LOW,
        language="und",
        evidence=(Evidence(0, 0, NOT_JUDGED_CODE),),
        put_away=True,
    )


@dataclass(frozen=True, slots=True)
class TriageContext:
    """What triage may know beside the comment. The workspace builds it; the command line uses defaults."""

    level: Level = Level.BALANCED
    keep_away: bool = True
    cannot_judge_away: bool = False
    creator_names: frozenset[str] = frozenset()
    guest_names: frozenset[str] = frozenset()
    """Regular guests: an insult at one of them is aimed at somebody, and they may bear odd names."""
    trusted_accounts: frozenset[str] = frozenset()
    """Accounts (`own_rules.author_key`) that get the benefit of the doubt."""
    repeat_accounts: frozenset[str] = frozenset()
    """Accounts of whom three comments or more were put away."""
    own: OwnRules = NO_RULES
    language_hint: str | None = None
    interface_language: str = "en"


@dataclass(frozen=True, slots=True)
class DigestLine:
    """What a part of the put-away pile asks for: codes and counts, never words of a comment."""

    topic: str
    direction: str | None
    request: bool
    place: str | None
    comments: int
    people: int
    keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """The put-away pile in neutral codes.

    `lines` plus `nothing_to_act_on`, `not_judged` and `safety` add up to `put_away`, less
    `safety_with_point`: what may be a matter of safety and asks for something stands in both.
    """

    put_away: int
    people: int
    lines: tuple[DigestLine, ...]
    nothing_to_act_on: int
    safety: tuple[tuple[Kind, int], ...] = ()
    distress: int = 0
    not_judged: int = 0
    safety_with_point: int = 0
