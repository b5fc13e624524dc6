"""An own way to breathe, as a person types it: whole seconds of in, hold, out, hold."""

from __future__ import annotations

import re

from creator_calm.domain.problems import Problem, ProblemCode

Steps = tuple[float, float, float, float]

STEP_MOST = 12.0
"""Longest step, seconds."""

ROUND_S = (6.0, 20.0)
"""Shortest and longest round: three to ten rounds a minute."""


def read_steps(typed: str) -> Steps:
    """Return the steps in "5, 0, 6, 0" or "5-6" (no holding); raise `Problem` BAD_BREATH otherwise."""
    words = [word for word in re.split(r"[;,–—\s-]+", typed.strip()) if word]
    if len(words) == 2:
        words = [words[0], "0", words[1], "0"]
    try:
        into, hold, out, rest = (_seconds(word) for word in words)
    except ValueError:
        raise Problem(ProblemCode.BAD_BREATH) from None
    total = into + hold + out + rest
    if not (into > 0 and out > 0 and ROUND_S[0] <= total <= ROUND_S[1]):
        raise Problem(ProblemCode.BAD_BREATH)
    return into, hold, out, rest


def write_steps(steps: Steps) -> str:
    """Write steps down in one way."""
    return ", ".join(f"{step:g}" for step in steps)


def _seconds(word: str) -> float:
    if not (word.isascii() and word.isdecimal() and len(word) <= 2) or int(word) > STEP_MOST:
        raise ValueError(word)
    return float(word)
