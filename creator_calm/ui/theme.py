"""Colours, fonts and sizes of the window, changed live.

`ink(fg, on=…)` is the only way to a text colour: it refuses a pair whose contrast no theme file
declares. `paint(token)` gives grounds, edges and lines. Sizes are pixels at 100 % times the text
scale; fonts are multiples of the system's own size. Widgets and delegates read both at paint
time; `changed` says that they have to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPalette

from creator_calm.ui.style_sheet import style_sheet
from creator_calm.ui.tokens import ThemeName, Tokens, load_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QApplication, QWidget

ROLE_PROPERTY = "fontRole"
STACK = ["Inter", "Segoe UI Variable Text", "SF Pro Text", "Cantarell", "Noto Sans"]
NATURAL_LINE = 1.21
"""The natural line height of common UI fonts, in em; look.md section 4."""
SMALLEST_PX = 11.0
SCALES = (100, 110, 125, 150, 175, 200)


class UndeclaredPairError(KeyError):
    """Somebody asked for a text colour on a ground that no theme file declares."""


@dataclass(frozen=True, slots=True)
class Type:
    """A role of text: size as a multiple of the system size, weight, line height in em."""

    ratio: float
    weight: QFont.Weight
    line: float


class FontRole(Enum):
    """Roles of look.md section 4."""

    TITLE = Type(1.85, QFont.Weight.DemiBold, 1.2)
    WORD = Type(1.7, QFont.Weight.DemiBold, 1.25)
    PANEL_TITLE = Type(1.23, QFont.Weight.DemiBold, 1.25)
    CARD_TITLE = Type(1.08, QFont.Weight.DemiBold, 1.3)
    COMMENT = Type(1.08, QFont.Weight.Normal, 1.5)
    SUMMARY = Type(1.0, QFont.Weight.Normal, 1.5)
    BODY = Type(1.0, QFont.Weight.Normal, 1.35)
    CONTROL = Type(1.0, QFont.Weight.Medium, 1.35)
    STRONG = Type(1.0, QFont.Weight.DemiBold, 1.35)
    META = Type(0.92, QFont.Weight.Normal, 1.35)
    META_STRONG = Type(0.92, QFont.Weight.Medium, 1.35)
    CHIP = Type(0.85, QFont.Weight.DemiBold, 1.3)
    FOOTNOTE = Type(0.85, QFont.Weight.Normal, 1.3)


class Motion(Enum):
    """How much may move (look.md section 12): milliseconds of a fade."""

    NORMAL = 140
    GENTLE = 80
    NONE = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What can be chosen about the look. `scale` is per cent; `stack` prefers our font list."""

    name: ThemeName = ThemeName.LIGHT
    scale: int = 100
    stack: bool = False
    motion: Motion = Motion.GENTLE


