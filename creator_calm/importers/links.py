"""Addresses: what is kept of them, and what they say about the platform."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from creator_calm.domain.comment import Platform
from creator_calm.importers import limits

_KEPT = frozenset({"v", "lc", "p", "comment_id", "reply_comment_id", "t"})
_HOSTS: dict[str, Platform] = {
    "youtube.com": Platform.YOUTUBE,
    "youtu.be": Platform.YOUTUBE,
    "instagram.com": Platform.INSTAGRAM,
    "tiktok.com": Platform.TIKTOK,
    "facebook.com": Platform.FACEBOOK,
    "reddit.com": Platform.REDDIT,
    "x.com": Platform.X,
    "twitter.com": Platform.X,
    "bsky.app": Platform.BLUESKY,
    "twitch.tv": Platform.TWITCH,
    "threads.net": Platform.THREADS,
    "threads.com": Platform.THREADS,
    "linkedin.com": Platform.LINKEDIN,
    "itunes.apple.com": Platform.APP_STORE,
    "apps.apple.com": Platform.APP_STORE,
    "play.google.com": Platform.GOOGLE_PLAY,
    "steamcommunity.com": Platform.STEAM,
}


def kept(address: str | None) -> str | None:
    """Return an address without tracking, or None for what is none, too long, or holds a password."""
    if (
        not address
        or len(address) > limits.LINK_CHARACTERS
        or not address.startswith(("http://", "https://"))
    ):
        return None
    if not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
        if parts.username is not None or parts.password is not None or not parts.hostname:
            return None
    except ValueError:
        return None
    query = ""
    if parts.query:
        query = urlencode(
            [(name, value) for name, value in parse_qsl(parts.query) if name in _KEPT]
        )
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))


def host_of(address: str | None) -> str | None:
    """Return the name of the site an address belongs to, None where it names none."""
    try:
        return urlsplit(address or "").hostname or None
    except ValueError:
        return None


def platform_of(address: str | None) -> Platform | None:
    """Return the platform an address belongs to, None for others."""
    if not address:
        return None
    try:
        host = (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return None
    while host:
        if host in _HOSTS:
            return _HOSTS[host]
        _, _, host = host.partition(".")
    return None
