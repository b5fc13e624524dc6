"""Receipts in words: toasts, undo, imports. From codes and counts, never from a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from creator_calm.domain.change import Area, Change, Deed, NoticeCode
from creator_calm.domain.intake import SkipReason, Warn
from creator_calm.wording.catalogue import N_, _, marked, ngettext, number
from creator_calm.wording.comments import perspective_sentence
from creator_calm.wording.formats import format_title
from creator_calm.wording.points import digest_lines

if TYPE_CHECKING:
    from creator_calm.domain.change import Notice
    from creator_calm.domain.intake import Found, Receipt


def change_sentence(change: Change) -> str:
    """Say what a command did, in a few words for a toast."""
    n = change.count
    counted = {
        Deed.IMPORTED: ngettext("{n} comment brought in.", "{n} comments brought in.", n),
        Deed.IMPORT_TAKEN_BACK: ngettext(
            "{n} comment taken out again.", "{n} comments taken out again.", n
        ),
        Deed.MARKED_DONE: ngettext("Archived.", "{n} archived.", n),
        Deed.REOPENED: ngettext("Back in the inbox.", "{n} back in the inbox.", n),
        Deed.MARKED_READ: ngettext("Marked as read.", "{n} marked as read.", n),
        Deed.MARKED_UNREAD: ngettext("Marked as unread.", "{n} marked as unread.", n),
        Deed.PUT_AWAY: ngettext("Put away.", "{n} put away.", n),
        Deed.BROUGHT_BACK: ngettext("Brought back.", "{n} brought back.", n),
        Deed.KEPT: ngettext("Kept with the kind ones.", "{n} kept with the kind ones.", n),
        Deed.NO_LONGER_KEPT: ngettext("No longer kept.", "{n} no longer kept.", n),
        Deed.MOODS_REMOVED: ngettext("{n} note removed.", "{n} notes removed.", n),
        Deed.RULES_CHANGED: rules_line(n),
        Deed.TO_DO_ADDED: ngettext(
            "On the to-do list.", "On the to-do list, from {n} comments.", n
        ),
    }
    template = counted.get(change.deed) or _plain_deed(change.deed)
    return template.format(n=number(n))


def rules_line(n: int) -> str:
    """Say that own rules changed and how many comments follow them."""
    if not n:
        return _("Saved. No comment stands elsewhere because of it.")
    return ngettext(
        "Saved. {n} comment stands elsewhere now.", "Saved. {n} comments stand elsewhere now.", n
    )


_PLAIN_DEED: Final = {
    Deed.LET_REST: N_("Let rest. Silence is an answer too."),
    Deed.KIND_PICKED: N_("Sorted as you said."),
    Deed.JUDGED_ANEW: N_("Judged anew."),
    Deed.DRAFT_SAVED: N_("Draft saved."),
    Deed.DRAFT_CLEARED: N_("Draft emptied."),
    Deed.DRAFT_PUT_BACK: N_("The earlier version is back."),
    Deed.REST_STARTED: N_("Your reply rests. It stays here."),
    Deed.REST_ENDED: N_("Your reply rests no longer."),
    Deed.COPIED: N_("Copied. Paste it where you want it."),
    Deed.CONTACT_SAVED: N_("Contact saved."),
    Deed.CONTACT_REMOVED: N_("Contact removed."),
    Deed.NOTE_SAVED: N_("Note saved."),
    Deed.NOTE_REMOVED: N_("Note removed."),
    Deed.SCHEDULE_SAVED: N_("Saved in your schedule."),
    Deed.SCHEDULE_REMOVED: N_("Removed from your schedule."),
    Deed.SCHEDULE_ANSWERED: N_("Noted."),
    Deed.SETTING_CHANGED: N_("Setting changed."),
    Deed.REVEALED: N_("Shown."),
    Deed.CORRECTED_AWAY: N_("Put away, and noted as harsh for you."),
    Deed.CORRECTED_SHOWN: N_("Shown, and noted as not harsh for you."),
    Deed.HISTORY_EMPTIED: N_("The history is empty now."),
    Deed.TIME_OFF_PLANNED: N_("Your break is noted."),
    Deed.TIME_OFF_ENDED: N_("Welcome back."),
    Deed.COVERED: N_("Covered."),
    Deed.UNCOVERED: N_("No longer covered."),
    Deed.KIND_SAVED: N_("Saved with the kind ones."),
    Deed.KIND_REMOVED: N_("Taken off the kind shelf."),
    Deed.MOOD_NOTED: N_("Noted."),
    Deed.LINE_SAVED: N_("Help line saved."),
    Deed.LINE_REMOVED: N_("Help line removed."),
    Deed.TO_DO_CHANGED: N_("Saved on the to-do list."),
    Deed.TO_DO_DONE: N_("Done."),
    Deed.TO_DO_REOPENED: N_("Open again on the to-do list."),
    Deed.TO_DO_REMOVED: N_("Taken off the to-do list."),
    Deed.TO_DO_MOVED: N_("Moved."),
    Deed.TRUE_WORDS_SAVED: N_("Noted what is true in it."),
    Deed.TOLD_ALL: N_("Copied. Paste it where everybody sees it."),
    Deed.CARE_ERASED: N_("Everything about you is deleted."),
    Deed.EVIDENCE_SETTLED: N_("Noted."),
    Deed.ASKED_TO_STOP: N_("Copied, and noted with today’s date."),
    Deed.PHRASE_SAVED: N_("Saved as your phrase."),
    Deed.PHRASE_REMOVED: N_("Removed."),
    Deed.PHRASE_UNWANTED: N_("Not asked again."),
    Deed.PHRASE_WANTED_BACK: N_("It may be suggested again."),
    Deed.LEARNING_FORGOTTEN: N_("What was learned is forgotten."),
    Deed.OWN_WORDS_SAVED: N_("Saved with your words."),
    Deed.OWN_WORDS_REMOVED: N_("Removed from your words."),
    Deed.OWN_WORDS_MOVED: N_("Moved."),
    Deed.FACT_NOTED: N_("Noted with the comment."),
    Deed.FACT_REMOVED: N_("Question removed."),
    Deed.FACTS_ENOUGH: N_("Enough is known. The facts to tick are back."),
    Deed.FACTS_REOPENED: N_("Looking into it goes on."),
    Deed.PROMISE_MADE: N_("Among your promises."),
    Deed.PROMISE_NOTED: N_("Noted."),
    Deed.PROMISE_MOVED: N_("It waits until then."),
    Deed.PROMISE_CLOSED: N_("Closed. You came back to it."),
    Deed.PROMISE_REMOVED: N_("Taken off your promises."),
}


def _plain_deed(deed: Deed) -> str:
    return marked(_PLAIN_DEED.get(deed, ""))


def notice_sentence(notice: Notice) -> str:
    """Say what the library has to say once after it was opened."""
    n = notice.number
    match notice.code:
        case NoticeCode.UNCLEAN_END:
            return _("Creator Calm closed unexpectedly. Everything that was saved is there.")
        case NoticeCode.IMPORT_REMOVED:
            line = ngettext(
                "An import had stopped half-way. {n} comment of it was taken out; bring the file in again.",
                "An import had stopped half-way. {n} comments of it were taken out; bring the file in again.",
                n,
            )
            return line.format(n=number(n))
        case NoticeCode.CHANGES_MISSING:
            line = ngettext(
                "The last {n} change is missing, perhaps after a power cut. What was saved before is there.",
                "The last {n} changes are missing, perhaps after a power cut. What was saved before is there.",
                n,
            )
            return line.format(n=number(n))
        case NoticeCode.KEY_FILE_REPAIRED:
            return _("One copy of the key file was damaged and has been mended from the other.")
        case NoticeCode.JOURNAL_SET_ASIDE:
            return _(
                "A journal that did not belong to this library was set aside. Nothing in the library changed."
            )
        case _ as never:
            assert_never(never)


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


def receipt_notes(receipt: Receipt, *, numbers: bool = True) -> list[str]:
    """Further sentences worth saying about an import, in order of weight.

    Without `numbers` the share of harsh ones is left out, as it is on the first page.
    """
    base = receipt.perspective if numbers else None
    notes = [perspective_sentence(base)] if base is not None else []
    if receipt.digest is not None:
        notes += digest_lines(receipt.digest)
    notes += [warn_sentence(warn) for warn in receipt.warnings]
    if receipt.missing_replies:
        notes.append(
            ngettext(
                "{n} reply is not in this file.",
                "{n} replies are not in this file.",
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
    if receipt.rules_alone:
        notes.append(
            _(
                "A part of the program that judges wording is missing or damaged, so word lists judged alone and catch less. Installing the program again brings it back."
            )
        )
    return notes


_SKIP_SENTENCE: Final = {
    SkipReason.EMPTY: N_("no text in it"),
    SkipReason.DELETED: N_("deleted where it was written"),
    SkipReason.SPAM: N_("marked as spam in the file"),
    SkipReason.BOT: N_("written by a bot"),
    SkipReason.NON_PUBLIC: N_("not public"),
    SkipReason.POST: N_("a post, not a comment"),
    SkipReason.NOT_A_COMMENT: N_("not a comment"),
    SkipReason.SERVICE: N_("a notice of the service, not a message"),
    SkipReason.PINGBACK: N_("a link from another site, not a comment"),
    SkipReason.REPOST: N_("somebody else’s words, shared"),
    SkipReason.NOT_CHOSEN: N_("not chosen"),
    SkipReason.TOO_LONG: N_("longer than any comment"),
    SkipReason.BROKEN: N_("broken in the file"),
    SkipReason.UNRECOGNISED: N_("not recognised"),
    SkipReason.LEFT_OUT: N_("left out by you"),
    SkipReason.DUPLICATE_IN_FILE: N_("stands twice in the file"),
}


def skip_sentence(reason: SkipReason) -> str:
    """Say why a record was left out."""
    return marked(_SKIP_SENTENCE[reason])


_WARN_SENTENCE: Final = {
    Warn.DATES_ESTIMATED: N_("The dates are estimates."),
    Warn.DATES_AMBIGUOUS: N_("Day and month could be the other way round."),
    Warn.DATES_OF_CAPTURE: N_("The dates tell when the file was saved, so they are left out."),
    Warn.IDS_ROUNDED: N_("The ids were rounded by a spreadsheet and are not used."),
    Warn.COUNTS_UNREADABLE: N_("Some counts of likes could not be read."),
    Warn.REPAIRED_LINES: N_("Some lines with an open quotation mark were mended."),
    Warn.CUT_SHORT: N_("Some very long comments were cut."),
    Warn.STOPPED_AT_LIMIT: N_("Reading stopped at the largest number of comments for one import."),
    Warn.OWN_WORDS: N_("This file holds your own words, not comments to you."),
    Warn.NO_HEADER: N_("There is no header row; the columns were guessed."),
    Warn.TRUNCATED_END: N_("The file stops in the middle of a row."),
    Warn.DAMAGED_END: N_("The file is damaged; what stood before that place was read."),
    Warn.PRIVATE_CHAT: N_("This is a private conversation."),
}


def warn_sentence(warn: Warn) -> str:
    """Say what is worth knowing about a file that was read."""
    return marked(_WARN_SENTENCE[warn])


_FOUND_SENTENCE: Final = {
    "comma": N_("table with commas"),
    "semicolon": N_("table with semicolons"),
    "tab": N_("table with tabs"),
    "pipe": N_("table with upright lines"),
    "sheet": N_("spreadsheet"),
    "json": N_("JSON"),
    "jsonl": N_("JSON, one object a line"),
    "blocks": N_("text, one comment a block"),
    "lines": N_("text, one comment a line"),
    "page": N_("text copied from a page"),
    "one": N_("text, all of it one comment"),
    "paste": N_("pasted text"),
    "archive": N_("an archive of different files"),
}


def found_sentence(found: Found) -> str:
    """Say what a source was understood as."""
    known = _FOUND_SENTENCE.get(found.detail) or _FOUND_SENTENCE.get(found.format)
    what = marked(known) if known else format_title(found.format)
    parts = [what]
    if found.encoding:
        parts.append(found.encoding.upper())
    if found.day_first is not None:
        parts.append(_("day first") if found.day_first else _("month first"))
    return _("Found: {what}").format(what=", ".join(parts))
