"""A run of `triage` as a report: worded and masked before it is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Lane
from creator_calm.reports.sheet import Entry, Section, Sheet
from creator_calm.reports.terminal import plain
from creator_calm.wording import (
    _,
    digest_lines,
    kind_name,
    language,
    ngettext,
    number,
    perspective_sentence,
    platform_name,
    skip_sentence,
    wants_line,
)

if TYPE_CHECKING:
    from collections import Counter

    from creator_calm.cli.tally import Tally
    from creator_calm.domain.intake import Sighting, SkipReason

_KIND_ONES = 3
_WAITING = 5


def sheet(tally: Tally, read: int, skipped: Counter[SkipReason]) -> Sheet:
    """Return the report of a run; a put-away comment is in it as codes and counts."""
    sections = [*_care(tally), *_shown(tally), *_away(tally), *_left_out(skipped)]
    return Sheet(
        title=_("Creator Calm"),
        lead=tuple(
            line
            for line in (_counts(tally, read), perspective_sentence(tally.perspective()))
            if line
        ),
        sections=tuple(sections),
        foot=(_("Nothing was kept, and nothing left this computer."),),
        language=language(),
    )


def _counts(tally: Tally, read: int) -> str:
    parts = [
        ngettext("{n} comment read", "{n} comments read", read).format(n=number(read)),
        ngettext("{n} put away", "{n} put away", tally.put_away).format(n=number(tally.put_away)),
    ]
    if tally.cannot_judge:
        parts.append(
            ngettext(
                "{n} could not be judged", "{n} could not be judged", tally.cannot_judge
            ).format(n=number(tally.cannot_judge))
        )
    if tally.own:
        parts.append(
            ngettext("{n} of your own", "{n} of your own", tally.own).format(n=number(tally.own))
        )
    return ", ".join(parts) + "."


def _care(tally: Tally) -> list[Section]:
    sections = []
    if tally.by_lane[Lane.SAFETY.value]:
        body = _("Something may need you. There are steps, and you do not have to read it.")
        sections.append(Section(_("Safety"), (Entry(body),)))
    distress = tally.shown.get(Lane.DISTRESS, [])
    if distress:
        note = _("Someone may be having a hard time. “creator-calm reply” gives the steps.")
        entries = tuple(_entry(one, note) for one in distress)
        sections.append(Section(_("May need care"), entries))
    return sections


def _shown(tally: Tally) -> list[Section]:
    lanes = (
        (Lane.NEEDS_YOU, _("What needs you"), _WAITING),
        (Lane.KIND, _("Kind ones"), _KIND_ONES),
        (Lane.CAN_WAIT, _("The rest can wait"), _KIND_ONES),
        (Lane.CANNOT_JUDGE, _("Not judged"), _KIND_ONES),
    )
    return [section for lane, title, most in lanes if (section := _lane(tally, lane, title, most))]


def _lane(tally: Tally, lane: Lane, title: str, most: int) -> Section | None:
    shown = tally.shown.get(lane, [])[:most]
    if not shown:
        return None
    rest = tally.by_lane[lane.value] - len(shown)
    more = ngettext("and {n} more", "and {n} more", rest).format(n=number(rest)) if rest > 0 else ""
    return Section(title, tuple(_entry(one) for one in shown), more)


def _entry(sighting: Sighting, note: str = "") -> Entry:
    comment, assessment = sighting.comment, sighting.assessment
    author = "" if assessment.author_put_away else plain(comment.author.name or "")
    head = " · ".join(
        part
        for part in (author, platform_name(comment.platform), kind_name(assessment.kind))
        if part
    )
    return Entry(plain(comment.text), head, note or wants_line(assessment.points))


def _away(tally: Tally) -> list[Section]:
    if not tally.put_away:
        return []
    lines = digest_lines(tally.digest())
    return [Section(_("Put away"), tuple(Entry(line) for line in lines))]


def _left_out(skipped: Counter[SkipReason]) -> list[Section]:
    entries = tuple(
        Entry(f"{number(count)}: {skip_sentence(reason)}")
        for reason, count in skipped.most_common()
    )
    return [Section(_("Left out"), entries)] if entries else []
