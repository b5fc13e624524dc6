"""The three cuts of each level, chosen by what they would wrongly put away (triage section 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from creator_calm.domain.assessment import Level
from creator_calm.triage.lexicon import INSULT, SLUR, YOU

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

LISTED: Final = INSULT | SLUR


class Budget(NamedTuple):
    """The most that may be put away wrongly, as shares; rules and gate together."""

    kind: float
    constructive: float


BUDGETS: Final[Mapping[Level, Budget]] = {
    Level.GENTLE: Budget(0.005, 0.010),
    Level.BALANCED: Budget(0.009, 0.018),
    Level.STRICT: Budget(0.030, 0.050),
}
"""Balanced stays a tenth below what is promised (1 % and 2 %): shares differ from sample to sample."""
_CANDIDATES: Final = 60


class Judged(NamedTuple):
    """Texts of one sort: margins, signal bits, and whether the rules put them away already."""

    margins: Floats
    bits: NDArray[np.int64]
    by_rules: Flags


def groups(bits: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return 0 for plain texts, 1 where one of listed word and address is there, 2 for both."""
    found: NDArray[np.int64] = ((bits & LISTED) != 0).astype(np.int64) + ((bits & YOU) != 0)
    return found


def choose(
    kind: Judged, constructive: Judged, harsh: list[Judged], budget: Budget
) -> tuple[float, float, float]:
    """Return (both, one, plain) that put most harsh texts away within the budget.

    Each sample of `harsh` counts alike, however many texts it holds.
    """
    calm = np.concatenate((kind.margins, constructive.margins))
    # Closer together where few texts are left: there one step is one text.
    steps = np.unique(np.quantile(calm, 1 - np.geomspace(0.3, 0.0002, _CANDIDATES)))
    steps = np.append(steps, steps[-1] + 2.0)
    wrong = [_shares(sample, steps) for sample in (kind, constructive)]
    right = [_shares(sample, steps) for sample in harsh]
    best, chosen = -1.0, (steps[-1],) * 3
    for plain in range(len(steps)):
        for one in range(plain + 1):
            for both in range(one + 1):
                at = (plain, one, both)
                if _at(wrong[0], at) > budget.kind or _at(wrong[1], at) > budget.constructive:
                    continue
                found = sum(_at(share, at) for share in right)
                if found > best:
                    best, chosen = found, (steps[both], steps[one], steps[plain])
    return float(chosen[0]), float(chosen[1]), float(chosen[2])


def put_away(sample: Judged, cuts: tuple[float, float, float]) -> Flags:
    """Return which texts rules or gate put away."""
    both, one, plain = cuts
    over = sample.margins > np.array([plain, one, both])[groups(sample.bits)]
    return sample.by_rules | over


def _shares(sample: Judged, steps: Floats) -> tuple[float, list[list[float]]]:
    """Return the share that rules put away, and per group what each cut adds to it."""
    group, size = groups(sample.bits), len(sample.margins)
    open_ = ~sample.by_rules
    parts = []
    for number in range(3):
        margins = np.sort(sample.margins[open_ & (group == number)])
        parts.append(((len(margins) - np.searchsorted(margins, steps, "right")) / size).tolist())
    return float(sample.by_rules.mean()), parts


def _at(shares: tuple[float, list[list[float]]], at: tuple[int, int, int]) -> float:
    by_rules, parts = shares
    return by_rules + parts[0][at[0]] + parts[1][at[1]] + parts[2][at[2]]
