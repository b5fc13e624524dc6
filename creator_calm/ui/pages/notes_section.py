"""The notes part of Notes & support: written, kept within two seconds, found again by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.comment import Moment, Precision
from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.note_cards import NoteCard
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, age_words, change_sentence, problem_sentence

if TYPE_CHECKING:
    from creator_calm.domain.care import Note
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

SHOWN = 20
"""The latest ones; the others are found by searching."""


class NotesSection(QWidget):
    """Search on top, then the notes, newest first."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._care = workspace.care
        self._desk = desk
        self.cards: list[NoteCard] = []
        self._saving = False
        self.heading = text(desk, role=FontRole.PANEL_TITLE)
        self.search = safe_text.line_field()
        self.search.textChanged.connect(self.refresh)
        desk.theme.set_font(self.search, FontRole.BODY)
        self.add = Button(desk, icon="plus")
        self.add.clicked.connect(self.write)
        self.empty = text(desk, role=FontRole.COMMENT, ink="muted")
        self.column = QVBoxLayout()
        self.column.setSpacing(desk.theme.px(10))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(desk.theme.px(10))
        outer.addWidget(self.heading)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.add)
        outer.addLayout(row)
        outer.addWidget(self.empty)
        outer.addLayout(self.column)

    def refresh(self) -> None:
        """Show the notes that fit. A note that is being written is left alone."""
        if self._saving:
            return  # Saving tells every page, this one too; the card that is saved knows already.
        self.keep_all()
        wanted = self._found()
        writing = [card for card in self.cards if self._busy(card)]
        busy_ids = {card.id for card in writing}
        for card in self.cards:
            if card not in writing:
                self._drop(card)
        self.cards = list(writing)
        for note in wanted:
            if note.id not in busy_ids:
                self._add(note)
        self._say_empty(nothing=not self.cards)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("Your notes"))
        safe_text.placeholder(self.search, _("Search your notes"))
        safe_text.name(self.search, _("Search your notes"))
        self.add.say(_("New note"))
        self.refresh()

    def write(self) -> None:
        """Begin a new note at the top."""
        card = NoteCard(self._desk, None)
        self._connect(card)
        self.cards.insert(0, card)
        self.column.insertWidget(0, card)
        self.empty.hide()
        card.editor.setFocus()

    def keep_all(self) -> None:
        """Keep everything that was written, now."""
        for card in self.cards:
            card.keep()

    def _found(self) -> list[Note]:
        return list(self._care.notes(self.search.text())[:SHOWN])

    def _busy(self, card: NoteCard) -> bool:
        """Say whether a card must stay: it is being written in, or could not be kept."""
        return card.editor.hasFocus() or card.changed() or (card.id is None and not card.words())

    def _add(self, note: Note) -> None:
        moment = Moment(note.changed_at, Precision.DAY)
        when = age_words(moment, self._desk.clock.utc(), self._desk.clock.zone())
        card = NoteCard(self._desk, note, when)
        self._connect(card)
        self.cards.append(card)
        self.column.addWidget(card)

    def _connect(self, card: NoteCard) -> None:
        card.kept.connect(self._keep)
        card.removed.connect(self._remove)

    def _keep(self, card: NoteCard) -> None:
        words = card.words()
        if card.id is None and not words.strip():
            return
        self._saving = True
        try:
            self._care.save_note(card.id, words)
        except Problem as problem:
            card.say(problem_sentence(problem))
            return
        finally:
            self._saving = False
        # A new note is the first of the list: it was changed last.
        card.was_kept(self._care.notes()[0].id if card.id is None else card.id)

    def _remove(self, card: NoteCard) -> None:
        card.was_kept(card.id)
        self.cards.remove(card)
        self._drop(card)
        self._say_empty(nothing=not self.cards)
        if card.id is None:
            return
        change = self._care.remove_note(card.id)
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _drop(self, card: NoteCard) -> None:
        self.column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _say_empty(self, *, nothing: bool) -> None:
        searched = bool(self.search.text().strip())
        words = _("No note matches.") if searched else _("A place for anything you like.")
        safe_text.say(self.empty, words)
        self.empty.setVisible(nothing)
