"""What the interface may say of health and of itself (wellbeing.md, section 13), in every language."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
try:
    import i18n
finally:
    sys.path.remove(str(ROOT / "packaging"))

CATALOGUES = sorted((ROOT / "resources" / "locale").rglob("creator_calm.po"))
FORBIDDEN = re.compile(
    r"\b(?:anxiety|depression|therap(?:y|ist)|heals?|healing|proven|protects?|shields?|safe from"
    r"|clinically|treatments?|treats|diagnos\w*|streaks?|boosts?|cures?"
    r"|ångest\w*|depression\w*|terapi\w*|läker|bevisat|skyddar dig|behandling\w*|diagnos\w*)\b",
    re.IGNORECASE,
)
CLAIMS = {
    "Fewer and shorter.", "Nice to reread.", "Many people find slow breathing calming.",
    "Short breaks can give some energy back.", "You choose when to see them.",
    "Your own notes.", "A second look sometimes helps.",
}  # fmt: skip
"""Every claim that may be made; one that is made in a catalogue has its sentence in each language."""
SAID = {"Nice to reread.", "Many people find slow breathing calming.", "Your own notes."}
WITHIN = "Reading at set times helped people in one study."


def texts(path: Path) -> dict[str, list[str]]:
    found = {}
    for message in i18n._read(path):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            said = (
                [message.string] if isinstance(message.string, str) else [*(message.string or ())]
            )
            found[key] = said
    return found


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_no_word_that_promises_health(path: Path) -> None:
    found = {
        one for key, said in texts(path).items() for one in (key, *said) if FORBIDDEN.search(one)
    }
    assert found == set()


def test_the_list_of_words_bites() -> None:
    for bad in ("It reduces anxiety.", "Clinically proven", "Terapi för dig", "Det skyddar dig."):
        assert FORBIDDEN.search(bad)
    assert not FORBIDDEN.search("Creator Calm is not a medical or emergency service.")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_is_claimed_is_claimed_in_every_language(path: Path) -> None:
    known = texts(path)
    for claim in SAID:
        assert claim in CLAIMS
        assert all(known[claim]), claim
    assert any(WITHIN in key and all(said) for key, said in known.items())
