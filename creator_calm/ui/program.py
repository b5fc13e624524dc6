"""The running program: one application, one window, one library.

The empty window is shown first; the library opens in the first turn of the event loop, so that
nothing that grows with it stands before the first paint (speed.md section 8).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    QTranslator,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from creator_calm import log
from creator_calm.domain.intake import Source
from creator_calm.domain.problems import Problem
from creator_calm.ui.desk import Desk
from creator_calm.ui.housekeeping import Housekeeping
from creator_calm.ui.icons import app_icon
from creator_calm.ui.main_window import MainWindow
from creator_calm.ui.theme import Look, Motion, Theme, contrast_wanted, resolve
from creator_calm.ui.troubles import FaultSheet, LibrarySheet
from creator_calm.ui.window_place import keep, restore
from creator_calm.wording import language, notice_sentence, use_language
from creator_calm.workspace.preferences import read_look
from creator_calm.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from creator_calm.domain.clock import Clock
    from creator_calm.domain.settings import SettingValue
    from creator_calm.paths import Folders

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
        qInstallMessageHandler(_note_qt)
        app.setApplicationName("creator-calm")
        app.setDesktopFileName(APP_ID)
        app.setStyle("Fusion")
        look = read_look(folders.config)
        self._language_setting = str(look.get("look.language", "system"))
        self._speak(self._language_setting)
        self.theme = Theme(self._look_of(look))
        self.theme.apply(app)
        self.desk = Desk(self.theme, clock)
        self.window = MainWindow(self.desk)
        app.setWindowIcon(app_icon(self.theme))
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
        if not self.window.isVisible():
            self.window.show()
        QTimer.singleShot(0, self.open_library)

    def open_library(self) -> None:
        """Open the library and show the first page, or say why that cannot be."""
        try:
            self.workspace = Workspace.open(self._folders, self._clock)
        except Problem as problem:
            log.event("library.not_opened", code=problem.code)
            sheet = LibrarySheet(self.desk, problem)
            sheet.again_asked.connect(self._try_again)
            sheet.quit_asked.connect(self.window.close)
            self.window.stack.cover(sheet)
            return
        self.workspace.preferences.interface_language = language()
        self.window.attach(self.workspace)
        self.housekeeping = Housekeeping(self.workspace, self.desk)
        QTimer.singleShot(0, self.housekeeping, self.housekeeping.start)
        for notice in self.workspace.notices():
            self.desk.toast(notice_sentence(notice))
        if self._files:
            first = self._files[0]
            self.window.bring_in(Source(path=str(first), name=first.name))

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
        QTimer.singleShot(0, self.open_library)

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
            self._speak(wanted)
            if self.workspace is not None:
                self.workspace.preferences.interface_language = language()
            self.window.retranslate()

    def _scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        """Build from the argument: at this moment the palette is still the old one."""
        look = self._look_of(self._settings(), scheme)
        if look != self.theme.look:
            self.theme.wear(look, self._app)

    def _speak(self, setting: str) -> None:
        code = use_language(setting)
        QLocale.setDefault(QLocale(code))
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self._app)
        if code != "en" and translator.load(f"qtbase_{code}", folder):
            self._app.installTranslator(translator)
            self._translator = translator
        self._app.setApplicationDisplayName("Creator Calm")

    # faults

    def _unexpected(
        self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        """Note places, never messages: those may carry a comment's words."""
        log.crash(kind, trace)
        self.faulted.emit("\n".join((kind.__name__, *log.frames(trace))))

    def _show_fault(self, report: str) -> None:
        sheet = FaultSheet(self.desk, report)
        sheet.closed.connect(self.window.stack.uncover)
        sheet.quit_asked.connect(self.window.close)
        self.window.stack.cover(sheet)


def _note_qt(kind: QtMsgType, _context: QMessageLogContext, _message: str) -> None:
    """Count Qt's own messages; their texts may hold what a widget shows."""
    if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
        log.event("qt.message", log.Level.WARNING, kind=kind)
