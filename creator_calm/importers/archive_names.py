"""Which members of an archive are opened at all. What might be private messages never is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_MEMBERS = 500

_NEVER = re.compile(
    r"inbox|messages?|message[_-]?(?:\d+|requests?)|direct[-_ ]?messages?.*|dms?|chat[-_ ]?history.*"
    r"|conversations?|archived_threads|filtered_threads|e2ee_cutover|saved[-_ ]messages.*",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.[^/])")
_OUTSIDE = re.compile(r"^[/\\~]|^[A-Za-z]:|\\|\0|(?:^|/)\.\.(?:/|$)")
_PACKED = re.compile(r"\.(?:zip|7z|rar|gz|tgz|tar|zst|xz|bz2)$", re.IGNORECASE)
_READABLE = re.compile(
    r"\.(?:csv|tsv|tab|txt|json|jsonl|ndjson|js|xml|rss|atom|xlsx|xlsb|xls|ods)$", re.IGNORECASE
)
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,6}$")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the archive of one service looks: known by a name in it, read are the members of such names.

    Only members that turn out to be of `formats` are read; empty means any.
    """

    known_by: re.Pattern[str]
    members: re.Pattern[str]
    formats: frozenset[str] = frozenset()
    as_html: re.Pattern[str] | None = None


def _layout(known_by: str, members: str, formats: str, as_html: str | None = None) -> Layout:
    return Layout(
        re.compile(known_by, re.IGNORECASE),
        re.compile(members, re.IGNORECASE),
        frozenset(formats.split()),
        re.compile(as_html, re.IGNORECASE) if as_html else None,
    )


_LAYOUTS = (
    _layout(
        r"(?:^|/)data/(?:account|tweets?|manifest)\.js$",
        r"(?:^|/)data/(?:tweets?|community-tweets?|note-tweets?)(?:-part\d{1,4})?\.js$",
        "x_archive",
    ),
    # Folder names below it are translated, so any table may be the one.
    _layout(r"^Takeout/", r"\.csv$|/my-comments\.html$", "google_takeout"),
    _layout(
        r"(?:^|/)(?:your_(?:instagram|facebook)_activity|comments_and_reactions|personal_information"
        r"|security_and_login_information|logged_information|ads_information|connections)/"
        r"|(?:^|/)comments/(?:post|reels)_comments",
        r"(?:^|/)[^/]{0,80}comments?[^/]{0,80}\.json$",
        "meta_instagram meta_facebook",
        r"(?:^|/)[^/]{0,80}comments?[^/]{0,80}\.html$",
    ),
    _layout(
        r"(?:^|/)user_data(?:_tiktok)?\.json$|(?:^|/)comments?/comments?\.txt$",
        r"(?:^|/)(?:user_data(?:_tiktok)?\.json|comments?\.txt)$",
        "tiktok_export",
    ),
    _layout(r"(?:^|/)actor\.json$", r"(?:^|/)outbox\.json$", "mastodon_outbox"),
    _layout(
        r"(?:^|/)(?:comment_headers|post_headers|subscribed_subreddits|ip_logs|linked_identities)\.csv$",
        r"(?:^|/)comments\.csv$",
        "reddit_export",
    ),
)
_ANY = Layout(_READABLE, _READABLE)


def is_inside(name: str) -> bool:
    """Say whether a name stays within its archive: no way up, no root, no drive, no backslash."""
    return bool(name) and _OUTSIDE.search(name) is None


def is_packed(name: str) -> bool:
    """Say whether a member is an archive itself; those are not opened."""
    return _PACKED.search(name) is not None


def may_be_private(name: str) -> bool:
    """Say whether a member or a folder around it is named like private messages."""
    return any(_NEVER.fullmatch(_ENDING.sub("", part)) for part in name.split("/"))


def layout_of(names: Iterable[str]) -> Layout:
    """Return how the archive looks; one that nobody knows may hold anything that can be read."""
    names = list(names)
    for layout in _LAYOUTS:
        if any(layout.known_by.search(name) for name in names):
            return layout
    return _ANY


def is_wanted(name: str, layout: Layout) -> bool:
    """Say whether a member is opened to see what it is."""
    return (
        is_inside(name)
        and _HIDDEN.search(name) is None
        and layout.members.search(name) is not None
        and not may_be_private(name)
    )
