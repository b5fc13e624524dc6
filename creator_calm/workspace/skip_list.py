"""The list of what an import left out, as a file: places and reasons, never a word of a comment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.reports.tables import BYTE_ORDER_MARK, csv_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def write_skips(path: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV with these cells. Raises Problem CANNOT_WRITE; what lay there is then lost or whole."""
    try:
        with open(path, "w", encoding="utf-8", errors="replace", newline="") as file:  # noqa: PTH123 - any string is a name
            file.write(BYTE_ORDER_MARK + csv_line(list(head)))
            file.writelines(csv_line(list(row)) for row in rows)
    except (OSError, ValueError):
        raise Problem(ProblemCode.CANNOT_WRITE, name=os.path.basename(path)) from None  # noqa: PTH119
