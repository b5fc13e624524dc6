"""Read a source in one go, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from creator_calm.domain.accounting import Accounting
from creator_calm.domain.intake import ReadOptions, Skipped, Source
from creator_calm.importers import Intake

if TYPE_CHECKING:
    from pathlib import Path

    from creator_calm.domain.comment import Comment
    from creator_calm.domain.intake import Found, ReadComment, Receipt

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Result:
    """What reading gave."""

    found: Found
    receipt: Receipt
    items: tuple[ReadComment | Skipped, ...]

    @property
    def kept(self) -> list[ReadComment]:
        return [item for item in self.items if not isinstance(item, Skipped)]

    @property
    def comments(self) -> list[Comment]:
        return [item.comment for item in self.kept]

    @property
    def texts(self) -> list[str]:
        return [comment.text for comment in self.comments]


def read_source(source: Source, options: ReadOptions | None = None) -> Result:
    sums = Accounting()
    with Intake(source, options or ReadOptions(), now=NOW) as intake:
        items = tuple(intake)
        for item in items:
            sums.add(item)
        receipt = sums.receipt(source.name, intake.found, intake.ended())
    assert receipt.read == receipt.new + receipt.duplicates + receipt.skipped_count
    return Result(intake.found, receipt, items)


def read_path(path: Path, options: ReadOptions | None = None) -> Result:
    return read_source(Source(path=str(path), name=path.name), options)


def read_bytes(data: bytes, options: ReadOptions | None = None, name: str = "file") -> Result:
    return read_source(Source(data=data, name=name), options)


def read_paste(text: str, options: ReadOptions | None = None) -> Result:
    return read_source(Source(text=text), options)
