"""A pasted text as a proposal of comments: every line stays in its place, and the creator has the last word.

The lines of all blocks, in order, are the paste, whatever it was. What the page itself wrote
(names, ages, buttons) is told from what a person wrote by a grammar per site; where none explains
the lines, a comment is what stands between blank lines, or a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import BlockState, Grouping
from creator_calm.importers import ages
from creator_calm.importers.counts import count
from creator_calm.importers.page_words import page_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from creator_calm.domain.intake import ReadOptions
    from creator_calm.importers.page_words import PageWords

# Three line ends only: str.splitlines() also cuts inside a comment, at U+2028 and five more.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_HANDLE = re.compile(r"@?[\w.\-]{2,30}\s*")
_AT_HANDLE = re.compile(r"(@[\w.\-·]{2,40})(?:\s*[•·]\s*(\S.{0,50}))?\s*")
_EXPLAINED = 0.7
_LINES_PER_BLOCK = 8


class Part(Enum):
    """What a line of a paste is."""

    TEXT = auto()
    BLANK = auto()
    AUTHOR = auto()
    AGE = auto()
    LIKES = auto()
    CHROME = auto()
    UNKNOWN = auto()


Line = tuple[str, Part]
"""A line with its line end, and what it is."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. `block` and `part` number it for the creator's edits."""

    block: int
    part: int
    lines: tuple[Line, ...]
    start: int = 0
    joined: bool = False
    left_out: bool = False

    @property
    def source(self) -> str:
        """The lines as pasted."""
        return "".join(line for line, _ in self.lines)

    @property
    def text(self) -> str:
        """What a person wrote, blank lines within it kept."""
        kept = [line for line, part in self.lines if part in {Part.TEXT, Part.BLANK}]
        return "".join(kept).strip()

    @property
    def state(self) -> BlockState:
        """What is proposed to become of it."""
        if self.left_out:
            return BlockState.LEFT_OUT
        if self.text:
            return BlockState.COMMENT
        known = any(part in {Part.AUTHOR, Part.AGE} for _, part in self.lines)
        return BlockState.EMPTY if known else BlockState.NOT_RECOGNISED

    def words(self, wanted: Part) -> str | None:
        """Return the first line of a sort, stripped, or None."""
        return next((line.strip() for line, part in self.lines if part is wanted), None)


@dataclass(frozen=True, slots=True)
class Paste:
    """What a pasted text seems to be. `grouping` says how it was taken apart."""

    blocks: tuple[Block, ...]
    grouping: Grouping
    platform: Platform = Platform.OTHER


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends, cut at CR LF, LF and CR only."""
    return _LINE.findall(text)


def proposal(text: str, grouping: Grouping | None = None) -> Paste:
    """Return the comments a pasted text seems to hold."""
    lines = lines_of(text)
    words = page_words()
    if grouping in {None, Grouping.PAGE}:
        for platform, grammar in _GRAMMARS:
            explained = grammar(lines, words)
            if explained is not None:
                return Paste(_numbered(explained), Grouping.PAGE, platform)
    if grouping is Grouping.ONE:
        return Paste(_numbered([[(line, _text_or_blank(line)) for line in lines]]), grouping)
    taken = grouping if grouping in {Grouping.BLOCKS, Grouping.LINES} else by_blocks_or_lines(lines)
    groups = _by_blanks(lines) if taken is Grouping.BLOCKS else _by_lines(lines)
    return Paste(_numbered(_without_chrome(groups, words)), taken)


def by_blocks_or_lines(lines: Sequence[str]) -> Grouping:
    """Say whether blank lines part the comments, or every line is one.

    A single blank line somewhere in two hundred comments does not make two comments of them.
    """
    blocks, filled, inside = 0, 0, False
    for line in lines:
        blank = not line.strip()
        filled += not blank
        blocks += inside is False and not blank
        inside = not blank
    return Grouping.BLOCKS if blocks > 1 and filled <= _LINES_PER_BLOCK * blocks else Grouping.LINES


def edited(paste: Paste, options: ReadOptions) -> tuple[Block, ...]:
    """Return the blocks after the creator's edits; their lines, in order, are still the paste."""
    cuts: dict[int, list[int]] = {}
    for number, offset in options.split:
        cuts.setdefault(number, []).append(offset)
    result: list[Block] = []
    for block in paste.blocks:
        parts = _parted(block, sorted(set(cuts.get(block.block, ()))))
        if block.block in options.as_comments:
            parts = [_all_text(part) for part in parts]
        out = block.block in options.left_out
        parts = [
            _with(part, left_out=out or (part.block, part.part) in options.left_out_parts)
            for part in parts
        ]
        if block.block in options.joined and result:
            result[-1] = _joined(result[-1], parts[0])
            parts = parts[1:]
        result.extend(parts)
    return tuple(result)


