"""Telegram Desktop's export as JSON: one chat, or a whole account.

Comments under a channel stand in its discussion group; the channel's own messages are posts. Of a
whole account only groups and channels open to everybody are read, unless a chat is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.plain import label
from creator_calm.importers.records import Record
from creator_calm.importers.values import at, mapping_at, objects_at, summed, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("telegram", Platform.TELEGRAM, "R", extensions=("json", "zip"))

_MESSAGES = ("messages",)
_CHATS = ("chats", "list")
_TYPES = frozenset({"message", "service"})
_CLOSED = frozenset({"personal_chat", "bot_chat", "saved_messages", "private_group"})
_OPEN = frozenset({"public_supergroup", "public_channel", "public_group"})


def sniff(opening: Opening) -> int:
    """Sure by messages that are one or a service, with Telegram's two ways to write a time."""
    if opening.shape is not Shape.JSON:
        return 0
    _, chats = opening.lists.get(_CHATS, (0, []))
    if any(isinstance(at(chat, "messages"), list) for chat in chats):
        return 97
    _, samples = opening.lists.get(_MESSAGES, (0, []))
    return 96 if any(_is_message(item) for item in samples) else 0


def _is_message(item: object) -> bool:
    dated = at(item, "date_unixtime") is not None or at(item, "date") is not None
    return text_at(item, "type") in _TYPES and dated


def is_private(reading: Reading) -> bool:
    """Say whether it is one chat that others cannot walk into."""
    return reading.opening.values.get(("type",)) in _CLOSED


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every message of the chat, or of the chats of an account that are chosen or open."""
    opening = reading.opening
    if _CHATS in opening.lists:
        yield from _account(reading)
        return
    chat = {key: opening.values.get((key,)) for key in ("id", "name", "type")}
    post = _post(chat)
    for number, item in reading.items(_MESSAGES):
        yield _one(number, item, chat, post)


def parts_of(reading: Reading) -> Iterator[tuple[str, bool]]:
    """Yield the chats of a whole account with whether each is read; nothing for a single one."""
    if _CHATS in reading.opening.lists:
        for number, chat in reading.items(_CHATS):
            yield _name(number, chat), _is_chosen(reading, number, chat)


def _account(reading: Reading) -> Iterator[Record | Skipped]:
    row = 0
    for number, chat in reading.items(_CHATS):
        messages = objects_at(chat, "messages")
        post, chosen = _post(mapping_at(chat)), _is_chosen(reading, number, chat)
        # A name of a private chat is a person's: it stays out of the receipt.
        place = _name(number, chat) if chosen else f"#{number}"
        for message in messages:
            row += 1
            if not chosen:
                yield Skipped(str(row), SkipReason.NOT_CHOSEN, place)
                continue
            found = _one(row, message, chat, post)
            if isinstance(found, Record):
                found.place = place
                yield found
            else:
                yield Skipped(found.row, found.reason, place)


def _name(number: int, chat: object) -> str:
    return label(text_at(chat, "name") or "") or f"#{number}"


def _is_chosen(reading: Reading, number: int, chat: object) -> bool:
    if reading.options.parts is not None:
        return _name(number, chat) in reading.options.parts
    return text_at(chat, "type") in _OPEN


def _post(chat: Mapping[str, Any]) -> Post | None:
    native, name = text_at(chat, "id"), text_at(chat, "name")
    return Post(native, name) if native or name else None


def _one(number: int, item: object, chat: Mapping[str, Any], post: Post | None) -> Record | Skipped:
    if not isinstance(item, dict):
        return Skipped(str(number), SkipReason.BROKEN)
    if text_at(item, "type") not in {None, "message"}:
        return Skipped(str(number), SkipReason.SERVICE)
    if _is_channels_own(item, chat):
        return Skipped(str(number), SkipReason.POST)
    return Record(
        number,
        _words(item.get("text")),
        author=text_at(item, "from"),
        account=text_at(item, "from_id"),
        id=text_at(item, "id"),
        scope=text_at(chat, "id") or text_at(chat, "name"),
        parent=text_at(item, "reply_to_message_id"),
        # The plain date is the clock of the machine that exported.
        date=item.get("date_unixtime") or item.get("date"),
        likes=summed(item.get("reactions"), "count"),
        post=post,
        flags=_flags(item, chat),
    )


def _is_channels_own(item: Mapping[str, Any], chat: Mapping[str, Any]) -> bool:
    # In its own export a channel speaks under its name; in its discussion group what it posted
    # arrives as forwarded from itself.
    if str(chat.get("type") or "").endswith("_channel"):
        return True
    by_channel = (text_at(item, "from_id") or "").startswith("channel")
    return by_channel and item.get("forwarded_from") == item.get("from")


def _words(text: object) -> str | None:
    if not isinstance(text, list):
        return text if isinstance(text, str) else None
    parts = (part if isinstance(part, str) else text_at(part, "text") for part in text)
    return "".join(part for part in parts if part)


def _flags(item: Mapping[str, Any], chat: Mapping[str, Any]) -> frozenset[Flag]:
    found = set()
    if text_at(chat, "type") in _CLOSED:
        found.add(Flag.NON_PUBLIC)
    if item.get("edited") or item.get("edited_unixtime"):
        found.add(Flag.EDITED)
    return frozenset(found)
