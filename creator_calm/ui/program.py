"""The running program: one application, one window, one library.

The window is shown with its rail and no page first. Only when it is painted are the library, the
pages and all that they need imported and opened, so that nothing that grows stands before the
first paint (speed.md section 8; tests/ui/test_start.py).
"""

# ruff: noqa: PLC0415 - what is imported inside functions is not needed before the first paint
from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from creator_calm import log
from creator_calm.domain.problems import Problem
from creator_calm.ui.desk import Desk
from creator_calm.ui.icons import app_icon
from creator_calm.ui.main_window import MainWindow
from creator_calm.ui.theme import Look, Motion, Theme, contrast_wanted, resolve
from creator_calm.ui.window_place import keep, restore
from creator_calm.wording import language, use_language
from creator_calm.workspace.look_file import read_look

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtCore import QTranslator

    from creator_calm.domain.clock import Clock
    from creator_calm.domain.settings import SettingValue
    from creator_calm.paths import Folders
    from creator_calm.ui.housekeeping import Housekeeping
    from creator_calm.workspace.workspace import Workspace

UNPAINTED_MS = 1_000
"""A window that starts minimised is not painted; the library then opens after this time."""
APP_ID = "io.github.creatorcalm.CreatorCalm"
_MOTIONS = {"gentle": Motion.GENTLE, "none": Motion.NONE}


