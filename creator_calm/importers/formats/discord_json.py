"""DiscordChatExporter's JSON: one channel, thread or conversation per file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, LeftOut, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import at, first_text, mapping_at, summed, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("discord_json", Platform.DISCORD, "R", extensions=("json", "zip"))

_PATH = ("messages",)
_SPOKEN = frozenset({None, "Default", "Reply", "ThreadStarterMessage", "0", "19", "21"})
"""Everything else tells that somebody joined, called, pinned or renamed."""
_PRIVATE = "direct"
_NO_SERVER = "0"


def sniff(opening: Opening) -> int:
    """Sure by a server, a channel and messages at the root."""
    fits = {"guild", "channel", "messages"} <= set(opening.keys)
    return 97 if opening.shape is Shape.JSON and fits else 0


def is_private(reading: Reading) -> bool:
    """Say whether it is a conversation of two people or of a closed group."""
    values = reading.opening.values
    kind = str(values.get(("channel", "type")) or "").casefold()
    return kind.startswith(_PRIVATE) or values.get(("guild", "id")) in {_NO_SERVER, 0}


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every message in file order."""
    values = reading.opening.values
    channel = {key: _text(values.get(("channel", key))) for key in ("id", "name")}
    server = _text(values.get(("guild", "id")))
    where = f"https://discord.com/channels/{_server(server)}/{channel['id']}"
    post = Post(channel["id"], channel["name"], where if channel["id"] else None)
    closed = is_private(reading)
    for number, item in reading.items(_PATH):
        if not isinstance(item, dict):
            yield Skipped(str(number), SkipReason.BROKEN)
        elif text_at(item, "type") not in _SPOKEN:
            yield Skipped(str(number), SkipReason.SERVICE)
        else:
            yield _record(reading, number, item, post, closed=closed)


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) else None


def _server(server: str | None) -> str:
    return "@me" if server in {None, _NO_SERVER} else str(server)


def _record(
    reading: Reading, number: int, item: dict[str, Any], post: Post, *, closed: bool
) -> Record:
    author = mapping_at(item, "author")
    if author.get("avatarUrl"):
        reading.left_out.add(LeftOut.PICTURES)
    native = text_at(item, "id")
    text = text_at(item, "content") or text_at(item, "forwardedMessage", "content")
    return Record(
        number,
        text,
        author=first_text(author, "nickname", "name"),
        account=text_at(author, "id"),
        id=native,
        parent=text_at(item, "reference", "messageId"),
        date=item.get("timestamp"),
        likes=summed(item.get("reactions"), "count"),
        link=f"{post.link}/{native}" if post.link and native else None,
        post=post,
        flags=_flags(item, closed=closed),
        unless_asked=SkipReason.BOT if at(author, "isBot") is True else None,
    )


def _flags(item: dict[str, Any], *, closed: bool) -> frozenset[Flag]:
    found = {Flag.NON_PUBLIC} if closed else set()
    if item.get("timestampEdited"):
        found.add(Flag.EDITED)
    if item.get("isPinned") is True:
        found.add(Flag.PINNED)
    return frozenset(found)
