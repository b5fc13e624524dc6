"""G19: who mentions what, over a whole library, as the to-do list asks after an import."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Point
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.comment import Author
from creator_calm.paths import Folders
from creator_calm.workspace import Workspace
from tests.benchmarks.goals import Goal, Options, Result, cpu, judged
from tests.clock import StoppedClock
from tests.storage.builders import MIX, bring_in, sighting

if TYPE_CHECKING:
    from creator_calm.domain.intake import Sighting

GOAL = Goal(
    "G19", "the to-do list anew, people counted over 100,000 comments", "lower",
    target=150.0, limit=300.0, unit="ms",
)  # fmt: skip
_SEED = 19
_TOPICS = ("sound", "title", "thumbnail", "pace", "light", "subtitles", "music", "length", "voice")
_DIRECTIONS = (None, "too_loud", "too_quiet", "missing", "too_long")


def run(options: Options) -> Result:
    """Ask after each change of comments; in between, the list costs next to nothing."""
    with tempfile.TemporaryDirectory() as place:
        desk = _filled(Path(place), options.rows)
        moved = Change(Area.COMMENTS, 1, Deed.IMPORTED)
        anew, again = [], []
        for _ in range(max(options.rounds, 3)):
            desk._session.publish(moved)
            anew.append(cpu(desk.to_do.board) * 1_000)
            again.append(cpu(desk.to_do.board) * 1_000)
        desk.close()
    value = median(anew)
    said = {"asked again without a change, ms": median(again)}
    return Result(GOAL, value, min(anew), max(anew), len(anew), judged(GOAL, value), said)


def _filled(base: Path, count: int) -> Workspace:
    folders = Folders(*(base / role for role in ("data", "config", "cache", "state")))
    for folder in (folders.data, folders.config):
        folder.mkdir(parents=True)
    desk = Workspace.open(folders, StoppedClock())
    chance = random.Random(_SEED)
    bring_in(desk._library, [_made(number, chance) for number in range(count)])
    return desk


def _made(number: int, chance: random.Random) -> Sighting:
    """Return a comment of one in 40,000 people; one in three has a point or two, half with a place."""
    verdict = MIX[number % len(MIX)]
    if number % 3 == 0:
        points = tuple(
            Point(
                chance.choice(_TOPICS),
                chance.choice(_DIRECTIONS),
                place=f"{chance.randrange(60)}:30" if chance.random() < 0.5 else None,
            )
            for _ in range(chance.randint(1, 2))
        )
        verdict = replace(verdict, points=points)
    one = sighting(number, verdict)
    who = f"viewer {number * 7_919 % 40_000}"
    return replace(one, comment=replace(one.comment, author=Author(who, who)))
