"""The file of help lines: whole entries only, texts verbatim, the age of a check decides."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from creator_calm import paths
from creator_calm.domain.help_lines import Standing
from creator_calm.wellbeing.help_lines import (
    CHECK_FIRST_DAYS,
    RELEASED,
    BadLineError,
    emergency_numbers,
    read_lines,
    shown,
    standing,
)

WHOLE = {
    "id": "x", "country": "SE", "lang": ["sv"], "name": "Made-up line", "kind": "general",
    "contact": [{"type": "short_code", "dial": "00 988", "keyword": None}],
    "hours": "06–24", "audience": "", "source_url": "https://example.org/kontakt",
    "verified_on": "2026-11-01", "verified_by": "A. Person", "notes": "",
}  # fmt: skip


def test_what_ships_is_whole_fresh_and_from_the_organisation_itself() -> None:
    text = paths.resource("support", "lines.json").read_text(encoding="utf-8")
    today = datetime.now(UTC).date()
    for line in read_lines(text):
        assert (today - line.verified_on).days <= CHECK_FIRST_DAYS, line.id
        assert urlsplit(line.source_url).hostname, line.id


@pytest.mark.parametrize("missing", sorted(WHOLE.keys() - {"lang", "hours", "audience", "notes"}))
def test_an_entry_that_lacks_something_is_refused(missing: str) -> None:
    entry = {key: value for key, value in WHOLE.items() if key != missing}
    with pytest.raises(BadLineError):
        read_lines(json.dumps([entry]))


@pytest.mark.parametrize(
    "change",
    [
        {"source_url": "http://example.org"},
        {"kind": "other"},
        {"contact": []},
        {"contact": [{"type": "phone", "dial": 988}]},
        {"contact": [{"type": "fax", "dial": "1"}]},
        {"verified_on": "last year"},
        {"verified_by": " "},
    ],
)
def test_an_entry_of_another_shape_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(BadLineError):
        read_lines(json.dumps([WHOLE | change]))


def test_numbers_are_kept_verbatim() -> None:
    (line,) = read_lines(json.dumps([WHOLE]))
    assert line.contact[0].dial == "00 988"


def test_after_twelve_months_check_first_after_twenty_four_without_numbers() -> None:
    checked = date(2026, 11, 1)
    for days, said in (
        (0, Standing.FRESH), (365, Standing.FRESH), (366, Standing.CHECK_FIRST),
        (730, Standing.CHECK_FIRST), (731, Standing.HIDDEN),
    ):  # fmt: skip
        assert standing(checked, checked + timedelta(days=days)) is said
    assert standing(RELEASED - timedelta(days=400), date(1970, 1, 1)) is Standing.CHECK_FIRST


def test_lines_come_in_the_order_of_the_countries() -> None:
    lines = read_lines(json.dumps([WHOLE, WHOLE | {"id": "y", "country": "NO"}]))
    found = shown(lines, ("NO", "SE"), date(2026, 12, 1))
    assert [one.line.id for one in found] == ["y", "x"]
    assert shown(lines, ("FI",), date(2026, 12, 1)) == ()


def test_emergency_numbers() -> None:
    assert emergency_numbers(("SE",)) == ("112",)
    assert emergency_numbers(("gb", "US")) == ("999", "112", "911")
    assert emergency_numbers(("ZZ",)) == ()
