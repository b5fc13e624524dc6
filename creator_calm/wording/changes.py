"""Receipts in words: toasts, undo, imports. From codes and counts, never from a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.intake import SkipReason, Warn
from creator_calm.wording.catalogue import _, ngettext, number

if TYPE_CHECKING:
    from creator_calm.domain.intake import Found, Receipt


def change_sentence(change: Change) -> str:
    """Say what a command did, in a few words for a toast."""
    n = change.count
    counted = {
        Deed.IMPORTED: ngettext("{n} comment brought in.", "{n} comments brought in.", n),
        Deed.MARKED_DONE: ngettext("Archived.", "{n} archived.", n),
        Deed.REOPENED: ngettext("Back in the inbox.", "{n} back in the inbox.", n),
        Deed.MARKED_READ: ngettext("Marked as read.", "{n} marked as read.", n),
        Deed.MARKED_UNREAD: ngettext("Marked as unread.", "{n} marked as unread.", n),
        Deed.PUT_AWAY: ngettext("Put away.", "{n} put away.", n),
        Deed.BROUGHT_BACK: ngettext("Brought back.", "{n} brought back.", n),
        Deed.KEPT: ngettext("Kept with the kind ones.", "{n} kept with the kind ones.", n),
        Deed.NO_LONGER_KEPT: ngettext("No longer kept.", "{n} no longer kept.", n),
    }
    template = counted.get(change.deed) or _plain_deed(change.deed)
    return template.format(n=number(n))


def _plain_deed(deed: Deed) -> str:
    plain = {
        Deed.LET_REST: _("Let rest. Silence is an answer too."),
        Deed.KIND_PICKED: _("Sorted as you said."),
        Deed.DRAFT_SAVED: _("Draft saved."),
        Deed.DRAFT_CLEARED: _("Draft emptied."),
        Deed.COPIED: _("Copied. Paste it where you want it."),
        Deed.CONTACT_SAVED: _("Contact saved."),
        Deed.CONTACT_REMOVED: _("Contact removed."),
        Deed.NOTE_SAVED: _("Note saved."),
        Deed.NOTE_REMOVED: _("Note removed."),
        Deed.SCHEDULE_SAVED: _("Saved in your schedule."),
        Deed.SCHEDULE_REMOVED: _("Removed from your schedule."),
        Deed.SCHEDULE_ANSWERED: _("Noted."),
        Deed.SETTING_CHANGED: _("Setting changed."),
        Deed.REVEALED: _("Shown."),
    }
    return plain.get(deed, "")


def undo_title(deed: Deed, count: int) -> str:
    """Name what undo would take back, for the menu."""
    return _("Undo: {what}").format(what=change_sentence_of(deed, count).rstrip("."))


def redo_title(deed: Deed, count: int) -> str:
    """Name what redo would do again, for the menu."""
    return _("Redo: {what}").format(what=change_sentence_of(deed, count).rstrip("."))


def change_sentence_of(deed: Deed, count: int) -> str:
    """Word a deed and a count as `change_sentence` does."""
    return change_sentence(Change(Area.NOTHING, count, deed))


def receipt_sentence(receipt: Receipt) -> str:
    """Sum up an import: new ones, those already here, those left out."""
    parts = [ngettext("{n} new", "{n} new", receipt.new).format(n=number(receipt.new))]
    if receipt.duplicates:
        parts.append(
            ngettext("{n} already here", "{n} already here", receipt.duplicates).format(
                n=number(receipt.duplicates)
            )
        )
    if receipt.skipped_count:
        parts.append(
            ngettext("{n} left out", "{n} left out", receipt.skipped_count).format(
                n=number(receipt.skipped_count)
            )
        )
    return ", ".join(parts) + "."


def receipt_notes(receipt: Receipt) -> list[str]:
    """Further sentences worth saying about an import, in order of weight."""
    notes = [warn_sentence(warn) for warn in receipt.warnings]
    if receipt.missing_replies:
        notes.append(
            ngettext(
                "{n} reply is mentioned but not in the file.",
                "{n} replies are mentioned but not in the file.",
                receipt.missing_replies,
            ).format(n=number(receipt.missing_replies))
        )
    if receipt.cannot_judge:
        notes.append(
            ngettext(
                "{n} could not be judged and is shown as it is.",
                "{n} could not be judged and are shown as they are.",
                receipt.cannot_judge,
            ).format(n=number(receipt.cannot_judge))
        )
    if receipt.swedish * 5 > receipt.read:
        notes.append(_("Swedish: word list, catches less."))
    return notes


def skip_sentence(reason: SkipReason) -> str:
    """Say why a record was left out."""
    sentences = {
        SkipReason.EMPTY: _("no text in it"),
        SkipReason.DELETED: _("deleted where it was written"),
        SkipReason.SPAM: _("marked as spam in the file"),
        SkipReason.BOT: _("written by a bot"),
        SkipReason.NON_PUBLIC: _("not public"),
        SkipReason.POST: _("a post, not a comment"),
        SkipReason.NOT_A_COMMENT: _("not a comment"),
        SkipReason.TOO_LONG: _("longer than any comment"),
        SkipReason.BROKEN: _("broken in the file"),
        SkipReason.UNRECOGNISED: _("not recognised"),
        SkipReason.LEFT_OUT: _("left out by you"),
        SkipReason.DUPLICATE_IN_FILE: _("stands twice in the file"),
    }
    return sentences[reason]


def warn_sentence(warn: Warn) -> str:
    """Say what is worth knowing about a file that was read."""
    sentences = {
        Warn.DATES_ESTIMATED: _("The dates are estimates."),
        Warn.DATES_AMBIGUOUS: _("Day and month could be the other way round."),
        Warn.DATES_OF_CAPTURE: _("The dates tell when the file was saved, so they are left out."),
        Warn.IDS_ROUNDED: _("The ids were rounded by a spreadsheet and are not used."),
        Warn.COUNTS_UNREADABLE: _("Some counts of likes could not be read."),
        Warn.REPAIRED_LINES: _("Some lines with an open quotation mark were mended."),
        Warn.CUT_SHORT: _("Some very long comments were cut."),
        Warn.STOPPED_AT_LIMIT: _("Reading stopped at the largest number of comments for one import."),
        Warn.OWN_WORDS: _("This file holds your own words, not comments to you."),
        Warn.NO_HEADER: _("There is no header row; the columns were guessed."),
        Warn.TRUNCATED_END: _("The file stops in the middle of a row."),
    }
    return sentences[warn]


def found_sentence(found: Found) -> str:
    """Say what a source was understood as."""
    details = {
        "comma": _("table with commas"),
        "semicolon": _("table with semicolons"),
        "tab": _("table with tabs"),
        "pipe": _("table with upright lines"),
        "sheet": _("spreadsheet"),
        "json": _("JSON"),
        "jsonl": _("JSON, one object a line"),
        "blocks": _("text, one comment a block"),
        "lines": _("text, one comment a line"),
        "paste": _("pasted text"),
    }
    what = details.get(found.detail) or details.get(found.format) or found.format
    parts = [what]
    if found.encoding:
        parts.append(found.encoding.upper())
    if found.day_first is not None:
        parts.append(_("day first") if found.day_first else _("month first"))
    return _("Found: {what}").format(what=", ".join(parts))
