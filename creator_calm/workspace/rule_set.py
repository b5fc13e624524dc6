"""The own rules in force, held in memory, and edits of them as values: what undo and history keep."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from creator_calm.domain.own_rules import (
    MOST_LESSONS,
    NO_RULES,
    Correction,
    Fixed,
    Lesson,
    OwnRules,
    Phrase,
    Picks,
    Says,
    Trusted,
)
from creator_calm.storage.own_rules import (
    correction_values,
    phrase_values,
    row_of,
    trusted_values,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from creator_calm.domain.assessment import Kind
    from creator_calm.storage.library import Library

PHRASES, CORRECTIONS, TRUSTED, LEVEL = "phrases", "corrections", "trusted", "level"
"""What an edit is of: one of three tables, or the level of putting away."""

Value = Phrase | Correction | Trusted | str


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing before and after: a row of a table (None: there is none), or the level."""

    table: str
    id: int | str
    before: Value | None
    after: Value | None

    def reversed(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.table, self.id, self.after, self.before)


class RuleSet:
    """Phrases, corrections and trusted accounts by id, as they are in the library."""

    def __init__(
        self,
        phrases: Mapping[int, Phrase],
        corrections: Mapping[int, Correction],
        trusted: Mapping[str, Trusted],
    ) -> None:
        self.phrases = phrases
        self.corrections = corrections
        self.trusted = trusted
        self._own: OwnRules | None = None

    @classmethod
    def of(cls, library: Library) -> RuleSet:
        """Read everything."""
        rows = library.own_rules
        return cls(
            {one.id: one for one in rows.phrases()},
            {one.id: one for one in rows.corrections()},
            {one.account: one for one in rows.trusted()},
        )

    def own(self) -> OwnRules:
        """Return what triage is handed; one object as long as nothing changes."""
        if self._own is None:
            corrections = sorted(self.corrections.values(), key=lambda one: one.id)
            spread = [one for one in corrections if one.spreads]
            own = OwnRules(
                tuple(sorted(self.phrases.values(), key=lambda one: one.id)),
                _fixed(spread),
                _lessons(spread),
                _picks(spread),
            )
            self._own = own or NO_RULES
        return self._own

    def trusted_accounts(self) -> frozenset[str]:
        """Return the accounts whose trust stands."""
        return frozenset(one.account for one in self.trusted.values() if one.turned_at is None)

    def edited(self, edits: Iterable[Edit]) -> RuleSet:
        """Return the rules after some edits."""
        tables: dict[str, dict[Any, Any]] = {
            PHRASES: dict(self.phrases),
            CORRECTIONS: dict(self.corrections),
            TRUSTED: dict(self.trusted),
        }
        for edit in edits:
            table = tables.get(edit.table)
            if table is None:
                continue
            if edit.after is None:
                table.pop(edit.id, None)
            else:
                table[edit.id] = edit.after
        return RuleSet(tables[PHRASES], tables[CORRECTIONS], tables[TRUSTED])

    def now(self, edit: Edit) -> Value | None:
        """Return what stands where an edit was made."""
        tables: dict[str, Mapping[Any, Any]] = {
            PHRASES: self.phrases,
            CORRECTIONS: self.corrections,
            TRUSTED: self.trusted,
        }
        found: Value | None = tables.get(edit.table, {}).get(edit.id)
        return found


def write(library: Library, edits: Iterable[Edit]) -> None:
    """Write the rows of edits. Inside `writing`."""
    rows = library.own_rules
    by_table: dict[str, list[tuple[Any, Any]]] = {}
    for edit in edits:
        by_table.setdefault(edit.table, []).append((edit.id, edit.after))
    rows.put_phrases(by_table.get(PHRASES, []))
    rows.put_corrections(by_table.get(CORRECTIONS, []))
    rows.put_trusted(by_table.get(TRUSTED, []))


def as_json(edits: Iterable[Edit]) -> list[list[object]]:
    """Return edits as the history keeps them."""
    return [[one.table, one.id, _plain(one.before), _plain(one.after)] for one in edits]


def from_json(found: Iterable[Any]) -> tuple[Edit, ...]:
    """Return the edits of `as_json`."""
    return tuple(
        Edit(table, number, _value(table, before), _value(table, after))
        for table, number, before, after in found
    )


def _plain(value: Value | None) -> object:
    if isinstance(value, Phrase):
        return phrase_values(value)
    if isinstance(value, Correction):
        return correction_values(value)
    return trusted_values(value) if isinstance(value, Trusted) else value


def _value(table: str, plain: Any) -> Value | None:  # noqa: ANN401 - out of JSON
    if plain is None or table == LEVEL:
        return None if plain is None else str(plain)
    return row_of(table, plain)


def _fixed(corrections: Iterable[Correction]) -> tuple[Fixed, ...]:
    """Return the last word on each text."""
    last = {one.text: Fixed(one.text, one.says, one.kind) for one in corrections}
    return tuple(last.values())


def _lessons(corrections: Iterable[Correction]) -> tuple[Lesson, ...]:
    found = [
        Lesson(one.says is Says.HARSH, one.features)
        for one in corrections
        if one.says is not Says.KIND and one.features
    ]
    return tuple(found[-MOST_LESSONS:])


def _picks(corrections: Iterable[Correction]) -> tuple[Picks, ...]:
    counts: Counter[tuple[Kind, Kind]] = Counter(
        (one.kind, one.rival)
        for one in corrections
        if one.kind is not None and one.rival is not None
    )
    return tuple(Picks(kind, rival, times) for (kind, rival), times in counts.items())
