"""What the inbox shows where a list would be empty: one sentence, and what leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.inbox import Pile
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.empty import Empty
from creator_calm.wording import _

if TYPE_CHECKING:
    from creator_calm.domain.inbox import InboxQuery
    from creator_calm.ui.desk import Desk


class InboxEmpty(Empty):
    """Offers to bring comments in only where there are none at all."""

    def __init__(self, desk: Desk) -> None:
        self.bring_in = Button(desk, kind=ButtonKind.SOFT, icon="import")
        self.paste = Button(desk, kind=ButtonKind.PLAIN, icon="paste")
        self.try_out = Button(desk, kind=ButtonKind.PLAIN)
        super().__init__(desk, "inbox", self.bring_in, self.paste, self.try_out)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.bring_in.say(_("Import a file"))
        self.paste.say(_("Paste comments"))
        self.try_out.say(_("Try with made-up comments"))

    def show_for(self, query: InboxQuery, *, total: int) -> None:
        """Say why a list is empty; `total` counts all comments there are."""
        away = query.pile is Pile.AWAY
        fresh = total == 0 and not query.search and not away
        for button in (self.bring_in, self.paste, self.try_out):
            button.setVisible(fresh)
        if fresh:
            self.say(_("Nothing here yet. Bring in some comments, or try the made-up ones."))
        elif query.search:
            self.say(_("No comment matches."))
        elif away:
            self.say(_("Nothing is put away."))
        else:
            self.say(_("Nothing of this sort is waiting."))
