"""What `triage` keeps while comments stream past: a few to show, and counts of the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Assessment, Kind, Lane
from creator_calm.domain.inbox import Perspective
from creator_calm.triage.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.assessment import Digest, Point
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.intake import Sighting

SHOWN_PER_LANE = 8


@dataclass
class Tally:
    """Counts of a run. Memory grows with the people whose comments were put away, not with the file."""

    judged: int = 0
    cannot_judge: int = 0
    own: int = 0
    put_away: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    by_lane: Counter[str] = field(default_factory=Counter)
    shown: dict[Lane, list[Sighting]] = field(default_factory=dict)
    _away: Counter[tuple[str, Kind, Lane, tuple[Point, ...]]] = field(default_factory=Counter)
    _harsh_by_person: Counter[str] = field(default_factory=Counter)

    def add(self, sighting: Sighting) -> None:
        """Count one comment, and keep it if it is among the first of its lane that may be shown."""
        comment, assessment = sighting.comment, sighting.assessment
        if comment.is_own:
            self.own += 1
            return
        if assessment.lane is Lane.CANNOT_JUDGE:
            self.cannot_judge += 1
        else:
            self.judged += 1
        self.by_kind[assessment.kind.value] += 1
        self.by_lane[assessment.lane.value] += 1
        if assessment.put_away:
            self._put_away(comment, assessment)
            return
        kept = self.shown.setdefault(assessment.lane, [])
        if len(kept) < SHOWN_PER_LANE:
            kept.append(sighting)

    def _put_away(self, comment: Comment, assessment: Assessment) -> None:
        self.put_away += 1
        person = _person(comment)
        self._away[(person, assessment.kind, assessment.lane, assessment.points)] += 1
        if assessment.kind not in {Kind.SPAM, Kind.SELF_PROMO}:
            self._harsh_by_person[person] += 1

    def digest(self) -> Digest:
        """Return what the put-away pile asks for, in codes."""
        return digest(self._away_rows())

    def _away_rows(self) -> Iterator[tuple[int, str, Kind, Lane, tuple[Point, ...], bool]]:
        number = 0
        for (person, kind, lane, points), count in self._away.items():
            for _one in range(count):
                number += 1
                yield number, person, kind, lane, points, True

    def perspective(self) -> Perspective:
        """Return the base rate in people."""
        return Perspective(
            comments=self.judged + self.cannot_judge,
            harsh=sum(self._harsh_by_person.values()),
            harsh_people=len(self._harsh_by_person),
            harsh_repeat_people=sum(1 for count in self._harsh_by_person.values() if count > 1),
            kind=self.by_lane[Lane.KIND.value],
        )


def _person(comment: Comment) -> str:
    """Return a short key for who wrote it; a comment without any name counts as its own person."""
    who = comment.author.account or comment.author.name or f"\0{comment.id}"
    return blake2b(
        f"{comment.platform.value}\0{who}".encode(errors="replace"), digest_size=8
    ).hexdigest()
