"""Points and the digest in words: topics, directions and places from codes, never from a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.language.pack import load_pack
from creator_calm.wording.catalogue import _, language, listing, ngettext, number

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Digest, DigestLine, Point
