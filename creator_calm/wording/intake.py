"""Words of the import preview: what a column holds, what is being done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.intake import Role
from creator_calm.wording.catalogue import _, ngettext, number

if TYPE_CHECKING:
    from creator_calm.domain.intake import Progress


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
