"""What was learned from edits, in plain sentences: no counts, nothing that grades anybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from creator_calm.wording.catalogue import _, ngettext

if TYPE_CHECKING:
    from creator_calm.domain.learned import PhraseMemory, StyleProfile

_SLOT = re.compile(r"\{\w+\}")
MOST = 0.5


def words_shown(text: str) -> str:
    """Return a phrase as it is shown: what is filled in each time is left open."""
    return _SLOT.sub("…", text).replace("….", "…")


def phrase_line(text: str, memory: PhraseMemory) -> str:
    """Say what is known of one phrase."""
    words = words_shown(text)
    if memory.retired:
        return _("“{words}” is not suggested any more. You took it out twice in a row.").format(
            words=words
        )
    if memory.kept > memory.removed:
        return _("You tend to keep “{words}”").format(words=words)
    if memory.kept < memory.removed:
        return _("You tend to take out “{words}”").format(words=words)
    return _("You keep “{words}” about as often as you take it out.").format(words=words)


def offer_line(text: str) -> str:
    """Ask about a sentence of the creator's own."""
    return _("You have written this before: “{words}”").format(words=words_shown(text))


def style_lines(style: StyleProfile) -> dict[str, str]:
    """Say how the last replies were written: sentences by what they are about."""
    lines = {
        "length": ngettext(
            "Your replies are about {n} character long.",
            "Your replies are about {n} characters long.",
            style.characters,
        ).format(n=style.characters)
    }
    if style.greeting >= MOST:
        lines["greeting"] = _("Most of your replies begin with a hello.")
    if style.emoji >= MOST:
        lines["emoji"] = _("Most of your replies hold an emoji.")
    if style.exclamation >= MOST:
        lines["exclamation"] = _("Most of your replies hold an exclamation mark.")
    if style.sign_off:
        lines["sign_off"] = _("Most of your replies end with “{words}”").format(
            words=style.sign_off
        )
    return lines
