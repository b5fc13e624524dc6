"""What a look at a draft found, one entry each; the small things wait behind a line of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.draft import FindingLevel
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.draft import DraftFinding
    from creator_calm.ui.desk import Desk

PHRASE_CAP = 40
ENTRIES = 4
"""More at once would be a list of faults."""


class DraftFindings(QWidget):
    """Each entry can be changed, left for here, or not be shown again, all by keyboard."""

    changed = Signal(object, str)
    left = Signal(object)
    hushed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._open = False
        self._draft = ""
        self._findings: Sequence[DraftFinding] = ()
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(desk.theme.px(6))

    def show_findings(self, draft: str, findings: Sequence[DraftFinding]) -> None:
        """Show what was found in a draft; where nothing was, take no room."""
        self._draft, self._findings = draft, findings
        with focus_kept(self):
            self._build()
        self.setVisible(bool(findings))

    def fold(self) -> None:
        """Put the small things behind their line again."""
        self._open = False

    def _build(self) -> None:
        clear(self._list)
        safe_text.name(self, _("What may be worth a second look"))
        small = [one for one in self._findings if one.level is FindingLevel.HINT]
        shown = [one for one in self._findings if one.level is not FindingLevel.HINT]
        for finding in shown[:ENTRIES]:
            self._list.addWidget(self._entry(finding, "warn_bg"))
        if len(shown) > ENTRIES:
            self._list.addWidget(self._others(len(shown) - ENTRIES))
        if not small:
            return
        count = len(small)
        label = ngettext("{count} small thing", "{count} small things", count).format(count=count)
        more = Button(self._desk, _("Hide the small things") if self._open else label,
                      ButtonKind.LINK, height=24)  # fmt: skip
        more.clicked.connect(self._turn)
        self._list.addWidget(more)
        for finding in small[:ENTRIES] if self._open else ():
            self._list.addWidget(self._entry(finding, "sunken"))

    def _others(self, count: int) -> QWidget:
        words = ngettext(
            "{count} more is marked in the text.", "{count} more are marked in the text.", count
        ).format(count=count)
        return text(self._desk, words, FontRole.META, ink="muted")

    def _turn(self) -> None:
        self._open = not self._open
        self.show_findings(self._draft, self._findings)

    def _entry(self, finding: DraftFinding, ground: str) -> QWidget:
        entry = Notice(self._desk, ground, padding=12)
        words = text(self._desk, role=FontRole.META_STRONG, ink="text")
        phrase = safe_text.inline(self._draft[finding.start : finding.end], PHRASE_CAP)
        # TRANSLATORS: {phrase} is from the creator's own draft, {advice} a whole sentence
        both = _("“{phrase}”: {advice}").format(phrase=phrase, advice=finding.message)
        safe_text.words(words, both, safe_text.ROW_CAP)
        entry.column.addWidget(words)
        ways = QWidget()
        row = Flow(ways, self._desk.theme.px(10))
        if finding.suggestion is not None:
            better = finding.suggestion
            label = _("Change to “{words}”").format(words=better) if better else _("Remove it")
            change = self._way(label, phrase)
            change.clicked.connect(lambda: self.changed.emit(finding, better))
            row.addWidget(change)
        leave = self._way(_("Not here"), phrase)
        leave.clicked.connect(lambda: self.left.emit(finding))
        row.addWidget(leave)
        never = self._way(_("Don’t show this again"), phrase)
        never.clicked.connect(lambda: self.hushed.emit(finding.rule))
        row.addWidget(never)
        entry.column.addWidget(ways)
        return entry

    def _way(self, label: str, phrase: str) -> Button:
        """Return a button whose name says which mark it is about: they all look alike."""
        way = Button(self._desk, label, ButtonKind.LINK, height=24)
        # TRANSLATORS: {way} is what a button does, {phrase} what it does it to
        name = _("{way}: “{phrase}”").format(way=label, phrase=phrase)
        safe_text.name(way, safe_text.accessible(name))
        return way
