"""What goes into the pipe comes out of it the same."""

from __future__ import annotations

import marshal
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain import wire
from creator_calm.domain.assessment import (
    Assessment,
    Confidence,
    Evidence,
    Facet,
    Kind,
    Lane,
    Level,
    Point,
    Severity,
    TriageContext,
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
from creator_calm.domain.intake import (
    Found,
    Grouping,
    ReadOptions,
    Receipt,
    Role,
    Sighting,
    Skipped,
    SkipReason,
    Source,
    Warn,
)
from creator_calm.domain.preview import Preview

WORDS = st.text(max_size=20)
MAYBE = st.none() | WORDS
MOMENTS = st.none() | st.builds(
    Moment,
    st.none() | st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(Precision),
    WORDS,
)
COMMENTS = st.builds(
    Comment,
    WORDS.map(CommentId),
    st.builds(Author, MAYBE, MAYBE),
    WORDS,
    st.sampled_from(Platform),
    MOMENTS,
    st.none() | WORDS.map(CommentId),
    st.none() | st.integers(-(2**53), 2**53),
    st.none() | st.floats(0, 5),
    MAYBE,
    st.none() | st.builds(Post, MAYBE, MAYBE, MAYBE),
    st.none() | st.booleans(),
    st.frozensets(st.sampled_from(Flag)),
)
VERDICTS = st.builds(
    Assessment,
    st.sampled_from(Kind),
    st.frozensets(st.sampled_from(Facet)),
    st.sampled_from(Lane),
    st.sampled_from(Severity),
    st.floats(0, 1),
    st.sampled_from(Confidence),
    WORDS,
    st.lists(st.builds(Evidence, st.integers(), st.integers(), WORDS), max_size=3).map(tuple),
    st.booleans(),
    st.lists(st.builds(Point, WORDS, MAYBE, st.booleans(), MAYBE), max_size=2).map(tuple),
    st.lists(st.sampled_from(Kind), max_size=3).map(tuple),
    st.integers(0, 20_000),
    st.booleans(),
    WORDS,
)
ITEMS = st.builds(Sighting, COMMENTS, WORDS, VERDICTS, WORDS, MAYBE) | st.builds(
    Skipped, WORDS, st.sampled_from(SkipReason), WORDS
)


def _through(packed: Any) -> wire.Packed:
    found: wire.Packed = marshal.loads(marshal.dumps(packed))
    return found


@given(ITEMS)
def test_records(item: Sighting | Skipped) -> None:
    assert wire.unpack_item(_through(wire.pack_item(item))) == item


@given(MOMENTS)
def test_everything_else(moment: Moment | None) -> None:
    found = Found(
        "table", "utf-8", "comma", columns=(("a", Role.TEXT),), warnings=(Warn.NO_HEADER,)
    )
    receipt = Receipt(
        "x", "table", "utf-8", 3, 1, 1, (Skipped("2", SkipReason.EMPTY),), 1, first=moment
    )
    options = ReadOptions(
        columns=((Role.TEXT, 1),), left_out=frozenset({1}), split=((1, 2),), grouping=Grouping.ONE
    )
    context = TriageContext(level=Level.STRICT, creator_names=frozenset({"a", "b"}))
    preview = Preview(found, receipt, date_sample=moment)
    for value in (found, receipt, options, context, preview, Source(data=b"\0", name="n")):
        assert wire.unpack(_through(wire.pack(value))) == value
