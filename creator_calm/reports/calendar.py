"""What is planned for oneself as a calendar file (RFC 5545), to be opened by any calendar program.

Times are floating, without a zone: 08:00 wherever the creator is. Never a comment, a mood or a
number in it; titles can be left out altogether.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime, time

    from creator_calm.domain.care import ScheduleItem

LINE_OCTETS = 75
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar_file(
    items: Iterable[ScheduleItem],
    *,
    namespace: UUID,
    stamp: datetime,
    today: date,
    day_starts: time,
    private_title: str = "",
    remind: bool = False,
) -> bytes:
    """Return the file. `stamp` is aware UTC, `today` the creator's day, which begins at `day_starts`.

    `namespace` belongs to the library: the same item has the same UID in every export, so that a
    calendar program updates what it has. A `private_title` stands in the place of all titles.
    Raises ValueError for a naive `stamp`.
    """
    if stamp.tzinfo is None:
        raise ValueError("the time stamp must be aware")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Creator Calm//EN", "CALSCALE:GREGORIAN"]
    for item in items:
        title = private_title or item.title
        lines += _event(item, title, namespace, stamp, today, day_starts, remind=remind)
    lines.append("END:VCALENDAR")
    folded = (part for line in lines for part in fold(line))
    return b"".join(part + b"\r\n" for part in folded)


def fold(line: str) -> Iterator[bytes]:
    """Cut a line into pieces of at most 75 octets, never inside a character."""
    piece, room = b"", LINE_OCTETS
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(octets) > room:
            yield piece
            piece, room = b" ", LINE_OCTETS - 1
        piece += octets
        room -= len(octets)
    yield piece


def escape(words: str) -> str:
    """Write text the way a calendar file wants it: one line, with its own signs escaped."""
    plain = words.replace("\r\n", "\n").translate(_ESCAPED)
    return "".join(sign for sign in plain if sign == "\t" or sign >= " ")


def _event(
    item: ScheduleItem,
    title: str,
    namespace: UUID,
    stamp: datetime,
    today: date,
    day_starts: time,
    *,
    remind: bool,
) -> list[str]:
    # What lies after midnight belongs to the evening before it: a calendar counts it as the next day.
    shift = 1 if item.at < day_starts else 0
    first = next(
        today + timedelta(days=ahead)
        for ahead in range(7)
        if (today + timedelta(days=ahead)).weekday() in item.days
    )
    start = first + timedelta(days=shift)
    days = ",".join(_DAYS[day] for day in sorted((day + shift) % 7 for day in item.days))
    summary = escape(title)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uuid5(namespace, f'schedule-{item.id}')}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART:{start:%Y%m%d}T{item.at:%H%M%S}",
        f"DURATION:PT{item.minutes}M",
        f"RRULE:FREQ=WEEKLY;BYDAY={days}",
        f"SUMMARY:{summary}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
    ]
    if remind:
        alarm = ("ACTION:DISPLAY", f"DESCRIPTION:{summary}", "TRIGGER:PT0S")
        lines += ["BEGIN:VALARM", *alarm, "END:VALARM"]
    return [*lines, "END:VEVENT"]
