"""The day a creator means, or none at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.language.days import FARTHEST, read_day

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [
        ("on Friday", "en", date(2026, 11, 27)),
        ("by Friday.", "en", date(2026, 11, 27)),
        ("Friday evening", "en", date(2026, 11, 27)),
        ("before Friday", "en", date(2026, 11, 26)),
        ("on Wednesday", "en", date(2026, 12, 2)),
        ("today", "en", TODAY),
        ("tonight", "en", TODAY),
        ("by tomorrow", "en", date(2026, 11, 26)),
        ("tomorrow evening", "en", date(2026, 11, 26)),
        ("the day after tomorrow", "en", date(2026, 11, 27)),
        ("in three days", "en", date(2026, 11, 28)),
        ("within 2 weeks", "en", date(2026, 12, 9)),
        ("this week", "en", date(2026, 11, 29)),
        ("by the end of the week", "en", date(2026, 11, 29)),
        ("next week", "en", date(2026, 12, 6)),
        ("5 Dec", "en", date(2026, 12, 5)),
        ("on 5 December", "en", date(2026, 12, 5)),
        ("December 5th", "en", date(2026, 12, 5)),
        ("the 5th of December", "en", date(2026, 12, 5)),
        ("Saturday, 5 December", "en", date(2026, 12, 5)),
        ("2 Jan", "en", date(2027, 1, 2)),
        ("2026-12-05", "en", date(2026, 12, 5)),
        ("på fredag", "sv", date(2026, 11, 27)),
        ("nu på fredag", "sv", date(2026, 11, 27)),
        ("senast på fredag", "sv", date(2026, 11, 27)),
        ("på fredag kväll", "sv", date(2026, 11, 27)),
        ("före fredag", "sv", date(2026, 11, 26)),
        ("i morgon", "sv", date(2026, 11, 26)),
        ("imorgon", "sv", date(2026, 11, 26)),
        ("i övermorgon", "sv", date(2026, 11, 27)),
        ("om tre dagar", "sv", date(2026, 11, 28)),
        ("inom en vecka", "sv", date(2026, 12, 2)),
        ("i helgen", "sv", date(2026, 11, 29)),
        ("nästa vecka", "sv", date(2026, 12, 6)),
        ("den 5 december", "sv", date(2026, 12, 5)),
        ("5:e dec", "sv", date(2026, 12, 5)),
        ("lördag den 5 december", "sv", date(2026, 12, 5)),
        ("5/12", "sv", date(2026, 12, 5)),
        ("på fredag", "en", date(2026, 11, 27)),
        ("on Friday", "sv", date(2026, 11, 27)),
    ],
)
def test_days_are_read(words: str, language: str, day: date) -> None:
    assert read_day(words, TODAY, language) == day


@pytest.mark.parametrize(
    "words",
    [
        "", "   ", "soon", "snart", "when I know", "next Friday", "nästa fredag", "Friday, 5 December",
        "31 November", "2026-02-30", "2026-11-24", "2031-01-01", "5 Dec 2024", "in 0 fridays", "12",
        "on the train", "på tåget", "friday the 13th", "maybe Friday", "x" * 500, "{when}", "5/13/26",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_not_read(words: str) -> None:
    assert read_day(words, TODAY) is None
    assert read_day(words, TODAY, "sv") is None


def test_a_slash_is_a_date_in_swedish_only() -> None:
    assert read_day("5/12", TODAY, "sv") == date(2026, 12, 5)
    assert read_day("5/12", TODAY, "en") is None


@given(st.text(max_size=80), st.sampled_from(["en", "sv", "de"]))
def test_whatever_is_typed_gives_a_day_to_come_or_none(words: str, language: str) -> None:
    found = read_day(words, TODAY, language)
    assert found is None or TODAY <= found <= TODAY + FARTHEST
