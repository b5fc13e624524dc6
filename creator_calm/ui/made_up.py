"""The made-up comments that come with the program, to try it without bringing in one's own."""

from __future__ import annotations

from creator_calm.domain.intake import Source
from creator_calm.paths import resource
from creator_calm.wording import _


def made_up() -> Source:
    """Return where the made-up comments are."""
    path = resource("samples", "comments.jsonl")
    return Source(path=str(path), name=_("Made-up comments"))
