"""Names to address somebody by: only what looks like a first name, or none at all."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.language.word_forms import listed

_LETTERS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LEAST, _MOST, _PARTS_MOST = 2, 20, 3


def first_name(name: str | None) -> str | None:
    """Return the first name of a display name; None for handles, channels, and anything in doubt.

    Every part has to be a capitalised word of letters that no list knows as something else.
    """
    parts = (name or "").split()
    if not parts or len(parts) > _PARTS_MOST:
        return None
    return parts[0] if all(map(_is_name, parts)) and len(parts[0]) <= _MOST else None


def _is_name(part: str) -> bool:
    return (
        _LETTERS.fullmatch(part) is not None
        and len(part) >= _LEAST
        and part[0].isupper()
        and (part[1:].islower() or "-" in part)
        and part.casefold() not in _not_names()
    )


@cache
def _not_names() -> frozenset[str]:
    """Hurtful words in every form, and words that channels and made-up names are made of."""
    words: set[str] = set()
    for language in LANGUAGES:
        pack = load_pack(language)
        lexicon = pack.table("lexicon")
        words.update(*(listed(lexicon, group) for group in lexicon["words"]))
        words.update(pack.table("replies")["names"]["never"])
    return frozenset(word.casefold() for word in words)
