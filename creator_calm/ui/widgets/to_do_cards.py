"""Cards of the to-do list: something to do, something done, a topic that people mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from creator_calm.domain.to_do import Decision
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import quoted, text
from creator_calm.wording import _
from creator_calm.wording.to_do import (
    away_line,
    cluster_line,
    decision_words,
    due_line,
    group_title,
    item_title,
    people_line,
    seen_line,
    true_lines,
)

if TYPE_CHECKING:
    from creator_calm.domain.to_do import Cluster, ToDo
    from creator_calm.ui.desk import Desk

CAP = 600


class ToDoCard(Card):
    """One item with what stands behind it. Signals carry its id, `opened` the key of a comment."""

    edited = Signal(int)
    finished = Signal(int)
    removed = Signal(int)
    opened = Signal(int)

    def __init__(self, desk: Desk, entry: ToDo, *, numbers: bool) -> None:
        super().__init__(desk)
        self.entry = entry
        self.title = safe_text.accessible(item_title(entry.item))
        self.column.addWidget(quoted(desk, item_title(entry.item), FontRole.CARD_TITLE, cap=120))
        if entry.quote:
            self.column.addWidget(quoted(desk, entry.quote, FontRole.BODY, cap=CAP))
        self._add_facts(numbers=numbers)
        self._add_own_words()
        self._add_buttons()

    def _add_facts(self, *, numbers: bool) -> None:
        entry, clock = self.entry, self._desk.clock
        now, zone = clock.utc(), clock.zone()
        self.column.addWidget(
            text(
                self._desk, people_line(entry.mentions, numbers=numbers), FontRole.META, ink="muted"
            )
        )
        more = (away_line(entry.mentions), seen_line(entry.mentions, now, zone))
        line = " ".join(part for part in (*more, due_line(entry.item.due, now, zone)) if part)
        if line:
            self.column.addWidget(text(self._desk, line, FontRole.META, ink="muted"))

    def _add_own_words(self) -> None:
        item = self.entry.item
        decided = decision_words(item.decision) if item.decision is not Decision.OPEN else ""
        why = " – ".join(part for part in (decided, item.why) if part)
        for label, words in (
            (_("What is true in it"), true_lines(self.entry)),
            (_("Decision"), why),
            (_("Next step"), item.next_step),
            (_("The same again"), item.same_again),
            (_("To try next"), item.try_next),
        ):
            if words:
                self.column.addWidget(
                    quoted(self._desk, f"{label}: {words}", FontRole.BODY, cap=CAP)
                )
        if item.matters:
            self.column.addWidget(text(self._desk, _("This matters to you."), FontRole.META_STRONG))

    def _add_buttons(self) -> None:
        self.done = self._button(_("Done"), ButtonKind.SOFT)
        self.edit = self._button(_("Edit"), ButtonKind.GHOST)
        buttons = [self.done, self.edit]
        key = self.entry.open_to
        if key is not None:
            self.show_one = self._button(_("Show a comment"), ButtonKind.GHOST)
            self.show_one.clicked.connect(lambda: self.opened.emit(key))
            buttons.append(self.show_one)
        self.remove = self._button(_("Remove"), ButtonKind.GHOST)
        buttons.append(self.remove)
        number = self.entry.item.id
        self.done.clicked.connect(lambda: self.finished.emit(number))
        self.edit.clicked.connect(lambda: self.edited.emit(number))
        self.remove.clicked.connect(lambda: self.removed.emit(number))
        self.column.addWidget(row_of(self._desk, *buttons))

    def _button(self, words: str, kind: ButtonKind) -> Button:
        made = Button(self._desk, words, kind)
        safe_text.name(made, f"{words}: {self.title}")
        return made


class DoneCard(Card):
    """Something that is done: what came of it, and the way to tell those who asked."""

    told = Signal(int)
    edited = Signal(int)
    reopened = Signal(int)
    removed = Signal(int)

    def __init__(self, desk: Desk, entry: ToDo, when: str, *, telling: bool) -> None:
        super().__init__(desk, padding=14)
        item = entry.item
        title = safe_text.accessible(item_title(item))
        self.column.addWidget(quoted(desk, item_title(item), FontRole.CARD_TITLE, cap=120))
        self.column.addWidget(
            text(desk, _("Done {day}.").format(day=when), FontRole.META, ink="muted")
        )
        if item.outcome:
            self.column.addWidget(quoted(desk, item.outcome, FontRole.BODY, cap=CAP))
        words = (
            _("Hide the drafts") if telling else _("Tell them it’s done")
        ) if item.outcome else _("Write what came of it")  # fmt: skip
        self.tell = Button(desk, words, ButtonKind.SOFT)
        self.edit = Button(desk, _("Edit"), ButtonKind.GHOST)
        self.again = Button(desk, _("Open again"), ButtonKind.GHOST)
        self.remove = Button(desk, _("Remove"), ButtonKind.GHOST)
        first = self.told if item.outcome else self.edited
        for button, signal in (
            (self.tell, first),
            (self.edit, self.edited),
            (self.again, self.reopened),
            (self.remove, self.removed),
        ):
            safe_text.name(button, f"{button.text()}: {title}")
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit(item.id))
        self.column.addWidget(row_of(desk, self.tell, self.edit, self.again, self.remove))


class ClusterCard(Card):
    """A topic several people mention: counts and a button, no word of any of them."""

    added = Signal(str)

    def __init__(self, desk: Desk, cluster: Cluster, *, numbers: bool) -> None:
        super().__init__(desk, padding=14)
        title = group_title(cluster.topic)
        self.column.addWidget(text(desk, title, FontRole.CARD_TITLE))
        clock = desk.clock
        lines = (
            cluster_line(cluster, numbers=numbers),
            away_line(cluster.mentions),
            seen_line(cluster.mentions, clock.utc(), clock.zone()),
        )
        line = " ".join(part for part in lines if part)
        self.column.addWidget(text(desk, line, FontRole.META, ink="muted"))
        self.add = Button(desk, _("Add to the list"), ButtonKind.SOFT, icon="plus")
        safe_text.name(self.add, f"{self.add.text()}: {title}")
        self.add.clicked.connect(lambda: self.added.emit(cluster.topic))
        self.column.addWidget(row_of(desk, self.add))
