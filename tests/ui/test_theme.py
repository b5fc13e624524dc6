from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

import creator_calm
from creator_calm.ui.style_sheet import style_sheet
from creator_calm.ui.theme import FontRole, Look, Theme, UndeclaredPairError, resolve
from creator_calm.ui.tokens import ThemeName, contrast, load_tokens

THEMES = list(ThemeName)
SOURCE = Path(creator_calm.__file__).parent


@pytest.mark.parametrize("name", THEMES)
def test_every_declared_pair_reaches_its_contrast(name: ThemeName) -> None:
    tokens = load_tokens(name)
    low = [
        (pair.fg, ground, round(contrast(tokens.colours[pair.fg], tokens.colours[ground]), 2))
        for pair in tokens.pairs
        for ground in pair.on
        if contrast(tokens.colours[pair.fg], tokens.colours[ground]) < pair.least
    ]
    assert not low


def test_contrast_of_black_and_white_and_of_a_known_pair() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#23706A", "#FFFFFF") == pytest.approx(5.84, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_themes_have_the_same_keys_and_pairs(name: ThemeName) -> None:
    light, other = load_tokens(ThemeName.LIGHT), load_tokens(name)
    assert light.colours.keys() == other.colours.keys()
    assert light.allowed <= other.allowed
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in other.colours.values())


@pytest.mark.parametrize("name", [ThemeName.CONTRAST_LIGHT, ThemeName.CONTRAST_DARK])
def test_high_contrast_wants_seven_to_one_for_text(name: ThemeName) -> None:
    assert all(pair.least >= 7 for pair in load_tokens(name).pairs if pair.fg in {"text", "muted"})


@pytest.mark.parametrize("name", THEMES)
def test_no_colour_of_the_interface_is_red(name: ThemeName, qapp: QApplication) -> None:
    from PySide6.QtGui import QColor

    for token, value in load_tokens(name).colours.items():
        colour = QColor(value)
        degrees = colour.hsvHueF() * 360
        assert colour.hsvSaturationF() <= 0.4 or 15 <= degrees <= 345, token


def test_an_undeclared_pair_is_refused(theme: Theme) -> None:
    with pytest.raises(UndeclaredPairError):
        theme.ink("faint", on="accent_soft")
    assert theme.ink("muted", on="bg").name() == "#5b6865"


def test_no_colour_is_written_outside_the_theme_files() -> None:
    literal = re.compile(r'"#[0-9A-Fa-f]{3,8}"|QColor\(\d|rgb\(')
    found = [
        path.name
        for path in (SOURCE / "ui").rglob("*.py")
        if literal.search(path.read_text("utf-8"))
    ]
    assert not found


@pytest.mark.parametrize("name", THEMES)
def test_every_role_of_the_palette_is_ours(name: ThemeName, qapp: QApplication) -> None:
    palette = Theme(Look(name), 13).palette()
    ours = {colour.lower() for colour in load_tokens(name).colours.values()}
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for role in QPalette.ColorRole:
            if role not in {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}:
                assert palette.color(group, role).name() in ours, (group, role)


def test_a_sheet_has_no_fonts_and_only_our_colours(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "font" not in sheet
    ours = {colour.lower() for colour in theme.tokens.colours.values()}
    assert set(re.findall(r"#[0-9a-f]{6}", sheet)) <= ours


@pytest.mark.parametrize("role", list(FontRole))
def test_fonts_follow_the_text_size_and_never_get_tiny(role: FontRole, qapp: QApplication) -> None:
    small = Theme(Look(), 9).font(role).pixelSize()
    normal = Theme(Look(), 13).font(role).pixelSize()
    double = Theme(Look(scale=200), 13).font(role).pixelSize()
    assert small >= 11
    assert normal >= 11
    assert double == pytest.approx(2 * normal, abs=1)


def test_fonts_and_colours_change_live(theme: Theme, qapp: QApplication) -> None:
    label = QLabel()
    theme.set_font(label, FontRole.BODY)
    seen: list[str] = []
    theme.changed.connect(lambda: seen.append(theme.paint("bg").name()))
    theme.wear(Look(ThemeName.DARK, scale=150), qapp)
    assert label.font().pixelSize() == 20
    assert seen == ["#171c1c"]
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#171c1c"
    label.deleteLater()


@pytest.mark.parametrize(
    ("setting", "scheme", "contrast_on", "expected"),
    [
        ("system", Qt.ColorScheme.Unknown, False, ThemeName.LIGHT),
        ("system", Qt.ColorScheme.Dark, False, ThemeName.DARK),
        ("system", Qt.ColorScheme.Dark, True, ThemeName.CONTRAST_DARK),
        ("system", Qt.ColorScheme.Light, True, ThemeName.CONTRAST_LIGHT),
        ("light", Qt.ColorScheme.Dark, True, ThemeName.LIGHT),
        ("contrast_dark", Qt.ColorScheme.Light, False, ThemeName.CONTRAST_DARK),
    ],
)
def test_the_setting_wins_over_the_system(
    setting: str, scheme: Qt.ColorScheme, contrast_on: bool, expected: ThemeName
) -> None:
    assert resolve(setting, scheme, contrast=contrast_on) is expected
