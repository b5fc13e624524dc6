"""Numbers of likes as pages and tools write them: 24,728 · 1.2K · 1,2 tn · 1,2 N · 1.5만."""

from __future__ import annotations

import re

from creator_calm.importers import limits

_NUMBER = re.compile(r"(-?)(\d[\d.,\s\u00a0\u202f']{0,30})([^\d\s.,\u00a0\u202f][^\d]{0,12})?")

# With case and dots as written where they matter: `t` is a thousand, `T` (vi) a thousand million,
# `mil` (es, pt) a thousand, `mil.` (cs) a million.
_EXACT: dict[str, float] = {
    "mil.": 1e6,
    "mil": 1e3,
    "t": 1e3,
    "T": 1e9,
    "B": 1e9,
    "M": 1e6,
    "N": 1e3,
    "Tr": 1e6,
    "Md": 1e9,
}
# Letters that mean something else where another language is spoken: bin (tr), miliar (id).
_SPOKEN: dict[tuple[str, str], float] = {("tr", "B"): 1e3, ("id", "M"): 1e9}
_FOLDED: dict[str, float] = dict.fromkeys(
    [
        "k",
        "tn",
        "t.",
        "tys",
        "tys.",
        "tis",
        "tis.",
        "тыс",
        "тыс.",
        "тис",
        "тис.",
        "rb",
        "n",
        "천",
        "हज़ार",
        "ألف",
    ],
    1e3,
)
_FOLDED.update(dict.fromkeys(["만", "万", "萬"], 1e4))
_FOLDED.update(dict.fromkeys(["लाख"], 1e5))
_FOLDED.update(
    dict.fromkeys(
        [
            "m",
            "mn",
            "mill",
            "mill.",
            "mio",
            "mio.",
            "milj",
            "milj.",
            "mln",
            "mln.",
            "mi",
            "jt",
            "tr",
            "млн",
            "млн.",
            "مليون",
        ],
        1e6,
    )
)
_FOLDED.update(dict.fromkeys(["억", "億", "亿"], 1e8))
_FOLDED.update(
    dict.fromkeys(
        [
            "b",
            "md",
            "md.",
            "mrd",
            "mrd.",
            "mia",
            "mia.",
            "mld",
            "mld.",
            "bi",
            "млрд",
            "млрд.",
            "مليار",
        ],
        1e9,
    )
)


def count(value: object, *, may_be_negative: bool = False, language: str = "") -> int | None:
    """Return a count, or None when it is not known. Never 0 for what cannot be read.

    With a unit the separator is a decimal mark; without one it groups thousands. `language` is
    that of the page, where it is known: some letters mean different numbers.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _bounded(value, may_be_negative=may_be_negative)
    if not isinstance(value, str) or len(value) > 60:
        return None
    if value.isascii() and value.isdigit():
        return _bounded(int(value), may_be_negative=may_be_negative)
    found = _NUMBER.fullmatch(value.strip())
    if found is None:
        return None
    number = _number(found[2].strip(), (found[3] or "").strip(), language)
    if number is None:
        return None
    return _bounded(-number if found[1] else number, may_be_negative=may_be_negative)


def _number(digits: str, unit: str, language: str) -> float | None:
    if not unit:
        plain = re.sub(r"[\s\u00a0\u202f']", "", digits)
        if re.fullmatch(r"\d+\.0+", plain):
            return int(plain.split(".")[0])  # a whole number that went through a spreadsheet
        grouped = re.fullmatch(r"\d+|\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}", plain)
        return int(re.sub(r"[.,]", "", plain)) if grouped else None
    factor = _SPOKEN.get((language, unit)) or _EXACT.get(unit) or _FOLDED.get(unit.casefold())
    decimal = re.sub(r"[\s\u00a0\u202f']", "", digits).replace(",", ".")
    if factor is None or decimal.count(".") > 1:
        return None
    return round(float(decimal.rstrip(".")) * factor)


def _bounded(number: float, *, may_be_negative: bool) -> int | None:
    # Written so that NaN fails the comparison, and a number of thousands of digits is not converted.
    if not abs(number) <= limits.COUNT or (number < 0 and not may_be_negative):
        return None
    return int(number) if number == int(number) else None
