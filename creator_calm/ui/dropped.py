"""What was dropped on the window or lies on the clipboard, as sources to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent, QGuiApplication

from creator_calm.domain.intake import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

FILES_MOST = 500
HTML_CAP = 8_000_000
_COMES = {QEvent.Type.DragEnter, QEvent.Type.Drop}


class Dropping(QObject):
    """Takes files and text anywhere in a window. Fields keep what is dropped on them."""

    def __init__(self, window: QWidget, take: Callable[..., None]) -> None:
        super().__init__(window)
        self._take = take
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Accept what can be looked at; look at it when it is let go."""
        if event.type() not in _COMES or not isinstance(event, QDropEvent):
            return False
        sources = sources_in(event.mimeData())
        if sources:
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self._take(*sources)
        return bool(sources)


def sources_in(data: QMimeData) -> tuple[Source, ...]:
    """Return files, those of a folder too (not of the folders in it); else the text as a paste."""
    files: list[Path] = []
    for url in data.urls():
        if url.isLocalFile():
            files += _files(Path(url.toLocalFile()))
    if files:
        return tuple(Source(path=str(path), name=path.name) for path in files[:FILES_MOST])
    words, html = data.text(), html_of(data)
    return (Source(text=words, html=html or None),) if words.strip() or html.strip() else ()


def clipboard_html() -> str:
    """Return the clipboard as HTML, "" where it has none. Only ids and times are read from it."""
    return html_of(QGuiApplication.clipboard().mimeData())


def html_of(data: QMimeData) -> str:
    """Return the HTML of what was copied or dropped; "" where there is none or far too much."""
    found = data.html() if data.hasHtml() else ""
    return found if len(found) <= HTML_CAP else ""


def _files(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        inside = sorted(path.iterdir())
    except OSError:
        return [path]
    return [one for one in inside if one.is_file() and not one.name.startswith(".")]
