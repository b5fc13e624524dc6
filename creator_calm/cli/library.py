"""`import`, `formats` and `export`: the commands around the creator's library."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

from creator_calm import paths
from creator_calm.cli import out_file, output, reading
from creator_calm.cli.triage import source_of
from creator_calm.clock import SystemClock
from creator_calm.domain.assessment import TriageContext
from creator_calm.domain.intake import ReadOptions, Receipt
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers.intake import formats
from creator_calm.reports.tables import BYTE_ORDER_MARK, csv_line
from creator_calm.reports.terminal import plain
from creator_calm.wording import (
    _,
    format_how_to,
    format_title,
    ngettext,
    notice_sentence,
    number,
    platform_name,
    receipt_notes,
    receipt_sentence,
    skip_sentence,
)
from creator_calm.workspace import Workspace

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from creator_calm.domain.comment import Moment, Post
    from creator_calm.domain.intake import Skipped, Source
    from creator_calm.workspace.exporting import ExportRow

_SKIPS_SHOWN = 10
_WAIT_S = 0.25


@contextmanager
def _desk(data_dir: Path | None) -> Iterator[Workspace]:
    desk = Workspace.open(paths.folders(data_dir), SystemClock())
    for notice in desk.notices():
        output.complain(notice_sentence(notice))
    try:
        yield desk
    finally:
        desk.close()


def bring_in(arguments: argparse.Namespace) -> int:
    """Bring each file into the library, or account for it; 1 if one of them was refused."""
    options = ReadOptions(format=arguments.format, private=True)
    refused = False
    if arguments.dry_run:
        for name in arguments.files:
            refused |= _one(
                name,
                lambda source: reading.account(source, options, TriageContext()),
                as_json=arguments.json,
            )
        return int(refused)
    with _desk(arguments.data_dir) as desk:
        for name in arguments.files:
            refused |= _one(
                name, lambda source: _keep(desk, source, options), as_json=arguments.json
            )
    return int(refused)


def _one(name: str, work: Callable[[Source], Receipt], *, as_json: bool) -> bool:
    """Account for one file; return True if it was refused."""
    try:
        receipt = work(source_of(name))
    except Problem as problem:
        if as_json:
            output.say_json(refusal_json(name, problem))
        output.complain(output.sentence(problem))
        return True
    if as_json:
        output.say_json(receipt_json(receipt))
    else:
        _say(receipt)
    return False


def _keep(desk: Workspace, source: Source, options: ReadOptions) -> Receipt:
    job = desk.importing.start(source, options)
    while not job.done:
        job.poll(_WAIT_S)
    if job.problem is not None:
        raise job.problem
    assert job.receipt is not None
    return job.receipt


def receipt_json(receipt: Receipt) -> dict[str, object]:
    """Return the object of cli.md for one source."""
    exact, day, estimated, unknown = receipt.dates
    return {
        "source": receipt.source,
        "format": receipt.format,
        "delimiter": receipt.detail or None,
        "encoding": receipt.encoding,
        "platform": receipt.platform.value,
        "read": receipt.read,
        "new": receipt.new,
        "duplicates": receipt.duplicates,
        "skipped": [_skip(one) for one in receipt.skipped],
        "comments": receipt.comments,
        "replies": receipt.replies,
        "own": receipt.own,
        "missing_replies": receipt.missing_replies,
        "first": _moment(receipt.first),
        "last": _moment(receipt.last),
        "dates": {"exact": exact, "day": day, "estimated": estimated, "unknown": unknown},
        "repaired": list(receipt.repaired),
        "stopped_at": receipt.stopped_at or None,
        "columns_not_used": [name for name, _cells in receipt.columns_not_used],
        "left_out": [what.value for what in receipt.left_out],
        "sha256": receipt.sha256,
        "warnings": [warn.value for warn in receipt.warnings],
        "problem": None,
    }


def refusal_json(name: str, problem: Problem) -> dict[str, object]:
    """Return the same object for a source that was refused: every field is there, nothing counted."""
    nothing = Receipt(Path(name).name, "", "", 0, 0, 0, (), 0)
    return {**receipt_json(nothing), "problem": problem.code.value}


def _skip(one: Skipped) -> dict[str, object]:
    line: dict[str, object] = {"row": _row(one.row), "reason": one.reason.value}
    return {**line, "place": one.place} if one.place else line


def _row(row: str) -> int | str:
    return int(row) if row.isdecimal() else row


def _moment(moment: Moment | None) -> str | None:
    if moment is None or moment.utc is None:
        return None
    return moment.utc.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _say(receipt: Receipt) -> None:
    name = plain(receipt.source) if receipt.source not in {"", "-"} else _("Standard input")
    output.say(f"{name}: {receipt_sentence(receipt)}")
    for note in receipt_notes(receipt):
        output.say(f"  {note}")
    for one in receipt.skipped[:_SKIPS_SHOWN]:
        # TRANSLATORS: {row} is a line number or "Sheet2, row 17", {reason} like "no text in it"
        output.say(
            "  "
            + _("Left out, row {row}: {reason}.").format(
                row=one.row, reason=skip_sentence(one.reason)
            )
        )
    more = receipt.skipped_count - _SKIPS_SHOWN
    if more > 0:
        output.say("  " + ngettext("and {n} more", "and {n} more", more).format(n=number(more)))


def list_formats(arguments: argparse.Namespace) -> int:
    """List what can be brought in, and how to get such a file."""
    for one in formats():
        if arguments.json:
            output.say_json(
                {
                    "name": one.name,
                    "title": format_title(one.name),
                    "platform": one.platform.value,
                    "mark": one.mark,
                    "how_to": format_how_to(one.name),
                    "holds_own_words": one.holds_own_words,
                    "extensions": list(one.extensions),
                }
            )
            continue
        where = platform_name(one.platform)
        output.say(f"{one.name}  {format_title(one.name)}" + (f" · {where}" if where else ""))
        output.say(f"    {format_how_to(one.name)}")
    return 0


_COLUMNS = (
    "id", "platform", "author", "written_at", "likes", "text", "put_away", "kind", "lane", "language",
    "about", "in_reply_to", "link", "done", "answered", "kept", "date_precision", "account", "rating",
    "post_id", "post_title", "post_link", "is_own", "flags",
)  # fmt: skip


def export(arguments: argparse.Namespace) -> int:
    """Write the library to a JSON or CSV file: all of it or nothing."""
    out: Path = arguments.out
    ending = out.suffix.lower()
    if ending not in {".json", ".csv"}:
        raise Problem(ProblemCode.ENDING_UNKNOWN, name=out.name)
    out_file.check_place(out)
    if out.resolve().parent in astuple(paths.folders(arguments.data_dir)):
        raise Problem(ProblemCode.OWN_FILE, name=str(out))  # vault.json ends in .json too
    with _desk(arguments.data_dir) as desk:
        rows = (_cells(row) for row in desk.exporting.rows(with_text=arguments.with_text))
        written = _write(out, _json_parts(rows) if ending == ".json" else _csv_parts(rows))
    line = ngettext("{n} comment written to {name}.", "{n} comments written to {name}.", written)
    output.say(line.format(n=number(written), name=plain(str(out))))
    return 0


def _write(out: Path, parts: Iterator[tuple[int, str]]) -> int:
    count = 0
    with out_file.whole_file(out) as file:
        for counted, text in parts:
            count += counted
            file.write(text)
    return count


def _json_parts(rows: Iterator[dict[str, object]]) -> Iterator[tuple[int, str]]:
    yield 0, "["
    for at, row in enumerate(rows):
        yield 1, (",\n" if at else "\n") + json.dumps(row, ensure_ascii=False)
    yield 0, "\n]\n"


def _csv_parts(rows: Iterator[dict[str, object]]) -> Iterator[tuple[int, str]]:
    yield 0, BYTE_ORDER_MARK + csv_line(list(_COLUMNS))
    for row in rows:
        yield 1, csv_line([_cell(row[column]) for column in _COLUMNS])


def _cell(value: object) -> str:
    if value is None:
        return ""
    return " ".join(value) if isinstance(value, list) else str(value)


def _cells(row: ExportRow) -> dict[str, object]:
    comment, verdict, shown = row.comment, row.assessment, row.view.row
    hidden = row.text is None
    return {
        "id": str(comment.id),
        "platform": comment.platform.value,
        "author": row.author,
        "written_at": _moment(comment.written_at),
        "likes": comment.likes,
        "text": row.text,
        "put_away": shown.put_away,
        "kind": verdict.kind.value,
        "lane": verdict.lane.value,
        "language": verdict.language,
        "about": list(verdict.about),
        "in_reply_to": None if comment.in_reply_to is None else str(comment.in_reply_to),
        "link": None if hidden else comment.link,
        "done": shown.done,
        "answered": shown.answered,
        "kept": shown.kept,
        "date_precision": None
        if comment.written_at is None
        else comment.written_at.precision.value,
        "account": None if row.author is None else comment.author.account,
        "rating": comment.rating,
        **_post_cells(comment.post),
        "is_own": comment.is_own,
        "flags": sorted(flag.value for flag in comment.flags),
    }


def _post_cells(post: Post | None) -> dict[str, object]:
    # So that what went out can come back the same.
    return {
        "post_id": None if post is None else post.id,
        "post_title": None if post is None else post.title,
        "post_link": None if post is None else post.link,
    }
