"""Points and the digest in words: topics, directions and places from codes, never from a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.language.pack import load_pack
from creator_calm.wording.catalogue import _, language, listing, ngettext, number

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Digest, DigestLine, Point


def topic_name(topic: str) -> str:
    """Write a topic with its article in the interface language: "the sound"; "" if unknown."""
    return load_pack(language()).topics.get(topic, "")


def direction_words(direction: str | None) -> str:
    """Write a direction such as "too loud"; "" when there is none."""
    if direction is None:
        return ""
    return load_pack(language()).directions.get(direction, "")


def topic_phrase(points: tuple[Point, ...]) -> str:
    """List the topics of points: "the sound and the title"."""
    names = [
        name
        for topic in dict.fromkeys(point.topic for point in points)
        if (name := topic_name(topic))
    ]
    return listing(names)


def point_phrase(point: Point) -> str:
    """Word one point: "the sound at 3:20 (too quiet)"."""
    return _with_direction(_at_place(topic_name(point.topic), point.place), point.direction)


def place_words(place: str | None) -> str:
    """Write a place such as "at 3:20", "in the middle" or "in chapter 4"; "" when there is none."""
    if not place:
        return ""
    table = load_pack(language()).table("topics")
    if place in table["places"]:
        return str(table["places"][place]["name"])
    kind, _blank, count = place.partition(" ")
    numbered = table["numbered"]
    if count and kind in numbered:
        return str(numbered[kind]["name"]).format(n=count)
    return str(numbered["time"]["name"]).format(n=place)


def _at_place(what: str, place: str | None) -> str:
    words = place_words(place)
    return f"{what} {words}" if words else what


def _with_direction(what: str, direction: str | None) -> str:
    words = direction_words(direction)
    # TRANSLATORS: {what} is like "the sound at 3:20", {direction} like "too quiet"
    return _("{what}: {direction}").format(what=what, direction=words) if words else what


def digest_lines(digest: Digest) -> list[str]:
    """Say what the put-away pile asks for, a line each, counted in people, without its words."""
    if digest.put_away == 0:
        return [_("Nothing is put away.")]
    lines = [_away_line(digest)]
    lines += [_safety_line(kind, count) for kind, count in digest.safety]
    lines += [digest_line(line) for line in digest.lines]
    if digest.not_judged:
        lines.append(
            ngettext(
                "{n} could not be read to the end.",
                "{n} could not be read to the end.",
                digest.not_judged,
            ).format(n=number(digest.not_judged))
        )
    if digest.nothing_to_act_on:
        lines.append(
            ngettext(
                "{n}: nothing to act on.", "{n}: nothing to act on.", digest.nothing_to_act_on
            ).format(n=number(digest.nothing_to_act_on))
        )
    return lines


def _away_line(digest: Digest) -> str:
    n = number(digest.put_away)
    if digest.people >= digest.put_away:
        # Whoever is not named counts as one person each: then nothing is known, and nothing said.
        return ngettext("{n} put away.", "{n} put away.", digest.put_away).format(n=n)
    people = ngettext("from {n} person", "from {n} people", digest.people).format(
        n=number(digest.people)
    )
    # TRANSLATORS: {people} is like "from 11 people"
    head = ngettext("{n} put away, {people}.", "{n} put away, {people}.", digest.put_away)
    return head.format(n=n, people=people)


def digest_line(line: DigestLine) -> str:
    """Word one request of the pile: "4 about the sound at 3:20: too quiet"."""
    about = _with_direction(_at_place(topic_name(line.topic), line.place), line.direction)
    # TRANSLATORS: {about} is like "the sound at 3:20: too quiet"
    text = ngettext("{n} about {about}", "{n} about {about}", line.people)
    return text.format(n=number(line.people), about=about) + "."


def _safety_line(kind: Kind, n: int) -> str:
    match kind:
        case Kind.THREAT:
            line = ngettext("{n} may be a threat.", "{n} may be threats.", n)
        case Kind.DOXXING:
            line = ngettext("{n} may hold private data.", "{n} may hold private data.", n)
        case Kind.SELF_HARM_URGING:
            line = ngettext("{n} urges to self-harm.", "{n} urge to self-harm.", n)
        case Kind.SEXUAL:
            line = ngettext("{n} holds sexual remarks.", "{n} hold sexual remarks.", n)
        case Kind.IMPERSONATION:
            line = ngettext("{n} pretends to be you.", "{n} pretend to be you.", n)
        case _:
            line = ngettext("{n} may concern your safety.", "{n} may concern your safety.", n)
    return line.format(n=number(n))
