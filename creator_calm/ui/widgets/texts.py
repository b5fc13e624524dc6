"""Labels in the fonts of their roles, and the headings of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QLayout, QWidget

    from creator_calm.ui.desk import Desk


def text(
    desk: Desk,
    own_wording: str = "",
    role: FontRole = FontRole.BODY,
    *,
    ink: str = "",
    wrap: bool = True,
) -> QLabel:
    """Return a label with our own words in the font of `role`."""
    made = safe_text.label(own_wording, wrap=wrap, ink=ink)
    desk.theme.set_font(made, role)
    return made


def quoted(desk: Desk, words: str, role: FontRole = FontRole.COMMENT, *, cap: int = 300) -> QLabel:
    """Return a label with words from outside or of the creator's own."""
    made = text(desk, role=role)
    safe_text.words(made, words, cap)
    return made


def copyable(label: QLabel) -> QLabel:
    """Let the words of a label be selected with the mouse; it takes no focus for that."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


LARGE = 1.5
"""From this text size on, cards set one below the other what otherwise stands side by side."""


def large(desk: Desk) -> bool:
    """Say whether the text is so large that a line has to hold less."""
    return desk.theme.scale >= LARGE


def page_margins(desk: Desk) -> QMargins:
    """Return the margins of a page: space for text comes before space around it."""
    return QMargins(20, 20, 16, 16) if large(desk) else QMargins(32, 24, 32, 24)


def clear(layout: QLayout) -> None:
    """Empty a layout. What it held goes away once control returns to the event loop."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            # Without a parent Python would own it, and delete it inside a click of its own.
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def announce(widget: QWidget, own_wording: str) -> None:
    """Let screen readers say our own words once, politely; nothing where Qt is too old for it."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - not before the first paint

    try:
        from PySide6.QtGui import QAccessibleAnnouncementEvent  # noqa: PLC0415 - Qt 6.8 and later
    except ImportError:
        event = QAccessibleEvent(widget, QAccessible.Event.NameChanged)
        QAccessible.updateAccessibility(event)
        return
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, own_wording))
