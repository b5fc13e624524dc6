"""From a source to comments: one file or paste, or the members of an archive one after another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from creator_calm.domain.comment import Platform
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import known, limits, page_html
from creator_calm.importers.archives import OpenedMember, archive_in
from creator_calm.importers.identity import Names
from creator_calm.importers.known import formats
from creator_calm.importers.opened import Opened
from creator_calm.importers.part import Part
from creator_calm.importers.watch import Unwatched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from creator_calm.domain.intake import (
        Found,
        ReadComment,
        ReadOptions,
        Receipt,
        Skipped,
        Source,
        Warn,
    )
    from creator_calm.importers.archives import Archive, Member
    from creator_calm.importers.long_posts import LongPosts
    from creator_calm.importers.page_html import Mark
    from creator_calm.importers.reading import Reading
    from creator_calm.importers.watch import Watch

__all__ = ["Intake", "formats", "read"]

_formats = known.all_formats
MIXED = "archive"
"""The detail of an archive whose members are of several formats."""
_WITH_COLUMNS = frozenset({"table", "json", "jsonl"})
_SURE_OF_MEMBER = 60
"""Below it a member of an archive is something else than comments."""


class Intake:
    """One source that is open and understood. Iterate it once; close it, or use it in `with`.

    `now` is aware UTC: a date beyond it is none, and a paste's ages count from it.
    Raises Problem, now or while reading, and nothing else.
    """

    def __init__(
        self, source: Source, options: ReadOptions, *, now: datetime, watch: Watch | None = None
    ) -> None:
        self._watch = watch or Unwatched()
        self._options = options
        # Names chosen are those of members, not of the sheets and chats in them.
        self._inside = replace(options, parts=None)
        self._now = now
        source = _with_words(source)
        _check_paste(source)
        _check_name(options.format)
        self._names = Names()
        self._shown: tuple[tuple[str, bool], ...] = ()
        self._waiting: list[Member] = []
        self._formats: set[str] = set()
        self._over: list[Receipt] = []
        self._inner: Opened | None = None
        self._place = ""
        self._stopped_at = 0
        self._owner: str | None = None
        self._long_posts: LongPosts | None = None
        self._opened = Opened(source, self._watch, options.encoding)
        try:
            archive = archive_in(self._opened, self._watch)
            if archive is None:
                self._part = self._begin(page_html.marks(source.html or ""))
            else:
                self._part = self._begin_archive(archive)
        except BaseException:
            self.close()
            raise
        self.found: Found = self._part.found if archive is None else self._found_in_archive()
        self._shown_reading = self._part.reading

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the source."""
        if self._inner is not None:
            self._inner.close()
        self._opened.close()

    def _begin(self, marks: tuple[Mark, ...]) -> Part:
        part = Part(self._opened, self._options, self._watch)
        part.reading.marks = marks
        self._check_columns(part)
        if part.is_private() and not self._options.private:
            raise Problem(ProblemCode.PRIVATE_CHAT, name=self._opened.name)
        part.understand(self._now, self._names)
        self._shown = part.parts()
        return part

    def _check_columns(self, part: Part) -> None:
        # A short table looks like prose: columns that somebody names must not be dropped in silence.
        named = self._options.columns and self._options.format is None
        if named and part.info.name not in _WITH_COLUMNS:
            raise Problem(ProblemCode.COLUMNS_WITHOUT_TABLE, name=self._opened.name)

    def _begin_archive(self, archive: Archive) -> Part:
        self._opened.known_as(archive.digest)
        shown: list[tuple[str, bool]] = []
        for member in archive.wanted():
            fits = self._is_comments(member, archive)
            if fits is not None:
                parts = self._options.parts
                chosen = fits[0] if parts is None else member.name in parts
                shown.append((member.name, chosen))
                if chosen:
                    self._waiting.append(member)
                    self._formats.add(fits[1])
        self._shown = tuple(shown)
        if not self._waiting:
            # All of it private: naming the archive is not yet naming a conversation in it.
            code = ProblemCode.NO_COMMENTS
            if self._options.parts is None:
                code = ProblemCode.PRIVATE_MESSAGES
            raise Problem(code, name=self._opened.name) if shown else archive.nothing()
        self._owner = archive.owner()
        self._long_posts = archive.long_posts()
        return self._next_member()

    def _found_in_archive(self) -> Found:
        # Columns are those of one member; where the members differ, so do platform and letters.
        found = replace(self._part.found, columns=() if self._waiting else self._part.found.columns)
        if len(self._formats) < 2:
            return found
        platform = self._options.platform or Platform.OTHER
        return replace(found, detail=MIXED, encoding="", platform=platform)

    def _is_comments(self, member: Member, archive: Archive) -> tuple[bool, str] | None:
        """Return whether a member is read by default and as what, None where it holds no comments."""
        try:
            with OpenedMember(member, self._watch, self._options.encoding) as opened:
                part = Part(opened, self._inside, self._watch)
                only = archive.layout.formats
                if part.sure < _SURE_OF_MEMBER or (only and part.info.name not in only):
                    return None
                return not part.is_private(), part.info.name
        except Problem as problem:
            if problem.code in _OF_ARCHIVES:
                raise
            return None

    def _next_member(self) -> Part:
        member = self._waiting.pop(0)
        if self._inner is not None:
            self._inner.close()
        self._place = member.name
        self._inner = OpenedMember(member, self._watch, self._options.encoding)
        part = Part(self._inner, self._inside, self._watch)
        part.reading.owner = self._owner
        part.reading.long_posts = self._long_posts
        part.understand(self._now, self._names)
        return part

    @property
    def name(self) -> str:
        """The name of the source, as it may be shown; "" for a paste."""
        return self._opened.name

    @property
    def reading(self) -> Reading:
        """What is read; of an archive its first member."""
        return self._shown_reading

    @property
    def parts(self) -> tuple[tuple[str, bool], ...]:
        """Sheets of a spreadsheet or members of an archive with whether each is read; () for others."""
        return self._shown

    def pasted_text(self) -> str | None:
        """Return the text whose blocks can be edited, None for every other kind of source."""
        return None if self._inner is not None else self._part.pasted_text()

    @property
    def date_sample(self) -> object:
        """A date of the file that could be mistaken, with its reading; None where none could."""
        return self._part.date_sample

    def __iter__(self) -> Iterator[ReadComment | Skipped]:
        read = 0
        while True:
            for item in self._part.items(self._place):
                read += 1
                if read > limits.RECORDS:
                    self._stopped_at = read
                    break
                yield item
            if self._stopped_at or not self._waiting:
                break
            self._over.append(self._part.ended())
            self._part = self._next_member()
        if read == 0:
            raise Problem(ProblemCode.NO_COMMENTS, name=self._opened.name)
        self._opened.check_unchanged()

    def ended(self) -> Receipt:
        """Return what only the reader knows: hash, size, repairs, warnings. Its sums are 0."""
        last = self._part.ended()
        if self._inner is None:
            return replace(last, stopped_at=self._stopped_at or last.stopped_at)
        every = [*self._over, last]
        warnings: dict[Warn, None] = {}
        for receipt in every:
            warnings.update(dict.fromkeys(receipt.warnings))
        return replace(
            last,
            source=self._opened.name,
            format=self.found.format,
            encoding=self.found.encoding,
            detail=self.found.detail,
            platform=self.found.platform,
            sha256=self._opened.sha256(),
            size=self._opened.size,
            missing_replies=sum(receipt.missing_replies for receipt in every),
            warnings=tuple(warnings),
            stopped_at=self._stopped_at or next((r.stopped_at for r in every if r.stopped_at), 0),
            repaired=(),
            columns_not_used=every[0].columns_not_used,
            left_out=tuple(sorted({kind for receipt in every for kind in receipt.left_out})),
        )


