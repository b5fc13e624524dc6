"""A pasted text as a proposal of comments: every line stays in its place, and the creator has the last word.

The lines of all blocks, in order, are the paste, whatever it was. What the page itself wrote
(names, ages, buttons) is told from what a person wrote by a grammar per site; where none explains
the lines, a comment is what stands between blank lines, or a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import Grouping
from creator_calm.domain.preview import BlockState
from creator_calm.importers.page_grammars import best
from creator_calm.importers.page_parts import Line, Part, header_of, text_or_blank
from creator_calm.importers.page_words import page_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.intake import ReadOptions
    from creator_calm.importers.page_words import PageWords

# Three line ends only: str.splitlines() also cuts inside a comment, at U+2028 and five more.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_LINES_PER_BLOCK = 8


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
        explained = best(lines, words)
        if explained is not None:
            groups, platform = explained
            return Paste(_numbered(groups), Grouping.PAGE, platform)
    if grouping is Grouping.ONE:
        return Paste(_numbered([[(line, text_or_blank(line)) for line in lines]]), grouping)
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
    if words is None:
        return header_of(block.words(Part.AUTHOR) or "")[1]
    found = page_words().glued_parts(words)
    if found is not None:
        return found[0]
    age = header_of(words)[1] or words
    return page_words().edited.sub("", age).strip() or None


def likes_of(block: Block) -> str | None:
    """Return the words of a block that count its likes."""
    found = page_words().glued_parts(block.words(Part.AGE) or "")
    if found is not None and found[1]:
        return found[1]
    words = block.words(Part.LIKES)
    if words is None:
        return header_of(block.words(Part.AUTHOR) or "")[2]
    counted = page_words().likes.fullmatch(words)
    return counted["likes"] if counted is not None else words


def author_of(block: Block) -> str | None:
    """Return the name above a block's text."""
    words = block.words(Part.AUTHOR)
    return header_of(words)[0] if words is not None else None


def _with(block: Block, *, left_out: bool) -> Block:
    return Block(block.block, block.part, block.lines, block.start, block.joined, left_out)


def _all_text(block: Block) -> Block:
    lines = tuple((line, text_or_blank(line)) for line, _ in block.lines)
    return Block(block.block, block.part, lines, block.start, block.joined, block.left_out)


def _joined(first: Block, second: Block) -> Block:
    # The second one's name and age come back as text: joining shall drop nothing.
    lines = tuple((line, text_or_blank(line)) for line, _ in second.lines)
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
        groups[-1].append((line, text_or_blank(line)))
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
