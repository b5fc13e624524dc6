"""XML read as a stream: the wanted elements one by one, everything else dropped as it passes.

Declarations of types and entities are refused at once: no export needs them, and billions of
laughs do. Names are compared without their namespace, which differs from file to file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOBase

_PIECE_CHARACTERS = 1 << 16
_NAMES = 200


@dataclass(slots=True)
class Element:
    """One element with what is inside it. `path` are the names of those around it, outermost first.

    `attributes` and names are without namespace; `line` is where it began.
    """

    name: str
    path: tuple[str, ...]
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def child(self, *names: str) -> Element | None:
        """Return the first element below a row of names, None where one of them is missing."""
        found: Element | None = self
        for name in names:
            if found is None:
                return None
            found = next((child for child in found.children if child.name == name), None)
        return found

    def text_of(self, *names: str) -> str | None:
        """Return the text of such an element, None where there is none."""
        found = self.child(*names)
        return None if found is None else found.text


_DROPPED = Element("", (), {}, 0)
_NO_PIECES: list[str] = []


class DamagedError(Exception):
    """The XML ends to be XML at `line`; what stood before was handed out."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


@dataclass(slots=True)
class XmlStart:
    """What the beginning of an XML text tells: the root, the namespaces, the names in order of appearance."""

    root: str = ""
    namespaces: list[str] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)


class _Builder:
    # Told by the parser what it meets; builds the wanted elements and forgets the rest.
    def __init__(self, wanted: frozenset[str], name: str) -> None:
        self._wanted = wanted
        self._file = name
        self._path: list[str] = []
        self._open: list[Element] = []
        self._pieces: list[list[str]] = []
        self._size = 0
        self._too_long = False
        self.parser: Any = None
        self.seen = XmlStart()
        self.told = 0
        """How often the parser had something to tell."""
        self.ready: list[tuple[int, Element | None]] = []

    def start_ns(self, _: str, address: str) -> None:
        if len(self.seen.namespaces) < _NAMES:
            self.seen.namespaces.append(address[: limits.LINK_CHARACTERS])

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.told += 1
        name = _local(tag)
        if not self._path:
            self.seen.root = name
        if len(self.seen.names) < _NAMES:
            self.seen.names[name] = None
        self.told += 1
        if self._too_long:
            # Whatever else is inside it: only its end is waited for.
            self._open.append(_DROPPED)
            self._pieces.append(_NO_PIECES)
        elif self._open or name in self._wanted:
            element = Element(
                name,
                tuple(self._path),
                {_local(key): value for key, value in attributes.items()},
                self.line(),
            )
            if self._open:
                self._open[-1].children.append(element)
            self._open.append(element)
            self._pieces.append([])
            self._count(sum(map(len, attributes.values())))
        self._path.append(name)
        if len(self._path) > limits.XML_DEPTH:
            raise Problem(ProblemCode.TOO_DEEP, name=self._file)

    def data(self, words: str) -> None:
        self.told += 1
        if self._open and not self._too_long:
            self._count(len(words))
            if not self._too_long:
                self._pieces[-1].append(words)

    def end(self, _: str) -> None:
        self.told += 1
        self._path.pop()
        if not self._open:
            return
        self.told += 1
        element, pieces = self._open.pop(), self._pieces.pop()
        if pieces:
            element.text = "".join(pieces)
        if not self._open:
            self.ready.append((element.line, None if self._too_long else element))
            self._size, self._too_long = 0, False

    def line(self) -> int:
        return int(self.parser.CurrentLineNumber)

    def _count(self, characters: int) -> None:
        # 64 for the element itself: a million empty ones are long too.
        self._size += characters + 64
        if self._size > limits.FIELD_CHARACTERS and not self._too_long:
            self._too_long = True
            for element in self._open:
                element.children.clear()
            for pieces in self._pieces:
                pieces.clear()


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def elements(
    text: TextIOBase, wanted: frozenset[str], name: str
) -> Iterator[tuple[int, Element | None]]:
    """Yield every element of a wanted name with its line; None in place of one above 1 MB.

    One inside another wanted one comes as its child only. Raises DamagedError where the XML breaks
    off, Problem FORBIDDEN_XML or TOO_DEEP.
    """
    builder = _Builder(wanted, name)
    parser = _parser(builder)
    try:
        told = silent = 0
        for piece in _pieces(text):
            parser.feed(piece)
            yield from _taken(builder)
            # A tag or remark without end: older parsers look at all of it again with every piece.
            silent = 0 if builder.told > told else silent + len(piece)
            told = builder.told
            if silent > limits.FIELD_CHARACTERS:
                raise Problem(
                    ProblemCode.TOO_BIG, name=name, mb=limits.FIELD_CHARACTERS // limits.MB
                )
        parser.close()
        yield from _taken(builder)
    except DefusedXmlException:
        raise Problem(ProblemCode.FORBIDDEN_XML, name=name) from None
    except (ParseError, ValueError) as error:
        # What came whole before the break in this very piece is worth having.
        yield from _taken(builder)
        raise DamagedError(_line_of(error)) from None


def start_of(text: str, name: str) -> XmlStart:
    """Return what the first 64 kB of an XML text tell. Raises as `elements` does, but for damage."""
    builder = _Builder(frozenset(), name)
    parser = _parser(builder)
    try:
        parser.feed(text[max(0, text.find("<")) :])
    except DefusedXmlException:
        raise Problem(ProblemCode.FORBIDDEN_XML, name=name) from None
    except (ParseError, ValueError):
        pass
    return builder.seen


def _parser(builder: _Builder) -> Any:  # noqa: ANN401 - defusedxml has no types
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.parser = parser.parser
    return parser


def _pieces(text: TextIOBase) -> Iterator[str]:
    # Signs before the first "<" are somebody's slip of the keyboard; a real file begins with one.
    first = text.read(_PIECE_CHARACTERS)
    yield first[max(0, first.find("<")) :]
    while piece := text.read(_PIECE_CHARACTERS):
        yield piece


def _taken(builder: _Builder) -> Iterator[tuple[int, Element | None]]:
    ready, builder.ready = builder.ready, []
    yield from ready


def _line_of(error: Exception) -> int:
    position = getattr(error, "position", None)
    return int(position[0]) if isinstance(position, tuple) else 1
