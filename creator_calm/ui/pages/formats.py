"""How to get each file: every format with its place, in words, found by searching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card, Column, Middle
from creator_calm.ui.widgets.search_field import SearchField
from creator_calm.ui.widgets.texts import copyable, page_margins, text
from creator_calm.wording import _, format_how_to, format_title, ngettext, number, platform_name

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.intake import FormatInfo
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

WIDTH = 760


class FormatsPage(Column):
    """Two groups: what others wrote, which is what is wanted most, and the creator's own words."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.BODY, ink="muted")
        self.search = SearchField(desk)
        self.count = text(desk, role=FontRole.META, ink="muted")
        self.back = Button(desk, kind=ButtonKind.SOFT, icon="chevron-left")
        self.entries = tuple(_Entry(desk, info) for info in _in_order(workspace))
        self._heads = {own: text(desk, role=FontRole.PANEL_TITLE) for own in (False, True)}
        self.column.setContentsMargins(page_margins(desk))
        middle = Middle(desk, WIDTH)
        middle.column.setSpacing(px(10))
        self.column.addWidget(middle)
        for part in (self.back, self.heading, self.line, self.search, self.count):
            left = Qt.AlignmentFlag.AlignLeft
            middle.column.addWidget(
                part, 0, left
            ) if part is self.back else middle.column.addWidget(part)
        for own, head in self._heads.items():
            middle.column.addWidget(head)
            for entry in self.entries:
                if entry.info.holds_own_words is own:
                    middle.column.addWidget(entry)
        middle.column.addStretch(1)
        self.search.textChanged.connect(lambda _words: self._find())
        self.back.clicked.connect(lambda: desk.go("bring_in"))
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("How to get each file")

    def refresh(self, change: Change | None) -> None:
        """Nothing here changes with the library."""

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.say(self.heading, self.title())
        safe_text.say(
            self.line,
            _("Most of what others wrote reaches you by copying it from the page, or through an export tool. “Download my data” holds what you wrote yourself."),
        )  # fmt: skip
        self.back.say(_("Bring in"))
        safe_text.placeholder(self.search, _("YouTube, CSV, Discord …"))
        safe_text.name(self.search, _("Search the formats"))
        safe_text.say(self._heads[False], _("What others wrote"))
        safe_text.say(self._heads[True], _("What you wrote yourself"))
        for entry in self.entries:
            entry.retranslate()
        self._find()

    def _find(self) -> None:
        words = self.search.text().casefold().split()
        shown = {True: 0, False: 0}
        for entry in self.entries:
            fits = all(word in entry.searched for word in words)
            entry.setVisible(fits)
            shown[entry.info.holds_own_words] += fits
        for own, head in self._heads.items():
            head.setVisible(shown[own] > 0)
        n = sum(shown.values())
        line = ngettext("{n} format.", "{n} formats.", n).format(n=number(n))
        safe_text.say(
            self.count,
            line if n else _("Nothing matches. Any table, JSON or text will do too: try it."),
        )


class _Entry(Card):
    """One format: its name, its platform, and what to do to get the file."""

    def __init__(self, desk: Desk, info: FormatInfo) -> None:
        super().__init__(desk)
        self.info = info
        self.searched = ""
        self._title = text(desk, role=FontRole.CARD_TITLE)
        self._where = text(desk, role=FontRole.META, ink="muted")
        self._how = copyable(text(desk, role=FontRole.BODY))
        for part in (self._title, self._where, self._how):
            self.column.addWidget(part)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        info = self.info
        title, how = format_title(info.name), format_how_to(info.name)
        where = platform_name(info.platform)
        endings = ", ".join(info.extensions)
        safe_text.say(self._title, title)
        safe_text.say(self._where, " · ".join(part for part in (where, endings) if part))
        self._where.setVisible(bool(where or endings))
        safe_text.say(self._how, how)
        self.searched = f"{title} {where} {endings} {how} {info.name}".casefold()


def _in_order(workspace: Workspace) -> list[FormatInfo]:
    """Return formats as they are looked for: by paste and table first, then by platform."""
    first = {"lines": 0, "table": 1}
    infos = workspace.importing.formats()
    return sorted(infos, key=lambda info: (first.get(info.name, 2), info.platform.value, info.name))
