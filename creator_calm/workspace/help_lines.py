"""Help lines: the creator's own first, then checked ones of their countries, by the age of the check."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from creator_calm import paths
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.clean import for_storage
from creator_calm.wellbeing import help_lines
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from creator_calm.domain.help_lines import HelpLine, OwnLine, ShownLine
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

NAME_MAX, FIELD_MAX = 120, 500


class HelpLinesDesk(Covered):
    """Works offline, dials nothing. What is the creator's own is covered with everything else."""

    open_while_covered = frozenset({"countries", "emergency", "checked"})

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self._store = session.library.own_lines

    def countries(self) -> tuple[str, ...]:
        """Return the countries chosen, at most two; () before the question was answered."""
        return tuple(str(self._preferences.get("care.country")).split())

    def emergency(self, countries: tuple[str, ...]) -> tuple[str, ...]:
        """Return emergency numbers of countries; () where none is known."""
        return help_lines.emergency_numbers(countries)

    def checked(self, countries: tuple[str, ...]) -> tuple[ShownLine, ...]:
        """Return lines somebody of the project checked, as they may be shown today."""
        return help_lines.shown(_shipped(), countries, self._session.clock.utc().date())

    def own(self) -> tuple[OwnLine, ...]:
        """Return the creator's own entries."""
        return self._store.all()

    def save(self, line: OwnLine) -> Change:
        """Keep an entry; id 0 is a new one. Raises Problem FIELD_EMPTY or TEXT_TOO_LONG."""
        line = _checked(line)
        before = self._store.get(line.id)
        if before == line:
            return nothing(Deed.LINE_SAVED)
        with self._session.library.writing():
            if line.id == 0:
                line = self._store.add(line)
            else:
                self._store.put(line.id, line)
        return self._done(line.id, before, line, Deed.LINE_SAVED)

    def remove(self, line_id: int) -> Change:
        """Remove an entry."""
        before = self._store.get(line_id)
        if before is None:
            return nothing(Deed.LINE_REMOVED)
        with self._session.library.writing():
            self._store.put(line_id, None)
        return self._done(line_id, before, None, Deed.LINE_REMOVED)

    def _done(
        self, line_id: int, before: OwnLine | None, after: OwnLine | None, deed: Deed
    ) -> Change:
        return self._session.done(
            Step(
                Area.HELP_LINES,
                1,
                deed,
                lambda: self._store.put(line_id, before),
                lambda: self._store.put(line_id, after),
            )
        )


@cache
def _shipped() -> tuple[HelpLine, ...]:
    text = paths.resource("support", "lines.json").read_text(encoding="utf-8")
    return help_lines.read_lines(text)


def _checked(line: OwnLine) -> OwnLine:
    line = replace(
        line,
        name=_field(line.name, NAME_MAX),
        reach=_field(line.reach),
        hours=_field(line.hours),
        note=_field(line.note),
    )
    if not line.name:
        raise Problem(ProblemCode.FIELD_EMPTY)
    return line


def _field(text: str, most: int = FIELD_MAX) -> str:
    text = for_storage(text).strip()
    if len(text) > most:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(text), most=most)
    return text
