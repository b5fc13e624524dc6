"""Corrections that teach: this comment at once, the same words and what is like them after a look.

What may be a matter of safety, and whoever may be in distress, is never learned from and never
moved by a correction.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import SAFETY_KINDS, Facet, Kind, Lane, Severity
from creator_calm.domain.change import Area, Change
from creator_calm.domain.change import Deed as Done
from creator_calm.domain.own_rules import Correction, Deed, Says
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.normalise import normalise
from creator_calm.language.text_hash import text_hash
from creator_calm.triage.word_features import lesson_features
from creator_calm.workspace import plain_files, rules_file
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.marking import write_marks
from creator_calm.workspace.rule_set import CORRECTIONS, Edit, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.standing import Marks
    from creator_calm.workspace.own_rules import OwnRulesDesk
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session
    from creator_calm.workspace.trial import Trial

SHOWN_FROM = 3
"""A correction that would move so many others is asked about before it does."""
_DOUBTED: Final = frozenset({Facet.MAY_BE, Facet.CHECK_SAFETY, Facet.PAST_RISK})
_NOT_TAUGHT: Final = SAFETY_KINDS | {Kind.DISTRESS}
_DONE: Final = {
    Says.HARSH: Done.CORRECTED_AWAY,
    Says.NOT_HARSH: Done.CORRECTED_SHOWN,
    Says.KIND: Done.KIND_PICKED,
}


class Correcting(Covered):
    """`correct` acts on one comment; `spread` proposes what it means for others."""

    def __init__(self, session: Session, preferences: Preferences, desk: OwnRulesDesk) -> None:
        self._session = session
        self._preferences = preferences
        self._desk = desk

    def corrections(self) -> tuple[Correction, ...]:
        """Return all corrections, the newest first."""
        found = self._preferences.rules.corrections.values()
        return tuple(sorted(found, key=lambda one: -one.id))

    def save_file(self, path: str) -> None:
        """Write all corrections to a file. Raises Problem CANNOT_WRITE."""
        plain_files.write(path, self.exported())

    def exported(self) -> str:
        """Return all corrections as JSON: hashes, directions and times, no words of a comment."""
        rows = rules_file.corrections(self.corrections())
        return json.dumps({"format": rules_file.FORMAT, "corrections": rows}, indent=1) + "\n"

    def correct(self, key: CommentKey, says: Says, kind: Kind | None = None) -> Change:
        """Say of one comment that it is harsh, is not, or what it is. It follows at once.

        Raises Problem NOT_CORRECTABLE for a matter of safety or distress, COMMENT_GONE.
        """
        stored = self._session.stored(key)
        if not is_correctable(stored.assessment):
            raise Problem(ProblemCode.NOT_CORRECTABLE)
        before = next((one for one in self.corrections() if one.comment == key), None)
        rows = self._session.library.own_rules
        number = rows.next_id(Correction) if before is None else before.id
        after = self._made(number, stored.comment.text, says, kind, stored.assessment)
        after = replace(after, comment=key)
        edit = Edit(CORRECTIONS, number, before, after)
        marks = _marked(stored.marks, says, kind)
        self._write(edit, key, marks)
        return self._session.done(
            Step(
                Area.STATES | Area.ASSESSMENTS | Area.RULES,
                1,
                _DONE[says],
                lambda: self._write(edit.reversed(), key, stored.marks),
                lambda: self._write(edit, key, marks),
            )
        )

    def spread(self, key: CommentKey) -> Trial | None:
        """Propose that what was just said of a comment counts for others; None where it may not."""
        one = next((one for one in self.corrections() if one.comment == key), None)
        if one is None or one.spreads or one.kind in _NOT_TAUGHT:
            return None
        edit = Edit(CORRECTIONS, one.id, one, replace(one, spreads=True))
        return self._desk.propose(Deed.CORRECTED, (edit,))

    def forget(self, ids: Iterable[int]) -> Trial:
        """Propose to forget some corrections: their comments stand as the judges say again."""
        rules = self._preferences.rules
        found = [rules.corrections[number] for number in ids if number in rules.corrections]
        edits = tuple(Edit(CORRECTIONS, one.id, one, None) for one in found)
        return self._desk.propose(Deed.CORRECTION_FORGOTTEN, edits, self._unmarked(found))

    def reset(self) -> Trial:
        """Propose to forget all corrections."""
        found = list(self._preferences.rules.corrections.values())
        edits = tuple(Edit(CORRECTIONS, one.id, one, None) for one in found)
        return self._desk.propose(Deed.CORRECTIONS_RESET, edits, self._unmarked(found))

    def _unmarked(self, corrections: Iterable[Correction]) -> dict[CommentKey, Marks]:
        said = {one.comment: one for one in corrections if one.comment is not None}
        unmarked: dict[CommentKey, Marks] = {}
        for found in self._session.library.states.judged(said):
            one = said[found.key]
            if one.says is Says.KIND:
                unmarked[found.key] = replace(found.marks, picked=None)
            else:
                unmarked[found.key] = replace(found.marks, placed=None)
        return unmarked

    def _made(
        self, number: int, text: str, says: Says, kind: Kind | None, verdict: Assessment
    ) -> Correction:
        rivals = [one for one in verdict.candidates if one is not kind]
        offered = kind in verdict.candidates and len(rivals) == 1
        return Correction(
            number,
            says,
            text_hash(text),
            kind,
            rivals[0] if offered else None,
            () if says is Says.KIND else lesson_features(normalise(text)),
            made_at=self._session.clock.utc(),
        )

    def _write(self, edit: Edit, key: CommentKey, marks: Marks) -> None:
        """Write the correction and the comment's own mark together."""
        library = self._session.library
        with library.writing():
            write(library, [edit])
            write_marks(self._session, {key: marks})
        self._preferences.rules = self._preferences.rules.edited([edit])


def is_correctable(verdict: Assessment) -> bool:
    """Say whether a verdict may be corrected and learned from."""
    return (
        verdict.severity < Severity.SAFETY
        and verdict.kind not in _NOT_TAUGHT
        and verdict.lane not in {Lane.SAFETY, Lane.DISTRESS}
        and _DOUBTED.isdisjoint(verdict.facets)
    )


def _marked(marks: Marks, says: Says, kind: Kind | None) -> Marks:
    if says is Says.KIND:
        return replace(marks, picked=kind, placed=None)
    return replace(marks, placed=says is Says.HARSH)
