"""What can be done with a mark in a draft, on top of the field's own menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.ui import safe_text
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from creator_calm.domain.draft import DraftFinding


def mark_menu(
    menu: QMenu,
    finding: DraftFinding,
    change: Callable[[DraftFinding, str], object],
    leave: Callable[[DraftFinding], object],
    hush: Callable[[str], object],
) -> None:
    """Put what it says and the ways out above what the menu holds already."""
    first = menu.actions()[0]
    said = safe_text.action(finding.message, menu)
    said.setEnabled(False)
    entries = [said]
    better = finding.suggestion
    if better is not None:
        label = _("Change to “{words}”").format(words=better) if better else _("Remove it")
        swap = safe_text.action(label, menu)
        swap.triggered.connect(lambda: change(finding, better))
        entries.append(swap)
    not_here = safe_text.action(_("Not here"), menu)
    not_here.triggered.connect(lambda: leave(finding))
    never = safe_text.action(_("Don’t show this again"), menu)
    never.triggered.connect(lambda: hush(finding.rule))
    for entry in (*entries, not_here, never):
        menu.insertAction(first, entry)
    menu.insertSeparator(first)
