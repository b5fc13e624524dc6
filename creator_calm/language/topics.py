"""What a comment is about, and whether it holds something to use (triage, section 8).

Two questions that have nothing to do with how a comment is said: `points` finds topics that
are judged, that lack something or that something is wished for; `topic` finds the one thing
an answer can name. Both read words from `topics.toml`; neither looks at the length of a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Point
from creator_calm.language.naming import nameable
from creator_calm.language.normalise import MAX_CHARACTERS
from creator_calm.language.topic_words import Mark, Role, TopicWords
from creator_calm.language.verdicts import Verdict, limited, merged, without_bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.language.pack import LanguagePack

MAX_TOPICS = 3
MOMENT = "moment"
"""The topic of a wish that names a place and nothing else: "cut that bit at 3:20"."""

_MOST_MARKS = 40
_TIME = re.compile(r"(?<![\d:])\d{1,2}(?::[0-5]\d){1,2}(?![\d:])")
_FAR = 12
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """What a comment is about: `name` is ready for a sentence; the span is of the given text."""

    id: str
    name: str
    start: int
    end: int


_DROWNS, _UNHEARD = "too_loud", "too_quiet"


def points(normalised: str, raw: str, language: str, pack: LanguagePack) -> tuple[Point, ...]:
    """Return what there is to act on, about at most three topics, in order of mention.

    `raw` gives the digits of the time marks that `normalised` masks. A pack of another language
    than the comment's finds nothing, unless the comment's is unknown (`und`).
    """
    if language not in {pack.language, "und"}:
        return ()
    words = _words(pack)
    if not words.holds_point(normalised):
        return ()
    return _Reader(words, normalised[:MAX_CHARACTERS], _TIME.findall(raw)).points()


def topic(text: str, language: str, pack: LanguagePack) -> Topic | None:
    """Return the one topic an answer to `text` can name, or None where none is sure.

    The topic with a judging, praising or wishing word nearest wins; then the first.
    """
    words = _words(pack)
    if language not in {pack.language, "und"} or not words.names_topic(text.lower()):
        return None
    reader = _Reader(words, text[:MAX_CHARACTERS], ())
    found = reader.nearest_topic()
    if found is None or found.value == MOMENT:
        return None
    start, end = reader.span(found)
    return Topic(found.value, pack.topics[found.value], start, end)


def mentions(text: str, language: str, pack: LanguagePack) -> bool:
    """Say whether a topic is in `text` at all, judged or not."""
    words = _words(pack)
    if language not in {pack.language, "und"} or not words.names_topic(text.lower()):
        return False
    return _Reader(words, text[:MAX_CHARACTERS], ()).holds_topic


@cache
def _words(pack: LanguagePack) -> TopicWords:
    return TopicWords(pack.table("topics"))


class _Reader:
    """One comment, read once."""

    def __init__(self, words: TopicWords, text: str, times: Sequence[str]) -> None:
        self._words = words
        self._tokens = words.tokens(text)
        marks = words.marks(self._tokens)
        self._marks = marks
        self._topics = self._heads(
            [mark for mark in marks if mark.role is Role.TOPIC][:_MOST_MARKS]
        )
        self._times = times

    def span(self, mark: Mark) -> tuple[int, int]:
        """Return the characters of a mark."""
        return self._tokens[mark.at].start, self._tokens[mark.at + mark.length - 1].end

    def _heads(self, topics: list[Mark]) -> list[Mark]:
        """Leave out what only says where: of "the music in the intro" the music is meant."""
        heads = topics[:1]
        for before, mark in pairwise(topics):
            after = before.at + before.length
            near = mark.at - after <= 2 and self._sentence(before.at) == self._sentence(mark.at)
            if not (
                near and self._tokens[after].word in self._words.prepositions and after < mark.at
            ):
                heads.append(mark)
        return heads

    @property
    def holds_topic(self) -> bool:
        """Whether any topic is there."""
        return bool(self._topics)

    def nearest_topic(self) -> Mark | None:
        """Return the topic an answer can name."""
        return nameable(self._topics, self._marks, self._tokens, self._words)

    def points(self) -> tuple[Point, ...]:
        """Return the points, in order of mention of their topics."""
        found: dict[tuple[str, str | None], tuple[int, Point]] = {}
        for verdict in self._verdicts():
            mark = self._attach(verdict)
            if mark is None:
                continue
            direction = self._words.resolve(verdict.direction, mark.value)
            place = self._place(self._sentence(mark.at), verdict.sentence)
            point = Point(mark.value, direction, verdict.request, place)
            key = mark.value, direction
            known = found.get(key)
            if known is None:
                found[key] = mark.at, point
            else:
                found[key] = known[0], merged(known[1], point)
        for topic, direction in [*found]:
            if direction == _DROWNS:
                found.pop((topic, _UNHEARD), None)  # "so loud I can't hear you" is one point
        return limited(without_bare(found.values()), MAX_TOPICS)

    def _verdicts(self) -> list[Verdict]:
        """Return judgements first, wishes after them: a wish may belong to a topic judged before."""
        judged: list[Verdict] = []
        wished: list[Verdict] = []
        for mark in self._marks:
            verdict = self._judgement(mark) or self._wish(mark)
            if verdict is not None:
                (wished if verdict.request else judged).append(verdict)
        return (judged + wished)[:_MOST_MARKS]

    def _judgement(self, mark: Mark) -> Verdict | None:
        match mark.role:
            case Role.BAD | Role.ALONE:
                said = not mark.negative and self._negated(mark.at, 3)
                fits = not said and not self._of_a_person(mark)
                direction = mark.value or None
            case Role.ADJECTIVE:
                fits = self._near_before(mark.at, Role.TOO, 2) and not self._negated(mark.at - 1, 2)
                strongly = mark.value in self._words.strong.get(self._tokens[mark.at].word, ())
                fits = fits or (strongly and self._near_before(mark.at, Role.VERY, 2))
                direction = mark.value
            case Role.LACKS:
                enough = self._is_role(mark.at + mark.length, Role.ENOUGH)
                fits = self._negated(mark.at, 3) and (
                    enough or mark.value in self._words.bare_lacks
                )
                direction = mark.value
            case Role.TOPIC:
                wanted = mark.value in self._words.wanted
                fits = (
                    wanted and mark.at > 0 and self._tokens[mark.at - 1].word in self._words.absent
                )
                direction = "missing"
            case Role.GOOD:
                fits = self._negated(mark.at, 2) and not self._of_a_person(mark)
                direction = None
            case _:
                return None
        return self._verdict(mark, direction) if fits else None

    def _wish(self, mark: Mark) -> Verdict | None:
        """Return a wish: a word of work where something is asked for, or at the front."""
        if mark.role not in {Role.ASK, Role.WORK} or self._spoilt(mark):
            return None
        asked = self._near_before(mark.at, Role.REQUEST, 7) or self._in_front(mark.at)
        if not asked:
            return None
        return self._verdict(mark, mark.value or None, request=True)

    def _verdict(self, mark: Mark, direction: str | None, *, request: bool = False) -> Verdict:
        token = self._tokens[mark.at]
        return Verdict(mark.at, token.sentence, token.clause, direction, request)

    def _attach(self, verdict: Verdict) -> Mark | None:
        """Return the topic a verdict is about: in its clause, its sentence, or a neighbour."""
        reach = verdict.reach
        sentence = [mark for mark in self._topics if self._sentence(mark.at) == verdict.sentence]
        here = [mark for mark in sentence if abs(mark.at - verdict.at) <= reach]
        clause = [mark for mark in here if self._tokens[mark.at].clause == verdict.clause]
        if here:
            return min(clause or here, key=lambda mark: abs(mark.at - verdict.at))
        return None if sentence else self._attach_beyond(verdict)

    def _attach_beyond(self, verdict: Verdict) -> Mark | None:
        """Return the topic of a verdict in whose sentence there is none."""
        before = [
            mark
            for mark in self._topics
            if self._sentence(mark.at) == verdict.sentence - 1 and verdict.at - mark.at <= _FAR
        ]
        implied = self._implied(verdict)
        if implied is not None:
            kin = self._words.kin.get(implied.value, frozenset())
            return next((mark for mark in reversed(before) if mark.value in kin), implied)
        if before:
            return before[-1]
        after = (mark for mark in self._topics if self._sentence(mark.at) == verdict.sentence + 1)
        following = next(after, None)
        if following is not None and following.at - verdict.at <= _NEAR:
            return following
        named = verdict.request and self._place(verdict.sentence) is not None
        return Mark(verdict.at, 1, Role.TOPIC, MOMENT) if named else None

    def _implied(self, verdict: Verdict) -> Mark | None:
        """Return the topic of a direction that names none: what is too loud has a volume."""
        direction = self._words.resolve(verdict.direction, "") or ""
        value = self._words.implied.get(direction)
        near = self._words.around(self._marks, verdict.at - _NEAR, verdict.at + _NEAR)
        beside = any(
            mark.role is Role.WHOLE and self._sentence(mark.at) == verdict.sentence for mark in near
        )
        if value is None and beside:
            value = self._words.implied_beside.get(direction)
        return None if value is None else Mark(verdict.at, 1, Role.TOPIC, value)

    def _place(self, *sentences: int) -> str | None:
        """Return the first place named in the sentences; digits and our own words only."""
        times = iter(self._times)
        for mark in self._marks:
            if mark.role is not Role.PLACE:
                continue
            value = next(times, None) if mark.value == "time" else mark.value
            if value is not None and self._sentence(mark.at) in sentences:
                return value
        return None

    def _sentence(self, at: int) -> int:
        return self._tokens[at].sentence

    def _negated(self, at: int, reach: int) -> bool:
        """Say whether a negation stands at most `reach` tokens before, in the same clause."""
        marks = self._words.around(self._marks, max(at - reach, 0), at)
        clause = self._tokens[at].clause
        return any(
            mark.role is Role.NEGATION and self._tokens[mark.at].clause == clause for mark in marks
        )

    def _near_before(self, at: int, role: Role, reach: int) -> bool:
        """Say whether a mark of `role` stands at most `reach` tokens before `at` in its sentence."""
        return any(
            mark.role is role
            and 0 < at - mark.at - mark.length + 1 <= reach
            and self._sentence(mark.at) == self._sentence(at)
            for mark in self._words.around(self._marks, at - reach - 4, at)
        )

    def _is_role(self, at: int, role: Role) -> bool:
        return any(
            mark.role is role and mark.at == at
            for mark in self._words.around(self._marks, at, at + 1)
        )

    def _in_front(self, at: int) -> bool:
        """Say whether a token begins its clause, or stands one after a joining word there."""
        clause = self._tokens[at].clause
        return (
            at == 0
            or self._tokens[at - 1].clause != clause
            or (
                self._tokens[at - 1].word in self._words.joining
                and (at == 1 or self._tokens[at - 2].clause != clause)
            )
        )

    def _of_a_person(self, mark: Mark) -> bool:
        """Say whether a judgement is of somebody and not of the work: "you are so boring"."""
        if mark.value not in self._words.personal:
            return False
        here = self._tokens[mark.at]
        for at in range(mark.at - 1, max(mark.at - 6, -1), -1):
            token = self._tokens[at]
            if token.clause != here.clause or any(topic.at == at for topic in self._topics):
                return False
            if token.word in self._words.person:
                return True
        return False

    def _spoilt(self, mark: Mark) -> bool:
        """Say whether a wish is none: "you should quit"."""
        sentence = self._sentence(mark.at)
        return (self._negated(mark.at, 1) and mark.role is Role.WORK) or any(
            other.role is Role.NOT_WORK and self._sentence(other.at) == sentence
            for other in self._marks
        )
