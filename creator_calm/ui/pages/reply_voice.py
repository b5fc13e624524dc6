"""Tone and length for this one reply, behind one quiet line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.reply import Tone
from creator_calm.domain.voice import AS_SET, Length, ReplyWish
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup
from creator_calm.wording import _, setting_choice, setting_label

if TYPE_CHECKING:
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class VoiceBlock(ReplyBlock):
    """Two rows of pills that begin as the settings say; another comment begins anew."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._wish = AS_SET
        self.line = Button(desk, kind=ButtonKind.LINK, height=24)
        self.line.clicked.connect(self._fold)
        self.rows = QWidget()
        self.tone = PillGroup(desk, "", tuple((tone.value, "") for tone in Tone))
        self.length = PillGroup(desk, "", tuple((length.value, "") for length in Length))
        self.tone.chosen.connect(self._chosen)
        self.length.chosen.connect(self._chosen)
        rows = QVBoxLayout(self.rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(desk.theme.px(8))
        rows.addWidget(self.tone)
        rows.addWidget(self.length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(8))
        column.addWidget(self.line)
        column.addWidget(self.rows)
        self.rows.hide()
        self.retranslate()

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Show the line where there are words to sound one way or another."""
        del writing
        if view.row.key != self._key:
            self._key, self._wish = view.row.key, AS_SET
            self.rows.hide()
            self.tone.choose(str(self._workspace.preferences.get("reply.tone")))
            self.length.choose(str(self._workspace.preferences.get("reply.length")))
            self.retranslate()
        self.setVisible(bool(plan.suggestions) or self._wish != AS_SET)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        tone, length = self.tone.current(), self.length.current()
        self.line.say(
            _("Tone: {tone}. Length: {length}.").format(
                tone=setting_choice("reply.tone", tone),
                length=setting_choice("reply.length", length),
            )
        )
        for group, key, codes in (
            (self.tone, "reply.tone", tuple(Tone)),
            (self.length, "reply.length", tuple(Length)),
        ):
            words = tuple((code.value, setting_choice(key, code.value)) for code in codes)
            group.say(setting_label(key), words)

    def _fold(self) -> None:
        self.rows.setVisible(self.rows.isHidden())

    def _chosen(self, _code: str) -> None:
        self._wish = ReplyWish(Tone(self.tone.current()), Length(self.length.current()))
        self.retranslate()
        self.wish_asked.emit(self._wish)
