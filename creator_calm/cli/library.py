"""`formats` and `export`, and the open library for every command that needs it."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import astuple
from typing import TYPE_CHECKING

from creator_calm import paths
from creator_calm.cli import out_file, output
from creator_calm.clock import SystemClock
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
)
from creator_calm.workspace import Workspace

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from creator_calm.domain.comment import Moment, Post
    from creator_calm.workspace.exporting import ExportRow


@contextmanager
def desk(data_dir: Path | None) -> Iterator[Workspace]:
    """Open the library and say what it has to say."""
    opened = Workspace.open(paths.folders(data_dir), SystemClock())
    for notice in opened.notices():
        output.complain(notice_sentence(notice))
    try:
        yield opened
    finally:
        opened.close()


def moment(at: Moment | None) -> str | None:
    """Write a time as cli.md has it; None where none is known."""
    if at is None or at.utc is None:
        return None
    return at.utc.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


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
        own = _("your own words") if one.holds_own_words else ""
        parts = (format_title(one.name), platform_name(one.platform), own)
        output.say(f"{one.name}  {' · '.join(part for part in parts if part)}")
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
    with desk(arguments.data_dir) as opened:
        rows = (_cells(row) for row in opened.exporting.rows(with_text=arguments.with_text))
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
        "written_at": moment(comment.written_at),
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
