"""What the app knows in one language: the tables of `resources/language/<language>/`, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "sv")
"""Languages with a pack, by their BCP 47 code."""


@dataclass(frozen=True)
class LanguagePack:
    """The word lists, topics, tone rules and phrases of one language.

    Made by `load_pack`; a table is read from its file when it is first asked for.
    """

    language: str
    _tables: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)

    def table(self, name: str) -> dict[str, Any]:
        """Return `<name>.toml` as nested dicts; callers do not change it.

        Raises Problem RESOURCE_DAMAGED where the file is missing or cannot be read.
        """
        found = self._tables.get(name)
        if found is None:
            found = self._tables[name] = _read(self.language, name)
        return found

    @cached_property
    def topics(self) -> Mapping[str, str]:
        """Topic id → the name to write, with its article: "the sound", "ljudet"."""
        entries: dict[str, dict[str, Any]] = self.table("topics")["topics"]
        return {topic: str(entry["name"]) for topic, entry in entries.items()}

    @cached_property
    def directions(self) -> Mapping[str, str]:
        """Direction id → the words for it: "too loud", "för högt"."""
        entries: dict[str, dict[str, Any]] = self.table("topics")["directions"]
        return {direction: str(entry["name"]) for direction, entry in entries.items()}

    def place(self, code: str) -> str:
        """Return the place of a point with its preposition: "at 3:20", "in chapter 4", "i början".

        `code` is what `Point.place` holds; one that is not known gives "".
        """
        table = self.table("topics")
        if code in table["places"]:
            return str(table["places"][code]["name"])
        sort, _, number = code.rpartition(" ")
        known = table["numbered"].get(sort or "time")
        return str(known["name"]).replace("{n}", number) if known and number[:1].isdecimal() else ""


@cache
def load_pack(language: str) -> LanguagePack:
    """Return the pack of `language`, one of `LANGUAGES`; any other is a ValueError."""
    if language not in LANGUAGES:
        raise ValueError(language)
    return LanguagePack(language)


def _read(language: str, name: str) -> dict[str, Any]:
    try:
        with resource("language", language, f"{name}.toml").open("rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError):
        raise Problem(ProblemCode.RESOURCE_DAMAGED, name=f"{language}/{name}.toml") from None
