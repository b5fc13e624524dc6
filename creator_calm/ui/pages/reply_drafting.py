"""What happens with the draft in the reply panel: looked at, kept, begun with, copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.change import Deed
from creator_calm.domain.reply import Chip
from creator_calm.ui import safe_text
from creator_calm.ui.pages.reply_extras import made
from creator_calm.ui.pages.reply_shown import ReplyShown
from creator_calm.ui.troubles import attempt
from creator_calm.wording import _, change_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.draft import DraftFinding, DraftReport
    from creator_calm.domain.reply import Suggestion
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


DRAFT_DEEDS = frozenset({Deed.DRAFT_SAVED, Deed.DRAFT_CLEARED, Deed.DRAFT_PUT_BACK, Deed.COPIED})


class ReplyDrafting(ReplyShown):
    """The draft of the comment `_key`, which began with the suggestion `_start` or own words."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(desk, self._look, made(workspace, desk))
        self._workspace = workspace
        self._key: CommentKey | None = None
        self._start: Suggestion | None = None
        self._posted = ""

    def _look(self, draft: str) -> DraftReport | None:
        look = self._workspace.replying.check
        return attempt(self._desk, lambda: look(draft, self._key, self.band.audience))

    def _looked_at(self, findings: tuple[DraftFinding, ...]) -> None:
        for block in self.blocks:
            block.draft_looked_at(findings)

    def _follow_draft(self, change: Change) -> None:
        """Show the draft as it is kept, where undo or an earlier version changed it.

        One step to undo in the field. What is not kept yet is newer than any of it.
        """
        taken_back = change.deed in DRAFT_DEEDS and change.undo is None
        if self._key is None or self.editor.unsaved or not (
            taken_back or change.deed is Deed.DRAFT_PUT_BACK
        ):  # fmt: skip
            return
        draft = self._workspace.replying.draft(self._key)
        kept = {Chip(code): said for code, said in draft.facts.items()} if draft else {}
        if kept != self.facts.facts() and self._plan is not None:
            self.facts.open(self._plan.asks, kept)
            self._make_plan()
        text = draft.text if draft is not None else ""
        if text != self.editor.text():
            self.editor.put(text)
            self.editor.save()

    def _make_plan(self) -> None:
        """Ask for advice anew."""
        raise NotImplementedError

    def _start_from(self, suggestion: Suggestion) -> None:
        self._writing = True
        offered = {one.text for one in self._plan.suggestions} if self._plan is not None else set()
        offered.add(self._posted)  # what was posted stands there to be seen, and is done
        if self.editor.start_from(suggestion.text, offered):
            self._start = suggestion
            self.band.show_audience(suggestion.audience)
        self.column.ensureWidgetVisible(self.editor, 0, self._desk.theme.px(16))
        self._show_buttons()

    def _save_draft(self, written: str) -> None:
        key = self._key
        if key is None:
            return
        facts = self.facts.facts()
        change = attempt(
            self._desk, lambda: self._workspace.replying.save_draft(key, written, facts)
        )
        if change is not None:
            self._desk.publish(change)

    def _keep(self) -> None:
        self.editor.save()
        self._desk.toast(_("Draft saved."))

    def _copy(self, *, asked: bool = False) -> None:
        key, written = self._key, self.editor.text().strip()
        if key is None or not written or not self.editor.isVisible():
            return
        self.editor.save()
        self.editor.look()
        if not asked and any(one.holds_copy(written, self._start) for one in self.blocks):
            return
        safe_text.copy(written)
        self._posted = written
        start, audience = self._start, self.band.audience
        self._do(lambda: self._workspace.replying.copied(key, written, start, audience))

    def _do(self, command: Callable[[], Change]) -> None:
        change = attempt(self._desk, command)
        if change is not None:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)
