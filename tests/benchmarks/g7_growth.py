"""G7: ten times the text costs at most about ten times the work, whatever the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.triage.assess import assess
from creator_calm.triage.sentiment import polarity
from tests.benchmarks.goals import Goal, Options, Result, cpu, judged

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = Goal(
    "G7", "times the work for ten times the text, the worst of all", "lower", target=12, limit=15
)
_PIECES = {
    "emoji": "😀", "words": "good morning ", "not bad": "not bad ", "but good": "but good ", "one token": "a",
    "mixed": "A not bad 😀 but good! ", "less than": "<", "digits": "7", "links": "https://example.com/a ",
}  # fmt: skip
_SHORT = 1_000
_BELOW_THE_CLOCK = 50e-6


def run(options: Options) -> Result:
    """Take, for each text and each of the two works, the best of some rounds at 1x and at 10x."""
    rounds = max(options.rounds // 3, 3)
    parts: dict[str, float] = {}
    for name, piece in _PIECES.items():
        for mode, work in (("vader mode", polarity), ("verdict", _verdict)):
            parts[f"{mode}, {name}"] = _growth(work, piece, rounds)
    worst = max(parts.values())
    return Result(GOAL, worst, min(parts.values()), worst, rounds, judged(GOAL, worst), parts)


def _growth(work: Callable[[str], object], piece: str, rounds: int) -> float:
    short, long = piece * (_SHORT // len(piece)), piece * (10 * _SHORT // len(piece))
    work(short)
    few = min(cpu(lambda: work(short)) for _ in range(rounds))
    many = min(cpu(lambda: work(long)) for _ in range(rounds))
    return many / few if many > _BELOW_THE_CLOCK else 0.0


def _verdict(text: str) -> object:
    return list(assess([Comment(CommentId("g7"), Author(), text)], TriageContext()))
