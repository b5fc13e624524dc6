"""JSON read as a stream: lists of any length with constant memory, by the standard library alone."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import limits
from creator_calm.importers.json_survey import SAMPLE_ITEMS, Path, Survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import TextIOBase

_SPACES = " \t\r\n\ufeff"
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_LIST_DEPTH = 3
_SURVEY_CHARACTERS = 8 * limits.MB
_NEAR_END = 16
_MOST_KEYS = 200
_NUMBER_DIGITS = 4_300


class Unreadable:
    """Stands for a value that JSON allows and Python refuses: a number of thousands of digits."""


UNREADABLE = Unreadable()


def _no_constant(_: str) -> None:
    # NaN and Infinity are no JSON and no number of likes: unknown.
    return None


def _long_number(digits: str) -> int | Unreadable:
    return UNREADABLE if len(digits) > _NUMBER_DIGITS else int(digits)


_decode = json.JSONDecoder(parse_constant=_no_constant).raw_decode
_patient = json.JSONDecoder(parse_constant=_no_constant, parse_int=_long_number)
_decode_patiently = _patient.raw_decode


def value_of(text: str) -> Any:  # noqa: ANN401 - JSON
    """Return the value a whole text holds; raises ValueError or RecursionError like `json.loads`."""
    start = _space_end(text, 0)
    try:
        value, end = _decode(text, start)
    except json.JSONDecodeError:
        raise
    except ValueError:
        _, end = _decode_patiently(text, start)
        value = UNREADABLE
    if _space_end(text, end) != len(text):
        raise ValueError
    return value


def _space_end(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def too_deep(value: object) -> bool:
    """Say whether a value is nested beyond the limit, without recursion."""
    layer = _inner(value)
    for _ in range(limits.JSON_DEPTH):
        if not layer:
            return False
        layer = [deeper for inner in layer for deeper in _inner(inner)]
    return True


def _inner(value: object) -> list[object]:
    if type(value) is dict:
        return [inner for inner in value.values() if type(inner) is dict or type(inner) is list]
    if type(value) is list:
        return [inner for inner in value if type(inner) is dict or type(inner) is list]
    return []


class _Cursor:
    # A place in a text that is read on as needed.
    def __init__(self, text: TextIOBase, name: str) -> None:
        self._text = text
        self._name = name
        self._buffer = ""
        self._at = 0
        self._ended = False
        self._lines = 0
        self.consumed = 0
        self.items = 0

    def _fill(self, count: int = limits.CHUNK_BYTES) -> bool:
        if self._ended:
            return False
        piece = self._text.read(count)
        self._ended = not piece
        if self._at:
            self._lines += self._buffer.count("\n", 0, self._at)
            self.consumed += self._at
            self._buffer = self._buffer[self._at :]
            self._at = 0
        self._buffer += piece
        return bool(piece)

    def peek(self) -> str:
        """Return the next sign that is no white space, "" at the end."""
        if self._at < len(self._buffer) and (sign := self._buffer[self._at]) not in _SPACES:
            return sign
        while True:
            self._at = _space_end(self._buffer, self._at)
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._fill():
                return ""

    def take(self, sign: str) -> None:
        """Step over `sign`, which has to be next."""
        if self.peek() != sign:
            raise self.trouble()
        self._at += 1

    def goes_on(self) -> bool:
        """Step over a comma; False where there is none."""
        if self.peek() != ",":
            return False
        self._at += 1
        return True

    def value(self) -> Any:  # noqa: ANN401 - JSON
        """Return the next value and step over it."""
        self.peek()
        try:
            value = self._decoded()
        except RecursionError:
            raise Problem(ProblemCode.TOO_DEEP, name=self._name) from None
        if isinstance(value, dict | list) and too_deep(value):
            raise Problem(ProblemCode.TOO_DEEP, name=self._name)
        return value

    def _decoded(self) -> Any:  # noqa: ANN401 - JSON
        want = limits.CHUNK_BYTES
        while True:
            try:
                value, end = _decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if not self._may_go_on(error) or not self._fill(want):
                    raise self.trouble(error) from None
                want *= 2
                continue
            except ValueError:
                _, self._at = _decode_patiently(self._buffer, self._at)
                return UNREADABLE
            # A number at the end of the buffer may go on behind it.
            if end < len(self._buffer) or not self._fill():
                self._at = end
                return value

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        if len(self._buffer) - self._at > limits.WHOLE_VALUE_BYTES:
            raise Problem(
                ProblemCode.TOO_BIG, name=self._name, mb=limits.WHOLE_VALUE_BYTES // limits.MB
            )
        cut = error.pos >= len(self._buffer) - _NEAR_END
        return cut or error.msg.startswith("Unterminated string")

    def trouble(self, error: json.JSONDecodeError | None = None) -> Problem:
        """Return what is wrong at this place: the text ends too early, or it is no JSON."""
        place = self._at if error is None else error.pos
        rest = len(self._buffer.rstrip()) - place
        cut = rest <= _NEAR_END // 2 or (error is not None and error.msg.startswith("Unterminated"))
        if self._ended and cut:
            return Problem(ProblemCode.TRUNCATED, name=self._name, row=self.items + 1)
        line = self._lines + self._buffer.count("\n", 0, place) + 1
        return Problem(ProblemCode.BAD_JSON, name=self._name, row=line)


class JsonText:
    """A JSON text that can be read again from its start. Raises Problem for what is no JSON."""

    def __init__(self, reopen: Callable[[], TextIOBase], name: str) -> None:
        self._reopen = reopen
        self._name = name
        self._unwrap()

    def _unwrap(self) -> None:
        # A root that is a string holds JSON once more; a third layer is nobody's export.
        for _ in range(2):
            cursor = _Cursor(self._reopen(), self._name)
            if cursor.peek() != '"':
                return
            inner = cursor.value()
            self._reopen = lambda inner=inner: io.StringIO(inner)  # type: ignore[misc]

    def survey(self) -> Survey:
        """Return what the first 8 MB hold."""
        cursor = _Cursor(self._reopen(), self._name)
        kind = {"[": "list", "{": "object", '"': "text"}.get(cursor.peek(), "value")
        found = Survey(kind)
        if kind in {"text", "value"}:
            return found
        keys: dict[str, None] = {}
        for path, item, is_item in _walk(cursor):
            if len(path) == 1 and len(keys) < _MOST_KEYS:
                keys[path[0]] = None
            found.note(path, item, is_item=is_item)
            if not path and cursor.items >= SAMPLE_ITEMS:
                break
            # What a tool knows of the video may be a mountain before its comments.
            if cursor.consumed > _SURVEY_CHARACTERS and found.has_texts():
                break
        found.keys = tuple(keys)
        if kind == "object" and not found.lists:
            single = self.root()
            found.single = single if isinstance(single, dict) else None
        return found

    def items(self, path: Path) -> Iterator[tuple[int, Any]]:
        """Yield every item of the list at `path` with its number, from 1."""
        cursor = _Cursor(self._reopen(), self._name)
        number = 0
        for at, item, is_item in _walk(cursor):
            if is_item and at == path:
                number += 1
                cursor.items = number
                yield number, item
        if cursor.peek():
            raise cursor.trouble()

    def root(self) -> Any:  # noqa: ANN401 - JSON
        """Return the whole value; only for small files."""
        cursor = _Cursor(self._reopen(), self._name)
        value = cursor.value()
        if cursor.peek():
            raise cursor.trouble()  # half a second line, for example: it must not go unsaid
        return value


def _walk(cursor: _Cursor, path: Path = ()) -> Iterator[tuple[Path, Any, bool]]:
    # Yields (path of a list, item, True), and (path of a key, None, False) for every other value.
    sign = cursor.peek()
    if sign == "[":
        for item in _list_items(cursor):
            yield path, item, True
    elif sign == "{" and len(path) < _LIST_DEPTH:
        for key in _keys(cursor):
            here = (*path, key)
            yield here, None, False
            yield from _walk(cursor, here)
    else:
        yield path, cursor.value(), False


def _list_items(cursor: _Cursor) -> Iterator[Any]:
    cursor.take("[")
    if cursor.peek() == "]":
        cursor.take("]")
        return
    while True:
        item = cursor.value()
        cursor.items += 1
        yield item
        if not cursor.goes_on():
            break
    cursor.take("]")


def _keys(cursor: _Cursor) -> Iterator[str]:
    cursor.take("{")
    if cursor.peek() == "}":
        cursor.take("}")
        return
    while True:
        if cursor.peek() != '"':
            raise cursor.trouble()
        key = cursor.value()
        cursor.take(":")
        yield str(key)
        if cursor.peek() != ",":
            break
        cursor.take(",")
    cursor.take("}")


def json_lines(text: TextIOBase) -> Iterator[tuple[int, str | None]]:
    """Yield every line that is not blank with its number; None in place of one beyond all limits."""
    number = 0
    while line := text.readline(4 * limits.FIELD_CHARACTERS):
        number += 1
        if line[-1] not in "\r\n" and len(line) >= 4 * limits.FIELD_CHARACTERS:
            while line and line[-1] not in "\r\n":
                line = text.readline(limits.FIELD_CHARACTERS)
            yield number, None
        elif not line.isspace():
            yield number, line
