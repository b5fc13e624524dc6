"""An open source in the shape it has, as a format gets to read it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import columns, delimiters, kinds, limits, shapes, xml_elements
from creator_calm.importers.json_survey import Path, Survey
from creator_calm.importers.json_values import JsonText, json_lines
from creator_calm.importers.kinds import Kind
from creator_calm.importers.opening import Opening, Shape, Table
from creator_calm.importers.sheets import Workbook
from creator_calm.importers.tables import Records
from creator_calm.importers.xml_elements import DamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from io import TextIOBase

    from creator_calm.domain.intake import LeftOut, ReadOptions
    from creator_calm.importers.long_posts import LongPosts
    from creator_calm.importers.opened import Opened
    from creator_calm.importers.page_html import Mark
    from creator_calm.importers.watch import Watch
    from creator_calm.importers.xml_elements import Element


_JSON_START = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\{\["\]])')
_JSON_IN_TEXT = re.compile(r'\s*"\s*(?:\\"\s*)?[\[{]\s*(?:\\+["nrt]|[\[{\]])')
_XML_START = re.compile(r"\s*+.?\s*+<(?:\?xml|rss|feed|disqus|!DOCTYPE)", re.IGNORECASE)
_SAMPLE_ROWS = 200


class Reading:
    """An open source in the shape it has. Each method reads from the start and yields places with values."""

    def __init__(self, opened: Opened, options: ReadOptions, watch: Watch) -> None:
        self.opened = opened
        self.options = options
        self._watch = watch
        self.repaired: list[int] = []
        self.left_out: set[LeftOut] = set()
        self.owner: str | None = None
        """The creator's name, where an archive tells it apart from her words."""
        self.long_posts: LongPosts | None = None
        """Whole posts that an archive keeps apart from their beginnings."""
        self.missing_replies = 0
        self.damaged_at = 0
        self.marks: tuple[Mark, ...] = ()
        """Links to comments and times that came with a paste."""
        self._json: JsonText | None = None
        self._book: Workbook | None = None
        self.delimiter = ""
        self._columns = 1
        self._skip_first = False
        self._spaced = False
        self._tables: tuple[Table, ...] | None = None
        self.opening = self._open()

    def _open(self) -> Opening:
        if self.opened.kind is not Kind.TEXT:
            return self._open_book()
        text = self.opened.opening()
        self._refuse_pages(text)
        shape = self._text_shape(text)
        self._check_size(shape)
        if shape is Shape.XML:
            return self._open_xml(text)
        if shape is Shape.JSON_LINES:
            return self._open_items(shape, text, self._survey_of_lines())
        if shape is Shape.JSON:
            self._json = JsonText(self._json_text, self.opened.name)
            return self._open_items(shape, text, self._json.survey())
        return self._open_table(text, only_if_sure=self.options.format != "table")

    def _is_page(self, text: str) -> bool:
        return not self.opened.is_paste and kinds.is_web_page(text)

    def _refuse_pages(self, text: str) -> None:
        if self._is_page(text) and not kinds.is_takeout_page(text):
            is_export = kinds.is_export_page(text)
            code = ProblemCode.WANTS_JSON if is_export else ProblemCode.WEB_PAGE
            raise Problem(code, name=self.opened.name)

    def _json_text(self) -> TextIOBase:
        text = self.opened.text()
        text.read(kinds.script_end(self.opened.opening()))
        return text

    def _text_shape(self, text: str) -> Shape:
        chosen = self.options.format
        if chosen == "jsonl":
            return Shape.JSON_LINES
        if chosen == "json":
            return Shape.JSON
        if chosen in {"lines", "table"} or self._is_page(text):
            return Shape.TEXT
        if not self.opened.is_paste and _XML_START.match(text[:400]):
            return Shape.XML
        if kinds.script_end(text):
            return Shape.JSON
        if _JSON_START.match(text):
            return Shape.JSON_LINES if shapes.are_json_lines(text) else Shape.JSON
        return Shape.JSON if _JSON_IN_TEXT.match(text) else Shape.TEXT

    def _check_size(self, shape: Shape) -> None:
        whole = shape in {Shape.JSON, Shape.XML}
        limit = limits.JSON_BYTES if whole else limits.LINES_BYTES
        if self.opened.size > limit:
            raise Problem(ProblemCode.FILE_TOO_BIG, name=self.opened.name, mb=limit // limits.MB)

    def _survey_of_lines(self) -> Survey:
        items = self._first_lines()
        return Survey("list", (), {(): (len(items), items)})

    def _first_lines(self) -> list[Any]:
        items: list[Any] = []
        for _, line in json_lines(self.opened.text()):
            item = shapes.parsed_line(line)
            if item is not None:
                items.append(item)
            if len(items) >= shapes.SAMPLE_ITEMS:
                break
        return items

    def _open_items(self, shape: Shape, text: str, survey: Survey) -> Opening:
        path = shapes.fullest(survey.lists)
        items = tuple(survey.lists[path][1]) if path is not None else ()
        if path is None and survey.single is not None:
            items = (survey.single,)
        labels: dict[str, None] = {}
        for item in items:
            if isinstance(item, dict):
                labels.update(dict.fromkeys(map(str, item)))
        return Opening(
            self.opened.name,
            self.opened.size,
            shape,
            self.opened.is_paste,
            text,
            survey.keys,
            survey.lists,
            survey.values,
            path,
            items,
            survey.single,
            tuple(labels)[:200],
        )

    def _open_xml(self, text: str) -> Opening:
        start = xml_elements.start_of(text, self.opened.name)
        return Opening(
            self.opened.name,
            self.opened.size,
            Shape.XML,
            text=text,
            labels=tuple(start.names),
            root=start.root,
            namespaces=tuple(start.namespaces),
        )

    def begin(self) -> None:
        """Forget what an earlier reading of the same source noted. Called before each."""
        self.repaired.clear()
        self.missing_replies = 0
        self.damaged_at = 0

    def elements(self, *names: str) -> Iterator[tuple[int, Element | None]]:
        """Yield the XML elements of these names with their lines; None for one that is too long.

        Where the XML breaks off, what stood before was handed out and the place is noted; with
        nothing before it, Problem BAD_XML.
        """
        found = False
        try:
            for line, element in xml_elements.elements(
                self.opened.text(), frozenset(names), self.opened.name
            ):
                found = True
                yield line, element
        except DamagedError as damage:
            if not found:
                raise Problem(ProblemCode.BAD_XML, name=self.opened.name, row=damage.line) from None
            self.damaged_at = damage.line

    def _open_table(self, text: str, *, only_if_sure: bool) -> Opening:
        stated = delimiters.stated_delimiter(text)
        self._skip_first = stated is not None
        sign, width, score = delimiters.delimiter(text)
        if stated is not None:
            sign, score = stated, max(score, 1.0)
            body = text.split("\n", 1)[-1] if "\n" in text else text.split("\r", 1)[-1]
            width = delimiters.width(body, sign)
        self.delimiter, self._columns = sign, width
        self._spaced = delimiters.is_spaced(text, sign)
        table = self.tables()[0]
        columns = self._columns if score else 0
        sure = stated is not None or shapes.is_table(
            table, text, sign, columns, is_paste=self.opened.is_paste
        )
        shape = Shape.TABLE if sure or not only_if_sure else Shape.TEXT
        return Opening(
            self.opened.name,
            self.opened.size,
            shape,
            self.opened.is_paste,
            text,
            labels=table.labels,
            has_header=table.has_header,
            rows=table.rows,
            above=table.above,
        )

    def _first_rows(self) -> list[tuple[int, list[object]]]:
        rows: list[tuple[int, list[object]]] = []
        for row in self._records():
            rows.append((row.line, list(row.cells)))
            if len(rows) >= _SAMPLE_ROWS:
                break
        return rows

    def _open_book(self) -> Opening:
        self._book = Workbook(self.opened, self._watch)
        found = self.tables()
        best = next((table for table in found if table.read), found[0] if found else None)
        if best is None:
            raise Problem(ProblemCode.NO_COMMENTS, name=self.opened.name)
        return Opening(
            self.opened.name,
            self.opened.size,
            Shape.SHEET,
            labels=best.labels,
            has_header=best.has_header,
            rows=best.rows,
            above=best.above,
            sheets=tuple(table.name for table in found),
        )

    def tables(self) -> tuple[Table, ...]:
        """Return the tables of the source: the text itself, or every sheet with what it seems to hold."""
        if self._tables is None:
            self._tables = self._find_tables()
        return self._tables

    def _find_tables(self) -> tuple[Table, ...]:
        if self._book is None:
            return (shapes.table_of("", self._first_rows()),)
        found: list[Table] = []
        for sheet in self._book.sheets:
            rows: list[tuple[int, list[object]]] = []
            for row in self._book.rows(sheet.name):
                rows.append(row)
                if len(rows) >= _SAMPLE_ROWS:
                    break
            if rows:
                found.append(shapes.table_of(sheet.name, rows, hidden=sheet.hidden, sheet=True))
        return tuple(map(self._chosen, found))

    def _chosen(self, table: Table) -> Table:
        parts = self.options.parts
        return table if parts is None else replace(table, read=table.name in parts)

    def sheets(self) -> tuple[tuple[str, bool], ...]:
        """Return the sheets of a spreadsheet with whether each is read; () for anything else."""
        return tuple((table.name, table.read) for table in self.tables()) if self._book else ()

    def rows(self, table: Table) -> Iterator[tuple[int, Sequence[object] | None]]:
        """Yield the rows below the header with their line or row number; None for one that is too long."""
        if self._book is not None:
            for number, cells in self._book.rows(table.name):
                if number > table.header_line:
                    yield number, cells
            return
        for row in self._records():
            if row.repaired:
                self.repaired.append(row.line)
            if row.line > table.header_line:
                yield row.line, None if row.too_long else row.cells

    def _records(self) -> Records:
        return Records(
            self.opened.text,
            self.delimiter,
            self._columns,
            skip_first=self._skip_first,
            spaced=self._spaced,
        )

    def items(self, path: Path) -> Iterator[tuple[int, Any]]:
        """Yield every item of the list at `path` with its number."""
        if self._json is None:
            raise Problem(ProblemCode.WRONG_FORMAT, name=self.opened.name)
        return self._json.items(path)

    def leave_out(self, item: Mapping[str, object]) -> None:
        """Note which kinds of private data an object holds; the receipt tells that they are kept nowhere."""
        for key, value in item.items():
            kind = columns.private_kind(key) if value else None
            if kind is not None:
                self.left_out.add(kind)

    def root(self) -> Any:  # noqa: ANN401 - JSON
        """Return the whole JSON value; only for files whose parts belong together. TOO_BIG above 32 MB."""
        if self._json is None:
            raise Problem(ProblemCode.WRONG_FORMAT, name=self.opened.name)
        return self._json.root()

    def json_lines(self) -> Iterator[tuple[int, Any]]:
        """Yield every line's value with its line number; None for a line that is no JSON."""
        for number, line in json_lines(self.opened.text()):
            yield number, shapes.parsed_line(line)

    def text(self) -> TextIOBase:
        """Return the source as text, from its start."""
        return self.opened.text()