_OF_ARCHIVES = frozenset(
    {
        ProblemCode.ARCHIVE,
        ProblemCode.ARCHIVE_BOMB,
        ProblemCode.ARCHIVE_DAMAGED,
        ProblemCode.ARCHIVE_PROTECTED,
        ProblemCode.CANCELLED,
    }
)


def _with_words(source: Source) -> Source:
    # Some clipboards bring HTML and no text.
    if source.html and not (source.text or "").strip():
        return replace(source, text=page_html.text_of(source.html))
    return source


def _check_paste(source: Source) -> None:
    if source.text is None:
        return
    if not source.text.strip():
        raise Problem(ProblemCode.PASTE_EMPTY)
    if len(source.text) > limits.PASTE_CHARACTERS:
        raise Problem(ProblemCode.PASTE_TOO_LONG, characters=limits.PASTE_CHARACTERS)


def _check_name(name: str | None) -> None:
    if name is not None and name not in {module.INFO.name for module in known.all_formats()}:
        raise Problem(ProblemCode.UNKNOWN_FORMAT, name=name)


def read(
    source: Source, options: ReadOptions, *, now: datetime, watch: Watch | None = None
) -> tuple[Found, Iterator[ReadComment | Skipped]]:
    """Return what was understood of a source, and its comments one by one. Raises Problem, also later.

    The source stays open until the iterator ends or is dropped.
    """
    intake = Intake(source, options, now=now, watch=watch)
    return intake.found, _closing(intake)


def _closing(intake: Intake) -> Iterator[ReadComment | Skipped]:
    with intake:
        yield from intake
