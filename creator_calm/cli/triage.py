"""`triage`: read comments in any format, judge them, keep nothing."""

from __future__ import annotations

import itertools
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from creator_calm.cli import kinds, out_file, output, reading
from creator_calm.cli.sheets import sheet
from creator_calm.cli.tally import Tally
from creator_calm.domain.assessment import TriageContext
from creator_calm.domain.intake import ReadOptions, Sighting, Skipped, SkipReason, Source
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import ReplyContext
from creator_calm.replies import advisor
from creator_calm.reports import html, terminal
from creator_calm.wording import _, language

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Judge a file; print a calm view or JSON Lines."""
    if arguments.list_kinds:
        return kinds.show(as_json=arguments.json)
    if arguments.file is None:
        output.complain(_("Name a file, or - for standard input."))
        return 2
    if arguments.report is not None:
        _check_report(arguments.report)
    began = time.perf_counter()
    tally, read, skipped = _judge(arguments)
    if arguments.json:
        output.say_json(_summary(tally, read, skipped, time.perf_counter() - began))
    finished = sheet(tally, read, skipped)
    if not arguments.json:
        output.say(
            terminal.render(finished, width=output.width(), colour=output.wants_colour()), end=""
        )
    if arguments.report is not None:
        write_report(arguments.report, html.render(finished))
    return 0


def _judge(arguments: argparse.Namespace) -> tuple[Tally, int, Counter[SkipReason]]:
    """Judge the records one by one; with --json each is printed as it comes."""
    tally, read, skipped = Tally(), 0, Counter[SkipReason]()
    context = TriageContext(interface_language=language())
    items = reading.items(
        source_of(arguments.file), ReadOptions(format=arguments.format, private=True), context
    )
    for item in itertools.islice(items, arguments.limit):
        read += 1
        if isinstance(item, Skipped):
            skipped[item.reason] += 1
            continue
        tally.add(item)
        if arguments.json:
            output.say_json(line_json(item, with_text=arguments.with_text))
    return tally, read, skipped


def source_of(name: str) -> Source:
    """Return the source for a file's name, or for `-` what stands on standard input."""
    if name != "-":
        return Source(path=name, name=Path(name).name)
    return Source(data=output.read_data(), name="-")


def write_report(path: Path, page: str) -> None:
    """Write an HTML report. Raises Problem CANNOT_WRITE or DISK_FULL."""
    with out_file.whole_file(path) as file:
        file.write(page)


def _check_report(path: Path) -> None:
    """Look at the place before the work. The ending keeps a slip from replacing a file of another sort."""
    if path.suffix.lower() not in {".html", ".htm"}:
        raise Problem(ProblemCode.REPORT_ENDING, name=path.name)
    out_file.check_place(path)


def line_json(sighting: Sighting, *, with_text: bool) -> dict[str, object]:
    """Return the object of cli.md for one comment; its words only if they may be shown."""
    comment, verdict = sighting.comment, sighting.assessment
    hidden = verdict.put_away and not with_text
    name_hidden = hidden or (verdict.author_put_away and not with_text)
    line: dict[str, object] = {
        "row": int(sighting.row) if sighting.row.isdecimal() else sighting.row,
        "id": sighting.native_id,
        "author": None if name_hidden else comment.author.name,
        "language": verdict.language,
        "kind": verdict.kind.value,
        "facets": sorted(facet.value for facet in verdict.facets),
        "lane": verdict.lane.value,
        "severity": int(verdict.severity),
        "harshness": round(verdict.harshness, 4),
        "confidence": verdict.confidence.value,
        "put_away": verdict.put_away,
        "evidence": [
            {"start": one.start, "end": one.end, "code": one.code} for one in verdict.evidence
        ],
        "about": list(verdict.about),
        "strategy": advisor.plan(comment, verdict, ReplyContext()).strategy.value,
    }
    if not hidden:
        line["text"] = comment.text
    return line


def _summary(
    tally: Tally, read: int, skipped: Counter[SkipReason], seconds: float
) -> dict[str, object]:
    return {
        "summary": {
            "read": read,
            "judged": tally.judged,
            "cannot_judge": tally.cannot_judge,
            "own": tally.own,
            "skipped": skipped.total(),
            "put_away": tally.put_away,
            "by_kind": dict(tally.by_kind),
            "by_lane": dict(tally.by_lane),
            "seconds": round(seconds, 3),
        }
    }
