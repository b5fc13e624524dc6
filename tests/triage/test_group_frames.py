"""What is said of a group decides, not that it is named."""

from __future__ import annotations

import pytest

from creator_calm.domain.assessment import Kind, TriageContext
from creator_calm.triage.assess import assess_with
from tests.triage.judging import codes, comment


def hateful(line: str) -> set[str]:
    """Return the codes of the rules alone, empty where the line is not hate."""
    found = next(assess_with(None, [comment(line)], TriageContext()))
    return codes(found) if found.kind is Kind.HATE else set()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Nigerians are thieves", "hate.says"),
        ("Kurdish people should be deported", "hate.wishes"),
        ("no refugee deserves respect", "hate.denies"),
        ("I hate Romanians", "hate.hates"),
        ("we need to get rid of all Syrians", "hate.urges"),
        ("this town was better without Albanians", "hate.without"),
        ("filthy Poles everywhere", "hate.slander"),
        ("I'm going to shoot every Turkish man", "hate.harms"),
        ("rumäner är tjuvar", "hate.says"),
        ("kurder borde utvisas", "hate.wishes"),
    ],
)
def test_frame(line: str, code: str) -> None:
    assert code in hateful(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nigerians are not thieves",
        "Romanians are kind and funny",
        "people say Kurdish people are thieves and it hurts",
        "nobody should hate Romanians",
        "he wants to deport all Syrians",
        "refugees are treated like animals there",
        "Kurdish people should not be deported",
        "rumäner är inte tjuvar",
        "folk tror att kurder är tjuvar",
    ],
)
def test_no_frame(line: str) -> None:
    assert hateful(line) == set()
