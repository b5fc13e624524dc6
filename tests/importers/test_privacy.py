"""What is private in the samples is in nothing that is handed out: comments, receipts, what is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from creator_calm.domain.intake import ReadOptions
from tests.importers.reading import read_path

FOLDER = Path(__file__).resolve().parents[1] / "samples"
FILES = sorted(
    folder / json.loads((folder / "expected.json").read_text("utf-8"))["file"]
    for folder in FOLDER.iterdir()
)
PRIVATE = re.compile(
    r"[\w.+-]+@example\.org|203\.0\.113\.\d+|\+46[\d ]{6,}|https?://cdn\.example/[^\"<\s]*"
    r"|https?://[^\"<\s]*\.(?:png|jpg|jpeg|webp)[^\"<\s]*|x-signature=\w+"
)


def _strings(file: Path) -> set[str]:
    return set(PRIVATE.findall(file.read_text("utf-8", errors="replace")))


def test_the_samples_hold_something_to_leave_out() -> None:
    assert sum(bool(_strings(file)) for file in FILES) >= 12


@pytest.mark.parametrize(
    "file", [file for file in FILES if _strings(file)], ids=lambda f: f.parent.name
)
def test_private_strings_of_a_sample_are_kept_nowhere(file: Path) -> None:
    result = read_path(file, ReadOptions(private=True))
    told = repr((result.found, result.receipt, result.items))
    assert not [text for text in _strings(file) if text in told]
