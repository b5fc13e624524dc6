"""Help lines: reading the checked ones, how old a check may be, emergency numbers by country."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from creator_calm.domain.help_lines import HelpLine, Reach, ShownLine, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = frozenset(
    {"suicide", "children", "women", "lgbt", "crime_victims", "creators", "general",
     "police_non_urgent"}
)  # fmt: skip
WAYS = frozenset({"phone", "short_code", "sms", "chat", "web"})
CHECK_FIRST_DAYS, HIDDEN_DAYS = 365, 730
DIRECTORIES = ("findahelpline.com", "befrienders.org", "iasp.info")
"""Directories of help lines by name."""

_EU = (
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
    "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
)  # fmt: skip
EMERGENCY: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_EU, ("112",)),
    "US": ("911",),
    "CA": ("911",),
    "GB": ("999", "112"),
    "AU": ("000",),
    "NZ": ("111",),
}
"""General emergency numbers, common knowledge; other countries are told to use their own."""

RELEASED = date(2026, 11, 1)
"""A clock that stands before this counts as this: a dead battery makes no number fresh."""


class BadLineError(ValueError):
    """An entry of the file lacks something or has a shape it must not have."""


def read_lines(text: str) -> tuple[HelpLine, ...]:
    """Return the lines of a file. Raises BadLineError for anything but whole entries."""
    found = json.loads(text)
    if not isinstance(found, list):
        raise BadLineError("a list")
    return tuple(_line(entry) for entry in found)


def emergency_numbers(countries: Iterable[str]) -> tuple[str, ...]:
    """Return the emergency numbers of countries (ISO 3166), each once; () where none is known."""
    return tuple(
        dict.fromkeys(number for one in countries for number in EMERGENCY.get(one.upper(), ()))
    )


def shown(
    lines: Iterable[HelpLine], countries: tuple[str, ...], today: date
) -> tuple[ShownLine, ...]:
    """Return lines of these countries as they may be shown today, in the order of the countries."""
    wanted = [one.upper() for one in countries]
    fitting = [line for line in lines if line.country in wanted]
    fitting.sort(key=lambda line: wanted.index(line.country))
    return tuple(ShownLine(line, standing(line.verified_on, today)) for line in fitting)


def standing(verified_on: date, today: date) -> Standing:
    """Say how a check of that day counts today: 12 and 24 months."""
    age = (max(today, RELEASED) - verified_on).days
    if age > HIDDEN_DAYS:
        return Standing.HIDDEN
    return Standing.CHECK_FIRST if age > CHECK_FIRST_DAYS else Standing.FRESH


def _line(entry: Any) -> HelpLine:  # noqa: ANN401 - whatever stands in the file
    try:
        line = HelpLine(
            id=_filled(entry, "id"),
            country=_filled(entry, "country"),
            name=_filled(entry, "name"),
            kind=_filled(entry, "kind"),
            contact=tuple(_reach(one) for one in entry["contact"]),
            source_url=_filled(entry, "source_url"),
            verified_on=date.fromisoformat(_filled(entry, "verified_on")),
            verified_by=_filled(entry, "verified_by"),
            lang=tuple(str(one) for one in entry.get("lang", ())),
            hours=str(entry.get("hours") or ""),
            audience=str(entry.get("audience") or ""),
            notes=str(entry.get("notes") or ""),
        )
    except (KeyError, TypeError, ValueError):
        raise BadLineError("an entry lacks something") from None
    if line.kind not in KINDS or not line.source_url.startswith("https://") or not line.contact:
        raise BadLineError(line.id)
    return line


def _filled(entry: Any, key: str) -> str:  # noqa: ANN401 - as above
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(key)
    return value


def _reach(entry: Any) -> Reach:  # noqa: ANN401 - as above
    way, dial = _filled(entry, "type"), _filled(entry, "dial")
    if way not in WAYS:
        raise ValueError(way)
    return Reach(way, dial, str(entry.get("keyword") or ""))
