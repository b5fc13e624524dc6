"""A saved change of own rules: written, taken back and done again as one step, verdicts exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.domain.change import Area, Change
from creator_calm.domain.change import Deed as Done
from creator_calm.domain.standing import standing
from creator_calm.workspace.history import Step
from creator_calm.workspace.rejudging import KEY as JUDGED_KEY
from creator_calm.workspace.rejudging import signature
from creator_calm.workspace.rule_set import LEVEL, Edit, as_json, write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.change import UndoToken
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.standing import Marks
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session
    from creator_calm.workspace.trial import Trial

LEVEL_KEY: Final = "triage.level"
_AREAS: Final = Area.ASSESSMENTS | Area.STATES | Area.RULES


class SavedRules:
    """One saved proposal: how it is written, taken back and done again, verdicts exactly."""

    def __init__(self, session: Session, preferences: Preferences, trial: Trial) -> None:
        self._session = session
        self._preferences = preferences
        self._proposal = trial.proposal
        self._effect = trial.effect
        judged = session.library.states.judged([one.key for one in trial.moved])
        now = {one.key: one.assessment for one in judged}
        self._before = {key: now[key] for key in now}
        self._after = {one.key: one.after for one in trial.moved if one.key in now}
        marked = session.library.states.judged(self._proposal.marks)
        self._marks_before = {one.key: one.marks for one in marked}
        self._signature = session.library.settings.remembered(JUDGED_KEY)
        self._entry = 0

    def change(self, part_of: UndoToken | None) -> Change:
        """Write it and record the step, or make it a part of one."""
        effect, proposal = self._effect, self._proposal
        with self._session.library.writing():
            self._forth()
            self._entry = self._session.library.own_rules.note(
                proposal.deed,
                proposal.count,
                self._session.clock.utc(),
                (len(effect.away), len(effect.shown)),
                as_json(proposal.edits),
            )
        areas = _AREAS
        if any(edit.table == LEVEL for edit in proposal.edits):
            areas |= Area.SETTINGS
        step = Step(areas, effect.total, Done.RULES_CHANGED, self._back, self._again)
        return self._session.joined(step, part_of)

    def _forth(self) -> None:
        self._put(self._proposal.edits, self._after, self._proposal.marks)
        current = self._preferences.triage_context()
        self._session.library.settings.remember(JUDGED_KEY, signature(current))
        if self._proposal.takes_back:
            self._mark(self._proposal.takes_back, taken_back=True)

    def _again(self) -> None:
        self._forth()
        self._mark(self._entry, taken_back=False)

    def _back(self) -> None:
        self._put(
            [edit.reversed() for edit in self._proposal.edits], self._before, self._marks_before
        )
        self._session.library.settings.remember(JUDGED_KEY, self._signature)
        self._mark(self._entry, taken_back=True)
        if self._proposal.takes_back:
            self._mark(self._proposal.takes_back, taken_back=False)

    def _mark(self, entry: int, *, taken_back: bool) -> None:
        self._session.library.own_rules.mark_taken_back(entry, taken_back=taken_back)

    def _put(
        self,
        edits: Sequence[Edit],
        verdicts: Mapping[CommentKey, Assessment],
        marks: Mapping[CommentKey, Marks],
    ) -> None:
        """Write rules, verdicts and where the comments stand. Inside `writing`."""
        library = self._session.library
        write(library, edits)
        for edit in edits:
            if edit.table == LEVEL and isinstance(edit.after, str):
                self._preferences.write(LEVEL_KEY, edit.after)
        self._preferences.rules = self._preferences.rules.edited(edits)
        library.judgements.write(verdicts.items())
        library.states.put(
            [
                (one.key, found, standing(one.assessment, found, own=one.own))
                for one in library.states.judged({*verdicts, *marks})
                for found in (marks.get(one.key, one.marks),)
            ]
        )
