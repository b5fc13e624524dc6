"""What the put-away pile asks for, as a whole or of one import, in codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.standing import effective
from creator_calm.triage.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.assessment import Digest
    from creator_calm.storage.library import Library
    from creator_calm.triage.digest import Row


def digest_of(library: Library, imports: tuple[int, ...] | None = None) -> Digest:
    """Count what put-away comments ask for, of all or of some `imports` only."""
    within = None if imports is None else library.imports.ranges(imports)
    return digest(_rows(library, within))


def _rows(library: Library, within: tuple[tuple[int, int], ...] | None) -> Iterator[Row]:
    for one in library.listing.away(within):
        verdict = effective(one.assessment, one.marks)
        yield one.key, str(one.person), verdict.kind, verdict.lane, verdict.points, True
