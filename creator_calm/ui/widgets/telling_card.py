"""Drafts to tell that something is done: one for everybody, one for each who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import copyable, quoted, text
from creator_calm.wording import _, language_name, ngettext, number

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.reply import Suggestion
    from creator_calm.domain.to_do import Asker, Telling
    from creator_calm.ui.desk import Desk

CAP = 2_000


class TellingCard(Card):
    """Copying is one deliberate act for each. Nobody is told twice, nobody put away is named."""

    copied = Signal(object)
    """An Asker whose draft is to be copied."""
    copied_for_all = Signal(object)
    """The Suggestion for everybody."""
    opened = Signal(int)
    """The key of a comment to answer in the panel."""

    def __init__(self, desk: Desk, telling: Telling, told_at: datetime | None) -> None:
        super().__init__(desk)
        self.buttons: list[Button] = []
        if telling.for_all is not None:
            self._add_for_all(telling.for_all, told=told_at is not None)
        if telling.askers:
            self.column.addWidget(text(desk, _("For those who asked, one by one"), FontRole.STRONG))
        for asker in telling.askers:
            self._add_asker(asker)
        for line in _lines(telling):
            self.column.addWidget(text(desk, line, FontRole.META, ink="muted"))

    def _add_for_all(self, draft: Suggestion, *, told: bool) -> None:
        self.column.addWidget(text(self._desk, _("For everybody who saw it"), FontRole.STRONG))
        self.column.addWidget(copyable(quoted(self._desk, draft.text, cap=CAP)))
        copy = Button(self._desk, _("Copy the update"), ButtonKind.SOFT, icon="copy")
        copy.clicked.connect(lambda: self.copied_for_all.emit(draft))
        self.buttons.append(copy)
        self.column.addWidget(row_of(self._desk, copy))
        if told:
            line = _("You have copied it once.")
            self.column.addWidget(text(self._desk, line, FontRole.META, ink="muted"))

    def _add_asker(self, asker: Asker) -> None:
        name = safe_text.inline(asker.name, 60) or _("Somebody")
        self.column.addWidget(quoted(self._desk, name, FontRole.META_STRONG, cap=60))
        buttons = []
        if asker.draft is None:
            line = _("In another language: there is no draft.")
            self.column.addWidget(text(self._desk, line, FontRole.META, ink="muted"))
        else:
            self.column.addWidget(copyable(quoted(self._desk, asker.draft.text, cap=CAP)))
            if asker.other_language:
                line = _("They wrote in {language}: put your own words into it too.").format(
                    language=language_name(asker.other_language)
                )
                self.column.addWidget(text(self._desk, line, FontRole.META, ink="warn"))
            copy = Button(self._desk, _("Copy"), ButtonKind.PLAIN, icon="copy")
            safe_text.name(copy, _("Copy: {what}").format(what=safe_text.accessible(name)))
            copy.clicked.connect(lambda: self.copied.emit(asker))
            buttons.append(copy)
        show = Button(self._desk, _("Open the comment"), ButtonKind.GHOST)
        safe_text.name(show, f"{show.text()}: {safe_text.accessible(name)}")
        show.clicked.connect(lambda: self.opened.emit(int(asker.key)))
        buttons.append(show)
        self.buttons += buttons
        self.column.addWidget(row_of(self._desk, *buttons))


def _lines(telling: Telling) -> list[str]:
    """Say who has been told and who is not written to, without names."""
    lines = []
    if telling.told:
        line = ngettext("{n} has been told.", "{n} have been told.", telling.told)
        lines.append(line.format(n=number(telling.told)))
    if telling.more:
        line = ngettext(
            "{n} more, once these are copied.", "{n} more, once these are copied.", telling.more
        )
        lines.append(line.format(n=number(telling.more)))
    if telling.not_offered:
        lines.append(_("Nobody is written to of whom something is put away."))
    return lines
