"""Where a reply asks somebody to write in private: which of the creator's places it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from creator_calm.domain.assessment import Facet, Kind
from creator_calm.domain.change import Area
from creator_calm.language.pack import LANGUAGES
from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import Pill
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import _

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.own_words import Channel
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class ChannelBlock(ReplyBlock):
    """A choice where there is more than one place; under a complaint without any, the way to name one."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._view: CommentView | None = None
        self.label = text(desk, role=FontRole.META_STRONG, ink="muted")
        self.pills: dict[int, Pill] = {}
        self._group = QButtonGroup(self)
        self._holder = QWidget()
        self._flow = Flow(self._holder, desk.theme.px(6))
        self.name_one = Button(desk, kind=ButtonKind.LINK, height=24)
        self.name_one.clicked.connect(lambda: desk.go("words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        for part in (self.label, self._holder, self.name_one):
            column.addWidget(part)
        self.hide()

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Show the places that fit, where going on in private is advice."""
        del writing
        self._view = view
        places = self._fitting()
        several = plan.private_allowed and len(places) > 1
        complaint = view.row.kind is Kind.COMPLAINT and plan.public_allowed
        may = Facet.MINOR not in view.row.facets and bool(plan.suggestions)
        none = complaint and may and not places
        self._holder.setVisible(several)
        self.name_one.setVisible(none)
        self.setVisible(several or none)
        if several:
            self._show(places)
        self.retranslate()

    def refresh(self, change: Change) -> None:
        """Have the advice made anew when a place came or went."""
        if Area.OWN_WORDS in change.areas and self._view is not None:
            self.advice_asked.emit()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        several = not self._holder.isHidden()
        choice = _("Where they can write to you in private")
        none = _("No place for private answers is named yet, so this is answered in public.")
        safe_text.say(self.label, choice if several else none)
        self.name_one.say(_("Name a place"))

    def _fitting(self) -> tuple[Channel, ...]:
        view = self._view
        if view is None:
            return ()
        language = view.row.language if view.row.language in LANGUAGES else None
        ask = self._workspace.channels.fitting
        return attempt(self._desk, lambda: ask(language, view.row.platform)) or ()

    def _show(self, places: tuple[Channel, ...]) -> None:
        view = self._view
        if view is None:
            return
        clear(self._flow)
        language = view.row.language if view.row.language in LANGUAGES else None
        named = self._workspace.channels.current(view.row.key, language, view.row.platform)
        self.pills = {}
        for place in places:
            pill = self.pills[place.id] = Pill(self._desk, safe_text.inline(place.name, 48))
            pill.setChecked(named is not None and named.id == place.id)
            pill.clicked.connect(lambda _on=False, number=place.id: self._choose(number))
            self._group.addButton(pill)
            self._flow.addWidget(pill)

    def _choose(self, number: int) -> None:
        if self._view is not None:
            self._workspace.channels.choose(self._view.row.key, number)
            self.advice_asked.emit()
