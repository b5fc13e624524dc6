"""Samples of every format, changed as other versions and accidents change them: a result or a Problem.

Keys vanish and appear, values turn into others, files end anywhere, bytes flip. Nothing else than
a Problem may come of it, and the sum always holds.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from creator_calm.domain.intake import ReadOptions
from creator_calm.domain.problems import Problem
from tests.importers.reading import Result, read_bytes

FOLDER = Path(__file__).resolve().parents[1] / "samples"
FILES = sorted(
    folder / json.loads((folder / "expected.json").read_text("utf-8"))["file"]
    for folder in FOLDER.iterdir()
)
OPTIONS = ReadOptions(private=True)
ODD: tuple[Any, ...] = (None, "", "x", 0, -1, 10**30, 1e300, True, [], {}, [None], {"a": {"b": []}}, "2024-13-99", "\ud800", "0")  # fmt: skip
_TRIES = 60


def _names(file: Path) -> str:
    return file.parent.name


def _outcome(data: bytes, name: str) -> Result | None:
    try:
        return read_bytes(data, OPTIONS, name)  # it checks the sum
    except Problem:
        return None


def _json_of(file: Path) -> Any:
    text = file.read_text("utf-8", errors="replace")
    start = text.find("= [")
    try:
        return json.loads(text[start + 2 :] if text.startswith("window.") else text)
    except ValueError:
        return None


def _places(value: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        now = waiting.pop()
        keys: Any = (
            now if isinstance(now, dict) else range(len(now)) if isinstance(now, list) else ()
        )
        for key in keys:
            found.append((now, key))
            waiting.append(now[key])
    return found


def _changed(value: Any, chance: random.Random) -> Any:
    value = json.loads(json.dumps(value))
    for _ in range(chance.randint(1, 4)):
        places = _places(value)
        if not places:
            break
        inside, key = chance.choice(places)
        kind = chance.random()
        if kind < 0.35 and isinstance(inside, dict):
            del inside[key]
        elif kind < 0.45 and isinstance(inside, dict):
            inside[f"new{chance.randint(0, 9)}"] = json.loads(json.dumps(chance.choice(ODD)))
        else:
            inside[key] = json.loads(json.dumps(chance.choice(ODD)))
    return value


@pytest.mark.parametrize("file", [f for f in FILES if _json_of(f) is not None], ids=_names)
def test_json_of_another_make_is_read_or_refused(file: Path) -> None:
    value, chance = _json_of(file), random.Random(file.parent.name)
    for _ in range(_TRIES):
        _outcome(json.dumps(_changed(value, chance)).encode(), file.name)


@pytest.mark.parametrize("file", FILES, ids=_names)
def test_a_file_that_ends_anywhere_is_read_or_refused(file: Path) -> None:
    data, chance = file.read_bytes(), random.Random(file.parent.name)
    for _ in range(_TRIES // 2):
        _outcome(data[: chance.randint(0, len(data))], file.name)


@pytest.mark.parametrize("file", FILES, ids=_names)
def test_a_file_with_flipped_bytes_is_read_or_refused(file: Path) -> None:
    chance = random.Random(file.parent.name)
    for _ in range(_TRIES // 2):
        data = bytearray(file.read_bytes())
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.choice(b'\0\n"<>{}[],:&=x\xff\xc3')
        _outcome(bytes(data), file.name)


@pytest.mark.parametrize("file", [f for f in FILES if _json_of(f) is not None], ids=_names)
def test_keys_of_a_newer_version_change_nothing(file: Path) -> None:
    value = _json_of(file)
    for inside in [place[0] for place in _places(value) if isinstance(place[0], dict)]:
        inside.setdefault("a_newer_key", {"of": ["a", "version"]})
    plain, newer = _outcome(file.read_bytes(), file.name), _outcome(json.dumps(value).encode(), file.name)  # fmt: skip
    assert plain is not None
    assert newer is not None
    assert newer.texts == plain.texts
