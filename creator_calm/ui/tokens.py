"""The theme files: colours by name, and which of them may stand on which."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from creator_calm.paths import resource


class ThemeName(StrEnum):
    """The four themes; the values are the file names and the choices of `look.theme`."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast_light"
    CONTRAST_DARK = "contrast_dark"


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour, the grounds it may stand on, and the least WCAG 2 ratio between them."""

    fg: str
    on: tuple[str, ...]
    least: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme file. `colours` are "#RRGGBB"; `shadow` alphas (of 255) under a card, widest first."""

    name: ThemeName
    dark: bool
    shadow: tuple[int, ...]
    colours: dict[str, str]
    pairs: tuple[Pair, ...]
    allowed: frozenset[tuple[str, str]] = field(default_factory=frozenset)


@cache
def load_tokens(name: ThemeName) -> Tokens:
    """Read `resources/themes/<name>.toml`."""
    with resource("themes", f"{name}.toml").open("rb") as file:
        raw = tomllib.load(file)
    pairs = tuple(Pair(pair["fg"], tuple(pair["on"]), float(pair["min"])) for pair in raw["pair"])
    allowed = frozenset((pair.fg, ground) for pair in pairs for ground in pair.on)
    return Tokens(name, raw["dark"], tuple(raw["shadow"]), raw["tokens"], pairs, allowed)


def luminance(colour: str) -> float:
    """Return the relative luminance (0..1) of "#RRGGBB" as WCAG 2.2 defines it (sRGB)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio (1..21) of two colours "#RRGGBB"."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
