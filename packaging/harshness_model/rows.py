"""The rows that weights may be fitted on: those whose licence permits it, and our own.

A row of the data folder is one JSON object a line (`SOURCES.md` there). Our own rows stand in
`own_rows/`: a line a row, `# label: 0` or `# label: 1` in the first line; in `*.templates.txt`
slots such as `{group}` are filled from `slots.toml`.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creator_calm.language.normalise import normalise
from creator_calm.triage.ngrams import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OWN_ROWS = Path(__file__).resolve().parent / "own_rows"
OWN = "own"
OWN_LICENCE = "CC0-1.0"
SEED = 20_261_128
DEFAULT_SAMPLE = 4
_TRIES = 4

# What the sources wrote instead of names and links; left in, they teach the source (SOURCES.md).
_MASKS = re.compile(r"@USER\b|\[USER\]|\[URL\]|\bURL\b|\[NAME\]|\[RELIGION\]")
_SLOT = re.compile(r"\{(\w+)\}")
_HEAD = re.compile(r"(\w+):\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One text with its label. `read` is what n-grams are made of, `normalised` what lists read."""

    text: str
    harsh: int
    source: str
    licence: str
    ship: bool
    labels: Mapping[str, Any] = field(default_factory=dict)
    purpose: str = ""

    @property
    def normalised(self) -> str:
        """What lists read."""
        return normalise(_MASKS.sub(" ", self.text))

    @property
    def read(self) -> str:
        """What n-grams are made of."""
        return readable(self.normalised)

    @property
    def kind(self) -> bool:
        """Warm and nothing else, as its annotators saw it."""
        return bool(self.labels.get("kind"))

    @property
    def constructive(self) -> bool:
        """Calm and constructive, as its annotators saw it."""
        return self.labels.get("constructive") == 1 and not self.harsh


class NotForShippingError(ValueError):
    """A row whose licence does not permit it was about to be fitted."""


def data_rows(path: Path) -> list[Row]:
    """Return all rows of one `.jsonl.gz`, those that may not ship among them."""
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            raw = json.loads(line)
            rows.append(
                Row(
                    raw["text"],
                    raw["harsh"] or 0,
                    raw["source"],
                    raw["licence"],
                    raw["ship"],
                    raw.get("labels") or {},
                )
            )
    return rows


def for_shipping(rows: list[Row]) -> list[Row]:
    """Return `rows` as they are. Raises NotForShippingError if one of them may not ship."""
    barred = sorted({row.source for row in rows if not row.ship})
    if barred:
        raise NotForShippingError(", ".join(barred))
    return rows


def own_rows(folder: Path = OWN_ROWS) -> list[Row]:
    """Return our own rows, templates filled in; the same ones each time, every text once."""
    slots = tomllib.loads((folder / "slots.toml").read_text(encoding="utf-8"))
    found: dict[str, Row] = {}
    for path in sorted(folder.glob("*.txt")):
        head, lines = _read(path)
        for text in _filled(path, lines, slots, int(head.get("sample", DEFAULT_SAMPLE))):
            purpose = path.name.split(".")[0]
            row = Row(text, int(head["label"]), OWN, OWN_LICENCE, ship=True, purpose=purpose)
            found.setdefault(row.read, row)
    return [row for read, row in found.items() if read]


def _read(path: Path) -> tuple[dict[str, str], list[str]]:
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    return dict(_HEAD.findall(first)), [s for line in rest if (s := line.strip()) and s[0] != "#"]


def _filled(
    path: Path, lines: list[str], slots: Mapping[str, list[str]], sample: int
) -> Iterator[str]:
    if not path.name.endswith(".templates.txt"):
        yield from lines
        return
    chance = random.Random(f"{SEED} {path.name}")  # noqa: S311 - which words go together is no secret
    for line in lines:
        names = list(dict.fromkeys(_SLOT.findall(line)))
        rows: dict[str, None] = {}
        for _ in range(sample * _TRIES if names else 1):
            chosen = {name: chance.choice(slots[name]) for name in names}
            rows[_SLOT.sub(lambda slot: chosen[slot[1]], line)] = None  # noqa: B023 - used at once
            if len(rows) == sample:
                break
        yield from rows
