"""A field that holds a day at all times: no other can be typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QDateEdit

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.wording import language

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk


def day_field(desk: Desk) -> QDateEdit:
    """Return such a field."""
    field = QDateEdit()
    field.setDisplayFormat("d MMMM yyyy")
    field.setMinimumWidth(desk.theme.px(170))
    field.setAlignment(Qt.AlignmentFlag.AlignCenter)
    desk.theme.set_font(field, FontRole.BODY)
    return field


def name_day(field: QDateEdit, own_wording: str) -> None:
    """Name the field, and write its month in the language in use."""
    safe_text.name(field, own_wording)
    safe_text.name(field.lineEdit(), own_wording)
    field.setLocale(QLocale(language()))


def show_day(field: QDateEdit, day: date) -> None:
    """Show a day."""
    field.setDate(QDate(day.year, day.month, day.day))


def day_in(field: QDateEdit) -> date:
    """Return the day that is shown."""
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
