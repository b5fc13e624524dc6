"""My rules: how much to put away, own words, people who are trusted, corrections, and their history.

Whatever is chosen here is tried first: the card on top says what it would change, and nothing is
changed before it is saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creator_calm.domain.assessment import Level
from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.pages.rules_lists import CorrectionsList, HistoryList, PeopleList
from creator_calm.ui.pages.rules_words import RulesWords
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup
from creator_calm.ui.widgets.effect_card import EffectCard
from creator_calm.ui.widgets.frames import Card, Column, Middle, Pane
from creator_calm.ui.widgets.texts import page_margins, text
from creator_calm.wording import _, change_sentence, setting_choice, setting_help, setting_label

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace
    from creator_calm.workspace.trial import Trial

WHOLE = 720
LEVEL = "triage.level"


class RulesPage(Pane):
    """Sections below one another; the card with the effect stands above them."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__("bg")
        self._workspace = workspace
        self._desk = desk
        self.heading = text(desk, role=FontRole.TITLE)
        self.back = Button(desk, kind=ButtonKind.GHOST, icon="chevron-left")
        self.back.clicked.connect(lambda: desk.go("settings"))
        self.effect = EffectCard(desk, workspace.own_rules)
        self.level_title = text(desk, role=FontRole.PANEL_TITLE)
        self.level_help = text(desk, role=FontRole.META, ink="muted")
        self.level = PillGroup(desk, setting_label(LEVEL), _levels())
        self.words = RulesWords(workspace.own_rules, desk)
        self.people = PeopleList(workspace, desk)
        self.corrections = CorrectionsList(workspace, desk)
        self.history = HistoryList(workspace, desk)
        self.view = Column()
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("My rules")

    def refresh(self, change: Change | None) -> None:
        """Show what is kept."""
        if change is None or change.areas & (Area.RULES | Area.SETTINGS | Area.IMPORTS):
            with focus_kept(self):
                self.level.choose(str(self._workspace.preferences.get(LEVEL)))
                self.words.refresh()
                for part in (self.people, self.corrections, self.history):
                    part.refresh()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.say(self.heading, self.title())
        self.back.say(_("Settings"))
        safe_text.say(self.level_title, setting_label(LEVEL))
        safe_text.say(self.level_help, setting_help(LEVEL))
        self.level.say(setting_label(LEVEL), _levels())
        self.effect.retranslate()
        with focus_kept(self):
            self.words.retranslate()
        self.refresh(None)

    def propose_level(self, level: str) -> None:
        """Show what another level would change."""
        trial = attempt(self._desk, lambda: self._workspace.own_rules.set_level(Level(level)))
        if trial is not None:
            self.level.choose(level)
            self._try(trial)

    def propose_trust(self, key: CommentKey) -> None:
        """Show what trusting the author of a comment would change."""
        trial = attempt(self._desk, lambda: self._workspace.own_rules.trust(key))
        if trial is not None:
            self._try(trial)

    def put_aside(self) -> None:
        """Stop what runs; nothing was changed."""
        self.effect.close_it()

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        level = Card(self._desk)
        level.column.addWidget(self.level_help)
        level.column.addWidget(self.level)
        whole = Middle(self._desk, WHOLE)
        whole.column.setSpacing(px(14))
        whole.column.addLayout(head)
        parts = (
            self.effect, self.level_title, level, self.words, self.people, self.corrections,
            self.history,
        )  # fmt: skip
        for part in parts:
            whole.column.addWidget(part)
        whole.column.addStretch(1)
        self.view.column.setContentsMargins(0, 0, 16, 24)
        self.view.column.addWidget(whole)
        outer = QVBoxLayout(self)
        margins = page_margins(self._desk)
        outer.setContentsMargins(margins.left(), margins.top(), 16, 0)
        outer.addWidget(self.view)

    def _connect(self) -> None:
        self.level.chosen.connect(self._choose_level)
        self.effect.saved.connect(self._saved)
        self.effect.left.connect(self._left)
        for part in (self.words, self.people, self.corrections, self.history):
            part.proposed.connect(self._try)

    def _choose_level(self, level: str) -> None:
        if level == str(self._workspace.preferences.get(LEVEL)):
            self.effect.close_it()
        else:
            self.propose_level(level)

    def _try(self, trial: Trial) -> None:
        if not any(edit.table == "level" for edit in trial.proposal.edits):
            self._show_level()
        self.effect.begin(trial)
        self.view.verticalScrollBar().setValue(
            max(0, self.effect.mapTo(self.view.body, QPoint(0, 0)).y() - 12)
        )

    def _saved(self, change: Change) -> None:
        self.words.kept()
        self.refresh(None)
        self._desk.publish(change)
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _left(self) -> None:
        self._show_level()

    def _show_level(self) -> None:
        self.level.choose(str(self._workspace.preferences.get(LEVEL)))


def _levels() -> tuple[tuple[str, str], ...]:
    return tuple((level.value, setting_choice(LEVEL, level.value)) for level in Level)
