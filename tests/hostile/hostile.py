"""What a row of the table of hostile files says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.problems import ProblemCode


@dataclass(frozen=True)
class Hostile:
    """One row of the table of hostile files. `code` is the refusal, or `new` the comments kept."""

    make: Callable[[], bytes]
    code: ProblemCode | None = None
    new: int | None = None
    slow: bool = False
