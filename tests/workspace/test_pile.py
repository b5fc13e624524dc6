"""What an import asks for: its own put-away comments and no others, without a word of them."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from creator_calm.domain.intake import ReadOptions, Receipt, Source
from creator_calm.wording import receipt_notes

if TYPE_CHECKING:
    from pathlib import Path

    from creator_calm.workspace import Workspace

FIRST = (
    "the audio is shit you idiot, turn it up at 3:20",
    "you moron, the sound is way too quiet",
    "you're such a pathetic loser",
    "thank you, lovely video",
)
SECOND = ("this font is tiny you idiot, make the subtitles bigger", "what a nice day")


def _bring_in(desk: Workspace, folder: Path, name: str, lines: tuple[str, ...]) -> Receipt:
    path = folder / name
    rows = [{"cid": f"{name}{n}", "author": f"@v{n}", "text": text} for n, text in enumerate(lines)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    act = desk.importing.start(Source(path=str(path), name=name), ReadOptions())
    end = time.monotonic() + 20
    while not act.done:
        act.poll(0.05)
        assert time.monotonic() < end
    assert act.receipt is not None
    (outcome,) = act.outcomes
    assert isinstance(outcome, Receipt)
    assert outcome.digest == act.receipt.digest
    return act.receipt


def test_an_import_says_what_its_own_pile_asks_for(desk: Workspace, tmp_path: Path) -> None:
    first = _bring_in(desk, tmp_path, "first.jsonl", FIRST)
    second = _bring_in(desk, tmp_path, "second.jsonl", SECOND)
    assert first.digest is not None
    assert second.digest is not None
    assert first.digest.put_away == 3
    assert {line.topic for line in first.digest.lines} == {"sound"}
    assert sum(line.comments for line in first.digest.lines) == 2
    assert second.digest.put_away == 1
    assert "sound" not in {line.topic for line in second.digest.lines}
    whole = desk.inbox.digest()
    assert whole.put_away == first.digest.put_away + second.digest.put_away


def test_no_word_of_them_is_said(desk: Workspace, tmp_path: Path) -> None:
    said = " ".join(receipt_notes(_bring_in(desk, tmp_path, "first.jsonl", FIRST))).lower()
    assert "sound" in said
    for word in ("idiot", "moron", "loser", "pathetic", "shit", "turn it up"):
        assert word not in said


def test_an_import_without_harsh_ones_has_no_digest(desk: Workspace, tmp_path: Path) -> None:
    assert _bring_in(desk, tmp_path, "calm.jsonl", ("what a nice day",)).digest is None
