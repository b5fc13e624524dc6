"""Judging in batches, and one by one where a comment has brought down the last worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Assessment, TriageContext, not_judged
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.worker.channel import READING, READING_S, Channel, Ticker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

JUDGING_S = 6.0
_JUDGING = "judging"
_BATCH_RECORDS = 128
_BATCH_CHARACTERS = 20_000
"""A batch ends at either: one of long comments must not look like a worker that hangs."""


class Judge:
    """Judges in batches; in careful mode one by one, each announced beforehand.

    So the app can tell which comment ended or hung the last worker. Those in `unjudged` are not
    looked at.
    """

    is_warm = False

    def __init__(
        self,
        channel: Channel,
        ticker: Ticker,
        context: TriageContext,
        careful: int,
        unjudged: Iterable[int],
    ) -> None:
        self._channel = channel
        self._ticker = ticker
        self._context = context
        self.careful = careful
        self._unjudged = frozenset(unjudged)
        self._next = 0

    def __call__(self, comments: Sequence[Comment]) -> list[Assessment]:
        """Judge texts that are numbered in the order they are asked for."""
        numbers = range(self._next, self._next + len(comments))
        self._next = numbers.stop
        return self.numbered(comments, numbers)

    def numbered(self, comments: Sequence[Comment], numbers: Sequence[int]) -> list[Assessment]:
        """Judge texts, each with the number by which it is announced."""
        from creator_calm.triage.assess import assess  # noqa: PLC0415 - a preview of nothing needs no lists

        self._warm_up(assess)
        self._ticker.stage(_JUDGING, JUDGING_S)
        verdicts: list[Assessment] = []
        if self.careful > 0:
            for comment, number in zip(comments, numbers, strict=True):
                self._channel.send("row", number)
                known = number not in self._unjudged
                verdicts += assess([comment], self._context) if known else [not_judged()]
            self.careful -= len(comments)
            self._channel.send("row", -1)
        else:
            for batch in _batches(comments):
                verdicts += assess(batch, self._context)
                self._ticker.tell()
        self._ticker.stage(READING, READING_S)
        return verdicts

    def _warm_up(
        self, assess: Callable[[Iterable[Comment], TriageContext], Iterable[Assessment]]
    ) -> None:
        # The word lists are read with the first comment of a language. On a busy machine that
        # takes longer than judging may be silent, so it is done under a name of its own.
        if not Judge.is_warm:
            self._ticker.stage("starting", READING_S)
            samples = ("Thank you, this was really helpful", "Tack, det här var verkligen bra")
            for _ in assess(
                [Comment(CommentId("warm"), Author(), text) for text in samples], self._context
            ):
                pass
            Judge.is_warm = True


def _batches(comments: Sequence[Comment]) -> Iterable[Sequence[Comment]]:
    start, characters = 0, 0
    for end, comment in enumerate(comments, start=1):
        characters += len(comment.text)
        if end - start >= _BATCH_RECORDS or characters >= _BATCH_CHARACTERS or end == len(comments):
            yield comments[start:end]
            start, characters = end, 0
