"""Our values as tuples of basic types and back: what crosses the pipe between app and worker.

Comments, verdicts and skips come by the hundred thousand and have their own two functions each;
everything else goes through one general pair. Both ends are always of one version: the number is
said at the start, and an end that hears another one stops.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any

from creator_calm.domain import assessment as _assessment
from creator_calm.domain import comment as _comment
from creator_calm.domain import inbox as _inbox
from creator_calm.domain import intake as _intake
from creator_calm.domain import own_rules as _own_rules
from creator_calm.domain import preview as _preview
from creator_calm.domain.assessment import (
    Assessment,
    Confidence,
    Evidence,
    Facet,
    Kind,
    Lane,
    Point,
    Severity,
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
from creator_calm.domain.intake import Sighting, Skipped, SkipReason

WIRE_VERSION = 1

Packed = tuple[Any, ...]
"""Nested tuples of str, bytes, int, float, bool and None: what marshal can carry."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PLATFORMS = {member.value: member for member in Platform}
_PRECISIONS = {member.value: member for member in Precision}
_FLAGS = {member.value: member for member in Flag}
_KINDS = {member.value: member for member in Kind}
_FACETS = {member.value: member for member in Facet}
_LANES = {member.value: member for member in Lane}
_SEVERITIES = {member.value: member for member in Severity}
_CONFIDENCES = {member.value: member for member in Confidence}
_NO_FLAGS: frozenset[Flag] = frozenset()

_TYPES: dict[str, Any] = {
    name: kind
    for module in (_assessment, _comment, _inbox, _intake, _own_rules, _preview)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, Enum))
}


def _pack_moment(moment: Moment | None) -> Packed | None:
    if moment is None:
        return None
    at = None if moment.utc is None else (moment.utc - _EPOCH) // _MICROSECOND
    return at, moment.precision.value, moment.raw


def _unpack_moment(packed: Packed | None) -> Moment | None:
    if packed is None:
        return None
    at, precision, raw = packed
    utc = None if at is None else _EPOCH + timedelta(microseconds=at)
    return Moment(utc, _PRECISIONS[precision], raw)


def pack_comment(comment: Comment) -> Packed:
    """Return a comment as a tuple."""
    post = comment.post
    return (
        comment.id,
        comment.author.name,
        comment.author.account,
        comment.text,
        comment.platform.value,
        _pack_moment(comment.written_at),
        comment.in_reply_to,
        comment.likes,
        comment.rating,
        comment.link,
        None if post is None else (post.id, post.title, post.link),
        comment.is_own,
        tuple(flag.value for flag in comment.flags) if comment.flags else (),
    )


def unpack_comment(packed: Packed) -> Comment:
    """Return the comment of `pack_comment`."""
    (key, name, account, text, platform, moment, parent, likes, rating, link, post, own, flags) = (
        packed
    )
    return Comment(
        CommentId(key),
        Author(name, account),
        text,
        _PLATFORMS[platform],
        _unpack_moment(moment),
        parent,
        likes,
        rating,
        link,
        None if post is None else Post(*post),
        own,
        frozenset(_FLAGS[flag] for flag in flags) if flags else _NO_FLAGS,
    )


def pack_assessment(verdict: Assessment) -> Packed:
    """Return a verdict as a tuple."""
    return (
        verdict.kind.value,
        tuple(facet.value for facet in verdict.facets),
        verdict.lane.value,
        verdict.severity.value,
        verdict.harshness,
        verdict.confidence.value,
        verdict.language,
        tuple((mark.start, mark.end, mark.code) for mark in verdict.evidence),
        verdict.put_away,
        tuple(
            (point.topic, point.direction, point.request, point.place) for point in verdict.points
        ),
        tuple(kind.value for kind in verdict.candidates),
        verdict.scored_to,
        verdict.author_put_away,
        verdict.judged_by,
    )


def unpack_assessment(packed: Packed) -> Assessment:
    """Return the verdict of `pack_assessment`; equal ones without places are one object."""
    # 7 and 9: evidence and points. Most calm comments share a few verdicts that have neither.
    return _unpack_verdict(packed) if packed[7] or packed[9] else _unpack_plain(packed)


@lru_cache(maxsize=2_000)
def _unpack_plain(packed: Packed) -> Assessment:
    return _unpack_verdict(packed)


def _unpack_verdict(packed: Packed) -> Assessment:
    (
        kind, facets, lane, severity, harshness, confidence, language, evidence, away,
        points, candidates, scored_to, author_away, judged_by,
    ) = packed  # fmt: skip
    return Assessment(
        _KINDS[kind],
        frozenset(_FACETS[facet] for facet in facets),
        _LANES[lane],
        _SEVERITIES[severity],
        harshness,
        _CONFIDENCES[confidence],
        language,
        tuple(Evidence(*mark) for mark in evidence),
        away,
        tuple(Point(*point) for point in points),
        tuple(_KINDS[candidate] for candidate in candidates),
        scored_to,
        author_away,
        judged_by,
    )


def pack_item(item: Sighting | Skipped) -> Packed:
    """Return a comment with its verdict, or a skip, as a tuple."""
    if isinstance(item, Skipped):
        return item.row, item.reason.value, item.place
    return (
        pack_comment(item.comment),
        item.row,
        pack_assessment(item.assessment),
        item.place,
        item.native_id,
    )


def unpack_item(packed: Packed) -> Sighting | Skipped:
    """Return the item of `pack_item`."""
    if len(packed) == 3:
        row, reason, place = packed
        return Skipped(row, SkipReason(reason), place)
    comment, row, verdict, place, native_id = packed
    return Sighting(unpack_comment(comment), row, unpack_assessment(verdict), place, native_id)


def pack(value: object) -> Any:  # noqa: ANN401 - basic types, whichever
    """Return any of our values as nested tuples of basic types."""
    if isinstance(value, Enum):
        return "e", type(value).__name__, value.value
    if value is None or isinstance(value, bool | int | float | str | bytes):
        return value
    if isinstance(value, datetime):
        return "m", (value - _EPOCH) // _MICROSECOND
    if isinstance(value, tuple):
        return "t", *map(pack, value)
    if isinstance(value, frozenset):
        return "s", *map(pack, value)
    if is_dataclass(value):
        return (
            "d",
            type(value).__name__,
            *(pack(getattr(value, field.name)) for field in fields(value)),
        )
    raise TypeError(type(value).__name__)


def unpack(packed: Any) -> Any:  # noqa: ANN401 - whatever was packed
    """Return the value of `pack`."""
    if not isinstance(packed, tuple):
        return packed
    tag, *rest = packed
    if tag == "t":
        return tuple(map(unpack, rest))
    if tag == "s":
        return frozenset(map(unpack, rest))
    if tag == "m":
        return _EPOCH + timedelta(microseconds=rest[0])
    kind = _TYPES[rest[0]]
    return kind(rest[1]) if tag == "e" else kind(*map(unpack, rest[1:]))
