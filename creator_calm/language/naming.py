"""Which of the topics in a comment an answer can name: precision before coverage."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from creator_calm.language.normalise import MAX_CHARACTERS
from creator_calm.language.topic_words import Mark, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from creator_calm.language.topic_words import Token, TopicWords

_EVALUATIVE = frozenset({Role.BAD, Role.ALONE, Role.GOOD, Role.ASK, Role.ADJECTIVE, Role.LACKS})
_MOST_MARKS = 40
_NEAR = 6
_REACH = 2
"""So many tokens before a topic may say whose it is, or that it is only mentioned."""


def nameable(
    topics: Iterable[Mark], marks: Sequence[Mark], tokens: Sequence[Token], words: TopicWords
) -> Mark | None:
    """Return the topic with a judging, praising or wishing word nearest; None where none is meant.

    "My game", "the tutorial my school has": what is the commenter's own is not the work, unless
    it is something bought. "Since the update", "than the book" only say when or beside what.
    """
    evaluative = [mark.at for mark in marks if mark.role in _EVALUATIVE][:_MOST_MARKS]
    asking = _asking(marks, tokens, words)

    def near(mark: Mark) -> int:
        sentence = tokens[mark.at].sentence
        same = (at for at in evaluative if tokens[at].sentence == sentence)
        return min((abs(at - mark.at) for at in same), default=MAX_CHARACTERS)

    def is_meant(mark: Mark) -> bool:
        """Whether it is judged, wished, asked for, called theirs, or what a sentence opens with."""
        return (
            near(mark) <= _NEAR
            or tokens[mark.at].sentence in asking
            or not words.theirs.isdisjoint(_before(mark, tokens))
            or _opens(mark, tokens)
        )

    def rank(mark: Mark) -> tuple[bool, int]:
        return not words.aside.isdisjoint(_before(mark, tokens)), near(mark)

    meant = [m for m in topics if is_meant(m) and not _is_their_own(m, tokens, words)]
    return min(meant, key=rank, default=None)


def _asking(marks: Sequence[Mark], tokens: Sequence[Token], words: TopicWords) -> set[int]:
    """Return the sentences that ask: for something, or somebody about their own."""
    to_them = {token.sentence for token in tokens if token.word in words.theirs}
    asking: set[int] = set()
    for mark, after in zip_longest(marks, marks[1:]):
        sentence = tokens[mark.at].sentence
        if mark.role in {Role.REQUEST, Role.ASK}:
            asking.add(sentence)
        elif mark.role is Role.QUESTION:
            about = after is not None and after.at - mark.at - mark.length <= _REACH
            if sentence in to_them or (about and after.role is Role.TOPIC):
                asking.add(sentence)
    return asking


def _opens(mark: Mark, tokens: Sequence[Token]) -> bool:
    first = mark.at - _REACH
    return first < 0 or tokens[first].sentence != tokens[mark.at].sentence or first == 0


def _is_their_own(mark: Mark, tokens: Sequence[Token], words: TopicWords) -> bool:
    if mark.value in words.bought:
        return False
    behind = mark.at + mark.length
    follows = tokens[behind].word if behind < len(tokens) else ""
    goes_on = follows in words.own and tokens[behind].clause == tokens[mark.at].clause
    return goes_on or not words.own.isdisjoint(_before(mark, tokens))


def _before(mark: Mark, tokens: Sequence[Token]) -> list[str]:
    here = tokens[mark.at]
    return [
        token.word
        for token in tokens[max(mark.at - _REACH, 0) : mark.at]
        if token.clause == here.clause
    ]
