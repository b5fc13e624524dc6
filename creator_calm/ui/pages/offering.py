"""Where the fact "Offer" takes its choices from: the creator's own list, and nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def offer_from_list(
    facts: Facts, workspace: Workspace, desk: Desk, view: Callable[[], CommentView | None]
) -> None:
    """Have `facts` offer what fits the language of the comment that `view` returns."""

    def offers() -> tuple[str, ...]:
        shown = view()
        language = shown.row.language if shown and shown.row.language in LANGUAGES else None
        return attempt(desk, lambda: workspace.offers.fitting(language)) or ()

    def refresh(change: Change) -> None:
        if Area.OWN_WORDS in change.areas and view() is not None:
            facts.refresh_offers()

    facts.offers = offers
    facts.offers_asked.connect(lambda: desk.go("words"))
    desk.changed.connect(refresh)
