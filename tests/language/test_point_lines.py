"""Whether a comment holds a point, on rude and friendly lines alike: precision and recall."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from tests.language.test_topics import PRECISION, RECALL, labelled, read

LINES = tomllib.loads((Path(__file__).parent / "point_lines.toml").read_text(encoding="utf-8"))


def sorted_lines(language: str) -> tuple[list[str], list[str]]:
    """Return lines with a point and lines without, those labelled with topics among them."""
    with_point = LINES[f"{language}_yes"].strip().splitlines()
    without = LINES[f"{language}_no"].strip().splitlines()
    for text, wanted, _topic in labelled(language):
        (with_point if wanted else without).append(text)
    return with_point, without


@pytest.mark.parametrize(("language", "least"), [("en", 200), ("sv", 100)])
def test_points_are_found_and_not_invented(language: str, least: int) -> None:
    with_point, without = sorted_lines(language)
    assert len(with_point) + len(without) >= least
    missed = [line for line in with_point if not read(line, language)]
    invented = [line for line in without if read(line, language)]
    right = len(with_point) - len(missed)
    precision, recall = right / (right + len(invented)), right / len(with_point)
    sys.stdout.write(f"{language} precision {precision:.3f} recall {recall:.3f}\n")
    assert precision >= PRECISION, invented
    assert recall >= RECALL, missed


@pytest.mark.parametrize("language", ["en", "sv"])
def test_length_is_no_sign_of_a_point(language: str) -> None:
    """Neutral padding before and after changes next to nothing."""
    padding = {"en": "I watched it on the train today.", "sv": "Jag såg den på tåget idag."}
    lines = [*sorted_lines(language)[0], *sorted_lines(language)[1]]
    pad = padding[language]
    changed = [
        line
        for line in lines
        if bool(read(line, language)) != bool(read(f"{pad} {line.rstrip('.')}. {pad}", language))
    ]
    assert len(changed) <= 0.02 * len(lines), changed
