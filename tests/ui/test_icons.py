from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from defusedxml import ElementTree

import creator_calm
from creator_calm.paths import resource
from creator_calm.ui.icons import Icons, app_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from creator_calm.ui.theme import Theme

FILES = sorted(resource("icons").glob("*.svg"))
SOURCE = Path(creator_calm.__file__).parent
SHAPES = {"path", "circle", "line", "rect", "polyline"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_drawing_keeps_the_rules(path: Path) -> None:
    assert path.stat().st_size <= 1200
    root = ElementTree.fromstring(path.read_text("utf-8"))
    assert root.attrib["viewBox"] == "0 0 24 24"
    assert root.attrib["stroke"] == "currentColor"
    assert root.attrib["stroke-width"] == "1.75"
    for child in root.iter():
        tag = child.tag.rpartition("}")[2]
        assert tag in SHAPES | {"svg"}
        assert "id" not in child.attrib
        assert child.attrib.get("fill", "none") in {"none", "currentColor"}


def test_every_icon_is_used_and_every_used_icon_exists() -> None:
    words = set()
    for path in (SOURCE / "ui").rglob("*.py"):
        words |= set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', path.read_text("utf-8")))
    there = {path.stem for path in FILES}
    assert not there - words, "drawn but not used"
    asked = re.compile(r'icon="([a-z-]+)"|Picture\(\w+(?:\._desk)?, "([a-z-]+)"')
    for path in (SOURCE / "ui").rglob("*.py"):
        for one, other in asked.findall(path.read_text("utf-8")):
            assert (one or other) in there, path.name


def test_icons_take_the_colour_and_are_kept(theme: Theme, qapp: QApplication) -> None:
    icons = Icons(theme)
    colour = theme.ink("accent", on="bg")
    first = icons.pixmap("leaf", colour, 17, 2.0)
    assert first.size().width() == 34
    assert icons.pixmap("leaf", colour, 17, 2.0) is first
    image = first.toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(34)
        for y in range(34)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {colour.name()}


def test_the_app_icon_has_the_usual_sizes(theme: Theme) -> None:
    sizes = {size.width() for size in app_icon(theme).availableSizes()}
    assert {16, 32, 48, 256} <= sizes
