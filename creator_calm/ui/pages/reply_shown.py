"""How the reply panel shows a comment and its advice; what happens then is in reply_panel.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.reply import Action, Strategy
from creator_calm.ui import safe_text
from creator_calm.ui.pages.reply_extras import Place
from creator_calm.ui.pages.reply_parts import ReplyParts
from creator_calm.ui.widgets.buttons import ButtonKind
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.draft import DraftReport
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.pages._reply_block import ReplyBlock

STEPS_FIRST = frozenset({Strategy.SAFETY, Strategy.CARE})


class ReplyShown(ReplyParts):
    """Shows what applies to the comment in `_view` and the advice in `_plan`; the rest is absent."""

    def __init__(
        self,
        desk: Desk,
        check: Callable[[str], DraftReport | None],
        extras: dict[Place, list[ReplyBlock]],
    ) -> None:
        super().__init__(desk, check, extras)
        self._view: CommentView | None = None
        self._plan: ReplyPlan | None = None
        self._writing = False

    def _show_words(self, view: CommentView) -> None:
        row = view.row
        author = safe_text.inline(view.author or "", 60)
        heading = _("Reply to {name}").format(name=author) if author else _("Reply")
        safe_text.say(self.heading, heading if not row.put_away else _("A put-away comment"))
        needed = (self.narrow or row.cut) and not row.put_away and not row.resting
        self.thread_lines.show_thread(view.thread)
        self.quote.show_view(view if needed else None)
        self.reading.show_view(view)

    def _show_folded(self, on: bool) -> None:  # noqa: FBT001 - a switch by nature
        """Show a comment that is folded away while a reply to it rests, or fold it again."""
        view = self._view
        if view is not None and view.row.resting and not view.row.put_away:
            self.quote.show_view(view if on else None)
            if on:
                self.column.verticalScrollBar().setValue(0)

    def _show_plan(self) -> None:
        plan = self._plan
        if plan is None:
            return
        steps_first = plan.strategy in STEPS_FIRST
        # Done has its button above, and so has the choice of the sort; the list has one below.
        own = {Action.MARK_DONE, Action.PICK_KIND, Action.ADD_ACTION_ITEM}
        actions = tuple(a for a in plan.actions if a not in own)
        self.reading.show_reason(plan)
        self.steps.show_actions(actions if steps_first else (), _("Steps, in this order"))
        # A reply that rests or has rested comes first; what it could have begun with is over.
        resting = self._view is not None and self._view.row.resting
        asking = not resting and bool(plan.asks or (plan.suggestions and self.facts.shown()))
        self.facts_label.setVisible(asking)
        self.facts.setVisible(asking)
        self.starts.show_plan(plan)
        has_starts = bool(plan.suggestions) and not resting
        self.starts.setVisible(has_starts)
        self.starts_label.setVisible(has_starts)
        self.more.setVisible(has_starts)
        writing = self._may_write() and (has_starts or self._writing)
        self.write.setVisible(self._may_write() and not writing)
        self.editor.setVisible(writing)
        self.band.setVisible(writing)
        self.band.allow(public=plan.may_write, private=plan.private_allowed)
        self.afterwards.show_actions(() if steps_first else actions, _("Afterwards, if you like"))
        self.copy.setVisible(writing)
        self.copy.set_kind(ButtonKind.SOFT if resting else ButtonKind.PRIMARY)
        self.keep.setVisible(writing)
        self.rest.set_kind(ButtonKind.GHOST if writing else ButtonKind.PRIMARY)
        self.rest.setVisible(not steps_first)
        self.foot.setVisible(writing or not steps_first)
        if self._view is not None:
            for block in self.blocks:
                block.show_for(self._view, plan, writing=writing)
            if self._view.row.resting:
                # A reply that rests comes first: what would lead to another one waits.
                for block in (*self._extras[Place.READING], *self._extras[Place.STARTS]):
                    block.hide()
        self._show_buttons()

    def _may_write(self) -> bool:
        return self._plan is not None and self._plan.may_write

    def _show_buttons(self) -> None:
        something = bool(self.editor.text().strip())
        self.copy.setEnabled(something)
        self.keep.setEnabled(something)
        for block in self.blocks:
            block.draft_changed(self.editor.text())
