"""Only ui/safe_text.py puts text on a widget: Qt guesses rich text, and rich text can freeze it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "creator_calm" / "ui"
DOOR = UI / "safe_text.py"

_SETTERS = """setText setPlainText setHtml setMarkdown insertHtml insertPlainText insertMarkdown
    appendPlainText appendHtml setToolTip setStatusTip setWhatsThis setAccessibleName
    setAccessibleDescription setWindowTitle setWindowIconText setPlaceholderText addItem addItems
    insertItem insertItems setItemText setTabText addTab insertTab setTitle setSubTitle
    setInformativeText setDetailedText setHeaderLabels setHorizontalHeaderLabels showMessage
    showText setTextFormat setTabToolTip setItemToolTip setLabelText drawStaticText"""
_BANNED = """QTextEdit QTextBrowser QMessageBox QInputDialog QErrorMessage QToolTip QWhatsThis QStaticText
    QTextDocumentFragment QProgressDialog"""
_TEXT_WIDGETS = """QLabel QPushButton QToolButton QCheckBox QRadioButton QCommandLinkButton QGroupBox QLineEdit
    QPlainTextEdit QAction QMenu QDockWidget QListWidgetItem QTreeWidgetItem QTableWidgetItem
    QStandardItem QToolBar QWizardPage"""
SETTERS, BANNED, TEXT_WIDGETS = (
    frozenset(names.split()) for names in (_SETTERS, _BANNED, _TEXT_WIDGETS)
)
PARENTS = frozenset({"parent", "self"})
ADDERS = frozenset({"addAction", "addMenu", "insertMenu", "addToolBar"})


def find(source: str) -> list[tuple[int, str]]:
    """Return (line, what) of every way to put text on a widget in one module."""
    found: list[tuple[int, str]] = []
    nodes = list(ast.walk(ast.parse(source)))
    # QTextEdit.ExtraSelection marks words in a plain editor; it is no rich text editor.
    marks = [n.value for n in nodes if isinstance(n, ast.Attribute) and n.attr == "ExtraSelection"]
    for node in nodes:
        if isinstance(node, ast.Name) and node.id in BANNED and node not in marks:
            found.append((node.lineno, node.id))
        if isinstance(node, ast.Call):
            found += [(node.lineno, what) for what in _call(node)]
        if isinstance(node, ast.ClassDef) and any(_name(b) in TEXT_WIDGETS for b in node.bases):
            found += _born_with_text(node)
    return found


def _call(call: ast.Call) -> list[str]:
    name = _name(call.func)
    if isinstance(call.func, ast.Attribute):
        if name in SETTERS and not _is_door(call.func.value):
            return [f".{name}()"]
        if name in ADDERS and any(map(_is_text, _values(call))):
            return [f".{name}(text)"]
        return []
    if name in TEXT_WIDGETS and any(not _is_parent(value) for value in call.args):
        return [f"{name}(text)"]
    return [
        f"{name}(text=)" for word in call.keywords if name in TEXT_WIDGETS and word.arg == "text"
    ]


def _born_with_text(node: ast.ClassDef) -> list[tuple[int, str]]:
    """Find `super().__init__(text)` in a class that is itself a widget with a text."""
    return [
        (call.lineno, f"{node.name}: super().__init__(text)")
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and _name(call.func) == "__init__"
        if any(not _is_parent(value) or _name(value) not in PARENTS for value in call.args)
    ]


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _values(call: ast.Call) -> list[ast.expr]:
    return call.args + [word.value for word in call.keywords]


def _is_door(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "safe_text"


def _is_parent(node: ast.expr) -> bool:
    """A parent is a plain name or attribute; what is called or written out is a text."""
    return isinstance(node, ast.Name | ast.Attribute)


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return _name(node.func) in {"_", "ngettext", "pgettext", "format"}
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_only_the_door_puts_text_on_widgets() -> None:
    """Every module of ui but safe_text.py, and the one that starts the window."""
    paths = [path for path in UI.rglob("*.py") if path != DOOR]
    assert len(paths) > 10
    app = ROOT / "creator_calm" / "app.py"
    findings = [
        f"{path.relative_to(ROOT)}:{line}: {what}"
        for path in sorted([*paths, *([app] if app.exists() else [])])
        for line, what in find(path.read_text(encoding="utf-8"))
    ]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize(
    "source",
    [
        "label.setText(comment)",
        "self.button.setToolTip(name)",
        "view.model().item(0).setText(x)",
        "QLabel(_('Hello'), self)",
        "QLabel(f'{name}')",
        "QPushButton(text='x')",
        "QGuiApplication.clipboard().setText(text)",
        "class A(QLabel):\n    def __init__(self):\n        super().__init__('x', self)",
        "class A(QRadioButton):\n    def __init__(self, title):\n        super().__init__(title)",
        "menu.addAction(_('Copy'), self.copy)",
        "menu.addMenu('More')",
        "QMessageBox.warning(self, 'a', 'b')",
        "box: QTextBrowser = make()",
        "window.setWindowTitle(comment.text)",
    ],
)
def test_it_finds(source: str) -> None:
    """What it is there for."""
    assert find(source)


@pytest.mark.parametrize(
    "source",
    [
        "QLabel(self)",
        "QLabel()",
        "QMenu(parent)",
        "safe_text.say(label, _('Hello'))",
        "menu.addAction(safe_text.action(_('Copy'), menu))",
        "layout.addWidget(label)",
        "painter.drawText(area, flags, text)",
        "class A(QLabel):\n    def __init__(self, parent):\n        super().__init__(parent)",
        "class A(Card):\n    def __init__(self):\n        super().__init__('surface')",
        "line.text()",
        "mark = QTextEdit.ExtraSelection()",
    ],
)
def test_it_lets_pass(source: str) -> None:
    """What is sound."""
    assert not find(source)
