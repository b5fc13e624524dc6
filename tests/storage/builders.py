"""Small made-up comments and judgements, and a library to put them in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import (
    Assessment,
    Confidence,
    Evidence,
    Facet,
    Kind,
    Lane,
    Point,
    Severity,
    not_judged,
)
from creator_calm.domain.comment import (
    Author,
    Comment,
    CommentId,
    Flag,
    Moment,
    Platform,
    Post,
    Precision,
)
from creator_calm.domain.intake import Sighting
from creator_calm.domain.standing import standing
from creator_calm.storage.comments import Arrival
from creator_calm.storage.imports import Counts
from creator_calm.storage.times import to_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.storage.library import Library

START = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)


def verdict(
    kind: Kind = Kind.PRAISE,
    lane: Lane = Lane.KIND,
    *,
    away: bool = False,
    confidence: Confidence = Confidence.HIGH,
    points: tuple[Point, ...] = (),
) -> Assessment:
    """Return a judgement; `away` ones carry evidence."""
    return Assessment(
        kind=kind,
        facets=frozenset({Facet.INSULT}) if away else frozenset(),
        lane=lane,
        severity=Severity.HARSH if away else Severity.FINE,
        harshness=0.9 if away else 0.0,
        confidence=confidence,
        language="en",
        evidence=(Evidence(0, 3, "insult.listed"),) if away else (),
        put_away=away,
        points=points,
        scored_to=12,
        judged_by="rules 1",
    )


KIND_ONE = verdict()
QUESTION = verdict(Kind.QUESTION, Lane.NEEDS_YOU)
CRITIQUE = verdict(
    Kind.CRITIQUE, Lane.NEEDS_YOU, points=(Point("sound", "too_loud", place="3:20"),)
)
REQUEST = verdict(Kind.REQUEST, Lane.CAN_WAIT)
UNSURE = verdict(Kind.SARCASM, Lane.CAN_WAIT, confidence=Confidence.LOW)
FOREIGN = replace(
    verdict(Kind.UNCLEAR, Lane.CANNOT_JUDGE, confidence=Confidence.LOW), language="fi"
)
ABUSE = verdict(Kind.ABUSE, Lane.NOTHING_IN_IT, away=True)
HARSH_POINT = verdict(
    Kind.HARSH_CRITIQUE, Lane.USEFUL_BUT_HARSH, away=True, points=(Point("sound", "too_loud"),)
)
THREAT = replace(verdict(Kind.THREAT, Lane.SAFETY, away=True), severity=Severity.SAFETY)
SPAM = verdict(Kind.SPAM, Lane.NOTHING_IN_IT, away=True)
DISTRESS = verdict(Kind.DISTRESS, Lane.DISTRESS)
UNJUDGED = not_judged()

MIX = (
    KIND_ONE,
    QUESTION,
    ABUSE,
    CRITIQUE,
    REQUEST,
    HARSH_POINT,
    UNSURE,
    DISTRESS,
    FOREIGN,
    THREAT,
    UNJUDGED,
    SPAM,
)
"""One of each, so that comment n has the verdict MIX[n % 12]."""


def comment(number: int, text: str | None = None, *, own: bool | None = None) -> Comment:
    """Return comment `number`: every seventh has no time, every fifth no likes."""
    written = None
    if number % 7:
        written = Moment(START + timedelta(minutes=number * 37 % 5000), Precision.EXACT, "raw")
    return Comment(
        id=CommentId(f"youtube:{number}"),
        author=Author(f"Viewer {number % 9}", f"UC{number % 9}"),
        text=text if text is not None else f"text of comment {number} about the sound",
        platform=(Platform.YOUTUBE, Platform.INSTAGRAM)[number % 2],
        written_at=written,
        in_reply_to=CommentId("youtube:0") if number % 11 == 10 else None,
        likes=None if number % 5 == 0 else number % 30,
        rating=4.5 if number % 13 == 0 else None,
        link=f"https://example.org/{number}",
        post=Post(f"v{number % 3}", f"Video {number % 3}", None) if number % 2 else None,
        is_own=own,
        flags=frozenset({Flag.PINNED, Flag.EDITED}) if number % 6 == 0 else frozenset(),
    )


def sighting(number: int, judged: Assessment | None = None, text: str | None = None) -> Sighting:
    """Return a comment with a judgement, as the worker hands it over."""
    return Sighting(comment(number, text), f"{number + 2}", judged or MIX[number % len(MIX)])


def bring_in(
    library: Library, sightings: Sequence[Sighting], *, finish: bool = True, now: datetime = START
) -> int:
    """Put comments into a library as one import, 500 at a time; return its id."""
    with library.writing():
        import_id = library.imports.begin("comments.csv", now)
    for start in range(0, len(sightings), 500):
        batch = sightings[start : start + 500]
        arrivals = [
            Arrival(one, standing(one.assessment, own=one.comment.is_own is True)) for one in batch
        ]
        with library.writing():
            library.comments.add(import_id, arrivals, to_number(now), start)
            library.imports.advance(
                import_id, Counts(new=start + len(batch), read=start + len(batch))
            )
    if finish:
        with library.writing():
            library.imports.finish(import_id, now, ("table", "utf-8", 10, "ab"))
    return import_id
