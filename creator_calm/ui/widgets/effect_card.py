"""What a change of own rules would do, before it is saved: a count, neutral lines, words only on request."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.texts import announce, clear, quoted, text
from creator_calm.ui.widgets.work_line import ThinBar
from creator_calm.wording import _, away_summary, ngettext, number, problem_sentence
from creator_calm.wording.own_rules import effect_sentence, looking_line

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.own_rules import OwnRulesDesk
    from creator_calm.workspace.trial import Trial

POLL_MS = 30
LINES_SHOWN = 6
WORDS_SHOWN = 20
LOOKS_AGAIN = 3


class EffectCard(Card):
    """Hidden until `begin`. `saved` carries the Change; `left` when it was put aside."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, own_rules: OwnRulesDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._own_rules = own_rules
        self.trial: Trial | None = None
        self._opened = False
        self._again = 0
        self.heading = text(desk, role=FontRole.PANEL_TITLE)
        self.line = text(desk, role=FontRole.BODY)
        self.bar = ThinBar(desk)
        self._lines = QVBoxLayout()
        self.look = Button(desk, kind=ButtonKind.LINK)
        self._words = QVBoxLayout()
        self.save = Button(desk, kind=ButtonKind.PRIMARY, height=36)
        self.leave = Button(desk, kind=ButtonKind.GHOST, height=36)
        buttons = QWidget()
        flow = Flow(buttons, desk.theme.px(8))
        flow.addWidget(self.save)
        flow.addWidget(self.leave)
        for part in (self.heading, self.line, self.bar):
            self.column.addWidget(part)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.look)
        self.column.addLayout(self._words)
        self.column.addWidget(buttons)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.close_it)
        self.look.clicked.connect(self._open)
        self.retranslate()
        self.hide()

    def begin(self, trial: Trial) -> None:
        """Show what a proposal would do, as soon as it is known."""
        self._stop()
        self.trial, self._opened = trial, False
        self._again = 0
        self._show()
        self.show()
        self._timer.start()

    def close_it(self) -> None:
        """Put the proposal aside; nothing was changed."""
        if self.isHidden():
            return
        self._stop()
        self.hide()
        self.left.emit()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("What this would change"))
        self.save.say(_("Save"))
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody looks: an unfinished look goes on when the page is seen again."""
        super().hideEvent(event)
        self._timer.stop()

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Go on looking."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self.trial is not None and not self.trial.done:
            self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        if self.trial is not None:
            self.trial.cancel()
            self.trial = None
        clear(self._words)

    def _poll(self) -> None:
        trial = self.trial
        if trial is None:
            self._timer.stop()
            return
        trial.poll(0.0)
        if trial.done:
            self._timer.stop()
            if self._look_again(trial):
                return
        self._show()
        if trial.done:
            announce(self.line, self.line.text())

    def _look_again(self, trial: Trial) -> bool:
        """Look once more where something changed meanwhile; a few times at most."""
        moved = trial.problem is not None and trial.problem.code is ProblemCode.RULES_MOVED
        if not moved or self._again >= LOOKS_AGAIN:
            return False
        self._again += 1
        self.trial = self._own_rules.again(trial)
        self._timer.start()
        return True

    def _show(self) -> None:
        trial = self.trial
        clear(self._lines)
        clear(self._words)
        known = trial is not None and trial.done and trial.problem is None
        self.save.setEnabled(known)
        self.look.hide()
        self.leave.say(_("Not now") if known else _("Cancel"))
        self.bar.setVisible(trial is not None and not trial.done)
        if trial is None:
            return
        if trial.problem is not None:
            safe_text.say(self.line, problem_sentence(trial.problem))
        elif not trial.done:
            at = trial.progress
            self.bar.show_share(at.done / at.total if at.total else 0.0)
            safe_text.say(self.line, looking_line(at.done, at.total))
        else:
            self._show_effect(trial)

    def _show_effect(self, trial: Trial) -> None:
        effect = trial.effect
        sentence = effect_sentence(len(effect.away), len(effect.shown), len(effect.sorted))
        safe_text.say(self.line, sentence)
        for line in self._neutral(trial, effect.away):
            self._lines.addWidget(text(self._desk, line, FontRole.META, ink="muted"))
        if effect.shown:
            n = len(effect.shown)
            self.look.show()
            self.look.say(
                _("Hide the words")
                if self._opened
                else ngettext(
                    "Look at the one that would be shown",
                    "Look at those that would be shown",
                    n,
                )
            )
        if self._opened:
            self._show_words(trial)

    def _neutral(self, trial: Trial, keys: tuple[CommentKey, ...]) -> list[str]:
        """Sum up what would be put away, in our own words only."""
        lines: Counter[str] = Counter()
        for key in keys[:200]:
            try:
                lines[away_summary(self._own_rules.preview(trial, key).row)] += 1
            except Problem:
                continue
        found = [f"{number(count)} · {line}" for line, count in lines.most_common(LINES_SHOWN)]
        return [_("Would be put away:"), *found] if found else []

    def _open(self) -> None:
        self._opened = not self._opened
        self._show()

    def _show_words(self, trial: Trial) -> None:
        """Show what the creator asked to see: put away now, shown after saving."""
        for key in trial.effect.shown[:WORDS_SHOWN]:
            try:
                view = self._own_rules.preview(trial, key)
            except Problem:
                continue
            self._words.addWidget(quoted(self._desk, view.text, cap=300))
        left = len(trial.effect.shown) - WORDS_SHOWN
        if left > 0:
            line = ngettext("and {n} more", "and {n} more", left).format(n=number(left))
            self._words.addWidget(text(self._desk, line, FontRole.META, ink="muted"))

    def _save(self) -> None:
        trial = self.trial
        if trial is None:
            return
        try:
            change = self._own_rules.save(trial)
        except Problem as problem:
            if problem.code is ProblemCode.RULES_MOVED and self._again < LOOKS_AGAIN:
                self._again += 1
                self.trial = self._own_rules.again(trial)
                self._timer.start()
                self._show()
                return
            safe_text.say(self.line, problem_sentence(problem))
            return
        self.trial = None
        clear(self._words)
        self.hide()
        self.saved.emit(change)
