"""A comment as somebody wrote it. Facts: nothing edits them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import datetime

CommentId = NewType("CommentId", str)
"""`platform:native id`, or a synthetic id where the file brings none."""

CommentKey = NewType("CommentKey", int)
"""The library's row number of a comment. Faces use it; files never see it."""


class Platform(StrEnum):
    """Where a comment was written. The values are the codes of `--platform`."""

    YOUTUBE = "youtube"
    INSTAGRAM = "instagram"
    TIKTOK = "tiktok"
    FACEBOOK = "facebook"
    REDDIT = "reddit"
    X = "x"
    MASTODON = "mastodon"
    BLUESKY = "bluesky"
    DISCORD = "discord"
    TWITCH = "twitch"
    TELEGRAM = "telegram"
    WORDPRESS = "wordpress"
    DISQUS = "disqus"
    WEBSITE = "website"
    APP_STORE = "app_store"
    GOOGLE_PLAY = "google_play"
    STEAM = "steam"
    THREADS = "threads"
    LINKEDIN = "linkedin"
    OTHER = "other"


class Precision(StrEnum):
    """How exactly a time is known. A time is never shown more exactly than this."""

    EXACT = "exact"
    DAY = "day"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was written. `utc` is aware UTC, None when unknown; `raw` is the file's words."""

    utc: datetime | None
    precision: Precision
    raw: str = ""


class Flag(StrEnum):
    """What the file says about a comment beside its words."""

    POST_AUTHOR = "post_author"
    PENDING = "pending"
    SPAM = "spam"
    DELETED = "deleted"
    PINNED = "pinned"
    HEARTED = "hearted"
    EDITED = "edited"
    NON_PUBLIC = "non_public"
    BOT = "bot"
    OWN_REPLY = "own_reply"
    SHORTENED = "shortened"
    RECOMMENDED = "recommended"
    NOT_RECOMMENDED = "not_recommended"


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote it. `name` as shown, `account` the stable id; either may be unknown."""

    name: str | None = None
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """What a comment was written under."""

    id: str | None = None
    title: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as it was imported. A fact: nothing edits it."""

    id: CommentId
    author: Author
    text: str
    platform: Platform = Platform.OTHER
    written_at: Moment | None = None
    in_reply_to: CommentId | None = None
    likes: int | None = None
    rating: float | None = None
    link: str | None = None
    post: Post | None = None
    is_own: bool | None = None
    flags: frozenset[Flag] = field(default_factory=frozenset)


def answers_a_comment(comment: Comment) -> bool:
    """Say whether it is a reply. What answers the post itself, as on Bluesky, is an ordinary comment."""
    post = comment.post.id if comment.post is not None else None
    under = f"{comment.platform}:{post}" if post else None
    return comment.in_reply_to is not None and comment.in_reply_to != under
