"""A goal, its result, and the one way to measure: interleaved rounds, median of their ratios."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass, field
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    Step = Callable[[], float]

Status = Literal["ok", "warn", "fail", "not_measurable"]
_MOST_DROPPED = 2


@dataclass(frozen=True, slots=True)
class Goal:
    """What is measured. Missing the target warns, breaking the limit fails."""

    id: str
    title: str
    better: Literal["higher", "lower"]
    target: float
    limit: float
    unit: str = "ratio"


@dataclass(frozen=True, slots=True)
class Options:
    """How much to measure: `rows` made-up comments, `rounds` times."""

    rows: int = 100_000
    rounds: int = 9


@dataclass(frozen=True, slots=True)
class Result:
    """What came out. `least` and `most` are of the rounds; `parts` are figures behind the value."""

    goal: Goal
    value: float
    least: float
    most: float
    rounds: int
    status: Status
    parts: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return the result as the `results` of the JSON hold it."""
        return {
            "goal": self.goal.id, "value": round(self.value, 3), "min": round(self.least, 3),
            "max": round(self.most, 3), "rounds": self.rounds, "unit": self.goal.unit,
            "better": self.goal.better, "target": self.goal.target, "limit": self.goal.limit,
            "status": self.status, "parts": {name: round(part, 3) for name, part in self.parts.items()},
            "notes": list(self.notes),
        }  # fmt: skip


def cpu(work: Callable[[], object]) -> float:
    """Return the processor seconds of one call, without the collector's share."""
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        work()
        return process_time() - start
    finally:
        gc.enable()


def interleaved(
    goal: Goal, rounds: int, peer: Step, ours: Step, value: Callable[[float, float], float]
) -> Result:
    """Measure peer and ours in turn; the result is the median of `value(peer, ours)` per round.

    A round that begins with a load above twice the cores is dropped, at most two of them.
    """
    ratios: list[float] = []
    times: list[tuple[float, float]] = []
    dropped = 0
    while len(ratios) < rounds:
        if _busy() and dropped < _MOST_DROPPED:
            dropped += 1
            continue
        pair = peer(), ours()
        times.append(pair)
        ratios.append(value(*pair))
    parts = {
        "peer_us": median(a for a, _ in times) * 1e6,
        "ours_us": median(b for _, b in times) * 1e6,
    }
    notes = (f"{dropped} rounds dropped: machine busy",) if dropped else ()
    return Result(
        goal,
        median(ratios),
        min(ratios),
        max(ratios),
        rounds,
        judged(goal, median(ratios)),
        parts,
        notes,
    )


def single(goal: Goal, value: float, parts: dict[str, float] | None = None) -> Result:
    """Return the result of a count or a size, which one look settles."""
    return Result(goal, value, value, value, 1, judged(goal, value), parts or {})


def not_measurable(goal: Goal, reason: str) -> Result:
    """Return that nothing can be said, and why."""
    return Result(goal, 0.0, 0.0, 0.0, 0, "not_measurable", {}, (reason,))


def judged(goal: Goal, value: float) -> Status:
    """Return whether `value` meets the goal."""
    sign = 1 if goal.better == "higher" else -1
    if sign * value >= sign * goal.target:
        return "ok"
    return "warn" if sign * value >= sign * goal.limit else "fail"


def _busy() -> bool:
    return hasattr(os, "getloadavg") and os.getloadavg()[0] > 2 * (os.cpu_count() or 1)
