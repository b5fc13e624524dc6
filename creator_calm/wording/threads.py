"""A thread in words: what a comment answers, and how many answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.wording.catalogue import _, ngettext, number
from creator_calm.wording.comments import away_sort, away_summary

if TYPE_CHECKING:
    from creator_calm.domain.inbox import InboxRow, Thread


def answers_line(thread: Thread, author: str) -> str:
    """Say what the comment answers; `author` is the parent's name, cleaned, "" for nobody."""
    parent = thread.parent
    if not thread.is_reply:
        return ""
    if parent is None:
        return _("A reply to something that is not in your library.")
    if parent.put_away:
        return _("In reply to a put-away comment")
    if thread.parent_deleted:
        return _("In reply to a comment that was deleted where it was written")
    if parent.is_own:
        return _("In reply to you")
    return _("In reply to {name}").format(name=author) if author else _("In reply to somebody")


def away_line(parent: InboxRow) -> str:
    """Say what sort a put-away parent is and whether there is anything in it, without its words."""
    return f"{away_sort(parent)}. {away_summary(parent)}"


def replies_line(thread: Thread) -> str:
    """Say how many replies the comment has in the library, and that one is the creator's own."""
    count = thread.replies
    if not count:
        return ""
    if thread.own_replies:
        line = ngettext("It has {n} reply, yours.", "It has {n} replies, yours among them.", count)
    else:
        line = ngettext("It has {n} reply.", "It has {n} replies.", count)
    return line.format(n=number(count))
