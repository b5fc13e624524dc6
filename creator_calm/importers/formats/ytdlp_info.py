"""The info.json of yt-dlp with its comments: mostly a list of video formats, comments at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers import links
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("ytdlp_info", Platform.OTHER, "S", extensions=("json",))

_PATH = ("comments",)
_OF_VIDEOS = frozenset({"extractor", "extractor_key", "webpage_url", "formats"})
_ROLES = {
    "id": Role.ID, "text": Role.TEXT, "html": Role.TEXT, "author": Role.AUTHOR,
    "author_id": Role.ACCOUNT, "timestamp": Role.DATE, "parent": Role.PARENT, "like_count": Role.LIKES,
}  # fmt: skip
_FLAGS = {
    "is_pinned": Flag.PINNED,
    "is_favorited": Flag.HEARTED,
    "author_is_uploader": Flag.POST_AUTHOR,
}


def sniff(opening: Opening) -> int:
    """Sure by comments with a parent and an author's id beside what only a video has."""
    if opening.shape is not Shape.JSON:
        return 0
    _, samples = opening.lists.get(_PATH, (0, []))
    keys = {key for item in samples if isinstance(item, dict) for key in item}
    known = "parent" in keys and keys & {"author_id", "_time_text", "time_text"}
    if known and {"id"} <= keys and keys & {"text", "html"}:
        return 96 if _OF_VIDEOS & {*opening.keys} else 85
    return 82 if keys & {"text", "html"} and {"extractor", "webpage_url"} <= {*opening.keys} else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the keys with what is read from them."""
    return tuple((label, _ROLES.get(label, Role.IGNORE)) for label in reading.opening.labels)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one comment per item; they name the comment they answer."""
    values = reading.opening.values
    page = text_of(values.get(("webpage_url",)))
    post = Post(text_of(values.get(("id",))), text_of(values.get(("title",))), page)
    platform = links.platform_of(page)
    if platform is None and _looks_like_youtube(reading):
        platform = Platform.YOUTUBE
    for number, item in reading.items(_PATH):
        if not isinstance(item, dict):
            yield Skipped(str(number), SkipReason.BROKEN)
            continue
        reading.leave_out(item)
        yield _record(number, item, post, platform)


def _looks_like_youtube(reading: Reading) -> bool:
    _, samples = reading.opening.lists.get(_PATH, (0, []))
    return any(isinstance(item, dict) and "_time_text" in item for item in samples)


def _record(number: int, item: dict[str, Any], post: Post, platform: Platform | None) -> Record:
    native, text = text_of(item.get("id")), text_of(item.get("text"))
    is_html = text is None
    address = post.link if post.link and "watch?v=" in post.link else None
    return Record(
        number,
        text_of(item.get("html")) if is_html else text,
        html=is_html,
        author=text_of(item.get("author")),
        account=text_of(item.get("author_id")),
        id=native,
        parent=text_of(item.get("parent")),
        # The tool reckons it from words such as "2 days ago" and calls it an estimate itself.
        date=item.get("timestamp"),
        date_words=text_of(item.get("_time_text")) or text_of(item.get("time_text")),
        estimated=True,
        likes=item.get("like_count"),
        link=f"{address}&lc={native}" if address and native else None,
        post=post,
        platform=platform,
        flags=frozenset(flag for key, flag in _FLAGS.items() if item.get(key) is True),
    )
