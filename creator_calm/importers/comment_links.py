"""Addresses that name a single comment: which one, under what, in answer to which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from creator_calm.domain.comment import Platform
from creator_calm.importers import limits

_INSTAGRAM = re.compile(
    r"/(?:[\w.]{1,30}/)?(?:p|reel|tv)/([\w-]{5,20})/c/(\d{5,25})(?:/r/(\d{5,25}))?/?"
)
_REDDIT = re.compile(r"(?:/r/\w{2,30})?/comments/(\w{4,12})/[^/]{1,120}/(\w{4,12})/?")
_X = re.compile(r"/\w{1,20}/status/(\d{5,25})/?")
_ID = re.compile(r"[\w.-]{4,80}")
_SITE = {
    Platform.YOUTUBE: "https://www.youtube.com",
    Platform.INSTAGRAM: "https://www.instagram.com",
    Platform.REDDIT: "https://www.reddit.com",
    Platform.X: "https://x.com",
    Platform.FACEBOOK: "https://www.facebook.com",
}


@dataclass(frozen=True, slots=True)
class NamedComment:
    """A comment as its address names it; `link` is that address in full."""

    platform: Platform
    id: str
    post: str
    parent: str | None
    link: str


def comment_of(address: str) -> NamedComment | None:
    """Return the comment an address names, also one without its host; None for any other address."""
    if not address or len(address) > limits.LINK_CHARACTERS:
        return None
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").casefold()
        query = parse_qs(parts.query, max_num_fields=40) if parts.query else {}
    except ValueError:
        return None
    found = _by_query(host, parts.path, query) or _by_path(host, parts.path)
    if found is None:
        return None
    platform, native, post, parent = found
    start = "" if host else _SITE[platform]
    return NamedComment(platform, native, post, parent, start + address)


Found = tuple[Platform, str, str, str | None]


def _by_query(host: str, path: str, query: dict[str, list[str]]) -> Found | None:
    native = _one(query, "lc")
    if native and path == "/watch" and _is_at(host, "youtube.com"):
        return (
            Platform.YOUTUBE,
            native,
            _one(query, "v"),
            native.partition(".")[0] if "." in native else None,
        )
    comment, reply = _one(query, "comment_id"), _one(query, "reply_comment_id")
    if comment and _is_at(host, "facebook.com"):
        post = path.rstrip("/").rpartition("/")[2] or _one(query, "story_fbid")
        return Platform.FACEBOOK, reply or comment, post, comment if reply else None
    return None


def _by_path(host: str, path: str) -> Found | None:
    if (found := _INSTAGRAM.fullmatch(path)) and _is_at(host, "instagram.com"):
        return Platform.INSTAGRAM, found[3] or found[2], found[1], found[2] if found[3] else None
    if (found := _REDDIT.fullmatch(path)) and _is_at(host, "reddit.com"):
        return Platform.REDDIT, found[2], found[1], None
    if (found := _X.fullmatch(path)) and _is_at(host, "x.com", "twitter.com"):
        return Platform.X, found[1], "", None
    return None


def _is_at(host: str, *names: str) -> bool:
    return not host or any(host == name or host.endswith(f".{name}") for name in names)


def _one(query: dict[str, list[str]], name: str) -> str:
    value = query.get(name, [""])[0]
    return value if _ID.fullmatch(value) else ""