def age_of(block: Block) -> str | None:
    """Return the words of a block that say how old the comment is."""
    words = block.words(Part.AGE)
    glued = page_words().glued.fullmatch(words) if words else None
    if glued is not None:
        return glued["age"]
    if words is None:
        found = _AT_HANDLE.fullmatch(block.words(Part.AUTHOR) or "")
        return found[2] if found is not None else None
    return words


def likes_of(block: Block) -> str | None:
    """Return the words of a block that count its likes."""
    words = block.words(Part.AGE)
    glued = page_words().glued.fullmatch(words) if words else None
    return glued["likes"] if glued is not None else block.words(Part.LIKES)


def author_of(block: Block) -> str | None:
    """Return the name above a block's text."""
    words = block.words(Part.AUTHOR)
    found = _AT_HANDLE.fullmatch(words) if words else None
    return found[1] if found is not None else words


def _with(block: Block, *, left_out: bool) -> Block:
    return Block(block.block, block.part, block.lines, block.start, block.joined, left_out)


def _all_text(block: Block) -> Block:
    lines = tuple((line, _text_or_blank(line)) for line, _ in block.lines)
    return Block(block.block, block.part, lines, block.start, block.joined, block.left_out)


def _joined(first: Block, second: Block) -> Block:
    # The second one's name and age come back as text: joining shall drop nothing.
    lines = tuple((line, _text_or_blank(line)) for line, _ in second.lines)
    return Block(first.block, first.part, first.lines + lines, first.start, True, first.left_out)


def _parted(block: Block, offsets: list[int]) -> list[Block]:
    parts: list[Block] = []
    start, at = 0, 0
    current: list[Line] = []
    waiting = [offset for offset in offsets if 0 < offset < len(block.source)]
    for line, part in block.lines:
        rest = line
        while (waiting and at < waiting[0] < at + len(rest)) or (
            waiting and waiting[0] == at and current
        ):
            cut = waiting.pop(0) - at
            if rest[:cut]:
                current.append((rest[:cut], part))
            parts.append(Block(block.block, len(parts), tuple(current), start))
            rest, at, current = rest[cut:], at + cut, []
            start = at
        if rest:
            current.append((rest, part))
            at += len(rest)
    parts.append(Block(block.block, len(parts), tuple(current), start))
    return parts


def _numbered(groups: list[list[Line]]) -> tuple[Block, ...]:
    return tuple(Block(number, 0, tuple(lines)) for number, lines in enumerate(groups))


def _text_or_blank(line: str) -> Part:
    return Part.TEXT if line.strip() else Part.BLANK


