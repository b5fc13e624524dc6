"""Pills and switches: choices painted by the app, radio buttons and check boxes by nature.

Qt's own classes bring the roles for screen readers, one tab stop a group and the arrow keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

SIDE = 15
LEAST = 56
"""A short word still leaves room for the check mark beside it."""
MARK = 13
MARK_GAP = 6


def _pill_size(desk: Desk, button: QAbstractButton) -> QSize:
    """Return a size that does not change when the check mark comes, so that nothing jumps."""
    theme = desk.theme
    metrics = QFontMetricsF(button.font())
    width = metrics.horizontalAdvance(button.text().replace("&&", "&")) + 2 * theme.px(SIDE)
    height = max(metrics.height() + 2 * theme.px(5), theme.px(32))
    return QSize(max(int(width + 1), theme.px(LEAST)), int(height))


def _paint_pill(desk: Desk, button: QAbstractButton) -> None:
    theme = desk.theme
    painter = shapes.smooth(QPainter(button))
    box = QRectF(button.rect())
    chosen = button.isChecked()
    if chosen:
        edge = QPen(theme.ink("accent", on="accent_soft"), 1.5)
        shapes.rounded(painter, box, shapes.RADIUS_PANEL * 2, theme.paint("accent_soft"), edge)
        colour = theme.ink("accent", on="accent_soft")
    else:
        edge = QPen(theme.ink("edge", on="bg"), 1)
        ground = theme.paint("sunken") if button.underMouse() else theme.paint("surface")
        shapes.rounded(painter, box, shapes.RADIUS_PANEL * 2, ground, edge)
        colour = theme.ink("muted", on="surface")
    if button.hasFocus():
        shapes.ring(painter, box, shapes.RADIUS_PANEL * 2, theme.ink("accent", on="bg"), 2.5)
    words = button.text().replace("&&", "&")
    shift = 0.0
    if chosen:
        # The mark takes the room of the padding: the pill keeps its width when it is chosen.
        size, metrics = theme.px(MARK), QFontMetricsF(button.font())
        shift = (size + theme.px(3)) / 2
        left = (box.width() - metrics.horizontalAdvance(words)) / 2 + shift
        spot = QRectF(left - size - theme.px(3), (box.height() - size) / 2, size, size)
        desk.icons.draw(painter, "check", colour, spot)
    painter.setPen(colour)
    painter.setFont(button.font())
    painter.drawText(box.translated(shift, 0), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()


class Pill(QRadioButton):
    """One of several: a filter or a choice."""

    def __init__(self, desk: Desk, own_wording: str) -> None:
        super().__init__()
        self._desk = desk
        _prepare(desk, self, own_wording)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that holds the words."""
        return _pill_size(self._desk, self)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks on the whole pill."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pill."""
        _paint_pill(self._desk, self)


class CheckPill(QCheckBox):
    """A fact that is ticked or not."""

    def __init__(self, desk: Desk, own_wording: str) -> None:
        super().__init__()
        self._desk = desk
        _prepare(desk, self, own_wording)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that holds the words."""
        return _pill_size(self._desk, self)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks on the whole pill."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pill."""
        _paint_pill(self._desk, self)


def _prepare(desk: Desk, button: QAbstractButton, own_wording: str) -> None:
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    desk.theme.set_font(button, FontRole.CONTROL)
    safe_text.caption(button, own_wording)


class PillGroup(QWidget):
    """Pills of which one is chosen; wraps onto more lines where there is no room."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, name: str, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._desk = desk
        self._pills: dict[str, Pill] = {}
        flow = Flow(self, desk.theme.px(8))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        safe_text.name(self, name)
        for code, own_wording in choices:
            pill = self._pills[code] = Pill(desk, own_wording)
            pill.setParent(self)
            flow.addWidget(pill)
            pill.clicked.connect(lambda _on=False, code=code: self.chosen.emit(code))
        self._pills[choices[0][0]].setChecked(True)

    def one_line(self) -> int:
        """Return the width at which all pills stand on one line."""
        gap = self._desk.theme.px(8)
        shown = (pill for pill in self._pills.values() if not pill.isHidden())
        return sum(pill.sizeHint().width() + gap for pill in shown) - gap

    def choose(self, code: str) -> None:
        """Show `code` as chosen without telling anybody."""
        self._pills[code].setChecked(True)

    def offer(self, code: str, *, on: bool) -> None:
        """Have a choice there or not; the one that is chosen stays."""
        pill = self._pills[code]
        pill.setVisible(on or pill.isChecked())

    def current(self) -> str:
        """Return the code that is chosen."""
        return next(code for code, pill in self._pills.items() if pill.isChecked())

    def chosen_pill(self) -> Pill:
        """Return the pill that is chosen: where Tab arrives."""
        return self._pills[self.current()]

    def say(self, name: str, choices: tuple[tuple[str, str], ...]) -> None:
        """Change the words, as when the language changes."""
        safe_text.name(self, name)
        for code, own_wording in choices:
            safe_text.caption(self._pills[code], own_wording)
            self._pills[code].updateGeometry()


class Switch(QCheckBox):
    """A switch with its words at the left; the words belong to the place that can be clicked."""

    def __init__(self, desk: Desk, own_wording: str) -> None:
        super().__init__()
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        desk.theme.set_font(self, FontRole.META_STRONG)
        safe_text.caption(self, own_wording)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that holds words, gap and track."""
        theme, metrics = self._desk.theme, QFontMetricsF(self.font())
        words = metrics.horizontalAdvance(self._words())
        width = words + theme.px(36) + 4 + (theme.px(8) if words else 0)
        return QSize(int(width + 1), int(max(metrics.height() + 4, theme.px(32))))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks on words and track."""
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint words, track and knob; a check in the knob says "on" without colour."""
        theme = self._desk.theme
        painter = shapes.smooth(QPainter(self))
        width, height = theme.px(36), theme.px(20)
        track = QRectF(self.width() - width - 2, (self.height() - height) / 2, width, height)
        ground = "accent" if self.isChecked() else "edge"
        shapes.rounded(painter, track, height, theme.paint(ground))
        knob = QRectF(0, 0, theme.px(16), theme.px(16))
        inset = (height - knob.height()) / 2
        left = track.right() - inset - knob.width() if self.isChecked() else track.left() + inset
        knob.moveTopLeft(track.topLeft())
        knob.translate(left - track.left(), inset)
        shapes.rounded(painter, knob, knob.height(), theme.ink("knob", on=ground))
        if self.isChecked():
            inner = knob.adjusted(2, 2, -2, -2)
            self._desk.icons.draw(painter, "check", theme.paint("accent"), inner)
        if self.hasFocus():
            around = track.adjusted(-2, -2, 2, 2)
            shapes.ring(painter, around, height, theme.ink("accent", on="bg"), 2)
        painter.setPen(theme.ink("muted", on="bg"))
        painter.setFont(self.font())
        words = QRectF(0, 0, track.left() - theme.px(8), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words())
        painter.end()

    def _words(self) -> str:
        return self.text().replace("&&", "&")
