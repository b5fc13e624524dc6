"""Files that look like comments and are something else: the creator's own words, private messages.

Read as an ordinary list they would put the creator's own comments into her inbox, or her friends'
messages. Each of these shapes is named until a format for it says what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers.columns import folded
from creator_calm.importers.kinds import script_end
from creator_calm.importers.opening import Shape

if TYPE_CHECKING:
    from creator_calm.importers.opening import Opening

_OWN_KEYS = frozenset(
    {"comments_v2", "group_comments_v2", "comments_media_comments", "orderedItems"}
)


def refuse(opening: Opening) -> None:
    """Raise Problem OWN_WORDS_EXPORT or PRIVATE_MESSAGES for such a file."""
    if script_end(opening.text):
        # A part of X's archive that no format reads: messages, likes, people.
        messages = "direct_messages" in opening.text[:80]
        code = ProblemCode.PRIVATE_MESSAGES if messages else ProblemCode.OWN_WORDS_EXPORT
        raise Problem(code, name=opening.name)
    if opening.shape in {Shape.JSON, Shape.JSON_LINES}:
        if _is_chat(opening):
            raise Problem(ProblemCode.PRIVATE_MESSAGES, name=opening.name)
        if _is_own_json(opening):
            raise Problem(ProblemCode.OWN_WORDS_EXPORT, name=opening.name)
    if opening.shape is Shape.TABLE and _is_takeout(opening):
        raise Problem(ProblemCode.OWN_WORDS_EXPORT, name=opening.name)


def _is_chat(opening: Opening) -> bool:
    keys = set(opening.keys)
    if {"guild", "channel", "messages"} <= keys or {"participants", "messages"} <= keys:
        return True
    telegram = "messages" in opening.keys and any(
        isinstance(item, dict) and "type" in item and ("date_unixtime" in item or "date" in item)
        for item in opening.items
    )
    return (
        telegram or "chats" in opening.keys or any("Chat History" in path for path in opening.lists)
    )


def _is_own_json(opening: Opening) -> bool:
    if _OWN_KEYS & set(opening.keys):
        return True
    if any(folded(path[-1]) == "commentslist" for path in opening.lists if path):
        return True
    item = opening.first_item
    if "string_map_data" in item or ("label_values" in item and "text" not in item):
        return True
    return item.get("type") in {"Create", "Announce"} and "actor" in item


def _is_takeout(opening: Opening) -> bool:
    names = {folded(label) for label in opening.labels}
    cells = [cell for row in opening.rows[:5] for cell in row if isinstance(cell, str)]
    packed = any(cell.startswith(('{"text"', '{"takeoutSegments"')) for cell in cells)
    return packed or {"commentid", "channelid", "commenttext"} <= names
