"""Looking at a comment marks it as read, and undo still means what was done on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.inbox import InboxQuery

if TYPE_CHECKING:
    from creator_calm.workspace import Workspace


def test_a_look_is_no_step_of_undo(full: Workspace) -> None:
    first, second = full.inbox.page(InboxQuery(), 0, 2)
    full.inbox.mark_done([first.key])
    before = full.undoable()
    change = full.inbox.seen(second.key)
    assert (change.count, change.undo) == (1, None)
    assert full.inbox.row(second.key).read
    assert full.undoable() == before
    assert full.inbox.seen(second.key).count == 0
    full.undo()
    assert not full.inbox.row(first.key).done
    assert full.inbox.row(second.key).read
