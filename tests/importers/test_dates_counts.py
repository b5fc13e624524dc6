"""Dates never more exact than they are; counts never 0 where they are unknown."""

from __future__ import annotations

import importlib.util
import json
import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.comment import Precision
from creator_calm.domain.intake import ReadOptions, Warn
from creator_calm.importers import ages
from creator_calm.importers.counts import count
from creator_calm.importers.dates import DateRules, DayFirst, moment
from creator_calm.paths import resource
from tests.importers.reading import NOW, read_bytes

RULES = DateRules(NOW + timedelta(days=1), reference=NOW)


def _utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("value", "utc", "precision"),
    [
        ("2026-05-20T10:00:00Z", _utc(2026, 5, 20, 10), Precision.EXACT),
        ("2026-05-20T12:00:00+02:00", _utc(2026, 5, 20, 10), Precision.EXACT),
        ("2026-05-20 10:00:00", _utc(2026, 5, 20, 10), Precision.ESTIMATED),
        ("2026-05-20", _utc(2026, 5, 20), Precision.DAY),
        ("~2026-05-20", _utc(2026, 5, 20), Precision.ESTIMATED),
        (1_700_000_000, _utc(2023, 11, 14, 22, 13, 20), Precision.EXACT),
        ("1700000000000", _utc(2023, 11, 14, 22, 13, 20), Precision.EXACT),
        (46_000, _utc(2025, 12, 9), Precision.DAY),
        (date(2026, 5, 20), _utc(2026, 5, 20), Precision.DAY),
        ("Wed Oct 19 20:07:25 +0000 2022", _utc(2022, 10, 19, 20, 7, 25), Precision.EXACT),
        ("Wed, 19 Oct 2022 22:07:25 +0200", _utc(2022, 10, 19, 20, 7, 25), Precision.EXACT),
        ("01-Jan-20 01:33 AM", _utc(2020, 1, 1, 1, 33), Precision.ESTIMATED),
        ("20.5.2026", _utc(2026, 5, 20), Precision.DAY),
        ("13/05/26 18:30", _utc(2026, 5, 13, 18, 30), Precision.ESTIMATED),
        ("2 days ago (edited)", NOW - timedelta(days=2), Precision.ESTIMATED),
        ("för 2 dagar sedan (redigerad)", NOW - timedelta(days=2), Precision.ESTIMATED),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is(
    value: object, utc: datetime, precision: Precision
) -> None:
    found = moment(value, RULES)
    assert found is not None
    assert (found.utc, found.precision) == (utc, precision)


@pytest.mark.parametrize(
    "value",
    [
        "0",
        0,
        "1970-01-01T00:00:00Z",
        "2031-01-01T00:00:00Z",
        "soon",
        "I waited 4 days",
        "5 of 7",
        float("nan"),
        float("inf"),
        10**400,
        "99/99/2026",
        "2026-13-45",
    ],
)
def test_what_is_no_date_of_writing_is_unknown_with_its_words(value: object) -> None:
    found = moment(value, RULES)
    assert found is not None
    assert (found.utc, found.precision) == (None, Precision.UNKNOWN)


@given(st.text(max_size=40) | st.floats() | st.integers() | st.none() | st.booleans())
def test_no_value_breaks_the_reading_of_dates(value: object) -> None:
    moment(value, RULES)
    count(value)
    ages.age(str(value))


def _day_first(*values: str) -> bool | None:
    order = DayFirst()
    for value in values:
        order.add(value)
    return order.answer


def test_day_or_month_is_decided_by_the_column() -> None:
    assert _day_first("05/11/25", "15/11/25") is True
    assert _day_first("05/11/25", "11/15/25") is False
    assert _day_first("05/11/25") is None
    assert _day_first("01/02/25", "02/02/25", "03/02/25", "01/03/25") is True
    assert _day_first("01/02/25", "01/03/25", "02/01/25", "02/09/25") is False


def test_a_date_far_down_the_column_decides_the_first_one() -> None:
    rows = ["05/11/2025"] * 900 + ["11/25/2025"]
    data = "comment,date\n" + "".join(f"words {i},{day}\n" for i, day in enumerate(rows))
    first = read_bytes(data.encode()).comments[0].written_at
    assert first is not None
    assert first.utc == _utc(2025, 5, 11)


def test_an_undecided_column_is_said_and_can_be_settled() -> None:
    data = b"comment,date\nfirst words,05/11/2025\n"
    result = read_bytes(data)
    assert Warn.DATES_AMBIGUOUS in result.found.warnings
    settled = read_bytes(data, ReadOptions(day_first=False))
    assert Warn.DATES_AMBIGUOUS not in settled.found.warnings
    moment_ = settled.comments[0].written_at
    assert moment_ is not None
    assert moment_.utc == _utc(2025, 5, 11)


def test_fifty_dates_within_a_minute_are_those_of_saving() -> None:
    def table(seconds: int) -> bytes:
        rows = "".join(f"c{i},2026-05-02 16:57:{i % seconds:02}\n" for i in range(60))
        return ("comment,timestamp\n" + rows).encode()

    captured = read_bytes(table(30))
    assert Warn.DATES_OF_CAPTURE in captured.found.warnings
    assert captured.receipt.dates == (0, 0, 0, 60)
    moments = [c.written_at for c in captured.comments]
    assert all(m is not None and m.raw for m in moments)
    few = read_bytes(b"comment,timestamp\na,2026-05-02 16:57:01\nb,2026-05-02 16:57:02\n")
    assert few.receipt.dates == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("2d", 172_800), ("3 h", 10_800), ("5 mån", 5 * 30.44 * 86_400), ("1y", 365.25 * 86_400), ("3w", 3 * 604_800),
        ("an hour ago", 3_600), ("2 ngày trước", 172_800), ("igår", 86_400), ("2 min", 120), ("2 mo. ago", 2 * 30.44 * 86_400),
        ("för en vecka sen", 604_800),
    ],
)  # fmt: skip
def test_ages(words: str, seconds: float) -> None:
    found = ages.age(words)
    assert found is not None
    assert found.total_seconds() == pytest.approx(seconds)


