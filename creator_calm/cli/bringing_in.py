"""`import`: files into the library as one step, or only accounted for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from creator_calm.cli import output, reading
from creator_calm.cli.library import desk, moment
from creator_calm.cli.triage import source_of
from creator_calm.domain.assessment import TriageContext
from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import ReadOptions, Receipt, SkipReason
from creator_calm.domain.problems import Problem
from creator_calm.reports.terminal import plain
from creator_calm.wording import (
    _,
    ngettext,
    number,
    receipt_notes,
    receipt_sentence,
    skip_sentence,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from creator_calm.domain.intake import Skipped, Source
    from creator_calm.workspace import Workspace

_SKIPS_SHOWN = 10
_WAIT_S = 0.25


def bring_in(arguments: argparse.Namespace) -> int:
    """Bring files into the library as one step, or account for them; 1 if one of them was refused."""
    options = options_of(arguments)
    sources = [_source(name) for name in arguments.files]
    if arguments.dry_run:
        seen = reading.Seen()
        outcomes = (_accounted(source, options, seen) for source in sources)
        return _tell(arguments.files, outcomes, as_json=arguments.json)
    with desk(arguments.data_dir) as opened:
        good = [(source, options) for source in sources if not isinstance(source, Problem)]
        kept = iter(_keep(opened, good) if good else ())
        outcomes = (source if isinstance(source, Problem) else next(kept) for source in sources)
        return _tell(arguments.files, outcomes, as_json=arguments.json)


def options_of(arguments: argparse.Namespace) -> ReadOptions:
    """Return the corrections of the command line. Naming a private conversation is the yes to it."""
    return ReadOptions(
        format=arguments.format,
        encoding=arguments.encoding,
        day_first=arguments.day_first,
        platform=None if arguments.platform is None else Platform(arguments.platform),
        columns=tuple(arguments.column),
        brought=frozenset(map(SkipReason, arguments.brought)),
        private=True,
        parts=None if arguments.parts is None else tuple(arguments.parts),
        reference=arguments.made_on,
        zone_minutes=arguments.utc_offset,
    )


def _source(name: str) -> Source | Problem:
    try:
        return source_of(name)
    except Problem as problem:
        return problem


def _accounted(
    source: Source | Problem, options: ReadOptions, seen: reading.Seen
) -> Receipt | Problem:
    if isinstance(source, Problem):
        return source
    try:
        return reading.account(source, options, TriageContext(), seen)
    except Problem as problem:
        return problem


def _keep(
    opened: Workspace, wanted: list[tuple[Source, ReadOptions]]
) -> tuple[Receipt | Problem, ...]:
    act = opened.importing.start_all(wanted)
    try:
        while not act.done:
            act.poll(_WAIT_S)
    except BaseException:
        act.cancel()  # Ctrl+C: nothing half imported
        raise
    if act.problem is not None and len(act.outcomes) < len(wanted):
        return (act.problem,) * len(wanted)  # no room for any of it
    return tuple(act.outcomes)


def _tell(
    names: Iterable[str],
    outcomes: Iterable[Receipt | Problem],
    *,
    as_json: bool,
) -> int:
    """Say what became of each source; return 1 if one was refused."""
    refused = False
    for name, outcome in zip(names, outcomes, strict=True):
        if isinstance(outcome, Problem):
            refused = True
            if as_json:
                output.say_json(refusal_json(name, outcome))
            output.complain(output.sentence(outcome))
        elif as_json:
            output.say_json(receipt_json(outcome))
        else:
            _say(outcome)
    return int(refused)


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
        "first": moment(receipt.first),
        "last": moment(receipt.last),
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
