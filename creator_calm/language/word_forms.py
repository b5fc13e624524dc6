"""Word lists as they are written in `lexicon.toml`, expanded to every form that can be read.

An entry is `stem` or `stem/class`; the class says how the stem is inflected. Without a class
the entry is taken as it stands. Words of several parts (`piece of shit`) stay whole.

English classes: `n` noun, `v` verb, `vv` verb that doubles its last letter, `adj` adjective.
Swedish nouns: `or` (hora), `ar` (tönt), `er` (idiot), `et` (svin), `t` (pucko), `are` (lögnare),
`e` (snubbe), `el` (jävel, jävlar). Swedish adjectives: `a` (patetisk), `ad` (korkad),
`en` (efterbliven), `d` (störd); `adj` does not change in either language.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ADJECTIVE_CLASSES: Final = frozenset({"adj", "a", "ad", "en", "d"})

_ENDINGS: Final[Mapping[str, tuple[int, tuple[str, ...]]]] = {
    # class: (letters cut from the stem, endings)
    "": (0, ("",)),
    "adj": (0, ("",)),
    "or": (1, ("a", "an", "or", "orna", "as", "ans", "ors", "ornas")),
    "ar": (0, ("", "en", "ar", "arna", "s", "ens", "ars", "arnas")),
    "er": (0, ("", "en", "er", "erna", "s", "ens", "ers", "ernas")),
    "et": (0, ("", "et", "en", "s", "ets", "ens")),
    "t": (0, ("", "t", "n", "na", "s", "ts", "ns", "nas")),
    "are": (3, ("are", "aren", "arna", "ares", "arens", "arnas")),
    "e": (1, ("e", "en", "ar", "arna", "es", "ens", "ars", "arnas")),
    "el": (2, ("el", "eln", "lar", "larna", "els", "elns", "lars", "larnas")),
    "a": (0, ("", "t", "a", "e", "are", "ast", "aste")),
    "ad": (1, ("d", "t", "de", "dare")),
    "en": (2, ("en", "et", "na", "ne")),
    "d": (1, ("d", "t", "da", "de", "dare")),
}
_SIBILANTS: Final = ("s", "x", "z", "ch", "sh")


def split(entry: str) -> tuple[str, str]:
    """Return stem and class of an entry; the class is empty where none is given."""
    stem, _, word_class = entry.partition("/")
    return stem, word_class


def forms(entry: str) -> tuple[str, ...]:
    """Return every written form of one entry, the stem first. An unknown class is a KeyError."""
    stem, word_class = split(entry)
    if word_class == "n":
        return (stem, _plural(stem))
    if word_class in {"v", "vv"}:
        return _verb(stem, doubled=word_class == "vv")
    cut, endings = _ENDINGS[word_class]
    base = stem[: len(stem) - cut] if cut else stem
    return tuple(base + ending for ending in endings)


def expand(entries: Iterable[str]) -> frozenset[str]:
    """Return every form of every entry."""
    return frozenset(form for entry in entries for form in forms(entry))


def compounds(first: Sequence[str], last: Sequence[str]) -> frozenset[str]:
    """Return first part x every form of each last part (`skit` + `unge/ar` → skitungarna)."""
    return frozenset(head + tail for head, tail in product(first, expand(last)))


def listed(table: Mapping[str, object], group: str) -> frozenset[str]:
    """Return every form of one `[words]` group of a lexicon (`insult`, `profanity`, `slur`, `strong`).

    Swedish compounds (`[compounds]`) belong to the insults. A missing group is empty.
    """
    words = table.get("words")
    if not isinstance(words, dict):
        return frozenset()
    found = expand(words.get(group, ()))
    parts = table.get("compounds")
    if group == "insult" and isinstance(parts, dict):
        found |= compounds(parts["first"], parts["last"])
    return found


def _plural(stem: str) -> str:
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return stem[:-1] + "ies"
    return stem + ("es" if stem.endswith(_SIBILANTS) else "s")


def _verb(stem: str, *, doubled: bool) -> tuple[str, ...]:
    """English verb forms, the clipped `-in` among them."""
    base = stem.removesuffix("e") if not doubled else stem + stem[-1]
    past = base + "ed"
    return (stem, _plural(stem), past, base + "ing", base + "in", base + "in'")
