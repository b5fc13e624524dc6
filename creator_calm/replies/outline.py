"""The shape of advice: what a strategy hands to the composer and to the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.domain.reply import Action, Audience, Chip, Intent, ReasonCode, Strategy, Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.replies.situation import Situation


@dataclass(frozen=True, slots=True)
class Step:
    """One place in a reply. `moves` are alternatives in order of preference.

    `only` restricts to phrases that rest on this claim or condition, `without` leaves those
    out. An optional step is dropped when nothing fits or the reply grows too long; `brief`
    says that it is kept even in the brief voice; `tone` sets a voice of its own;
    `pooled` draws from all moves alike instead of in order;
    `always` keeps an optional step wherever a phrase fits;
    `long` has a place only where a long reply is wanted.
    """

    moves: tuple[str, ...]
    optional: bool = False
    brief: bool = True
    only: str = ""
    without: str = ""
    tone: Tone | None = None
    pooled: bool = False
    always: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A reply before its words: what it is for, who reads it, which moves in which order."""

    intent: Intent
    steps: tuple[Step, ...]
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class Advice:
    """What a strategy says about one comment. The texts are made later, from the outlines."""

    reason: ReasonCode
    outlines: tuple[Outline, ...] = ()
    actions: tuple[Action, ...] = ()
    asks: tuple[Chip, ...] = ()
    public_allowed: bool = True


@dataclass(frozen=True, slots=True)
class StrategyRule:
    """One strategy: how well it fits (0 not at all, 1 nothing else will do) and what it advises."""

    strategy: Strategy
    fits: Callable[[Situation], float]
    advise: Callable[[Situation], Advice]


def say(
    *moves: str, only: str = "", without: str = "", brief: bool = True, tone: Tone | None = None
) -> Step:
    """Return a step that has to be there."""
    return Step(moves, only=only, without=without, brief=brief, tone=tone)


def maybe(*moves: str, only: str = "", without: str = "", brief: bool = False) -> Step:
    """Return a step that may be left out."""
    return Step(moves, optional=True, only=only, without=without, brief=brief)


def whenever(*moves: str, only: str = "") -> Step:
    """Return a step that is there whenever a phrase fits."""
    return Step(moves, optional=True, only=only, always=True)


def at_length(*moves: str, only: str = "", without: str = "") -> Step:
    """Return a step for a long reply: there wherever a phrase fits, and nowhere else."""
    return Step(moves, optional=True, only=only, without=without, always=True, long=True)
