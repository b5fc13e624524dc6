"""Where the fact "Offer" takes its choices from: the creator's own list, and nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from creator_calm.domain.change import Area
from creator_calm.language.pack import LANGUAGES
from creator_calm.ui.troubles import attempt

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.inbox import CommentView
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.widgets.facts import Facts
    from creator_calm.workspace.workspace import Workspace


class Offering(QObject):
    """Lives and goes with the facts it serves; `view` returns the comment that is shown."""

    def __init__(
        self, facts: Facts, workspace: Workspace, desk: Desk, view: Callable[[], CommentView | None]
    ) -> None:
        super().__init__(facts)
        self._facts = facts
        self._workspace = workspace
        self._desk = desk
        self._view = view
        facts.offers = self.offers
        facts.offers_asked.connect(self._show_list)
        desk.changed.connect(self._refresh)

    def offers(self) -> tuple[str, ...]:
        """Return what can be offered in the language of the comment."""
        view = self._view()
        language = view.row.language if view and view.row.language in LANGUAGES else None
        ask = self._workspace.offers.fitting
        return attempt(self._desk, lambda: ask(language)) or ()

    def _show_list(self) -> None:
        self._desk.go("words")

    def _refresh(self, change: Change) -> None:
        if Area.OWN_WORDS in change.areas and self._view() is not None:
            self._facts.refresh_offers()
