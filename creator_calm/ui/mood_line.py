"""When the bar asks how the creator is, and what a low answer offers. Offers only, once, quietly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from creator_calm.ui.widgets.mood_strip import MoodStrip
from creator_calm.wording import change_sentence
from creator_calm.workspace.looking_after import asks_mood

if TYPE_CHECKING:
    from creator_calm.domain.care import Phase
    from creator_calm.domain.moods import Mood
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.widgets.calm_bar import CalmBar
    from creator_calm.workspace.workspace import Workspace


class MoodLine(QObject):
    """The question in the bar and the strip it opens. Skipping leaves no trace."""

    def __init__(self, workspace: Workspace, desk: Desk, bar: CalmBar) -> None:
        super().__init__(bar)
        self._workspace = workspace
        self._desk = desk
        self._bar = bar
        self._phase: Phase = workspace.care.breaks.state.phase
        self._due = False
        self.strip = MoodStrip(desk, self._note)
        self.strip.closed.connect(self._answered)
        bar.mood.clicked.connect(self.open)
        desk.mood_asked.connect(self.open)

    def look(self) -> None:
        """Look whether this is a moment to ask: once at the start and once at the end of a sitting."""
        state = self._workspace.care.breaks.state
        before, self._phase = self._phase, state.phase
        wish = str(self._workspace.preferences.get("care.mood"))
        if asks_mood(wish, before, state.phase):
            self._due = True
        if wish == "off" or state.live:
            self._due = False
            self.strip.put_down()
        self._bar.show_mood(due=self._due and self.strip.isHidden())

    def open(self) -> None:
        """Open the strip, or put it down again."""
        if self._workspace.care.breaks.state.live:
            return
        if not self.strip.isHidden():
            self.strip.put_down()
            return
        words = str(self._workspace.preferences.get("care.mood_words")).splitlines()
        self.strip.open(tuple(words))
        self._bar.show_mood(due=False)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.strip.retranslate()

    def _note(self, mood: Mood) -> None:
        change = self._workspace.care.moods.note(mood)
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _answered(self) -> None:
        self._due = False
        self._bar.show_mood(due=False)