@pytest.mark.parametrize(
    "words", ["I waited 4 days", "Premiered 2 days ago", "2 dags ago", "5 of 7", "", "ago"]
)
def test_decoys_are_no_ages(words: str) -> None:
    assert ages.age(words) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("24,728", 24_728), ("1.234", 1_234), ("1.2K", 1_200), ("1,2 tn", 1_200), ("1,2\u00a0N", 1_200), ("1.5만", 15_000),
        ("3.2천", 3_200), ("1.2万", 12_000), ("2 M", 2_000_000), ("2,5 mn", 2_500_000), ("17", 17), (17.0, 17), ("17.0", 17),
        ("0", 0), (0, 0), ("Like", None), ("Gilla", None), ("–", None), ("", None), (None, None), (True, None),
        (float("nan"), None), (float("inf"), None), (2**60, None), ("-5", None), ("1.2.3K", None), ("12 apples", None),
    ],
)  # fmt: skip
def test_counts(words: object, number: int | None) -> None:
    assert count(words) == number


def test_counts_that_cannot_be_read_are_said() -> None:
    result = read_bytes(b"comment,author,likes\na,A,some\nb,B,3\n")
    assert [c.likes for c in result.comments] == [None, 3]
    assert Warn.COUNTS_UNREADABLE in result.receipt.warnings


def _cldr() -> list[tuple[str, str]]:
    table = tomllib.loads(resource("dates", "ages.toml").read_text("utf-8"))
    return [
        (unit, phrase) for unit, found in table.items() for phrase in found if "=" not in phrase
    ]


@pytest.mark.parametrize("number", [1, 2, 3, 5, 11, 21])
def test_every_phrase_of_23_languages_is_read(number: int) -> None:
    unit = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800,
            "month": 30.44 * 86_400, "year": 365.25 * 86_400}  # fmt: skip
    phrases = _cldr()
    assert len(phrases) > 380
    for name, phrase in phrases:
        words = phrase.replace("{0}", str(number))
        found = ages.age(words)
        assert found is not None, words
        assert found.total_seconds() == pytest.approx(number * unit[name], rel=1e-6), words
        assert ages.languages(words), words