class Program(QObject):
    """Owns everything from start to quit."""

    faulted = Signal(str)

    def __init__(self, folders: Folders, clock: Clock, files: list[Path]) -> None:
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        super().__init__()
        self._app = app
        self._folders = folders
        self._clock = clock
        self._files = files
        self._translator: QTranslator | None = None
        self.workspace: Workspace | None = None
        self.housekeeping: Housekeeping | None = None
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self.open_library)
        qInstallMessageHandler(_note_qt)
        app.setApplicationName("creator-calm")
        app.setApplicationDisplayName("Creator Calm")
        app.setDesktopFileName(APP_ID)
        app.setStyle("Fusion")
        look = read_look(folders.config)
        self._language_setting = str(look.get("look.language", "system"))
        use_language(self._language_setting)
        self.theme = Theme(self._look_of(look))
        self.theme.apply(app)
        self.desk = Desk(self.theme, clock)
        self.window = MainWindow(self.desk)
        self._connect()

    def run(self) -> int:
        """Show the window and stay until it is closed."""
        self.show()
        code = self._app.exec()
        self.close()
        return code

    def show(self) -> None:
        """Show the empty window; everything else follows once it is painted."""
        sys.excepthook = self._unexpected
        restore(self.window, self._folders.state)
        self.window.stack.installEventFilter(self)
        if not self.window.isVisible():
            self.window.show()
        self._opening.start(UNPAINTED_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go on once the window has been painted."""
        if event.type() is QEvent.Type.Paint and watched is self.window.stack:
            watched.removeEventFilter(self)
            if self._opening.isActive():
                self._opening.start(0)
        return False

    def open_library(self) -> None:
        """Open the library and show the first page, or say why that cannot be."""
        from creator_calm.workspace.workspace import Workspace

        self._speak_qt(language())
        self.window.furnish()
        self._app.setWindowIcon(app_icon(self.theme))
        try:
            self.workspace = Workspace.open(self._folders, self._clock)
        except Problem as problem:
            self._say_closed(problem)
            return
        self.workspace.preferences.interface_language = language()
        self.window.attach(self.workspace)
        self._begin(self.workspace)

    def _begin(self, workspace: Workspace) -> None:
        """Say what has to be said after opening, take what was handed over, begin to tidy."""
        from creator_calm.domain.change import NoticeCode
        from creator_calm.domain.intake import Source
        from creator_calm.ui.housekeeping import Housekeeping
        from creator_calm.wording import notice_sentence

        self.housekeeping = Housekeeping(workspace, self.desk)
        QTimer.singleShot(0, self.housekeeping, self.housekeeping.start)
        for notice in workspace.notices():
            if notice.code is not NoticeCode.IMPORT_REMOVED:  # the strip at the foot asks about it
                self.desk.toast(notice_sentence(notice))
        if self._files:
            self.window.bring_in(*(Source(path=str(one), name=one.name) for one in self._files))

    def _say_closed(self, problem: Problem) -> None:
        from creator_calm.ui.troubles import LibrarySheet

        log.event("library.not_opened", code=problem.code)
        sheet = LibrarySheet(self.desk, problem)
        sheet.again_asked.connect(self._try_again)
        sheet.quit_asked.connect(self.window.close)
        self.window.stack.cover(sheet)

    def close(self) -> None:
        """Let go of the library; whatever was written is kept already."""
        if self.housekeeping is not None:
            self.housekeeping.stop()
            self.housekeeping = None
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None

    def _connect(self) -> None:
        self.window.look_changed.connect(self._look_changed)
        self.window.closing.connect(lambda: keep(self.window, self._folders.state))
        self._app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self.faulted.connect(self._show_fault, Qt.ConnectionType.QueuedConnection)

    def _try_again(self) -> None:
        self.window.stack.uncover()
        self._opening.start(0)

    # look and language

    def _look_of(
        self, settings: dict[str, SettingValue], scheme: Qt.ColorScheme | None = None
    ) -> Look:
        hints = self._app.styleHints()
        now = hints.colorScheme() if scheme is None else scheme
        name = resolve(
            str(settings.get("look.theme", "system")), now, contrast=contrast_wanted(self._app)
        )
        return Look(
            name=name,
            scale=int(settings.get("look.text_scale", 100)),
            stack=settings.get("look.font") == "stack",
            motion=_MOTIONS.get(str(settings.get("look.motion")), Motion.GENTLE),
        )

    def _settings(self) -> dict[str, SettingValue]:
        if self.workspace is None:
            return read_look(self._folders.config)
        names = ("theme", "text_scale", "font", "motion", "language")
        get = self.workspace.preferences.get
        return {f"look.{name}": get(f"look.{name}") for name in names}

    def _look_changed(self) -> None:
        settings = self._settings()
        look = self._look_of(settings)
        if look != self.theme.look:
            self.theme.wear(look, self._app)
        wanted = str(settings.get("look.language", "system"))
        if wanted != self._language_setting:
            self._language_setting = wanted
            self._speak_qt(use_language(wanted))
            if self.workspace is not None:
                self.workspace.preferences.interface_language = language()
            self.window.retranslate()

    def _scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        """Build from the argument: at this moment the palette is still the old one."""
        look = self._look_of(self._settings(), scheme)
        if look != self.theme.look:
            self.theme.wear(look, self._app)

    def _speak_qt(self, code: str) -> None:
        """Let Qt's own words and numbers follow our language."""
        from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator  # QLocale loads 700 names

        QLocale.setDefault(QLocale(code))
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self._app)
        if code != "en" and translator.load(f"qtbase_{code}", folder):
            self._app.installTranslator(translator)
            self._translator = translator

    # faults

    def _unexpected(
        self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        """Note places, never messages: those may carry a comment's words."""
        log.crash(kind, trace)
        self.faulted.emit("\n".join((kind.__name__, *log.frames(trace))))

    def _show_fault(self, report: str) -> None:
        from creator_calm.ui.troubles import FaultSheet

        sheet = FaultSheet(self.desk, report)
        sheet.closed.connect(self.window.stack.uncover)
        sheet.quit_asked.connect(self.window.close)
        self.window.stack.cover(sheet)


def _note_qt(kind: QtMsgType, _context: QMessageLogContext, _message: str) -> None:
    """Count Qt's own messages; their texts may hold what a widget shows."""
    if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
        log.event("qt.message", log.Level.WARNING, kind=kind)
