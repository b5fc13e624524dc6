"""What shape the beginning of a text or a sheet has: JSON Lines, the list that holds the comments, a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from creator_calm.domain.intake import Role
from creator_calm.importers import columns, json_objects, limits
from creator_calm.importers.json_values import value_of
from creator_calm.importers.opening import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from creator_calm.importers.json_survey import Path

SAMPLE_ITEMS = 20
_PARAGRAPHS = re.compile(r"[\n\r][ \t]*[\n\r][^\n\r]")
# A blank line inside a quoted cell parts no paragraphs.
_QUOTED = re.compile(r'"[^"]{0,4096}"')


def parsed_line(line: str | None) -> Any:  # noqa: ANN401 - JSON
    """Return what a line of JSON Lines holds, None where it holds no JSON."""
    if line is None:
        return None
    try:
        return value_of(line)
    except (ValueError, RecursionError):
        return None


def are_json_lines(text: str) -> bool:
    """Say whether a text begins with lines that are objects each by itself."""
    lines = [line for line in re.split(r"\r\n|\n|\r", text) if line.strip()]
    complete = lines if len(text) < limits.OPENING_BYTES // 2 else lines[:-1]
    good = [isinstance(parsed_line(line), dict) for line in complete[:SAMPLE_ITEMS]]
    if len(good) < 2:
        return False
    return sum(good) >= 2 and sum(good) >= len(good) / 2


def fullest(lists: Mapping[Path, tuple[int, list[Any]]]) -> Path | None:
    """Return the path of the list that most likely holds the comments."""
    best: Path | None = None
    best_worth = (False, 0)
    for path, (times, samples) in lists.items():
        texts = (
            json_objects.hold_texts(samples) or json_objects.key_of_comments(samples) is not None
        )
        worth = (texts, times)
        useful = any(isinstance(item, dict) for item in json_objects.flat(samples)) or (
            all(isinstance(item, str) for item in samples) and len(lists) == 1
        )
        if useful and worth > best_worth:
            best, best_worth = path, worth
    return best


def table_of(
    name: str, rows: list[tuple[int, list[object]]], *, hidden: bool = False, sheet: bool = False
) -> Table:
    """Return the first rows of a table with its header, where it has one; a sheet without is not read."""
    cells = [row for _, row in rows]
    header = columns.header_row(cells)
    if header is None:
        roles = columns.guessed(cells)
        return Table(
            name, ("",) * len(roles), False, _frozen(cells), (), 0, read=not hidden and not sheet
        )
    labels = tuple(columns.label_of(cell) for cell in cells[header])
    holds_text = Role.TEXT in columns.roles(labels, cells[header + 1 :])
    return Table(
        name,
        labels,
        True,
        _frozen(cells[header + 1 :]),
        _frozen(cells[:header]),
        rows[header][0],
        read=holds_text and not hidden,
    )


def _frozen(rows: list[list[object]]) -> tuple[tuple[object, ...], ...]:
    return tuple(tuple(row) for row in rows)


def is_table(table: Table, text: str, sign: str, width: int, *, is_paste: bool) -> bool:
    """Say whether a text is a table. `width` is the usual number of columns, 0 where nothing parts any."""
    if table.has_header:
        # One column named "comment" is a table, unless blank lines show paragraphs.
        return (
            len(table.labels) > 1
            or width > 1
            or (
                not is_paste
                and not _PARAGRAPHS.search(_QUOTED.sub("x", text[:4096].replace("\r\n", "\n")))
            )
        )
    if len(table.rows) < 3 or not width:
        return False
    same = sum(len(row) == width for row in table.rows) >= 0.95 * len(table.rows)
    # Prose has commas too: two columns of it prove nothing.
    return same and (width > 2 or sign != ",")
