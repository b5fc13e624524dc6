"""The words of dates: `python packaging/relative_dates.py` writes resources/dates/ages.toml and months.toml.

The words are those of CLDR, which Babel brings (a tool of development; the app reads the table).
Long and short past forms of 23 languages; a phrase that would mean two units is an error. Bare
forms such as "−3 d" are left out: what they say is no date outside a column of dates.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale

LANGUAGES = [
    "en",
    "sv",
    "nb",
    "da",
    "fi",
    "de",
    "nl",
    "fr",
    "es",
    "pt",
    "it",
    "pl",
    "tr",
    "id",
    "vi",
    "ko",
    "ja",
    "zh",
    "ru",
    "uk",
    "cs",
    "hi",
    "ar",
]
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
TARGET = Path(__file__).resolve().parents[1] / "resources" / "dates" / "ages.toml"
MONTHS = TARGET.with_name("months.toml")
_MONTHS_HEAD = """# The names of months in 23 languages, from CLDR by packaging/relative_dates.py; do not edit."""
_HEAD = """# How old something is, in the words of comment pages: unit, then phrase = languages. From CLDR by
# packaging/relative_dates.py; do not edit. {0} is the number; "=2" is one a phrase says without
# digits. Compared without case, without the dot behind an abbreviation and with plain blanks.
"""


def folded(phrase: str) -> str:
    """Return a phrase as it is compared; the same rule as in importers/ages.py."""
    phrase = phrase.casefold().replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"(?<=\w)\.", "", phrase).strip()


def phrases(language: str, unit: str) -> set[str]:
    """Return the past phrases of a unit in a language, long and short."""
    fields: Any = Locale(language)._data["date_fields"]  # noqa: SLF001 - no public way to the short forms
    found: set[str] = set()
    for form in (unit, f"{unit}-short"):
        past = dict(dict(fields.get(form, {})).get("past", {}))
        # Arabic says "a day ago" and "two days ago" without a number.
        found.update(_with_number(folded(str(past.get(kind, ""))), kind) for kind in past)
    return {text for text in found if text and not re.match(r"[-\u2212+]", text)}


def _with_number(phrase: str, kind: str) -> str:
    if "{0}" in phrase:
        return phrase
    return {"one": f"{phrase}=1", "two": f"{phrase}=2"}.get(kind, "")


def table() -> dict[str, dict[str, list[str]]]:
    """Return the languages of every phrase by unit; raises ValueError where one means two units."""
    units: dict[str, dict[str, list[str]]] = {unit: {} for unit in UNITS}
    meant: dict[str, str] = {}
    for language in LANGUAGES:
        for unit in UNITS:
            for phrase in sorted(phrases(language, unit)):
                if meant.setdefault(phrase, unit) != unit:
                    raise ValueError(phrase)
                units[unit].setdefault(phrase, []).append(language)
    return units


def months() -> dict[str, list[str]]:
    """Return the names of every month, long and short; raises ValueError where one means two months."""
    names: dict[str, list[str]] = {str(number): [] for number in range(1, 13)}
    meant: dict[str, str] = {}
    for language in LANGUAGES:
        for kind in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, words in dict(Locale(language).months[kind][width]).items():
                    name = folded(str(words)).rstrip(".")
                    # Those that are numbers with a word beside them have a pattern of their own.
                    if any(map(str.isdigit, name)) or name in names[str(number)]:
                        continue
                    if meant.setdefault(name, str(number)) != str(number):
                        raise ValueError(name)
                    names[str(number)].append(name)
    return names


def main() -> int:
    """Write the tables."""
    parts = [_HEAD]
    for unit, found in table().items():
        lines = [f'"{phrase}" = "{" ".join(languages)}"' for phrase, languages in found.items()]
        parts.append("\n".join([f"[{unit}]", *lines]) + "\n")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(parts), encoding="utf-8")
    lines = [f'{number} = "{"|".join(names)}"' for number, names in months().items()]
    MONTHS.write_text("\n".join([_MONTHS_HEAD, *lines]) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
