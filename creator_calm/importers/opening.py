"""What a format recognises a source by."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from creator_calm.importers import columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from creator_calm.domain.intake import Role
    from creator_calm.importers.json_survey import Path


class Shape(StrEnum):
    """How a source is built."""

    TABLE = "table"
    SHEET = "sheet"
    JSON = "json"
    JSON_LINES = "json_lines"
    XML = "xml"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a format recognises a source by; made once. Nothing of it is a comment yet.

    `labels` is the header row of a table, or the keys of the first 20 JSON items in order of
    appearance; `values` are the single values of a JSON object up to three keys deep; `rows` are
    the first rows of a table below it; `above` those before the header.
    """

    name: str
    size: int
    shape: Shape
    is_paste: bool = False
    text: str = ""
    keys: tuple[str, ...] = ()
    lists: Mapping[Path, tuple[int, list[Any]]] = field(default_factory=dict)
    values: Mapping[Path, Any] = field(default_factory=dict)
    path: Path | None = None
    items: tuple[Any, ...] = ()
    single: Mapping[str, Any] | None = None
    labels: tuple[str, ...] = ()
    has_header: bool = False
    rows: tuple[tuple[object, ...], ...] = ()
    above: tuple[tuple[object, ...], ...] = ()
    sheets: tuple[str, ...] = ()
    root: str = ""
    """The name of an XML root; `labels` are then the names of elements, `namespaces` the addresses stated."""
    namespaces: tuple[str, ...] = ()

    def has_keys(self, *keys: str) -> bool:
        """Say whether one of the first JSON objects has all of these keys."""
        wanted = set(keys)
        items = self.items if self.single is None else (*self.items, self.single)
        return any(isinstance(item, dict) and wanted <= item.keys() for item in items)

    @property
    def first_item(self) -> Mapping[str, Any]:
        """The first JSON object, empty where there is none."""
        return next((item for item in self.items if isinstance(item, dict)), {})

    def _cells(self) -> tuple[tuple[object, ...], ...]:
        if self.rows:
            return self.rows
        items = [item for item in self.items if isinstance(item, dict)]
        return tuple(tuple(item.get(label) for label in self.labels) for item in items)

    @property
    def roles(self) -> tuple[Role, ...]:
        """What the columns or keys hold, by their names."""
        return (
            columns.roles(self.labels, self._cells())
            if self.has_header or self.items or self.single
            else ()
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table inside a source: a sheet, or the whole text. `read` says whether it is read by default."""

    name: str
    labels: tuple[str, ...]
    has_header: bool
    rows: tuple[tuple[object, ...], ...]
    above: tuple[tuple[object, ...], ...]
    header_line: int
    read: bool = True
