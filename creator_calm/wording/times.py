"""Times in words, never more exactly than they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Precision
from creator_calm.wording.catalogue import N_, _, ngettext

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from creator_calm.domain.comment import Moment

_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip


def age_words(moment: Moment | None, now: datetime, zone: tzinfo) -> str:
    """Word when something was written: "2 h", "yesterday", "3 Nov", "about 2 years ago"; "" if unknown."""
    if moment is None or moment.utc is None or moment.precision is Precision.UNKNOWN:
        return ""
    if moment.precision is Precision.ESTIMATED:
        return _about(now, moment.utc)
    local, today = moment.utc.astimezone(zone), now.astimezone(zone)
    days = (today.date() - local.date()).days
    if moment.precision is Precision.EXACT and days <= 1:
        hours = int((now - moment.utc).total_seconds() // 3600)
        if 0 <= hours < 1:
            return _("less than an hour")
        if 0 < hours < 12 or days == 0:
            return ngettext("{n} h", "{n} h", max(hours, 0)).format(n=max(hours, 0))
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return short_date(local, today)


def moment_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Write when something was: "15:04" on the same day, else "3 Nov, 15:04"."""
    local, today = moment.astimezone(zone), now.astimezone(zone)
    time = local.strftime("%H:%M")
    if local.date() == today.date():
        return time
    # TRANSLATORS: {day} like "3 Nov", {time} like 15:04
    return _("{day}, {time}").format(day=short_date(local, today), time=time)


def short_date(day: datetime, now: datetime) -> str:
    """Write a day: "3 Nov", with its year when that is another one."""
    month = _(_MONTHS[day.month - 1])
    text = f"{day.day} {month}"
    return text if day.year == now.year else f"{text} {day.year}"


def _about(now: datetime, then: datetime) -> str:
    days = max((now - then).total_seconds() / 86_400, 0)
    years, months = round(days / 365.25), round(days / 30.44)
    if years >= 1 and months >= 12:
        return ngettext("about {n} year ago", "about {n} years ago", years).format(n=years)
    if months >= 1:
        return ngettext("about {n} month ago", "about {n} months ago", months).format(n=months)
    whole = round(days)
    if whole > 1:
        return ngettext("about {n} day ago", "about {n} days ago", whole).format(n=whole)
    return _("about a day ago")


def clock_words(moment: datetime, zone: tzinfo) -> str:
    """Write a time of day as 15:00, in both languages."""
    return moment.astimezone(zone).strftime("%H:%M")
