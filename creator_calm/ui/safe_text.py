"""The only door through which text reaches a widget.

Qt guesses rich text: a label given `"<table><tr><td>" * 20` needs 25 seconds, a tooltip reads local
files for `<img>`. Here all is plain text, capped and cleaned of what could reorder or hide its
neighbours. Own words pass too, so that a test can forbid every other door; they keep their signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QTextCursor, QTextOption
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QMenu, QSystemTrayIcon, QWidget

ROW_CAP, LINE_CAP, MENU_CAP = 300, 120, 60
PANE_CAP, DRAFT_CAP = 10_000, 20_000
LINK_SCHEMES = ("http", "https")


class Cut(NamedTuple):
    """A cleaned text and how much of it is shown; `shown < total` offers the rest."""

    text: str
    shown: int
    total: int


def _line(text: str, cap: int) -> str:
    from creator_calm.language import clean  # noqa: PLC0415 - its tables are not needed for the first paint

    return clean.inline(text, cap)


def _lines(text: str, cap: int) -> str:
    from creator_calm.language import clean  # noqa: PLC0415 - as above

    return clean.block(text, cap)


def inline(text: str, cap: int = LINE_CAP) -> str:
    """Return one cleaned, isolated line for delegates, combos and sentences."""
    return _line(text, cap)


def block(text: str, cap: int = PANE_CAP) -> Cut:
    """Return several cleaned lines, at most `cap` characters of them; of emoji, half as many."""
    fitting = _fitting(text, cap)
    return Cut(_lines(text, fitting), min(len(text), fitting), len(text))


def _fitting(text: str, cap: int) -> int:
    # Qt counts and lays out UTF-16 units: 10,000 emoji in one paragraph took it 140 ms.
    units = text[:cap].encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * cap:
        return cap
    return len(units[: 2 * cap].decode("utf-16-le", "ignore"))


def row_text(text: str) -> str:
    """Return what a card may paint of a comment: at most 300 characters, line breaks kept."""
    return _lines(text, ROW_CAP)


def label(own_wording: str = "", *, wrap: bool = False, ink: str = "") -> QLabel:
    """Return a label that is plain text from birth. `ink` is a text token of the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if ink:
        made.setProperty("ink", ink)
    made.setText(own_wording)
    return made


def say(target: QLabel, own_wording: str) -> None:
    """Put our own words on a label."""
    target.setTextFormat(Qt.TextFormat.PlainText)
    target.setText(own_wording)


def words(target: QLabel, text: str, cap: int = PANE_CAP) -> Cut:
    """Put text from outside on a label."""
    cut = block(text, cap)
    target.setTextFormat(Qt.TextFormat.PlainText)
    target.setText(cut.text)
    return cut


def caption(button: QAbstractButton, own_wording: str) -> None:
    """Caption a button with our own words; an ampersand stays an ampersand."""
    button.setText(_no_mnemonic(own_wording))


def name(widget: QWidget, own_wording: str) -> None:
    """Name a widget for screen readers with our own words."""
    widget.setAccessibleName(own_wording[:ROW_CAP])


def describe(widget: QWidget, own_wording: str) -> None:
    """Describe a widget for screen readers with our own words."""
    widget.setAccessibleDescription(own_wording[:ROW_CAP])


def tip(widget: QWidget, own_wording: str) -> None:
    """Give an icon button its tooltip; never comment, author or draft text."""
    # A tooltip cannot be told to be plain: a sign that could open a tag is replaced.
    widget.setToolTip(own_wording.replace("<", "‹")[:LINE_CAP])


def title(window: QWidget, own_wording: str) -> None:
    """Title a window: a page name of ours, never anything from a comment."""
    window.setWindowTitle(own_wording[:LINE_CAP])


def placeholder(field: QLineEdit | QPlainTextEdit, own_wording: str) -> None:
    """Show our own words in an empty field."""
    field.setPlaceholderText(own_wording)


