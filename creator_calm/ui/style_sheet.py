"""The one style sheet of the application, made from the tokens.

No `font-*` in it (a size there stops text scaling), only dynamic properties and object names as
selectors, radii never above half the height (Qt then silently draws square corners).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from creator_calm.ui.theme import Theme

GROUNDS = ("bg", "rail", "surface", "sunken", "accent_soft", "warn_bg")
INKS = {"text": "bg", "muted": "bg", "faint": "bg", "accent": "bg", "warn": "surface"}
"""Colours a label can ask for with its property `ink`, and the ground they are checked on."""


def style_sheet(theme: Theme) -> str:
    """Return the sheet for a theme and its text size."""
    return "\n".join(
        (
            _labels(theme),
            _grounds(theme),
            _fields(theme),
            _choices(theme),
            _bars(theme),
            _menus(theme),
        )
    )


def _labels(theme: Theme) -> str:
    rules = ["QLabel { background: transparent; }"]
    for token, ground in INKS.items():
        colour = theme.ink(token, on=ground).name()
        rules.append(f'QLabel[ink="{token}"] {{ color: {colour}; }}')
    return "\n".join(rules)


def _grounds(theme: Theme) -> str:
    rules = [
        f'QWidget[ground="{token}"] {{ background-color: {theme.paint(token).name()}; }}'
        for token in GROUNDS
    ]
    rules.append('QWidget[ground="none"] { background: transparent; border: none; }')
    return "\n".join(rules)


def _fields(theme: Theme) -> str:
    surface, text = theme.paint("surface").name(), theme.ink("text", on="surface").name()
    edge, accent = theme.ink("edge", on="surface").name(), theme.ink("accent", on="surface").name()
    sunken = theme.paint("sunken").name()
    pad = theme.px(6)
    fields = "QLineEdit, QSpinBox, QTimeEdit, QDateEdit, QComboBox"
    return f"""
{fields}, QPlainTextEdit {{
  background: {surface}; color: {text}; border: 1px solid {edge};
  border-radius: {theme.px(10)}px; padding: {pad}px {theme.px(10)}px;
  selection-background-color: {accent}; selection-color: {theme.paint("on_accent").name()};
}}
QPlainTextEdit {{ padding: {theme.px(8)}px; border-radius: {theme.px(12)}px; }}
QLineEdit:focus, QSpinBox:focus, QTimeEdit:focus, QDateEdit:focus, QComboBox:focus {{
  border: 2px solid {accent}; padding: {pad - 1}px {theme.px(10) - 1}px;
}}
QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: {theme.px(8) - 1}px; }}
QPlainTextEdit[reading="true"] {{ background: transparent; border: none; padding: 0; }}
QPlainTextEdit[reading="true"]:focus {{ border: none; padding: 0; }}
QLineEdit:read-only {{ background: {sunken}; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
  background: transparent; border: none; padding: 0;
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QComboBox {{ padding-right: {theme.px(26)}px; }}
QComboBox::drop-down {{ border: none; width: {theme.px(24)}px; }}
QComboBox QAbstractItemView {{
  background: {surface}; color: {text}; border: 1px solid {edge};
  selection-background-color: {theme.paint("accent_soft").name()};
  selection-color: {theme.ink("text", on="accent_soft").name()};
}}
"""


def _choices(theme: Theme) -> str:
    """Space between mark and words; the marks themselves are Fusion's own, from the palette."""
    size = theme.px(18)
    return f"""
QCheckBox, QRadioButton {{ spacing: {theme.px(8)}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {size}px; height: {size}px; }}
"""


def _bars(theme: Theme) -> str:
    edge = theme.ink("edge", on="bg").name()
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; border: none; }}
QScrollBar::handle:vertical {{ background: {edge}; min-height: 40px; border-radius: 4px; }}
QScrollBar::handle:horizontal {{ background: {edge}; min-width: 40px; border-radius: 4px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _menus(theme: Theme) -> str:
    surface, text = theme.paint("surface").name(), theme.ink("text", on="surface").name()
    edge = theme.ink("edge", on="surface").name()
    return f"""
QMenu {{
  background: {surface}; color: {text}; border: 1px solid {edge};
  border-radius: {theme.px(8)}px; padding: {theme.px(6)}px;
}}
QMenu::item {{ padding: {theme.px(6)}px {theme.px(20)}px; border-radius: {theme.px(6)}px; }}
QMenu::item:selected {{
  background: {theme.paint("accent_soft").name()}; color: {theme.ink("text", on="accent_soft").name()};
}}
QMenu::item:disabled {{ color: {theme.ink("faint", on="surface").name()}; }}
QMenu::separator {{
  height: 1px; background: {theme.paint("hairline").name()}; margin: {theme.px(5)}px {theme.px(8)}px;
}}
QToolTip {{
  background: {surface}; color: {text}; border: 1px solid {edge}; padding: {theme.px(5)}px;
}}
"""
