"""Bring in: choose or paste, see what was understood, correct it, confirm with one button.

Nothing is kept before that button, and after Cancel nothing is left. A problem is one sentence in
place; what was pasted stays in its field.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area
from creator_calm.domain.intake import Source
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui import safe_text
from creator_calm.ui.dropped import clipboard_html
from creator_calm.ui.made_up import made_up
from creator_calm.ui.models.preview_lines import row_line
from creator_calm.ui.pages.bring_in_view import BringInView
from creator_calm.ui.pages.bring_in_work import BringInWork
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.forms import say_problem
from creator_calm.wording import _, ngettext, number, problem_sentence, receipt_sentence

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.intake import ReadOptions
    from creator_calm.domain.preview import Preview
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace
    from creator_calm.workspace.import_act import ImportAct

SENTENCES_MOST = 5


class Stage(Enum):
    """What the page is at."""

    CHOOSE = "choose"
    READING = "reading"
    PREVIEW = "preview"
    KEEPING = "keeping"


class BringInPage(BringInView):
    """A page, not a wizard."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(desk, tuple(workspace.importing.formats()))
        self._importing = workspace.importing
        self._preferences = workspace.preferences
        self.work = BringInWork(workspace.importing, self)
        self._shown: Preview | None = None
        self._connect()
        self.retranslate()
        self.refresh(None)

    @property
    def stage(self) -> Stage:
        """What the page is at: it follows from what is being worked on."""
        work = self.work
        if work.keeping:
            return Stage.KEEPING
        if not work.items:
            return Stage.CHOOSE
        if all(item.outcome is None for item in work.items):
            return Stage.READING
        return Stage.PREVIEW

    def title(self) -> str:
        """Return the page's name."""
        return _("Bring in")

    def refresh(self, change: Change | None) -> None:
        """Show what was brought in before; what was found stays as it is."""
        if change is None or change.areas & (Area.IMPORTS | Area.SETTINGS):
            self.before.show_entries(self._importing.recent())
            self.choose.show_recent(self._importing.recent_files())
            self._show_stage()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.cancel.say(_("Cancel"))
        safe_text.name(self.rows, _("Comments found"))
        for part in (
            self.progress, self.choose, self.asking, self.blocks, self.details, self.before,
        ):  # fmt: skip
            part.retranslate()
        self._shown = None
        self._stepped()

    def choose_file(self) -> None:
        """Ask for files with the system's own window."""
        paths = self.choose.ask()
        if paths:
            self.open(*map(file_source, paths))

    def paste(self, words: str | None = None, html: str = "") -> None:
        """Look at pasted text: `words`, or what the clipboard holds; `html` is the same as a page."""
        if words is None:
            words, html = safe_text.clipboard_text(), clipboard_html()
        if not words.strip() and not html.strip():
            self.put_aside()
            self._say(problem_sentence(Problem(ProblemCode.PASTE_EMPTY)))
            return
        self.open(Source(text=words, html=html or None))

    def open(self, *sources: Source) -> None:
        """Read sources for their preview. Nothing is kept by that."""
        self._say("")
        self.blocks.forget()
        self.details.hide()
        self._shown = None
        self.work.open(sources)

    def poll(self) -> None:
        """Take what the worker has; never waits."""
        self.work.poll()

    def bring_in(self) -> None:
        """Keep what was found."""
        if self.stage is not Stage.PREVIEW or not self.work.new:
            return
        self._say("")
        try:
            self.work.bring_in()
        except Problem as problem:
            self._say(problem_sentence(problem))
        self._stepped()

    def stop_work(self) -> None:
        """Cancel what runs. A cancelled correction leaves the preview that was there."""
        whole = self.work.keeping or self.work.complete or self._corrected()
        self.work.stop()
        if whole:
            self._stepped()
        else:
            self.put_aside()

    def put_aside(self) -> None:
        """Leave the preview. Nothing was kept; the pasted words stay in their field."""
        self.work.forget()
        self._shown = None
        self._say("")
        self._show_stage()

    def _corrected(self) -> bool:
        item = self.work.shown
        return item is not None and item.preview is not None and item.preview.complete

    def _correct(self, options: ReadOptions) -> None:
        self._say("")
        self.work.correct(options)

    def _stepped(self) -> None:
        """Show what the work is at now."""
        work = self.work
        if work.items and not work.looking and not work.keeping:
            self._say_refusals()
        item = work.shown
        preview = None if item is None else item.preview
        if preview is not None and preview is not self._shown:
            self._show_preview(preview)
        self._shown = preview
        if work.looking or work.keeping:
            self.progress.show_progress(work.progress, keeping=work.keeping)
        self.sources.show_items(work.items, work.at)
        self._show_stage()

    def _say_refusals(self) -> None:
        """Say why sources will not do. Where none of them does, back to the choice."""
        items = self.work.items
        problems = [one.problem for one in items if one.problem is not None and not one.asks]
        sentences = [problem_sentence(problem) for problem in problems[:SENTENCES_MOST]]
        if all(one.preview is None and not one.asks for one in items):
            self.work.forget()
        elif len(items) > 1:
            sentences = []  # each stands in its own line of the list of files
        if sentences or not self.work.items:
            self._say("\n".join(sentences))

    def _ended(self, act: ImportAct) -> None:
        """Tell what an act did. One that came to nothing leaves the preview as it was."""
        receipt = act.receipt
        if act.problem is not None or receipt is None:
            self._stepped()
            if act.problem is not None:
                self._say(problem_sentence(act.problem))
            return
        refusals = tuple(one for one in act.outcomes if isinstance(one, Problem))
        refusals += tuple(one.problem for one in self.work.items if one.problem is not None)
        self.put_aside()
        self.choose.empty()
        numbers = bool(self._preferences.get("look.numbers"))
        self.details.show_receipt(receipt, refusals, numbers=numbers)
        self.refresh(None)
        self._desk.toast(receipt_sentence(receipt), undo=receipt.new > 0)

    def _say(self, sentence: str) -> None:
        say_problem(self.problem, sentence)

    def _show_preview(self, preview: Preview) -> None:
        item = self.work.shown
        assert item is not None
        self.found.show_preview(preview, item.options, item.source)
        now, zone = self._desk.clock.utc(), self._desk.clock.zone()
        self.model.show_lines(row_line(row, now, zone) for row in preview.rows)
        self.blocks.show_blocks(preview.blocks, item.options)

    def _show_stage(self) -> None:
        stage, work, item = self.stage, self.work, self.work.shown
        line = _("Files and pasted text. Everything stays on this computer.")
        if item is not None:
            line = _("Pasted text") if item.source.text is not None else item.source.name
        safe_text.say(self.heading, self.title())
        safe_text.words(self.what, line, 120)
        preview = item.preview if item is not None and stage is not Stage.READING else None
        asks = item is not None and item.asks and not work.looking
        self.choose.setVisible(stage is Stage.CHOOSE)
        self.before.setVisible(stage is Stage.CHOOSE and bool(self.before.entries))
        self.sources.setVisible(len(work.items) > 1)
        self.asking.setVisible(asks)
        self.found.setVisible(preview is not None)
        self.blocks.setVisible(preview is not None and bool(preview.blocks))
        self.rows.setVisible(preview is not None and not preview.blocks)
        busy = work.looking or work.keeping
        self.progress.setVisible(busy)
        self.cancel.setVisible(stage is Stage.PREVIEW and not busy)
        self.confirm.setVisible(stage is Stage.PREVIEW and (not asks or work.new > 0))
        self._say_confirm()
        for part in (self.found, self.blocks):
            part.setEnabled(stage is Stage.PREVIEW)

    def _say_confirm(self) -> None:
        new = self.work.new
        words = ngettext("Bring in {n}", "Bring in {n}", new).format(n=number(new))
        self.confirm.say(words if self.work.complete else self.title())
        self.confirm.setEnabled(new > 0)

    def _connect(self) -> None:
        choose, work = self.choose, self.work
        choose.file.clicked.connect(self.choose_file)
        choose.paste.clicked.connect(lambda: self.paste(None))
        choose.look.clicked.connect(lambda: self.paste(choose.field.words()))
        choose.pasted_much.connect(self.paste)
        choose.made_up.clicked.connect(lambda: self.open(made_up()))
        choose.recent_chosen.connect(lambda path: self.open(file_source(path)))
        choose.recent_forgotten.connect(self._forget_files)
        for part in (choose.help_asked, self.found.help_asked):
            part.connect(lambda: self._desk.go("formats"))
        for corrected in (self.found.corrected, self.blocks.edited):
            corrected.connect(self._correct)
        work.stepped.connect(self._stepped)
        work.ended.connect(self._ended)
        self.sources.chosen.connect(work.choose)
        self.asking.yes.clicked.connect(work.ask_for_private)
        self.asking.no.clicked.connect(self.put_aside)
        self.confirm.clicked.connect(self.bring_in)
        self.cancel.clicked.connect(self.put_aside)
        self.progress.cancelled.connect(self.stop_work)
        self.details.on.clicked.connect(lambda: self._desk.go("inbox"))
        self.details.save_asked.connect(self._save_skips)
        self.before.taken_back.connect(self._take_back)

    def _forget_files(self) -> None:
        attempt(self._desk, self._importing.forget_files)
        self.choose.show_recent(self._importing.recent_files())

    def _take_back(self, import_id: int) -> None:
        change = attempt(self._desk, lambda: self._importing.take_back(import_id))
        if change is not None and change.undo is not None:
            self._desk.toast(_("The import was taken back."), undo=True)

    def _save_skips(self, path: str) -> None:
        head = (_("Place"), _("Row"), _("Reason"))
        rows = self.details.rows()
        saved = attempt(self._desk, lambda: self._importing.save_skips(path, head, rows))
        if saved:
            self._desk.toast(_("The list was saved."))


def file_source(path: str) -> Source:
    """Return a file as a source, with the name it is shown by."""
    return Source(path=path, name=Path(path).name)
