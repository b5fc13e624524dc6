"""What a face may see of a source before it is kept: judged first, words of the put-away left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.accounting import Accounting
from creator_calm.domain.comment import Author, Comment, CommentId, Moment
from creator_calm.domain.intake import Role, Skipped
from creator_calm.domain.preview import BlockState, PastedBlock, Preview, PreviewColumn, PreviewRow
from creator_calm.importers import columns, limits, pasted
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.intake import ReadComment, ReadOptions, Sighting
    from creator_calm.importers.intake import Intake

    Judge = Callable[[Sequence[Comment]], list[Assessment]]

_TEXT_CHARACTERS = 300
_EXAMPLE_CHARACTERS = 100
_EXAMPLES = 8
_COLUMNS = 60
_BLOCKS = 1_000


def previews(
    intake: Intake,
    options: ReadOptions,
    judge: Judge,
    tell: Callable[[list[str]], None] = lambda _ids: None,
) -> Iterator[Preview]:
    """Yield a preview of the first 200 comments, then one with all sums. Raises Problem.

    `tell` hears the ids of all comments in their order, before the preview that counts them:
    whoever has the library can say which of them are there already.
    """
    sums = Accounting()
    first: list[ReadComment] = []
    items = _told(iter(intake), tell)
    for item in items:
        if isinstance(item, Skipped):
            sums.add(item)
        else:
            first.append(item)
            if len(first) == limits.PREVIEW_ROWS:
                break
    judged = [
        item.judged(verdict)
        for item, verdict in zip(first, judge([i.comment for i in first]), strict=True)
    ]
    for sighting in judged:
        sums.add(sighting)
    shown = _Shown(intake, options, judge, tuple(map(_row, judged)))
    if len(first) == limits.PREVIEW_ROWS:
        yield shown.preview(sums, complete=False)
        for item in items:
            sums.add(item)
    yield shown.preview(sums, complete=True)


def _told(
    items: Iterator[ReadComment | Skipped], tell: Callable[[list[str]], None]
) -> Iterator[ReadComment | Skipped]:
    """Pass everything on; tell the ids in portions, the first of them those of the rows shown."""
    ids: list[str] = []
    for item in items:
        if not isinstance(item, Skipped):
            ids.append(item.comment.id)
            if len(ids) == limits.PREVIEW_ROWS:
                tell(ids)
                ids = []
        yield item
    if ids:
        tell(ids)


class _Shown:
    def __init__(
        self, intake: Intake, options: ReadOptions, judge: Judge, rows: tuple[PreviewRow, ...]
    ) -> None:
        self._intake = intake
        self._rows = rows
        self._columns = _columns(intake, judge)
        self._blocks = _blocks(intake, options, judge)

    def preview(self, sums: Accounting, *, complete: bool) -> Preview:
        intake = self._intake
        ended = intake.ended() if complete else None
        sample = intake.date_sample
        return Preview(
            intake.found,
            sums.receipt(intake.name, intake.found, ended),
            self._rows,
            self._columns,
            self._blocks,
            sample if isinstance(sample, Moment) else None,
            complete,
            intake.parts,
        )


def _row(sighting: Sighting) -> PreviewRow:
    comment, verdict = sighting.comment, sighting.assessment
    away = verdict.put_away
    return PreviewRow(
        sighting.row,
        away,
        None if away else comment.text[:_TEXT_CHARACTERS],
        None if away or verdict.author_put_away else comment.author.name,
        comment.written_at,
        comment.likes,
        comment.in_reply_to is not None,
        comment.is_own is True,
        sighting.place,
    )


def _as_comment(text: str, author: str | None = None) -> Comment:
    return Comment(CommentId("preview"), Author(author), text)


def _columns(intake: Intake, judge: Judge) -> tuple[PreviewColumn, ...]:
    # Any cell may hold somebody's words, also in a column nobody reads and in what was taken for
    # a header: all of it is judged before it is shown.
    found = intake.found.columns[:_COLUMNS]
    cells = [_cells(intake, index, name) for index, (name, _) in enumerate(found)]
    # A label that names a role is one of our own list; any other may be a sentence.
    texts = [name for name, role in found if role is Role.IGNORE or "(" in name or "[" in name]
    texts += [cell for column in cells for cell in column]
    filled = [text for text in texts if text]
    verdicts = judge([_as_comment(text) for text in filled])
    away = {text for text, verdict in zip(filled, verdicts, strict=True) if verdict.put_away}
    return tuple(
        PreviewColumn(
            index,
            "" if name in away else name,
            role,
            next((cell for cell in cells[index] if cell not in away), None),
            bool(cells[index]) and all(cell in away for cell in cells[index]),
        )
        for index, (name, role) in enumerate(found)
    )


def _cells(intake: Intake, index: int, name: str) -> list[str]:
    opening = intake.reading.opening
    if columns.private_kinds((name,)):
        return []
    if opening.shape in {Shape.TABLE, Shape.SHEET}:
        values = [row[index] for row in opening.rows if index < len(row)]
    else:
        items = opening.items or ((opening.single,) if opening.single else ())
        values = [item.get(name) for item in items if isinstance(item, dict)]
    found = [text_of(value) or "" for value in values]
    return [text[:_EXAMPLE_CHARACTERS] for text in found if text.strip()][:_EXAMPLES]


def _blocks(intake: Intake, options: ReadOptions, judge: Judge) -> tuple[PastedBlock, ...]:
    text = intake.pasted_text()
    if text is None:
        return ()
    blocks = pasted.edited(pasted.proposal(text, options.grouping), options)[:_BLOCKS]
    blocks = tuple(block for block in blocks if block.source.strip())
    words = [block.text if block.state is BlockState.COMMENT else block.source for block in blocks]
    # The whole of it too: what is left out of the text is shown in the source.
    verdicts = judge(
        [
            _as_comment(text, pasted.author_of(block))
            for text, block in zip(words, blocks, strict=True)
        ]
        + [_as_comment(block.source) for block in blocks]
    )
    count = len(blocks)
    return tuple(
        _block(block, verdicts[i], away=verdicts[i].put_away or verdicts[count + i].put_away)
        for i, block in enumerate(blocks)
    )


def _block(block: pasted.Block, verdict: Assessment, *, away: bool) -> PastedBlock:
    return PastedBlock(
        block.block,
        block.part,
        block.state,
        None if away else block.text,
        None if away else block.source,
        None if away or verdict.author_put_away else pasted.author_of(block),
        away,
        block.start,
        block.joined,
    )