class Theme(QObject):
    """The look in use. `base_px` is the system's text size in pixels; tests hand it in."""

    changed = Signal()

    def __init__(self, look: Look | None = None, base_px: float | None = None) -> None:
        super().__init__()
        self.look = look or Look()
        self._system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._base_px = base_px or _pixels(self._system)
        self._fonts: dict[FontRole, QFont] = {}
        self._colours: dict[str, QColor] = {}

    @property
    def tokens(self) -> Tokens:
        """Return the theme file in use."""
        return load_tokens(self.look.name)

    @property
    def scale(self) -> float:
        """Return the text scale as a factor, 1.0 … 2.0."""
        return self.look.scale / 100

    def ink(self, fg: str, *, on: str) -> QColor:
        """Return the colour of text, icons or edges `fg` on the ground `on`."""
        if (fg, on) not in self.tokens.allowed:
            raise UndeclaredPairError(fg, on)
        return self.paint(fg)

    def paint(self, token: str) -> QColor:
        """Return the colour of a ground, a decorative edge or a chart."""
        colour = self._colours.get(token)
        if colour is None:
            colour = self._colours[token] = QColor(self.tokens.colours[token])
        return colour

    def px(self, size: float) -> int:
        """Return a length of look.md section 5 (pixels at 100 %) at the text scale in use."""
        return round(size * self.scale * self._base_px / 13)

    def font(self, role: FontRole) -> QFont:
        """Return the font of a role; a copy, so that nobody changes it for the others."""
        font = self._fonts.get(role)
        if font is None:
            font = self._fonts[role] = self._make_font(role.value)
        return QFont(font)

    def line(self, role: FontRole) -> float:
        """Return the distance of two baselines of a role, in pixels."""
        metrics = QFontMetricsF(self.font(role))
        return metrics.height() * role.value.line / NATURAL_LINE

    def set_font(self, widget: QWidget, role: FontRole) -> None:
        """Give a widget the font of a role, now and whenever the text size changes."""
        widget.setProperty(ROLE_PROPERTY, role.name)
        widget.setFont(self.font(role))

    def wear(self, look: Look, app: QApplication) -> None:
        """Change the look while the program runs: palette first, then the sheet, then the fonts."""
        self.look = look
        self._fonts.clear()
        self._colours.clear()
        self.apply(app)

    def apply(self, app: QApplication) -> None:
        """Dress the application in this look."""
        app.setFont(self.font(FontRole.BODY))
        app.setPalette(self.palette())
        app.setStyleSheet(style_sheet(self))
        self._refresh_fonts(app.allWidgets())
        self.changed.emit()

    def palette(self) -> QPalette:
        """Return a palette with every role of every group set: nothing is left to the system."""
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.paint(token))
        disabled = self.paint("faint")
        for role in _TEXT_ROLES:
            palette.setColor(QPalette.ColorGroup.Disabled, role, disabled)
        return palette

    def _make_font(self, kind: Type) -> QFont:
        font = QFont(self._system)
        if self.look.stack:
            font.setFamilies([*STACK, self._system.family()])
        size = max(self._base_px * kind.ratio, SMALLEST_PX) * self.scale
        font.setPixelSize(round(size))
        font.setWeight(kind.weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _refresh_fonts(self, widgets: Iterable[QWidget]) -> None:
        for widget in widgets:
            role = widget.property(ROLE_PROPERTY)
            if isinstance(role, str):
                # Qt's style sheet puts an older font back when a hidden widget is first shown.
                widget.ensurePolished()
                widget.setFont(self.font(FontRole[role]))


def _pixels(font: QFont) -> float:
    return float(font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize())


def contrast_wanted(app: QApplication) -> bool:
    """Say whether the system asks for high contrast (Qt 6.10 and later can tell)."""
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def resolve(setting: str, scheme: Qt.ColorScheme, *, contrast: bool = False) -> ThemeName:
    """Return the theme for the setting `look.theme`; `scheme` is what the system says now.

    Where the system says nothing, light it is: asking the desktop over D-Bus costs up to 3 s
    when no bus runs, so that answer may only arrive later (see `portal.py`).
    """
    if setting != "system":
        return ThemeName(setting)
    dark = scheme == Qt.ColorScheme.Dark
    if contrast:
        return ThemeName.CONTRAST_DARK if dark else ThemeName.CONTRAST_LIGHT
    return ThemeName.DARK if dark else ThemeName.LIGHT


_ROLE = QPalette.ColorRole
_PALETTE = {
    _ROLE.Window: "bg",
    _ROLE.WindowText: "text",
    _ROLE.Base: "surface",
    _ROLE.AlternateBase: "sunken",
    _ROLE.Text: "text",
    _ROLE.Button: "surface",
    _ROLE.ButtonText: "text",
    _ROLE.BrightText: "text",
    _ROLE.Highlight: "accent",
    _ROLE.HighlightedText: "on_accent",
    _ROLE.Accent: "accent",
    _ROLE.Link: "accent",
    _ROLE.LinkVisited: "accent_hi",
    _ROLE.ToolTipBase: "surface",
    _ROLE.ToolTipText: "text",
    _ROLE.PlaceholderText: "faint",
    _ROLE.Light: "hairline",
    _ROLE.Midlight: "hairline",
    _ROLE.Mid: "border",
    _ROLE.Dark: "edge",
    _ROLE.Shadow: "edge",
}
_TEXT_ROLES = (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText)
