"""Words of the import preview: what a column holds, what is being done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.domain.imported import ImportState
from creator_calm.domain.intake import Grouping, Receipt, Role, SkipReason, Warn
from creator_calm.domain.problems import Problem
from creator_calm.wording.catalogue import N_, _, listing, marked, ngettext, number
from creator_calm.wording.changes import receipt_sentence
from creator_calm.wording.formats import format_title
from creator_calm.wording.problems import problem_sentence
from creator_calm.wording.times import short_date

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from creator_calm.domain.comment import Moment
    from creator_calm.domain.imported import ImportEntry, Interrupted
    from creator_calm.domain.intake import Found, Progress


def role_name(role: Role) -> str:
    """Name what a column holds."""
    names = {
        Role.TEXT: _("Text"),
        Role.AUTHOR: _("Author"),
        Role.ACCOUNT: _("Account"),
        Role.DATE: _("Date"),
        Role.LIKES: _("Likes"),
        Role.RATING: _("Rating"),
        Role.ID: _("Id"),
        Role.PARENT: _("Reply to"),
        Role.LINK: _("Link"),
        Role.POST: _("Post"),
        Role.POST_TITLE: _("Title of the post"),
        Role.PLATFORM: _("Platform"),
        Role.IGNORE: _("Not used"),
    }
    return names[role]


def progress_line(progress: Progress | None, *, keeping: bool) -> str:
    """Say what is being done now."""
    if progress is None or progress.records == 0:
        return _("Reading …")
    words = ngettext(
        "Reading … {n} comment so far", "Reading … {n} comments so far", progress.records
    )
    if keeping:
        words = ngettext(
            "Bringing in … {n} comment so far",
            "Bringing in … {n} comments so far",
            progress.records,
        )
    return words.format(n=number(progress.records))


_GENERIC: Final = {"table", "json", "jsonl", "lines"}
_OWN_NOTE: Final = N_(
    "For what others wrote: open your post, mark the comments, copy them and paste them here. Or use one of the tools in the list of formats."
)


def guess_reason(found: Found, *, chosen: bool) -> str:
    """Say why a source was taken for this format."""
    if chosen:
        return _("Read so because you chose it.")
    if found.detail == "archive":
        return _("Each file in it was known by its content.")
    if found.format not in _GENERIC:
        return _("It has the fields of: {format}.").format(format=format_title(found.format))
    if found.format == "lines":
        return _lines_reason(found.detail)
    if found.format == "table":
        if Warn.NO_HEADER in found.warnings:
            return _("It has rows and columns, and no first row that names them.")
        return _("It has rows and columns, and a row that names them.")
    return _("It is a list of objects, each with a text.")


def _lines_reason(detail: str) -> str:
    words = {
        Grouping.PAGE.value: _("It has the buttons of a page between the comments."),
        Grouping.BLOCKS.value: _("There are blank lines between the comments."),
        Grouping.LINES.value: _("There are no blank lines, so each line is one."),
        Grouping.ONE.value: _("It is a single block of text."),
    }
    return words.get(detail, _("It is text without columns."))


def own_words_sentence(own: int) -> str:
    """Say in plain words that a file holds what the creator wrote."""
    line = ngettext(
        "This file holds {n} comment that you wrote. It does not hold what others wrote to you.",
        "This file holds {n} comments that you wrote. It does not hold what others wrote to you.",
        own,
    ).format(n=number(own))
    apart = _("They are kept apart under “Yours”, and are never judged or counted.")
    return f"{line} {apart}"


def others_words_hint() -> str:
    """Say how to get what others wrote."""
    return marked(_OWN_NOTE)


def some_own_sentence(own: int) -> str:
    """Say that some of a file is the creator's own."""
    return ngettext(
        "{n} of them is yours and is kept apart.", "{n} of them are yours and are kept apart.", own
    ).format(n=number(own))


def asked_for_words(reason: SkipReason, count: int) -> str:
    """Name what is left out by default and can be asked for."""
    words = {
        SkipReason.DELETED: _("Bring in deleted ones that still have text"),
        SkipReason.SPAM: _("Bring in what is marked as spam"),
        SkipReason.BOT: _("Bring in what bots wrote"),
        SkipReason.NON_PUBLIC: _("Bring in what is not public"),
    }
    return f"{words[reason]} ({number(count)})" if count else words[reason]


def date_reading(sample: Moment) -> str:
    """Spell out how a date that could be mistaken is read."""
    assert sample.utc is not None
    day = sample.utc
    # TRANSLATORS: {written} as in the file (05/11/25), {read} the same day spelled out (5 Nov 2025)
    return _("{written} is {read}").format(
        written=sample.raw, read=f"{short_date(day, day)} {day.year}"
    )


def zone_name(minutes: int) -> str:
    """Name a distance to UTC."""
    sign = "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours:02}:{rest:02}" if minutes else "UTC"


def outcome_line(name: str, outcome: Receipt | Problem | None) -> str:
    """Say in one line what became of one of several files, or what would."""
    shown = name or _("Pasted text")
    if outcome is None:
        # TRANSLATORS: behind a file's name: nobody has looked into it yet
        return _("{name}: waiting").format(name=shown)
    if isinstance(outcome, Problem):
        return problem_sentence(outcome)
    return f"{shown}: {receipt_sentence(outcome)}"


def entry_line(entry: ImportEntry, now: datetime, zone: tzinfo) -> str:
    """Say when and what was brought in: "3 May · comments.csv · Table or spreadsheet"."""
    day = short_date(entry.started_at.astimezone(zone), now.astimezone(zone))
    kind = format_title(entry.format) if entry.format else ""
    return " · ".join(part for part in (day, entry.source or _("Pasted text"), kind) if part)


def entry_counts(entry: ImportEntry) -> str:
    """Sum up an earlier import."""
    if entry.state is ImportState.UNDONE:
        return _("Taken back.")
    nothing = Receipt("", "", "", 0, entry.new, entry.duplicates, (), entry.skipped)
    return receipt_sentence(nothing)


def brought_before_line(when: datetime, now: datetime, zone: tzinfo) -> str:
    """Say that exactly this file is in the library already."""
    day = short_date(when.astimezone(zone), now.astimezone(zone))
    return _("This very file was brought in on {day}.").format(day=day)


def interrupted_sentence(one: Interrupted) -> str:
    """Say that an act of bringing in was cut short, and that nothing of it is in any list."""
    names = listing([name for name in one.names if name]) or _("pasted text")
    return _("Bringing in {names} was cut short. Nothing of it is in your lists.").format(
        names=names
    )
