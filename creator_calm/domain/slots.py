"""Slots in the creator's own replies: `{name}`. They are asked for, and never sent as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# One word or a few, a letter first: so `{ }`, `{{`, `{"a": 1}` and `{1}` are what they look like.
# Other programs write two braces and dots ({{contact.name}}); what comes from there is asked too.
_WORD: Final = r"[^\W\d_](?:[\w .\-]{0,38}\w)?"
_SLOT: Final = re.compile(
    rf"\{{\{{[ ]{{0,2}}({_WORD})[ ]{{0,2}}\}}\}}|(?<!\{{)\{{[ ]{{0,2}}({_WORD})[ ]{{0,2}}\}}(?!\}})"
)
MOST_SLOTS: Final = 20
VALUE_MAX: Final = 500


def slots(text: str) -> tuple[str, ...]:
    """Return the slots in the order in which they come first, in small letters, each once."""
    return tuple(dict.fromkeys(_slot(match) for match in _SLOT.finditer(text)))


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where slots stand, in characters."""
    return tuple(match.span() for match in _SLOT.finditer(text))


def open_slots(text: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """Return the slots for which there is nothing to put in."""
    return tuple(slot for slot in slots(text) if not words.get(slot, "").strip())


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return the text with its slots filled, capitalised where a sentence begins with one.

    Raises KeyError for a slot without words: an open brace never leaves the program.
    """

    def put(match: re.Match[str]) -> str:
        word = words[_slot(match)].strip()
        if not word:
            raise KeyError(_slot(match))
        before = text[: match.start()].rstrip(" \"'“‘(")
        begins = not before or before[-1] in ".!?…\n"
        return word[:1].upper() + word[1:] if begins and not _is_address(word) else word

    return _SLOT.sub(put, text)


def _slot(match: re.Match[str]) -> str:
    return " ".join((match[1] or match[2]).lower().split())


def _is_address(word: str) -> bool:
    return "://" in word or word.startswith(("@", "www."))
