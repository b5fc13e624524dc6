"""The creator's own rules: asking, proposing, saving with undo, and a history that can be taken back.

Every change is first proposed (`add_phrases`, `trust`, `set_level` …): the answer is a `Trial`, which
finds out in the worker what it would do. `save` writes rules, verdicts and the line of history in
one transaction, as one step to undo.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Level
from creator_calm.domain.change import Area, Change
from creator_calm.domain.change import Deed as Done
from creator_calm.domain.own_rules import Deed, Phrase, Trusted
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.storage.times import from_number
from creator_calm.workspace import phrase_lists, plain_files, rules_file
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.masking import view_of
from creator_calm.workspace.rule_set import (
    LEVEL,
    PHRASES,
    TRUSTED,
    Edit,
    RuleSet,
    from_json,
    write,
)
from creator_calm.workspace.saved_rules import LEVEL_KEY, SavedRules
from creator_calm.workspace.session import nothing
from creator_calm.workspace.trial import Proposal, Trial

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from creator_calm.domain.assessment import TriageContext
    from creator_calm.domain.change import UndoToken
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.own_rules import HistoryEntry, Regular
    from creator_calm.domain.standing import Marks
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.rule_set import Value
    from creator_calm.workspace.session import Session
    from creator_calm.workspace.worker_process import WorkerProcess

HISTORY_SHOWN = 100
HISTORY_KEPT = 1_000_000
_A_MOMENT: Final = timedelta(seconds=1)
"""Comments without a date stand a little before the moment they came in, in their order."""
_STALE: Final = Area.COMMENTS | Area.IMPORTS | Area.RULES


class OwnRulesDesk(Covered):
    """Questions give values; proposals give a `Trial`; `save` gives a `Change`."""

    def __init__(self, session: Session, preferences: Preferences, worker: WorkerProcess) -> None:
        self._session = session
        self._preferences = preferences
        self._worker = worker
        self._state = 0
        session.before_others(self._changed)

    @property
    def rules(self) -> RuleSet:
        """The rules in force."""
        return self._preferences.rules

    def _changed(self, change: Change) -> None:
        if change.areas & _STALE:
            self._state += 1
        if change.areas & Area.IMPORTS:
            self._look_for_turned()

    # questions

    def phrases(self) -> tuple[Phrase, ...]:
        """Return the creator's words, the newest first."""
        return tuple(reversed(self.rules.own().phrases))

    def hits(self) -> dict[int, tuple[int, int]]:
        """Return in how many comments of the last 30 and 90 days each phrase (by id) stands."""
        return self._session.library.people.hits(self._session.clock.utc())

    def trusted(self) -> tuple[Trusted, ...]:
        """Return the people who are trusted, by name."""
        return tuple(sorted(self.rules.trusted.values(), key=lambda one: one.name.casefold()))

    def regulars(self) -> tuple[Regular, ...]:
        """Return who could be offered trust. Never set by itself."""
        return tuple(self._session.library.people.regulars(frozenset(self.rules.trusted)))

    def history(self) -> tuple[HistoryEntry, ...]:
        """Return the last changes, the newest first."""
        return tuple(self._session.library.own_rules.history(HISTORY_SHOWN))

    def preview(self, trial: Trial, key: CommentKey) -> CommentView:
        """Return a comment as it would stand after a proposal that shows it. Raises Problem."""
        stored = self._session.stored(key)
        after = {one.key: one.after for one in trial.moved}.get(key, stored.assessment)
        marks = trial.proposal.marks.get(key, stored.marks)
        return view_of(
            stored._replace(assessment=after, marks=marks),
            keep_away=self._preferences.keep_away,
            revealed=False,
        )

    def save_list(self, path: str) -> None:
        """Write the creator's words as a plain list. Raises Problem CANNOT_WRITE."""
        plain_files.write(path, phrase_lists.write(self.rules.own().phrases))

    # proposals

    def add_phrases(self, phrases: Sequence[Phrase]) -> Trial:
        """Propose new words. Raises Problem where one will not do; an import leaves known ones out."""
        known = set(map(phrase_lists.identity, self.rules.phrases.values()))
        fresh = [
            phrase_lists.checked(one) for one in phrases if phrase_lists.identity(one) not in known
        ]
        if not fresh:
            raise Problem(ProblemCode.PHRASE_KNOWN)
        phrase_lists.look_for_room(len(self.rules.phrases) + len(fresh))
        first = self._session.library.own_rules.next_id(Phrase)
        now = self._session.clock.utc()
        edits = tuple(
            Edit(PHRASES, number, None, replace(one, id=number, made_at=now))
            for number, one in enumerate(fresh, start=first)
        )
        return self.propose(Deed.PHRASES_ADDED, edits)

    def save_everything(self, path: str) -> None:
        """Write all own rules and their history to a JSON file. Raises Problem CANNOT_WRITE."""
        level = str(self._preferences.get(LEVEL_KEY))
        history = self._session.library.own_rules.history(HISTORY_KEPT)
        plain_files.write(path, rules_file.everything(self.rules, level, history))

    def bring_in_list(self, path: str) -> tuple[Trial, int]:
        """Propose the words of a list; also return how many lines will not do. Raises Problem."""
        text, name = plain_files.read(path)
        phrases, refused = phrase_lists.read(text, name)
        return self.add_phrases(phrases), refused

    def change_phrase(self, phrase: Phrase) -> Trial:
        """Propose another form of a phrase that is there. Raises Problem where it will not do."""
        before = self.rules.phrases.get(phrase.id)
        if before is None:
            raise Problem(ProblemCode.RULES_MOVED)
        after = replace(phrase_lists.checked(phrase), made_at=before.made_at)
        return self.propose(Deed.PHRASE_CHANGED, (Edit(PHRASES, phrase.id, before, after),))

    def remove_phrases(self, ids: Iterable[int]) -> Trial:
        """Propose to do without some words."""
        found = [(number, self.rules.phrases.get(number)) for number in ids]
        edits = tuple(Edit(PHRASES, number, one, None) for number, one in found if one is not None)
        return self.propose(Deed.PHRASES_REMOVED, edits)

    def trust(self, key: CommentKey) -> Trial:
        """Propose to trust who wrote a comment. Raises Problem NO_ACCOUNT."""
        found = self._session.library.people.author(key)
        if found is None:
            raise Problem(ProblemCode.NO_ACCOUNT)
        account, name = found
        before = self.rules.trusted.get(account)
        after = Trusted(account, name, self._session.clock.utc())
        return self.propose(Deed.TRUSTED, (Edit(TRUSTED, account, before, after),))

    def end_trust(self, account: str) -> Trial:
        """Propose to trust somebody no longer."""
        before = self.rules.trusted.get(account)
        edits = () if before is None else (Edit(TRUSTED, account, before, None),)
        return self.propose(Deed.TRUST_ENDED, edits)

    def set_level(self, level: Level) -> Trial:
        """Propose to put more or less away."""
        before = str(self._preferences.get(LEVEL_KEY))
        return self.propose(Deed.LEVEL, (Edit(LEVEL, LEVEL_KEY, before, level.value),))

    def take_back(self, entry_id: int) -> Trial:
        """Propose to take back a change of long ago: what it touched becomes what it was before."""
        rows = self._session.library.own_rules
        edits = tuple(
            Edit(one.table, one.id, self._now(one), one.before)
            for one in from_json(rows.edits(entry_id))
        )
        return self.propose(Deed.TAKEN_BACK, edits, takes_back=entry_id)

    def _now(self, edit: Edit) -> Value | None:
        if edit.table == LEVEL:
            return str(self._preferences.get(LEVEL_KEY))
        return self.rules.now(edit)

    def propose(
        self,
        deed: Deed,
        edits: tuple[Edit, ...],
        marks: Mapping[CommentKey, Marks] | None = None,
        *,
        takes_back: int = 0,
    ) -> Trial:
        """Begin to find out what some edits would do."""
        now = self._preferences.triage_context()
        proposal = Proposal(
            deed, len(edits), edits, now, self._then(now, edits), marks or {}, takes_back
        )
        return Trial(self._session, self._worker, proposal, lambda: self._state)

    def again(self, trial: Trial) -> Trial:
        """Begin to look at the same edits once more, after something changed."""
        old = trial.proposal
        return self.propose(old.deed, old.edits, old.marks, takes_back=old.takes_back)

    def _then(self, now: TriageContext, edits: Iterable[Edit]) -> TriageContext:
        rules = self.rules.edited(edits)
        level = next((str(one.after) for one in edits if one.table == LEVEL), now.level)
        return replace(
            now,
            level=Level(level),
            own=rules.own(),
            trusted_accounts=rules.trusted_accounts(),
        )

    # saving

    def save(self, trial: Trial, part_of: UndoToken | None = None) -> Change:
        """Write what was proposed. Raises Problem RULES_MOVED where something changed meanwhile.

        `part_of` names the step it belongs to, if that is still the last one: one undo for both.
        """
        proposal = trial.proposal
        if not trial.done or trial.problem is not None or trial.stale:
            raise Problem(ProblemCode.RULES_MOVED)
        if not proposal.edits:
            return nothing(Done.RULES_CHANGED)
        return SavedRules(self._session, self._preferences, trial).change(part_of)

    def forget_history(self) -> Change:
        """Empty the history. What it tells of stays as it is."""
        library = self._session.library
        count = len(library.own_rules.history(1))
        with library.writing():
            library.own_rules.forget_history()
        return self._session.publish(Change(Area.RULES, count, Done.HISTORY_EMPTIED))

    def _look_for_turned(self) -> None:
        """Let the trust in accounts rest that have turned; judging anew follows by itself."""
        rules = self._preferences.rules  # also while words are covered
        accounts = rules.trusted_accounts()
        turned = self._session.library.people.turned(accounts) if accounts else {}
        edits = []
        for account, at in turned.items():
            before = rules.trusted[account]
            if before.since is not None and from_number(at) < before.since - _A_MOMENT:
                continue  # the creator knew of it when they said "trust"
            edits.append(Edit(TRUSTED, account, before, replace(before, turned_at=from_number(at))))
        if not edits:
            return
        with self._session.library.writing():
            write(self._session.library, edits)
        self._preferences.rules = rules.edited(edits)
        self._state += 1
