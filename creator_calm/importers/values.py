"""Small questions to JSON of unknown make: what is not there, or is something else, is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.importers.records import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING: dict[str, Any] = {}


def at(value: object, *keys: str) -> Any:  # noqa: ANN401 - JSON
    """Return what lies under a row of keys, None where one of them is missing."""
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def mapping_at(value: object, *keys: str) -> Mapping[str, Any]:
    """Return the object under a row of keys, an empty one where there is none."""
    found = at(value, *keys)
    return found if isinstance(found, dict) else _NOTHING


def objects_at(value: object, *keys: str) -> list[dict[str, Any]]:
    """Return the objects of the list, or of the values of the object, under a row of keys."""
    found = at(value, *keys)
    if isinstance(found, dict):
        found = list(found.values())
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def text_at(value: object, *keys: str) -> str | None:
    """Return a text or a number as text under a row of keys, None where there is none."""
    return text_of(at(value, *keys))


def first_text(value: object, *keys: str) -> str | None:
    """Return the first text among several keys of an object that is not empty."""
    return next((text for key in keys if (text := text_at(value, key))), None)


def whole_at(value: object, *keys: str) -> int:
    """Return a whole number under a row of keys, 0 where there is none."""
    found = at(value, *keys)
    if isinstance(found, str) and found.isascii() and found.isdigit() and len(found) < 16:
        return int(found)
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


def summed(value: object, key: str) -> int | None:
    """Return the sum of `key` over a list of objects, such as reactions; None for no list."""
    if not isinstance(value, list):
        return None
    return sum(max(0, whole_at(item, key)) for item in value)


def mended(text: str | None) -> str | None:
    """Return a text whose UTF-8 bytes were written as signs of their own, as Meta does, mended."""
    if text is None or text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
