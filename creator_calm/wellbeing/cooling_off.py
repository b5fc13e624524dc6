"""When to offer that a reply rests, until when, and how much of it is left. Never a lock.

The kept end alone would let a clock that is set forward end a rest, and one that is set back
lengthen it. While the program runs a clock that nobody sets counts instead; after a start it goes
on from the kept end, never with more than was promised.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from creator_calm.domain.draft import FindingLevel
from creator_calm.domain.resting import RestOffer, RestReason, Wait

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from creator_calm.domain.draft import DraftFinding
    from creator_calm.domain.resting import Resting

FLAGS_LEAST = 2
HARSH_FROM = 2
LATE_FROM, LATE_UNTIL = 22, 6
MORNING = time(9, 0)
DAY_BEGINS = 4
"""Before this hour the night still belongs to the day before, and its morning is the coming one."""

MINUTES: Final = {Wait.TWO: 2, Wait.TEN: 10, Wait.SIXTY: 60}
HOLDING_MOVES: Final = frozenset({"check", "time"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """How many seconds were left when a clock that nobody sets stood at `at`."""

    left_s: float
    at: float


def offer(
    findings: Iterable[DraftFinding], severity: int, local: datetime, usual: Wait, *, low: bool
) -> RestOffer | None:
    """Return the offer for a draft, None where there is no reason or the creator wants none.

    `usual` is the wait the creator chose for themself; on a low day the next longer one is
    proposed. `local` is the creator's own time.
    """
    if usual is Wait.OFF:
        return None
    levels = [one.level for one in findings]
    holds = {
        RestReason.STRONG: FindingLevel.STRONG in levels,
        RestReason.FLAGS: levels.count(FindingLevel.FLAG) >= FLAGS_LEAST,
        RestReason.HARSH: severity >= HARSH_FROM,
        RestReason.LOW_DAY: low,
        RestReason.LATE: local.hour >= LATE_FROM or local.hour < LATE_UNTIL,
    }
    reasons = tuple(reason for reason, held in holds.items() if held)
    return RestOffer(reasons, _longer(usual) if low else usual) if reasons else None


def _longer(wait: Wait) -> Wait:
    waits = tuple(Wait)
    return waits[min(waits.index(wait) + 1, len(waits) - 1)]


def until(wait: Wait, now: datetime, zone: tzinfo) -> datetime:
    """Return when a wait that begins now ends, aware UTC. The morning is nine o'clock there."""
    if wait is not Wait.MORNING:
        return now + timedelta(minutes=MINUTES[wait])
    day = (now.astimezone(zone).replace(tzinfo=None) - timedelta(hours=DAY_BEGINS)).date()
    nine = datetime.combine(day + timedelta(days=1), MORNING, zone)
    return nine.astimezone(UTC)


def by_the_wall(resting: Resting, now: datetime) -> float:
    """Return the seconds left by the clock on the wall: never below 0, never above the promise."""
    return max(0.0, min(float(resting.seconds), (resting.end - now).total_seconds()))


def anchored(resting: Resting, now: datetime, steady: float) -> Anchor:
    """Begin to count by a clock that nobody sets, from what is left by the one on the wall."""
    return Anchor(by_the_wall(resting, now), steady)


def left(anchor: Anchor, steady: float) -> float:
    """Return the seconds left: the wall's later ends are capped by what was left at the anchor."""
    return max(0.0, anchor.left_s - max(0.0, steady - anchor.at))


def may_go_now(moves: Iterable[str], findings: Iterable[DraftFinding], *, as_offered: bool) -> bool:
    """Say whether a reply need not wait: one that says it is being looked into, with no mark.

    `moves` are those of the suggestion it began with; `as_offered` while its words still stand.
    """
    clean = all(one.level is FindingLevel.HINT for one in findings)
    return as_offered and clean and not HOLDING_MOVES.isdisjoint(moves)
