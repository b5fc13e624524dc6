"""The digest holds codes and counts; no word of a comment has a way in."""

from __future__ import annotations

import random
import re
import typing

from creator_calm.domain.assessment import Digest, DigestLine, Kind, Lane, Point
from creator_calm.language.pack import LANGUAGES
from creator_calm.triage import digest as module
from creator_calm.triage.digest import Row, digest
from creator_calm.triage.lexicon import load_lexicon
from creator_calm.wording import digest_lines, use_language
from tests.triage.judging import judge
from tests.triage.test_shares import GROUPS

SOUND = Point("sound", "too_quiet", place="3:20")
PRICE = Point("price", request=True)


def rows() -> list[Row]:
    return [
        (1, "a", Kind.HARSH_CRITIQUE, Lane.USEFUL_BUT_HARSH, (SOUND,), True),
        (2, "a", Kind.HARSH_CRITIQUE, Lane.USEFUL_BUT_HARSH, (Point("sound"), SOUND), True),
        (3, "b", Kind.HARSH_CRITIQUE, Lane.USEFUL_BUT_HARSH, (PRICE,), True),
        (4, "c", Kind.ABUSE, Lane.NOTHING_IN_IT, (), True),
        (5, "d", Kind.THREAT, Lane.SAFETY, (), True),
        (6, "e", Kind.DISTRESS, Lane.DISTRESS, (), False),
        (7, "f", Kind.PRAISE, Lane.KIND, (), False),
        (8, "g", Kind.UNCLEAR, Lane.CANNOT_JUDGE, (), True),
        (9, "h", Kind.THREAT, Lane.SAFETY, (PRICE,), True),
    ]


def test_counts() -> None:
    found = digest(rows())
    assert found.put_away == 7
    assert found.people == 6
    assert found.lines == (
        DigestLine("price", None, request=True, place=None, comments=2, people=2, keys=(3,)),
        DigestLine(
            "sound", "too_quiet", request=False, place="3:20", comments=2, people=1, keys=(1, 2)
        ),
    )
    assert (found.nothing_to_act_on, found.distress, found.not_judged) == (1, 1, 1)
    assert found.safety == ((Kind.THREAT, 2),)
    assert found.safety_with_point == 1


def test_parts_add_up_whatever_the_order() -> None:
    expected = digest(rows())
    total = sum(line.comments for line in expected.lines) + expected.nothing_to_act_on
    total -= expected.safety_with_point
    assert total + expected.not_judged + sum(n for _, n in expected.safety) == expected.put_away
    for seed in range(20):
        shuffled = rows()
        random.Random(seed).shuffle(shuffled)
        assert digest(shuffled) == expected


def test_empty() -> None:
    assert digest([]) == Digest(0, 0, (), 0)


def test_digest_types_hold_no_free_text() -> None:
    """A row has one string, an opaque author code, and it does not come out again."""
    assert typing.get_args(Row) == (int, str, Kind, Lane, tuple[Point, ...], bool)
    hints = typing.get_type_hints(DigestLine)
    assert {name for name, kind in hints.items() if kind in {str, str | None}} == {
        "topic",
        "direction",
        "place",
    }
    names = set(vars(module))
    assert not names & {"Comment", "normalise", "Piece", "Reading"}


def test_canary_words_do_not_reach_the_digest() -> None:
    canary = "zanzibarquux"
    texts = [
        f"the audio is too loud you idiot {canary}",
        f"fuck you {canary}",
        f"you idiot, {canary} fix the subtitles at 3:20",
        f"kill yourself {canary}",
        f"your {canary} mic is too quiet you moron {canary}",
    ]
    judged = [judge(text) for text in texts]
    found = digest(
        (key, canary, a.kind, a.lane, a.points, a.put_away) for key, a in enumerate(judged)
    )
    assert found.put_away == len(texts)
    assert found.lines
    shown = repr(found)
    assert canary not in shown
    assert "idiot" not in shown
    assert "fuck" not in shown


CANARIES = ("zanzibarquux", "Borislavna", "kvarnstensgatan", "@quuxina", "07012345678")
POINTS = {
    "en": ("the sound is too quiet at 3:20", "the intro is too long", "please add subtitles"),
    "sv": ("ljudet är för lågt vid 3:20", "introt är för långt", "lägg till undertexter"),
}


def put_away_lines() -> list[str]:
    """Return harsh lines of both languages, with and without a point, each with a canary."""
    lines = []
    for group in GROUPS:
        if not group["away"]:
            continue
        for number, line in enumerate(group["lines"]):
            canary = CANARIES[number % len(CANARIES)]
            point = POINTS[group["language"]][number % 3]
            lines += [f"{line} {canary}", f"{point}. {line} {canary}", f"{canary}, {line}. {point}"]
    return lines


def test_five_hundred_put_away_comments_leave_no_word_in_the_digest() -> None:
    lines = put_away_lines()
    judged = [(key, CANARIES[key % 5], judge(line)) for key, line in enumerate(lines)]
    away = [(key, who, a.kind, a.lane, a.points, True) for key, who, a in judged if a.put_away]
    assert len(away) >= 500
    found = digest(away)
    counted = sum(line.comments for line in found.lines)
    assert counted == sum(1 for row in away if row[4])
    parts = counted + found.nothing_to_act_on + found.not_judged
    assert parts + sum(n for _, n in found.safety) - found.safety_with_point == found.put_away
    said = {code: words_of(found, code) for code in LANGUAGES}
    canaries = {canary.strip("@").lower() for canary in CANARIES}
    for code, words in said.items():
        lexicon = load_lexicon(code)
        lists = lexicon.insult_nouns | lexicon.insult_adjectives
        assert not words & (lists | lexicon.profanity | lexicon.slurs | canaries)


def words_of(found: Digest, code: str) -> set[str]:
    """Return the words of the digest as the faces write it."""
    use_language(code)
    try:
        return set(re.findall(r"[^\W\d_]+|\d{6,}", "\n".join(digest_lines(found)).lower()))
    finally:
        use_language("en")
