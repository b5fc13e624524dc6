"""Which of the topics in a comment an answer can name: precision before coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.language.normalise import MAX_CHARACTERS
from creator_calm.language.topic_words import Mark, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from creator_calm.language.topic_words import Token, TopicWords

_EVALUATIVE = frozenset({Role.BAD, Role.ALONE, Role.GOOD, Role.ASK, Role.ADJECTIVE, Role.LACKS})
_MOST_MARKS = 40
_REACH = 2
"""So many tokens before a topic may say whose it is, or that it is only mentioned."""


def nameable(
    topics: Iterable[Mark], marks: Iterable[Mark], tokens: Sequence[Token], words: TopicWords
) -> Mark | None:
    """Return the topic with a judging, praising or wishing word nearest; None where none is meant.

    "My game", "the tutorial my school has": what is the commenter's own is not the work, unless
    it is something bought. "Since the update", "than the book" only say when or beside what.
    """
    evaluative = [mark.at for mark in marks if mark.role in _EVALUATIVE][:_MOST_MARKS]

    def rank(mark: Mark) -> tuple[bool, int]:
        sentence = tokens[mark.at].sentence
        same = (at for at in evaluative if tokens[at].sentence == sentence)
        near = min((abs(at - mark.at) for at in same), default=MAX_CHARACTERS)
        return not words.aside.isdisjoint(_before(mark, tokens)), near

    meant = [mark for mark in topics if not _is_their_own(mark, tokens, words)]
    return min(meant, key=rank, default=None)


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
