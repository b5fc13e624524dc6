"""Import formats in words: they are content per language, one table for each format's file."""

from __future__ import annotations

from creator_calm.language.pack import load_pack
from creator_calm.wording.catalogue import language


def format_title(name: str) -> str:
    """Name an import format in the interface language; its code where it has no words."""
    return str(_words(name).get("title", name))


def format_how_to(name: str) -> str:
    """Say how to get such a file; "" where nothing is known."""
    return str(_words(name).get("how_to", ""))


def _words(name: str) -> dict[str, str]:
    found: dict[str, str] = load_pack(language()).table("formats").get(name, {})
    return found
