"""Moods and looking back in words. Sentences state, they never explain: no cause is ever named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.moods import MoodPattern
from creator_calm.wording.catalogue import _, ngettext, number

if TYPE_CHECKING:
    from creator_calm.domain.moods import DayRead, LookedBack, Mood


def end_word(code: str) -> str:
    """Word an end of a slider."""
    return {
        "unpleasant": _("unpleasant"),
        "pleasant": _("pleasant"),
        "restless": _("restless"),
        "calm": _("calm"),
    }[code]


def slider_words(low: str, high: str, value: int | None) -> str:
    """Say a slider to a screen reader; the number is for assistive technology only."""
    ends = {"low": end_word(low), "high": end_word(high)}
    if value is None:
        return _("From {low} to {high}, not set").format(**ends)
    return _("{high}, {n} of 100").format(high=ends["high"], n=number(value))


def noted_sentence(found: LookedBack) -> str:
    """Sum up the notes of a time: on how many of its days there are some."""
    days = len({day for day, _mood in found.moods})
    of = (found.last - found.first).days + 1
    if not days:
        return _("No notes in this time. Nothing is missing.")
    return ngettext("Notes on {n} of {all} days.", "Notes on {n} of {all} days.", days).format(
        n=number(days), all=number(of)
    )


def read_sentence(found: LookedBack) -> str:
    """Sum up the reading of a time, in minutes of its longest day."""
    days = [one for one in found.read if one.seconds >= 60]
    if not days:
        return _("No reading time in these days.")
    most = max(one.seconds for one in days) // 60
    words = ngettext(
        "Comments were read on {n} day, at most {m} min.",
        "Comments were read on {n} days, at most {m} min on one.",
        len(days),
    )
    return words.format(n=number(len(days)), m=number(most))


def opened_sentence(found: LookedBack) -> str:
    """Say how many put-away comments were opened; "" for none."""
    opened = sum(one.opened for one in found.read)
    if not opened:
        return ""
    return ngettext(
        "{n} put-away comment was opened.", "{n} put-away comments were opened.", opened
    ).format(n=number(opened))


def kept_sentence(found: LookedBack) -> str:
    """Say how many kind words were kept; "" for none."""
    kept = sum(n for _day, n in found.kept)
    if not kept:
        return ""
    return ngettext("{n} kind comment was kept.", "{n} kind comments were kept.", kept).format(
        n=number(kept)
    )


def pattern_sentence(pattern: MoodPattern | None) -> str:
    """Say a pattern with its maybe; "" where nothing can be said."""
    match pattern:
        case MoodPattern.LOWER:
            return _(
                "On days with more than 30 minutes of reading you noted lower pleasantness, maybe."
            )
        case MoodPattern.HIGHER:
            return _(
                "On days with more than 30 minutes of reading you noted higher pleasantness, maybe."
            )
        case None:
            return ""


def mood_words(mood: Mood) -> str:
    """Say a note in words, without a number: "rather pleasant, calm"."""
    parts = []
    if mood.pleasant is not None:
        parts.append(
            _band(mood.pleasant, _("unpleasant"), _("rather unpleasant"), _("in between"),
                  _("rather pleasant"), _("pleasant"))
        )  # fmt: skip
    if mood.calm is not None:
        parts.append(
            _band(mood.calm, _("restless"), _("rather restless"), _("neither restless nor calm"),
                  _("rather calm"), _("calm"))
        )  # fmt: skip
    return ", ".join([*parts, *mood.words])


def table_heads() -> tuple[str, str, str, str, str]:
    """Return the heads of the table of days."""
    return (
        _("Day"), _("Minutes read"), _("Put-away ones opened"), _("Kind ones kept"), _("Your notes"),
    )  # fmt: skip


def day_cells(read: DayRead | None, kept: int, noted: list[Mood]) -> tuple[str, str, str, str]:
    """Return the cells of a day after its name; what is not there is empty, not zero."""
    minutes = 0 if read is None else read.seconds // 60
    opened = 0 if read is None else read.opened
    return (
        number(minutes) if minutes else "",
        number(opened) if opened else "",
        number(kept) if kept else "",
        "; ".join(words for mood in noted if (words := mood_words(mood))),
    )


def share_opening() -> str:
    """Begin a text for somebody of trust. It is only ever copied, and can be changed after pasting."""
    return _("This is how I have been. You don’t have to fix anything.")


def _band(value: int, *words: str) -> str:
    return words[min(value * len(words) // 101, len(words) - 1)]
