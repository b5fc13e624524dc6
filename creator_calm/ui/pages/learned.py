"""What it has learned: one list in plain sentences, each with a way out, and one button for all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card, Column, Middle
from creator_calm.ui.widgets.texts import clear, page_margins, text
from creator_calm.wording import _, change_sentence
from creator_calm.wording.learned import phrase_line, style_lines, words_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from creator_calm.domain.change import Change
    from creator_calm.domain.learned import LearnedThings
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

    Row = tuple[str, str, Callable[[], Change] | None]

WIDTH = 760
AT_ONCE = 60
_SETTINGS = {
    "greeting": ("reply.greeting", "none", "hi"),
    "emoji": ("reply.emoji", "never", "as_they_do"),
}
"""What a habit would set, when the setting still is the first value."""


class LearnedPage(Column):
    """Rows by what they are about; nothing here is a number or a grade."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._workspace = workspace
        self._desk = desk
        self._most = AT_ONCE
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.COMMENT, ink="muted")
        self.forget = Button(desk, kind=ButtonKind.PLAIN)
        self.forget.clicked.connect(lambda: self._do(self._workspace.learning.forget_all))
        self.parts = QVBoxLayout()
        self.parts.setSpacing(desk.theme.px(10))
        inner = Middle(desk, WIDTH)
        inner.column.setSpacing(desk.theme.px(6))
        for part in (self.heading, self.line):
            inner.column.addWidget(part)
        inner.column.addSpacing(desk.theme.px(10))
        inner.column.addLayout(self.parts)
        inner.column.addSpacing(desk.theme.px(6))
        inner.column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        inner.column.addStretch(1)
        self.column.setContentsMargins(page_margins(desk))
        self.column.addWidget(inner)
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("What it has learned")

    def refresh(self, change: Change | None) -> None:
        """Show what is known now."""
        areas = Area.VOICE | Area.SETTINGS | Area.DRAFTS | Area.STATES
        if change is None or change.areas & areas:
            with focus_kept(self):
                self._fill()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.say(self.heading, self.title())
        safe_text.say(
            self.line,
            _(
                "From how you change suggestions. It stays in your library and is never taken from safety, from care or from what is put away."
            ),
        )
        self.forget.say(_("Forget all of it"))
        self.refresh(None)

    def _fill(self) -> None:
        clear(self.parts)
        learning = self._workspace.learning
        things = attempt(self._desk, learning.things)
        if things is None:
            return
        self._fill_own(things)
        self._fill_style(things)
        self._fill_phrases(things)
        rows = [
            (
                words_shown(sentence),
                _("Ask again"),
                partial(learning.ask_again, sentence),
            )
            for sentence in things.unwanted
        ]
        self._add(_("Not asked about"), rows)
        nothing = not (things.own or things.phrases or things.unwanted or things.style)
        self.forget.setVisible(not nothing)
        if nothing:
            words = _("Nothing yet. It begins when you change a suggestion and copy the reply.")
            self.parts.addWidget(text(self._desk, words, FontRole.COMMENT, ink="muted"))

    def _fill_own(self, things: LearnedThings) -> None:
        learning = self._workspace.learning
        rows = [
            (words_shown(one.text), _("Remove"), partial(learning.remove_own, one.id))
            for one in things.own
        ]
        self._add(_("Your phrases"), rows)

    def _fill_style(self, things: LearnedThings) -> None:
        if things.style is None:
            return
        preferences = self._workspace.preferences
        rows: list[Row] = []
        for about, line in style_lines(things.style).items():
            key, still, wanted = _SETTINGS.get(about, ("", "", ""))
            if about == "sign_off":
                key, still, wanted = "reply.sign_off", "", things.style.sign_off
            if key and preferences.get(key) == still:
                rows.append(
                    (
                        line,
                        _("Do so in suggestions"),
                        partial(preferences.set, key, wanted),
                    )
                )
            else:
                rows.append((line, "", None))
        self._add(_("How you write"), rows)

    def _fill_phrases(self, things: LearnedThings) -> None:
        learning = self._workspace.learning
        rows = [
            (
                phrase_line(words, memory),
                _("Suggest it again") if memory.retired else _("Forget"),
                partial(learning.forget_phrase, name),
            )
            for name, words, memory in things.phrases[: self._most]
        ]
        self._add(_("Sentences of ours"), rows)
        if len(things.phrases) > self._most:
            more = Button(self._desk, _("Show more"))
            more.clicked.connect(self._show_more)
            self.parts.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, name: str, rows: Sequence[Row]) -> None:
        if not rows:
            return
        self.parts.addWidget(text(self._desk, name, FontRole.PANEL_TITLE))
        card = Card(self._desk)
        for line, way, command in rows:
            card.column.addWidget(self._row(line, way, command))
        self.parts.addWidget(card)

    def _row(self, line: str, way: str, command: Callable[[], Change] | None) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._desk.theme.px(10))
        layout.addWidget(text(self._desk, line, FontRole.BODY), 1)
        if command is not None:
            button = Button(self._desk, way, ButtonKind.GHOST, height=28)
            safe_text.describe(button, line)
            button.clicked.connect(lambda: self._do(command))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._fill()

    def _do(self, command: Callable[[], Change]) -> None:
        change = attempt(self._desk, command)
        if change is not None:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)
            self.refresh(None)
