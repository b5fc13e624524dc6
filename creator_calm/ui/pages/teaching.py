"""A correction acts at once; whether it counts for others is found out beside it, and asked if it is many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from creator_calm.domain.problems import Problem
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.effect_card import POLL_MS
from creator_calm.wording import change_sentence
from creator_calm.wording.own_rules import others_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.assessment import Kind
    from creator_calm.domain.change import Change, UndoToken
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.own_rules import Says
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.trial import Trial
    from creator_calm.workspace.workspace import Workspace

ASKED_FROM = 3


class Teaching(QObject):
    """`asked` carries the question, "" when there is none any more."""

    asked = Signal(str)

    def __init__(self, workspace: Workspace, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._desk = desk
        self._trial: Trial | None = None
        self._key: CommentKey | None = None
        self._step: UndoToken | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(POLL_MS)
        self.timer.timeout.connect(self._poll)

    def correct(self, key: CommentKey, says: Says, kind: Kind | None = None) -> None:
        """Correct one comment, then look what it means for others."""
        self.stop()
        change = attempt(self._desk, lambda: self._workspace.correcting.correct(key, says, kind))
        if change is None:
            return
        self._tell(change)
        self._key, self._step = key, change.undo
        self._trial = attempt(self._desk, lambda: self._workspace.correcting.spread(key))
        if self._trial is not None:
            self.timer.start()

    def agree(self) -> None:
        """Let the correction count for others too."""
        trial = self._trial
        self._drop()
        if trial is None:
            return
        change = attempt(self._desk, lambda: self._workspace.own_rules.save(trial, self._step))
        if change is not None:
            self._tell(change)

    def only_this(self) -> None:
        """Leave it at the one comment."""
        self.stop()

    def stop(self) -> None:
        """Stop looking; the corrected comment stays corrected."""
        if self._trial is not None:
            self._trial.cancel()
        self._drop()

    def retranslate(self) -> None:
        """Ask again in the language in use."""
        if self._trial is not None and self._trial.done:
            self._ask(self._trial)

    def _drop(self) -> None:
        self.timer.stop()
        self._trial = None
        self.asked.emit("")

    def _poll(self) -> None:
        trial = self._trial
        if trial is None:
            self.timer.stop()
            return
        trial.poll(0.0)
        if not trial.done:
            return
        self.timer.stop()
        if trial.problem is not None:
            self._drop()  # the corrected comment stays; the same words may follow another time
            return
        others = trial.effect.without(self._key)
        if others.total >= ASKED_FROM:
            self._ask(trial)
        else:
            self._follow(trial, silently=not others.total)

    def _follow(self, trial: Trial, *, silently: bool) -> None:
        self._drop()
        try:
            change = self._workspace.own_rules.save(trial, self._step)
        except Problem:
            return
        if silently:
            self._desk.publish(change)
        else:
            self._tell(change)

    def _ask(self, trial: Trial) -> None:
        others = trial.effect.without(self._key)
        self.asked.emit(others_sentence(len(others.away), len(others.shown)))

    def _tell(self, change: Change) -> None:
        self._desk.publish(change)
        self._desk.toast(change_sentence(change), change.undo is not None)


def sorted_anew(now: CommentView, before: CommentView) -> bool:
    """Say whether a comment stands elsewhere than when it was shown."""
    return (now.row.kind, now.row.put_away) != (before.row.kind, before.row.put_away)
