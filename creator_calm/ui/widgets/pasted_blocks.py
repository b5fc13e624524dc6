"""The comments proposed from a pasted text: join with the one above, split, not a comment.

By keys J, S and Del or by the buttons. A part that would be put away shows the mask here too, and
cannot be split, because nobody can see where.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.intake import Grouping, ReadOptions
from creator_calm.domain.preview import BlockState, PastedBlock
from creator_calm.ui import safe_text
from creator_calm.ui.models.preview_lines import PreviewLines, block_line, mask
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.forms import small_editor
from creator_calm.ui.widgets.frames import Pane
from creator_calm.ui.widgets.line_view import lines_view
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

SOURCE_CAP = 20_000


class PastedBlocks(QWidget):
    """`edited` carries the options to read the paste with again."""

    edited = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._blocks: tuple[PastedBlock, ...] = ()
        self._options = ReadOptions()
        self._past: list[ReadOptions] = []
        self.grouping = PillGroup(desk, "", tuple((one.value, "") for one in _GROUPS))
        self.model = PreviewLines(self)
        self.list = lines_view(desk, self.model)
        self.source = small_editor(desk, SOURCE_CAP, 4)
        self.source.setReadOnly(True)
        self.join = Button(desk)
        self.split = Button(desk)
        self.drop = Button(desk)
        self.back = Button(desk, kind=ButtonKind.GHOST, icon="undo")
        self.hint = text(desk, role=FontRole.META, ink="muted")
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_blocks(self, blocks: tuple[PastedBlock, ...], options: ReadOptions) -> None:
        """Show what is proposed; the chosen row stays chosen as far as it still exists."""
        at = max(self.list.currentIndex().row(), 0)
        self._blocks, self._options = blocks, options
        self.model.show_lines(block_line(block) for block in blocks)
        if blocks:
            self.list.setCurrentIndex(self.model.index(min(at, len(blocks) - 1)))
        if options.grouping in _GROUPS:
            self.grouping.choose(options.grouping.value)
        self._chosen()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = {
            Grouping.BLOCKS: _("One per paragraph"),
            Grouping.LINES: _("One per line"),
            Grouping.ONE: _("This is one comment"),
            Grouping.PAGE: _("As found"),
        }
        self.grouping.say(
            _("How the text falls into comments"),
            tuple((one.value, words[one]) for one in _GROUPS),
        )
        self.join.say(_("Join with the one above"))
        self.split.say(_("Split at the cursor"))
        self.back.say(_("Take back"))
        safe_text.say(self.hint, _("In the list: J joins, S splits, Del leaves out."))
        safe_text.name(self.list, _("Proposed comments"))
        safe_text.name(self.source, _("The chosen one, as pasted"))
        self.model.show_lines(block_line(block) for block in self._blocks)
        self._chosen()

    def forget(self) -> None:
        """Forget what could be taken back: this is another paste."""
        self._past.clear()

    def joined(self) -> ReadOptions | None:
        """Return the options with the chosen part joined to the one above."""
        block = self._current()
        if block is None or block is self._blocks[0]:
            return None
        if block.part:
            kept = [cut for cut in self._options.split if cut != (block.block, block.start)]
            return replace(self._options, split=tuple(kept))
        return replace(self._options, joined=self._options.joined | {block.block})

    def split_here(self) -> ReadOptions | None:
        """Return the options with the chosen part split where the cursor stands."""
        block = self._current()
        if block is None or block.put_away or block.source is None:
            return None
        offset = self._offset(block.source)
        if offset is None or not 0 < offset < len(block.source):
            return None
        cut = (block.block, block.start + offset)
        return replace(self._options, split=tuple(sorted({*self._options.split, cut})))

    def toggled(self) -> ReadOptions | None:
        """Return the options with the chosen part left out, or taken in again."""
        block = self._current()
        if block is None:
            return None
        options, part = self._options, (block.block, block.part)
        if block.state is BlockState.NOT_RECOGNISED:
            return replace(options, as_comments=options.as_comments | {block.block})
        if block.state is BlockState.LEFT_OUT:
            return replace(
                options,
                left_out=options.left_out - {block.block},
                left_out_parts=options.left_out_parts - {part},
                as_comments=options.as_comments | {block.block},
            )
        return replace(
            options,
            left_out_parts=options.left_out_parts | {part},
            as_comments=options.as_comments - {block.block},
        )

    def _current(self) -> PastedBlock | None:
        row = self.list.currentIndex().row()
        return self._blocks[row] if 0 <= row < len(self._blocks) else None

    def _offset(self, source: str) -> int | None:
        """Return the cursor's place in `source`, or None where what is shown differs too much.

        The field shows cleaned text. Where that is the text itself the cursor counts exactly
        (Qt counts UTF-16 units); else, if the lines agree, the start of its line does.
        """
        shown = self.source.toPlainText()
        units = self.source.textCursor().position()
        caret = len(shown.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))
        if shown == source:
            return caret
        lines = source.split("\n")
        if len(lines) != shown.count("\n") + 1:
            return None
        line = shown[:caret].count("\n")
        return sum(len(one) + 1 for one in lines[:line])

    def _lay_out(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        buttons = Pane("none")
        flow = Flow(buttons, theme.px(8))
        for button in (self.join, self.split, self.drop, self.back):
            flow.addWidget(button)
        column.addWidget(self.grouping)
        column.addWidget(self.list, 1)
        column.addWidget(self.source)
        column.addWidget(buttons)
        column.addWidget(self.hint)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._chosen())
        self.grouping.chosen.connect(self._group)
        self.join.clicked.connect(lambda: self._edit(self.joined()))
        self.split.clicked.connect(lambda: self._edit(self.split_here()))
        self.drop.clicked.connect(lambda: self._edit(self.toggled()))
        self.back.clicked.connect(self.take_back)
        keys = (("J", self.joined), ("S", self.split_here), ("Del", self.toggled))
        for key, deed in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda deed=deed: self._edit(deed()))

    def take_back(self) -> None:
        """Undo the last join, split or leaving out."""
        if self._past:
            self.edited.emit(self._past.pop())

    def _group(self, code: str) -> None:
        """Another grouping makes other blocks: what was said about the old ones goes with them."""
        fresh = replace(
            self._options,
            grouping=Grouping(code),
            joined=frozenset(),
            split=(),
            left_out=frozenset(),
            left_out_parts=frozenset(),
            as_comments=frozenset(),
        )
        self._edit(fresh)

    def _edit(self, options: ReadOptions | None) -> None:
        if options is not None and options != self._options:
            self._past.append(self._options)
            self.edited.emit(options)

    def _chosen(self) -> None:
        block = self._current()
        away = block is not None and (block.put_away or block.source is None)
        shown = mask() if away else (block.source or "" if block is not None else "")
        safe_text.fill(self.source, shown)
        self.join.setEnabled(block is not None and block is not self._blocks[0])
        self.split.setEnabled(block is not None and not away)
        self.drop.setEnabled(block is not None)
        self.back.setVisible(bool(self._past))
        out = block is not None and block.state in {BlockState.LEFT_OUT, BlockState.NOT_RECOGNISED}
        self.drop.say(_("It is a comment") if out else _("Not a comment"))


_GROUPS = (Grouping.PAGE, Grouping.BLOCKS, Grouping.LINES, Grouping.ONE)
