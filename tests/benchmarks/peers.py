"""What the app is compared with: the bare thing that does the same work."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING

import apsw
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from tests.benchmarks.made import measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tests.benchmarks.rows import Row

_BARE_WINDOW = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
class Central(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication([])
app.setStyle("Fusion")
window = QMainWindow()
window.setCentralWidget(Central())
window.resize(1100, 760)
window.show()
app.exec()
"""
_UNIFORM_LIST = """
import sys
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QListView
class Model(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        return int(sys.argv[1])
    def data(self, index, role=0):
        return f"row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None
app = QApplication([])
view = QListView()
view.setUniformItemSizes(True)
model = Model()
view.setModel(model)
view.resize(760, 700)
view.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def plain_vader() -> Callable[[Iterable[str]], list[dict[str, float]]]:
    """Return vaderSentiment itself, loaded, for many texts."""
    analyser = SentimentIntensityAnalyzer()

    def score(texts: Iterable[str]) -> list[dict[str, float]]:
        return [analyser.polarity_scores(text) for text in texts]

    return score


def bare_csv(path: Path) -> int:
    """Read a CSV file with the standard library and nothing else; return its rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def bare_insert(path: Path, rows: Sequence[Row], batch: int = 500) -> None:
    """Insert rows into a plain table with full-text search, a transaction per batch."""
    connection = apsw.Connection(str(path))
    connection.execute("pragma journal_mode=wal; pragma synchronous=normal")
    connection.execute(
        "create table if not exists comments(id integer primary key, author, account, text, platform, post, at, likes);"
        "create virtual table if not exists found using fts5(text, content='comments', content_rowid='id')"
    )
    for start in range(0, len(rows), batch):
        with connection:
            for row in rows[start : start + batch]:
                values = (
                    row.author,
                    row.account,
                    row.text,
                    row.platform,
                    row.post,
                    row.written_at,
                    row.likes,
                )
                connection.execute(
                    "insert into comments(author, account, text, platform, post, at, likes) values(?,?,?,?,?,?,?)",
                    values,
                )
                connection.execute(
                    "insert into found(rowid, text) values(?,?)",
                    (connection.last_insert_rowid(), row.text),
                )
    connection.close()


def bare_window() -> float:
    """Return the processor seconds of a bare PySide6 window, process start to first paint."""
    return child_cpu([sys.executable, "-c", _BARE_WINDOW])


def uniform_list(rows: int) -> float:
    """Return the processor seconds of a plain QListView over `rows` rows, process start to first paint."""
    return child_cpu([sys.executable, "-c", _UNIFORM_LIST, str(rows)])


def child_cpu(command: Sequence[str]) -> float:
    """Run a child to its end and return its processor seconds, its own children's among them."""
    return measured(list(command)).cpu_s
