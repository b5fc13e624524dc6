"""Calendar files: golden ones in both languages, and every rule read back strictly."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.care import ScheduleItem
from creator_calm.reports.calendar import calendar_file, escape, fold
from tests.reports.ics_reading import read, unescape, unfold

GOLDEN = Path(__file__).parent / "calendar"
NAMESPACE = UUID("6f1d3c0e-8f0b-4a57-9d4e-2f4f6a1c9b11")
STAMP = datetime(2026, 5, 20, 10, 0, tzinfo=UTC)
WEDNESDAY = date(2026, 5, 20)
EVERY_DAY = frozenset(range(7))
ENGLISH = (
    ScheduleItem(1, "Lunch away from the screen", EVERY_DAY, time(12), 45),
    ScheduleItem(
        2, "Call Mira; bring tea, and talk \\ listen", frozenset({0, 4}), time(17, 30), 30
    ),
    ScheduleItem(7, "Close the laptop", frozenset({1}), time(18), 15),
)
SWEDISH = (
    ScheduleItem(1, "Lunch utan skärm", EVERY_DAY, time(12), 45),
    # The letters and the emoji stand where a line is folded.
    ScheduleItem(2, "En lång promenad längs ån där ingen frågar om något alls åäö 🌿🌿 och hem",
                 frozenset({5, 6}), time(9, 15), 90),
    ScheduleItem(3, "Läggdags", EVERY_DAY, time(0, 30), 30),
)  # fmt: skip


def made(items: tuple[ScheduleItem, ...], **more: object) -> bytes:
    kept = {"namespace": NAMESPACE, "stamp": STAMP, "today": WEDNESDAY, "day_starts": time(4)}
    return calendar_file(items, **{**kept, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("en.ics", made(ENGLISH)),
        ("sv.ics", made(SWEDISH, remind=True)),
        ("private.ics", made(SWEDISH, private_title="Privat")),
    ],
)
def test_the_golden_files(name: str, content: bytes) -> None:
    assert content == (GOLDEN / name).read_bytes()


def test_read_back_strictly() -> None:
    for items in (ENGLISH, SWEDISH):
        events = read(made(items))
        assert [event["SUMMARY"] for event in events] == [item.title for item in items]
        assert [event["DURATION"] for event in events] == [f"PT{item.minutes}M" for item in items]
        for event in events:
            assert event["CLASS"] == "PRIVATE"
            assert event["TRANSP"] == "TRANSPARENT"
            assert event["DTSTAMP"] == "20260520T100000Z"
            assert not event["DTSTART"].endswith("Z"), "floating: wherever the creator is"


def test_it_begins_on_the_first_day_that_fits() -> None:
    starts = {event["SUMMARY"]: event["DTSTART"] for event in read(made(ENGLISH))}
    assert starts == {
        "Lunch away from the screen": "20260520T120000",
        "Call Mira; bring tea, and talk \\ listen": "20260522T173000",
        "Close the laptop": "20260526T180000",
    }
    rules = [event["RRULE"] for event in read(made(ENGLISH))]
    assert rules[1] == "FREQ=WEEKLY;BYDAY=MO,FR"


def test_after_midnight_belongs_to_the_evening_before() -> None:
    late = ScheduleItem(3, "Sleep", frozenset({6}), time(0, 30), 30)
    (event,) = read(made((late,)))
    assert event["DTSTART"] == "20260525T003000", "the night after Sunday the 24th is a Monday"
    assert event["RRULE"] == "FREQ=WEEKLY;BYDAY=MO"


def test_two_exports_share_their_names_and_two_libraries_do_not() -> None:
    first = [event["UID"] for event in read(made(ENGLISH))]
    later = made(ENGLISH, stamp=datetime(2027, 1, 1, tzinfo=UTC), today=date(2027, 1, 1))
    assert [event["UID"] for event in read(later)] == first
    other = [event["UID"] for event in read(made(ENGLISH, namespace=UUID(int=1)))]
    assert not set(first) & set(other)
    assert len(set(first)) == len(first)


def test_an_alarm_stands_there_when_chosen_and_says_no_more_than_the_title() -> None:
    assert not [key for event in read(made(ENGLISH)) for key in event if key.startswith("ALARM")]
    (event,) = read(made(SWEDISH[:1], remind=True, private_title="Privat"))
    assert event["ALARM.ACTION"] == "DISPLAY"
    assert event["ALARM.TRIGGER"] == "PT0S"
    assert event["ALARM.DESCRIPTION"] == event["SUMMARY"] == "Privat"
    assert "skärm" not in made(SWEDISH, private_title="Privat").decode()


def test_nothing_planned_is_an_empty_calendar() -> None:
    assert read(made(())) == []


def test_a_naive_stamp_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        made((), stamp=datetime(2026, 5, 20))  # noqa: DTZ001 - the point of the test


@given(st.text(max_size=300))
def test_any_title_is_folded_and_read_back(title: str) -> None:
    (event,) = read(made((ScheduleItem(1, title, EVERY_DAY, time(8)),)))
    lines = title.replace("\r\n", "\n").replace("\r", "").split("\n")
    kept = ["".join(sign for sign in line if sign == "\t" or sign >= " ") for line in lines]
    assert event["SUMMARY"] == "\n".join(kept)


def test_a_line_is_cut_between_characters() -> None:
    pieces = list(fold("x" * 74 + "å" + "🌿" * 40))
    assert pieces[0] == b"x" * 74
    assert all(len(piece) <= 75 for piece in pieces)
    assert unfold(b"\r\n".join(pieces) + b"\r\n") == ["x" * 74 + "å" + "🌿" * 40]
    assert unescape(escape("a;b,c\\d\ne")) == "a;b,c\\d\ne"
