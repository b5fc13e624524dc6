"""The creator's own words in words: languages they are for, who reads them."""

from __future__ import annotations

from creator_calm.domain.reply import Audience
from creator_calm.wording.catalogue import _
from creator_calm.wording.comments import language_name


def own_language(code: str) -> str:
    """Name the language a thing is for; "" is any."""
    return language_name(code) if code else _("Any language")


def audience_word(audience: Audience) -> str:
    """Say in a word who reads a saved reply."""
    return _("Public") if audience is Audience.PUBLIC else _("Private")
