"""Bring in: choose or paste, see what was understood, correct it, confirm with one button.

Nothing is kept before that button, and after Cancel nothing is left. A problem is one sentence in
place; what was pasted stays in its field.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from creator_calm.domain.intake import ReadOptions, Source
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui import safe_text
from creator_calm.ui.made_up import made_up
from creator_calm.ui.models.preview_lines import PreviewLines, row_line
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choose_card import ChooseCard
from creator_calm.ui.widgets.forms import problem_line, say_problem
from creator_calm.ui.widgets.found_panel import FoundPanel
from creator_calm.ui.widgets.frames import Column, Middle
from creator_calm.ui.widgets.line_view import lines_view
from creator_calm.ui.widgets.pasted_blocks import PastedBlocks
from creator_calm.ui.widgets.receipt_details import ReceiptDetails
from creator_calm.ui.widgets.texts import page_margins, text
from creator_calm.ui.widgets.work_line import WorkLine
from creator_calm.wording import _, ngettext, number, problem_sentence, receipt_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from creator_calm.domain.change import Change
    from creator_calm.domain.preview import Preview
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace
    from creator_calm.workspace.import_act import ImportAct
    from creator_calm.workspace.looking import LookJob

POLL_MS = 30
LIST_HEIGHT = 300


class Stage(Enum):
    """What the page is at."""

    CHOOSE = "choose"
    READING = "reading"
    PREVIEW = "preview"
    KEEPING = "keeping"


class BringInPage(Column):
    """A page, not a wizard."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._importing = workspace.importing
        self._preferences = workspace.preferences
        self._desk = desk
        self.stage = Stage.CHOOSE
        self._source: Source | None = None
        self._options = ReadOptions()
        self._preview: Preview | None = None
        self._reading: LookJob | None = None
        self._keeping: ImportAct | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(POLL_MS)
        self.timer.timeout.connect(self.poll)
        self.heading = text(desk, role=FontRole.TITLE)
        self.what = text(desk, role=FontRole.COMMENT, ink="muted")
        self.problem = problem_line(desk)
        self.work = WorkLine(desk)
        self.choose = ChooseCard(desk)
        self.found = FoundPanel(desk, tuple(self._importing.formats()))
        self.model = PreviewLines(self)
        self.rows = lines_view(desk, self.model)
        self.blocks = PastedBlocks(desk)
        self.confirm = Button(desk, kind=ButtonKind.PRIMARY, icon="import", height=38)
        self.cancel = Button(desk, height=38)
        self.details = ReceiptDetails(desk)
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Bring in")

    def refresh(self, change: Change | None) -> None:
        """Nothing here shows what the library holds; what was found stays as it is."""

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.cancel.say(_("Cancel"))
        safe_text.name(self.rows, _("Comments found"))
        for part in (self.work, self.choose, self.blocks, self.details):
            part.retranslate()
        if self._preview is not None:
            self._show_preview(self._preview)
        self._show_stage()

    def choose_file(self) -> None:
        """Ask for a file with the system's own window."""
        path = self.choose.ask()
        if path:
            self.open(Source(path=path, name=path.replace("\\", "/").rsplit("/", 1)[-1]))

    def paste(self, words: str | None = None) -> None:
        """Look at pasted text: `words`, or what the clipboard holds."""
        words = safe_text.clipboard_text() if words is None else words
        if not words.strip():
            self._stop()
            self.stage = Stage.CHOOSE
            self._show_stage()
            self._say(problem_sentence(Problem(ProblemCode.PASTE_EMPTY)))
            return
        self.open(Source(text=words))

    def open(self, source: Source) -> None:
        """Read a source for its preview. Nothing is kept by that."""
        self._stop()
        self._source, self._options, self._preview = source, ReadOptions(), None
        self.blocks.forget()
        self.details.hide()
        self._read()

    def poll(self) -> None:
        """Take what the worker has; never waits."""
        if self._reading is not None:
            self._poll_reading(self._reading)
        elif self._keeping is not None:
            self._poll_keeping(self._keeping)
        else:
            self.timer.stop()

    def bring_in(self) -> None:
        """Keep what was found."""
        if self._source is None or self.stage is not Stage.PREVIEW:
            return
        self._stop()  # the preview of a long source may still be reading; one job at a time
        try:
            self._keeping = self._importing.start(self._source, self._options)
        except Problem as problem:
            self._say(problem_sentence(problem))
            return
        self.stage = Stage.KEEPING
        self._say("")
        self._show_stage()
        self.timer.start()

    def stop_work(self) -> None:
        """Cancel what runs. A cancelled correction leaves the preview that was there."""
        self._stop()
        self.stage = Stage.CHOOSE if self._preview is None else Stage.PREVIEW
        self._show_stage()

    def put_aside(self) -> None:
        """Leave the preview. Nothing was kept; the pasted words stay in their field."""
        self._stop()
        self._source, self._preview = None, None
        self.stage = Stage.CHOOSE
        self._say("")
        self._show_stage()

    def _read(self) -> None:
        if self._source is None:
            return
        self._stop()
        self._say("")
        try:
            self._reading = self._importing.preview(self._source, self._options)
        except Problem as problem:
            self._failed(problem)
            return
        if self._preview is None:
            self.stage = Stage.READING
        self._show_stage()
        self.timer.start()

    def _correct(self, options: ReadOptions) -> None:
        self._options = options
        self._read()

    def _poll_reading(self, job: LookJob) -> None:
        found = job.poll(0.0)
        if found is not None:
            self._preview = found
            self.stage = Stage.PREVIEW
            self._show_preview(found)
        if job.problem is not None:
            self._failed(job.problem)
            return
        if job.done:
            self._reading = None
            self.timer.stop()
        else:
            self.work.show_progress(job.progress, keeping=False)
        self._show_stage()

    def _poll_keeping(self, job: ImportAct) -> None:
        job.poll(0.0)
        if job.problem is not None:
            self._keeping = None
            self._failed(job.problem)
            return
        if not job.done:
            self.work.show_progress(job.progress, keeping=True)
            return
        self._keeping = None
        self.timer.stop()
        self._brought_in(job)

    def _brought_in(self, job: ImportAct) -> None:
        receipt = job.receipt
        self._source, self._preview = None, None
        self.stage = Stage.CHOOSE
        self.choose.empty()
        if receipt is not None:
            numbers = bool(self._preferences.get("look.numbers"))
            self.details.show_receipt(receipt, numbers=numbers)
        self._show_stage()
        if receipt is not None:
            self._desk.toast(receipt_sentence(receipt), undo=receipt.new > 0)

    def _failed(self, problem: Problem) -> None:
        """Say what is wrong, in place. A correction that will not do leaves the menus to undo it."""
        self._stop()
        if self._preview is None:
            self.stage = Stage.CHOOSE
        elif self.stage is Stage.KEEPING:
            self.stage = Stage.PREVIEW
        self._show_stage()
        self._say(problem_sentence(problem))

    def _stop(self) -> None:
        self.timer.stop()
        for job in (self._reading, self._keeping):
            if job is not None:
                job.cancel()
        self._reading, self._keeping = None, None

    def _say(self, sentence: str) -> None:
        say_problem(self.problem, sentence)

    def _show_preview(self, preview: Preview) -> None:
        pasted = self._source is not None and self._source.text is not None
        self.found.show_preview(preview, self._options, pasted=pasted)
        self.model.show_lines(row_line(row) for row in preview.rows)
        self.blocks.show_blocks(preview.blocks, self._options)
        new = preview.receipt.new
        words = ngettext("Bring in {n}", "Bring in {n}", new).format(n=number(new))
        self.confirm.say(words if preview.complete else self.title())
        self.confirm.setEnabled(new > 0)

    def _show_stage(self) -> None:
        stage = self.stage
        line = _("Files and pasted text. Everything stays on this computer.")
        if self._source is not None and stage is not Stage.CHOOSE:
            line = _("Pasted text") if self._source.text is not None else self._source.name
        safe_text.say(self.heading, self.title())
        safe_text.words(self.what, line, 120)
        preview = self._preview if stage in {Stage.PREVIEW, Stage.KEEPING} else None
        self.choose.setVisible(stage is Stage.CHOOSE)
        self.found.setVisible(preview is not None)
        self.blocks.setVisible(preview is not None and bool(preview.blocks))
        self.rows.setVisible(preview is not None and not preview.blocks)
        for button in (self.confirm, self.cancel):
            button.setVisible(stage is Stage.PREVIEW)
        busy = self._reading is not None or self._keeping is not None
        if busy and self.work.isHidden():
            self.work.show_progress(None, keeping=self._keeping is not None)
        self.work.setVisible(busy)
        for part in (self.found, self.blocks):
            part.setEnabled(stage is Stage.PREVIEW)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons below the heading where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < self._desk.theme.px(460)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        inner = Middle(self._desk, 900)
        column = inner.column
        column.setSpacing(theme.px(10))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.confirm)
        buttons.addStretch(0)
        self._head.addWidget(self.heading, 1)
        self._head.addLayout(buttons)
        column.addLayout(self._head)
        for part in (self.what, self.problem, self.work, self.choose, self.found):
            column.addWidget(part)
        self.rows.setMinimumHeight(theme.px(LIST_HEIGHT))
        self.blocks.list.setMinimumHeight(theme.px(LIST_HEIGHT))
        column.addWidget(self.rows, 1)
        column.addWidget(self.blocks, 1)
        column.addWidget(self.details)
        column.addStretch(0)
        self.column.setContentsMargins(page_margins(self._desk))
        self.column.addWidget(inner)

    def _connect(self) -> None:
        self.choose.file.clicked.connect(self.choose_file)
        self.choose.paste.clicked.connect(lambda: self.paste(None))
        self.choose.look.clicked.connect(lambda: self.paste(self.choose.field.words()))
        self.choose.pasted_much.connect(self.paste)
        self.choose.made_up.clicked.connect(lambda: self.open(made_up()))
        self.found.corrected.connect(self._correct)
        self.blocks.edited.connect(self._correct)
        self.confirm.clicked.connect(self.bring_in)
        self.cancel.clicked.connect(self.put_aside)
        self.work.cancelled.connect(self.stop_work)
        self.details.on.clicked.connect(lambda: self._desk.go("inbox"))
