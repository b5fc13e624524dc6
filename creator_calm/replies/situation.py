"""Everything a strategy looks at: the comment, what triage made of it, what the creator knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import SAFETY_KINDS, Confidence, Facet, Kind, Lane, Severity
from creator_calm.domain.reply import Chip
from creator_calm.domain.voice import PUT_AWAY_OFTEN
from creator_calm.language.pack import LANGUAGES
from creator_calm.replies.chips import claims, standing

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.reply import ReplyContext

POINT_KINDS = frozenset(
    {
        Kind.CRITIQUE,
        Kind.HARSH_CRITIQUE,
        Kind.MIXED,
        Kind.TECH_PROBLEM,
        Kind.COMPLAINT,
        Kind.CORRECTION,
        Kind.COPYRIGHT_CLAIM,
        Kind.QUESTION,
        Kind.REQUEST,
        Kind.DISAGREEMENT,
        Kind.DISAPPOINTMENT,
    }
)
"""Kinds that hold something to answer."""

NO_PRIVATE_KINDS = SAFETY_KINDS | {
    Kind.HATE,
    Kind.ABUSE,
    Kind.TROLL,
    Kind.SPAM,
    Kind.SELF_PROMO,
    Kind.PARASOCIAL,
    Kind.IMPERSONATION,
    Kind.PILE_ON,
}
"""Kinds whose authors are never invited to a private conversation."""

_OPEN_THOUGH_HARSH = frozenset({Kind.HARSH_CRITIQUE, Kind.ACCUSATION, Kind.DISTRESS})


@dataclass(frozen=True)
class Situation:
    """One comment as the strategies see it. `facts` are settled and hold only what counts here."""

    comment: Comment
    assessment: Assessment
    context: ReplyContext
    facts: dict[Chip, str] = field(init=False)

    def __post_init__(self) -> None:
        facts = standing(self.context.facts, self.assessment.kind)
        if self.context.facts_wait and not facts:
            # Who has begun to look into it has said that it is not known yet.
            facts = {Chip.NOT_SURE_YET: ""}
        object.__setattr__(self, "facts", facts)

    @property
    def kind(self) -> Kind:
        """What sort of comment it is; bait from somebody trusted may just be a bad mood."""
        kind = self.assessment.kind
        softened = kind is Kind.TROLL and Facet.REGULAR in self.assessment.facets
        mild = self.assessment.severity < Severity.HARSH and not self.assessment.put_away
        return Kind.VAGUE_NEGATIVE if softened and mild else kind

    @property
    def is_heavy(self) -> bool:
        """Whether a pause comes first, unless the creator asked for words all the same."""
        return self.context.moment.heavy and not self.context.anyway

    @property
    def repeats(self) -> bool:
        """Whether this author has been put away time and again."""
        often = self.context.before.put_away >= PUT_AWAY_OFTEN
        return often or Facet.REPEAT_ABUSE in self.assessment.facets

    @property
    def is_safety(self) -> bool:
        """Whether nothing may be written to this author, by any path."""
        return (
            self.kind in SAFETY_KINDS
            or self.assessment.lane is Lane.SAFETY
            or (self.assessment.severity >= Severity.SAFETY and self.kind is not Kind.DISTRESS)
            or bool(self.assessment.facets & {Facet.MAY_BE, Facet.CHECK_SAFETY, Facet.WISH_OF_HARM})
        )

    @property
    def is_unsure(self) -> bool:
        """Whether triage wavers between kinds and the creator has not ticked anything."""
        return self.assessment.confidence is Confidence.LOW and not self.facts

    @property
    def public_text_allowed(self) -> bool:
        """Whether a text for the open thread may be offered at this severity."""
        if self.is_safety:
            return False
        return self.assessment.severity < Severity.HARSH or self.kind in _OPEN_THOUGH_HARSH

    @property
    def private_allowed(self) -> bool:
        """Whether the author may be asked to go on in private (replies.md section 10)."""
        return (
            bool(self.context.private_channel.strip())
            and not self.is_safety
            and self.kind not in NO_PRIVATE_KINDS
            and self.assessment.severity < Severity.HARSH
            and Facet.MINOR not in self.assessment.facets
        )

    @property
    def language(self) -> str | None:
        """The language to write in, None where only advice can be given."""
        chosen = self.context.reply_language or self.assessment.language
        if chosen == "und":
            chosen = self.context.interface_language
        return chosen if chosen in LANGUAGES else None

    def claims(self, *names: str) -> bool:
        """Whether any of these claims is unlocked by a ticked chip."""
        return not claims(self.facts).isdisjoint(names)

    def has(self, *facets: Facet) -> bool:
        """Whether any of these facets is set."""
        return not self.assessment.facets.isdisjoint(facets)
