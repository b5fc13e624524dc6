"""The job where no window can be opened: judge, advise on the first three, write report.html."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

from creator_calm.cli import out_file, output, reading
from creator_calm.cli.advice import say_plan
from creator_calm.cli.sheets import sheet
from creator_calm.cli.tally import Tally
from creator_calm.cli.triage import write_report
from creator_calm.domain.assessment import Lane, TriageContext
from creator_calm.domain.intake import ReadOptions, Skipped, SkipReason, Source
from creator_calm.domain.reply import ReplyContext
from creator_calm.replies import advisor
from creator_calm.reports import html, terminal
from creator_calm.wording import _, language

if TYPE_CHECKING:
    from pathlib import Path

REPORT = "report.html"
_ADVISED = 3


def run(files: list[Path], folder: Path) -> int:
    """Judge `files`, say what to do about the first three that need an answer, write the report."""
    report = folder / REPORT
    out_file.check_place(report)
    tally, skipped, read = Tally(), Counter[SkipReason](), 0
    context = TriageContext(interface_language=language())
    for file in files:
        for item in reading.items(Source(path=str(file), name=file.name), ReadOptions(), context):
            read += 1
            if isinstance(item, Skipped):
                skipped[item.reason] += 1
            else:
                tally.add(item)
    finished = sheet(tally, read, skipped)
    output.say(terminal.render(finished, width=output.width(), colour=output.wants_colour()))
    waiting = itertools.chain(
        tally.shown.get(Lane.NEEDS_YOU, []), tally.shown.get(Lane.CAN_WAIT, [])
    )
    for one in itertools.islice(waiting, _ADVISED):
        output.say("— " + terminal.plain(one.comment.text))
        context_of_reply = ReplyContext(
            interface_language=language(), platform=one.comment.platform
        )
        say_plan(one.assessment, advisor.plan(one.comment, one.assessment, context_of_reply))
        output.say()
    write_report(report, html.render(finished))
    output.say(_("The report is in {path}").format(path=terminal.plain(str(report))))
    return 0
