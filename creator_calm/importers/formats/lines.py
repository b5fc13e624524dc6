"""Plain text: as pasted from a page, in paragraphs, or a comment per line."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Grouping, Skipped, SkipReason
from creator_calm.domain.preview import BlockState
from creator_calm.importers import limits, pasted
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.page_html import Mark
    from creator_calm.importers.reading import Reading

INFO = FormatInfo(
    name="lines",
    platform=Platform.OTHER,
    mark="R",
    extensions=("txt",),
)

_REASONS = {
    BlockState.EMPTY: SkipReason.EMPTY,
    BlockState.LEFT_OUT: SkipReason.LEFT_OUT,
    BlockState.NOT_RECOGNISED: SkipReason.UNRECOGNISED,
}


def sniff(opening: Opening) -> int:
    """Take whatever text nothing else recognises."""
    return 50 if opening.shape is Shape.TEXT and opening.text.strip() else 0


def detail(reading: Reading) -> str:
    """Return how the text was taken apart."""
    if reading.opened.size <= limits.PASTE_CHARACTERS:
        return pasted.proposal(reading.text().read(), reading.options.grouping).grouping.value
    return _grouping(reading).value


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read blocks in their order; the row is the line a block begins at."""
    # Bytes, not characters: never fewer, and known before anything is read.
    if reading.opened.size > limits.PASTE_CHARACTERS:
        yield from _stream(reading)
        return
    paste = pasted.proposal(reading.text().read(), reading.options.grouping)
    line = 1
    marks = _Marks(reading.marks)
    for block in pasted.edited(paste, reading.options):
        state = block.state
        place = str(line + sum(not text.strip() for text, _ in block.lines[:1]))
        if state is BlockState.COMMENT:
            record = Record(
                int(place),
                block.text,
                author=pasted.author_of(block),
                date=pasted.age_of(block),
                likes=pasted.likes_of(block),
                platform=paste.platform if paste.platform is not Platform.OTHER else None,
            )
            marks.give(record)
            yield record
        elif block.source.strip():
            yield Skipped(place, _REASONS[state])
        # A block that was split within a line ends without one.
        ends = pasted.lines_of(block.source)
        line += len(ends) - (bool(ends) and ends[-1][-1] not in "\r\n")


class _Marks:
    # The page's links and times are in the order of its comments; each has an age for its words.
    def __init__(self, marks: Sequence[Mark]) -> None:
        self._places: dict[str, deque[int]] = {}
        self._marks = marks
        self._next = 0
        for place, mark in enumerate(marks):
            self._places.setdefault(_folded(mark.words), deque()).append(place)

    def give(self, record: Record) -> None:
        """Give a record the id, the address and the time of the next mark with the words of its age."""
        words = record.date
        places = self._places.get(_folded(words)) if isinstance(words, str) else None
        while places and places[0] < self._next:
            places.popleft()
        if not places:
            return
        self._next = places.popleft() + 1
        mark = self._marks[self._next - 1]
        if mark.time:
            record.date, record.date_words = mark.time, str(words)
        if mark.comment is not None:
            record.id, record.parent = mark.comment.id, mark.comment.parent
            record.link, record.platform = mark.comment.link, mark.comment.platform
            record.post = Post(mark.comment.post) if mark.comment.post else None


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _grouping(reading: Reading) -> Grouping:
    if reading.options.grouping in {Grouping.BLOCKS, Grouping.LINES}:
        return reading.options.grouping or Grouping.LINES
    return pasted.by_blocks_or_lines(pasted.lines_of(reading.opening.text))


def _stream(reading: Reading) -> Iterator[Record | Skipped]:
    # Too long for anybody to edit block by block: lines or paragraphs, as they come.
    by_blocks = _grouping(reading) is Grouping.BLOCKS
    held: list[str] = []
    start, number, size = 1, 0, 0
    text = reading.text()
    while line := text.readline(limits.FIELD_CHARACTERS + 1):
        number += 1
        blank = not line.strip()
        if held and (blank or not by_blocks):
            yield _record(start, held, size)
            held, size = [], 0
        if not blank:
            start = start if held else number
            size += len(line)
            if size <= limits.FIELD_CHARACTERS:
                held.append(line)
            elif not held:
                held.append("")
        while line and line[-1] not in "\r\n" and len(line) > limits.FIELD_CHARACTERS:
            line = text.readline(limits.FIELD_CHARACTERS + 1)
    if held:
        yield _record(start, held, size)


def _record(start: int, held: list[str], size: int) -> Record | Skipped:
    if size > limits.FIELD_CHARACTERS:
        return Skipped(str(start), SkipReason.TOO_LONG)
    return Record(start, "".join(held))