def _by_blanks(lines: Sequence[str]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    blank_before = True
    for line in lines:
        blank = not line.strip()
        if (not blank and blank_before and not _only_blank(groups)) or not groups:
            groups.append([])
        groups[-1].append((line, Part.BLANK if blank else Part.TEXT))
        blank_before = blank
    return groups


def _by_lines(lines: Sequence[str]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if (line.strip() and not _only_blank(groups)) or not groups:
            groups.append([])
        groups[-1].append((line, _text_or_blank(line)))
    return groups


def _only_blank(groups: list[list[Line]]) -> bool:
    return len(groups) == 1 and all(part is Part.BLANK for _, part in groups[0])


def _without_chrome(groups: list[list[Line]], words: PageWords) -> list[list[Line]]:
    # One line that happens to be "Reply" may be somebody's comment; several are a page.
    chrome = sum(words.chrome.fullmatch(line) is not None for group in groups for line, _ in group)
    if chrome < 2:
        return groups
    return [
        [(line, Part.CHROME if words.chrome.fullmatch(line) else part) for line, part in group]
        for group in groups
    ]


def _instagram(lines: Sequence[str], words: PageWords) -> list[list[Line]] | None:
    """Read a name, lines of text, then age, likes and Reply glued together; page words below."""
    anchors = [i for i, line in enumerate(lines) if words.glued.fullmatch(line.strip())]
    if not anchors:
        return None
    groups: list[list[Line]] = []
    at = 0
    for anchor in anchors:
        start = at
        before: list[Line] = []
        while at < anchor and (not lines[at].strip() or words.chrome.fullmatch(lines[at])):
            before.append((lines[at], Part.CHROME if lines[at].strip() else Part.BLANK))
            at += 1
        if groups:
            groups[-1].extend(before)
            before = []
        named = at < anchor and _HANDLE.fullmatch(lines[at]) is not None
        body: list[Line] = [(lines[i], _text_or_blank(lines[i])) for i in range(at, anchor)]
        if named:
            body[0] = (lines[at], Part.AUTHOR)
        elif start < anchor:
            body = [(line, Part.UNKNOWN if part is Part.TEXT else part) for line, part in body]
        groups.append([*before, *body, (lines[anchor], Part.AGE)])
        at = anchor + 1
    groups[-1].extend(
        (
            line,
            Part.CHROME
            if words.chrome.fullmatch(line)
            else Part.UNKNOWN
            if line.strip()
            else Part.BLANK,
        )
        for line in lines[at:]
    )
    return _if_explained(groups)


def _youtube(lines: Sequence[str], words: PageWords) -> list[list[Line]] | None:
    """`@name`, an age, text, then a bare number of likes and Reply; also `@name • age`."""
    starts = [i for i in range(len(lines)) if _youtube_start(lines, i)]
    if not starts:
        return None
    groups: list[list[Line]] = []
    above = [(line, _above(line, words)) for line in lines[: starts[0]]]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        groups.append([*above, *_youtube_comment(lines[start:end], words)])
        above = []
    return _if_explained(groups)


def _above(line: str, words: PageWords) -> Part:
    if not line.strip():
        return Part.BLANK
    return Part.CHROME if words.chrome.fullmatch(line) else Part.UNKNOWN


def _youtube_start(lines: Sequence[str], at: int) -> bool:
    found = _AT_HANDLE.fullmatch(lines[at])
    if found is None:
        return False
    if found[2] is not None:
        return ages.age(found[2]) is not None
    following = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    return ages.age(following.strip()) is not None and not following.strip().isdigit()


def _youtube_comment(lines: Sequence[str], words: PageWords) -> list[Line]:
    found = _AT_HANDLE.fullmatch(lines[0])
    group: list[Line] = [(lines[0], Part.AUTHOR)]
    wants_age = found is not None and found[2] is None
    last_text = _last_text_line(lines, words)
    for index, line in enumerate(lines[1:], start=1):
        if not line.strip():
            part = Part.BLANK
        elif wants_age:
            part, wants_age = Part.AGE, False
        elif index <= last_text:
            part = Part.TEXT
        else:
            part = Part.LIKES if count(line) is not None else Part.CHROME
        group.append((line, part))
    return group


def _last_text_line(lines: Sequence[str], words: PageWords) -> int:
    # Text ends where only numbers and page words follow, and among them the Reply button.
    reply = next((i for i in range(len(lines) - 1, 0, -1) if words.reply.fullmatch(lines[i])), None)
    if reply is None:
        return len(lines)
    last = reply - 1
    while last > 0 and (not lines[last].strip() or words.chrome.fullmatch(lines[last])):
        last -= 1
    if last > 1 and count(lines[last]) is not None and not lines[last - 1].strip():
        last -= 1
    return last


def _if_explained(groups: list[list[Line]]) -> list[list[Line]] | None:
    parts = [part for group in groups for _, part in group if part is not Part.BLANK]
    known = sum(part is not Part.UNKNOWN for part in parts)
    comments = sum(
        any(part is Part.AGE or part is Part.AUTHOR for _, part in group) for group in groups
    )
    enough = comments >= 2 or (comments == 1 and known == len(parts))
    if not enough or known < _EXPLAINED * len(parts):
        return None
    return [apart for group in groups for apart in _unknown_apart(group)]


def _unknown_apart(group: list[Line]) -> list[list[Line]]:
    # What no rule explains is a row of its own: hidden in a comment's block it would be lost.
    runs: list[list[Line]] = []
    unknown = False
    for line, part in group:
        if not runs or (part is not Part.BLANK and (part is Part.UNKNOWN) is not unknown):
            runs.append([])
            unknown = part is Part.UNKNOWN
        runs[-1].append((line, part))
    return runs


_GRAMMARS: tuple[
    tuple[Platform, Callable[[Sequence[str], PageWords], list[list[Line]] | None]], ...
] = ((Platform.INSTAGRAM, _instagram), (Platform.YOUTUBE, _youtube))