def test_the_table_is_what_the_tool_writes() -> None:
    path = Path(__file__).resolve().parents[2] / "packaging" / "relative_dates.py"
    spec = importlib.util.spec_from_file_location("relative_dates", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    units = tomllib.loads(resource("dates", "ages.toml").read_text("utf-8"))
    assert units == {
        unit: {phrase: " ".join(names) for phrase, names in found.items()}
        for unit, found in tool.table().items()
    }


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("För 2\u00a0dagar sedan", 2), ("2 dagar sen", 2), ("för en vecka sen", 7), ("Vor 3 Tagen (bearbeitet)", 3),
        ("hace 2 días", 2), ("il y a 4 jours (modifié)", 4), ("3일 전(수정됨)", 3), ("2 日前（編集済み）", 2),
        ("قبل يومين", 2), ("2d ago", 2), ("an hour ago", 1 / 24), ("há 1 dia (editado)", 1),
    ],
)  # fmt: skip
def test_ages_as_pages_write_them(words: str, days: float) -> None:
    found = ages.age(words)
    assert found is not None
    assert found.total_seconds() == pytest.approx(days * 86_400)


@pytest.mark.parametrize(
    "words",
    ["4 days", "Premiered 2 days ago", "I waited 4 days", "2 days ago I left", "ago", "3 bananas ago",
     "vor Tagen", "för länge sedan", "il y a", "12", "1.2K", "(edited)", "5 min Reply to me", "2 days agoo"],
)  # fmt: skip
def test_more_decoys_are_no_ages(words: str) -> None:
    assert ages.age(words) is None


def test_letters_follow_the_language_of_the_page() -> None:
    assert count("1,2 B") == 1_200_000_000
    assert count("1,2 B", language="tr") == 1_200
    assert count("3 M", language="id") == 3_000_000_000
    turkish = json.dumps([{"text": "merhaba", "time": "2 gün önce", "likes": "1,2 B"}] * 2).encode()
    assert read_bytes(turkish).comments[0].likes == 1_200


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("5 mars 2026", (2026, 3, 5)), ("den 5 mars 2026", (2026, 3, 5)), ("5. März 2026", (2026, 3, 5)),
        ("5 de marzo de 2026", (2026, 3, 5)), ("5 de mar. de 2026", (2026, 3, 5)), ("1er janvier 2026", (2026, 1, 1)),
        ("5 marca 2026", (2026, 3, 5)), ("5 марта 2026 г.", (2026, 3, 5)), ("5. maaliskuuta 2026", (2026, 3, 5)),
        ("5 Mart 2026", (2026, 3, 5)), ("5 मार्च 2026", (2026, 3, 5)), ("٥ مارس ٢٠٢٦", (2026, 3, 5)),
        ("5 tháng 3, 2026", (2026, 3, 5)), ("ngày 5 tháng 3 năm 2026", (2026, 3, 5)), ("2026年3月5日", (2026, 3, 5)),
        ("2026년 3월 5일", (2026, 3, 5)), ("2026. 3. 5.", (2026, 3, 5)), ("Mar 5, 2026", (2026, 3, 5)),
        ("Thursday, March 5th, 2026", (2026, 3, 5)), ("Sept. 5, 2025", (2025, 9, 5)), ("05-Mar-26", (2026, 3, 5)),
    ],
)  # fmt: skip
def test_dates_with_words_in_many_languages(words: str, day: tuple[int, int, int]) -> None:
    found = moment(words, RULES)
    assert found is not None
    assert (found.utc, found.precision) == (datetime(*day, tzinfo=UTC), Precision.DAY)


@pytest.mark.parametrize(
    ("words", "hour"),
    [("5 mars 2026 kl. 14:30", 14), ("5. März 2026 um 14:30", 14), ("2026년 3월 5일 오후 2:30", 14),
     ("2026年3月5日 14:30", 14), ("Mar 5, 2026 at 2:30 PM", 14), ("Thu, 05 Mar 2026 14:30:00 +0000", 14)],
)  # fmt: skip
def test_times_behind_them(words: str, hour: int) -> None:
    found = moment(words, RULES)
    assert found is not None
    assert found.utc == datetime(2026, 3, 5, hour, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        "5 bananas 2026",
        "see you 5 march",
        "12 2026",
        "5 de 2026",
        "mars 2026",
        "version 5.3.2026.1",
    ],
)
def test_words_that_are_no_dates(words: str) -> None:
    found = moment(words, RULES)
    assert found is not None
    assert found.utc is None


def test_the_months_are_what_the_tool_writes() -> None:
    path = Path(__file__).resolve().parents[2] / "packaging" / "relative_dates.py"
    spec = importlib.util.spec_from_file_location("relative_dates", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    months = tomllib.loads(resource("dates", "months.toml").read_text("utf-8"))
    assert months == {number: "|".join(names) for number, names in tool.months().items()}