def fill(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Put text into a field to be edited; what stood there before cannot come back by undo."""
    if isinstance(field, QLineEdit):
        field.setText(_lines(text, max(field.maxLength(), 0)))
        return
    undo = field.isUndoRedoEnabled()
    field.setUndoRedoEnabled(False)
    # An editor's own cap: a long note cut here would be saved back shorter than it was.
    cap = field.cap if isinstance(field, _Editor) else DRAFT_CAP
    field.setPlainText(_lines(text, cap))
    field.setUndoRedoEnabled(undo)


def insert(field: QPlainTextEdit, text: str, *, instead_of_all: bool = False) -> None:
    """Put a text at the cursor, or in the place of all; the field's own undo takes it back."""
    cursor = field.textCursor()
    if instead_of_all:
        cursor.select(QTextCursor.SelectionType.Document)
    cursor.beginEditBlock()  # a step of its own: Qt would join it with the keys just before
    cursor.insertText(_lines(text, DRAFT_CAP))
    cursor.endEditBlock()
    field.setTextCursor(cursor)


def replace_part(field: QPlainTextEdit, start: int, end: int, text: str) -> None:
    """Replace the characters from `start` to `end` (Python counting); the field's undo knows it."""
    cursor = select(field, start, end)
    cursor.insertText(_lines(text, DRAFT_CAP))
    field.setTextCursor(cursor)


def select(field: QPlainTextEdit, start: int, end: int) -> QTextCursor:
    """Return a cursor over characters `start` to `end`; Qt counts UTF-16 units, Python does not."""
    written = field.toPlainText()
    cursor = QTextCursor(field.document())
    cursor.setPosition(_units(written[:start]))
    cursor.setPosition(_units(written[:end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def add_choice(combo: QComboBox, text: str, data: object = None) -> None:
    """Add a line to a combo box; text from outside is welcome."""
    combo.addItem(inline(text), data)


def action(text: str, parent: QWidget) -> QAction:
    """Return an action whose text, from us or from outside, has no mnemonic."""
    made = QAction(parent)
    made.setText(menu_text(text))
    return made


def menu_title(menu: QMenu, own_wording: str) -> None:
    """Title a submenu with our own words."""
    menu.setTitle(_no_mnemonic(own_wording))


def notify(tray: QSystemTrayIcon, own_wording: str, lasts_ms: int) -> None:
    """Show our own words as a notification of the system; nothing else may ever stand in one."""
    tray.showMessage("Creator Calm", own_wording, tray.icon(), lasts_ms)


def menu_text(text: str) -> str:
    """Return text for a menu: one line, at most 60 characters, ampersands doubled."""
    return _no_mnemonic(_line(text, MENU_CAP).strip("\u2068\u2069"))


def accessible(text: str) -> str:
    """Return text for an accessible name: one line of at most 300 characters."""
    return _line(text, ROW_CAP)


def line_field(cap: int = LINE_CAP) -> QLineEdit:
    """Return a one-line field that takes at most `cap` characters and no dropped files."""
    field = QLineEdit()
    field.setMaxLength(cap)
    field.setAcceptDrops(False)
    return field


class _Reader(QPlainTextEdit):
    """A revealed text: read-only, nothing selected unless asked, nothing offered to input methods."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("reading", "true")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the selected words, marked so that clipboard managers do not keep them."""
        return _mime(self.textCursor().selection().toPlainText(), put_away=True)


class _Editor(QPlainTextEdit):
    """A field for the creator's own words: pastes are plain and capped, files are not inserted."""

    def __init__(self, cap: int, overflow: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self.cap = cap
        self._overflow = overflow
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take plain text only; a dropped file means "import", which the window handles."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Insert what fits, cleaned."""
        if not self.canInsertFromMimeData(source):
            return
        cursor = self.textCursor()
        taken = self.document().characterCount() - 1 - len(cursor.selectedText())
        pasted, room = source.text(), max(self.cap - taken, 0)
        if self._overflow is not None and len(pasted) > room:
            self._overflow(pasted)
        else:
            self.insertPlainText(_lines(pasted, room))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Leave files to the window."""
        if event.mimeData().hasUrls():
            event.ignore()
            return
        super().dropEvent(event)


def reader() -> QPlainTextEdit:
    """Return the only kind of widget that may hold a revealed text (trust.md section 4, P17)."""
    return _Reader()


def read_out(target: QPlainTextEdit, text: str) -> Cut:
    """Put text from outside into a reader."""
    cut = block(text)
    target.setPlainText(cut.text)
    return cut


def editor(cap: int = DRAFT_CAP, overflow: Callable[[str], None] | None = None) -> QPlainTextEdit:
    """Return a field for the creator's own words; a paste that does not fit is cut or handed on."""
    return _Editor(cap, overflow)


def copy(text: str, *, put_away: bool = False) -> None:
    """Copy plain text. A revealed put-away text is marked as not to be kept by managers."""
    QGuiApplication.clipboard().setMimeData(_mime(text, put_away=put_away))


def clipboard_text() -> str:
    """Return the clipboard as plain text, at most what a paste may hold."""
    return QGuiApplication.clipboard().text()


def open_link(url: str, ask: Callable[[str], bool]) -> bool:
    """Open an address of http or https after asking with the whole address; nothing else ever."""
    address = QUrl(_lines(url, 2_000).strip(), QUrl.ParsingMode.StrictMode)
    if not address.isValid() or address.scheme() not in LINK_SCHEMES or not address.host():
        return False
    encoded = QUrl.ComponentFormattingOption.FullyEncoded
    return ask(address.toString(encoded)) and QDesktopServices.openUrl(address)


def _mime(text: str, *, put_away: bool) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if put_away:
        data.setData("x-kde-passwordManagerHint", b"secret")
        data.setData("application/x-nspasteboard-concealed-type", b"")
        data.setData("org.nspasteboard.ConcealedType", b"")
        windows = "application/x-qt-windows-mime;value="
        data.setData(f'{windows}"ExcludeClipboardContentFromMonitorProcessing"', b"\x01")
        data.setData(f'{windows}"CanIncludeInClipboardHistory"', b"\x00\x00\x00\x00")
    return data


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _no_mnemonic(text: str) -> str:
    return text.replace("&", "&&")
