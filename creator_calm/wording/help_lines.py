"""Help lines in words: countries, kinds, and how old a check is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.domain.help_lines import Standing
from creator_calm.wording.catalogue import N_, _, marked

if TYPE_CHECKING:
    from creator_calm.domain.help_lines import ShownLine

_COUNTRY: Final = {
    "AU": N_("Australia"), "AT": N_("Austria"), "BE": N_("Belgium"), "BG": N_("Bulgaria"),
    "CA": N_("Canada"), "HR": N_("Croatia"), "CY": N_("Cyprus"), "CZ": N_("Czechia"),
    "DK": N_("Denmark"), "EE": N_("Estonia"), "FI": N_("Finland"), "FR": N_("France"),
    "DE": N_("Germany"), "GR": N_("Greece"), "HU": N_("Hungary"), "IE": N_("Ireland"),
    "IT": N_("Italy"), "LV": N_("Latvia"), "LT": N_("Lithuania"), "LU": N_("Luxembourg"),
    "MT": N_("Malta"), "NL": N_("Netherlands"), "NZ": N_("New Zealand"), "PL": N_("Poland"),
    "PT": N_("Portugal"), "RO": N_("Romania"), "SK": N_("Slovakia"), "SI": N_("Slovenia"),
    "ES": N_("Spain"), "SE": N_("Sweden"), "GB": N_("United Kingdom"), "US": N_("United States"),
}  # fmt: skip


def countries() -> tuple[tuple[str, str], ...]:
    """Return codes and names of countries whose emergency number is known, by name."""
    named = ((code, marked(name)) for code, name in _COUNTRY.items())
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))


def country_name(code: str) -> str:
    """Name a country; its code where no name is known."""
    name = _COUNTRY.get(code)
    return marked(name) if name else code


def emergency_sentence(numbers: tuple[str, ...]) -> str:
    """Say what to call in danger."""
    if not numbers:
        return _("In danger, call the emergency number where you are.")
    if len(numbers) == 1:
        return _("In danger, call {number}.").format(number=numbers[0])
    return _("In danger, call {number} or {other}.").format(number=numbers[0], other=numbers[1])


def checked_sentence(shown: ShownLine, day: str) -> str:
    """Say when a line was checked, and what that means today."""
    match shown.standing:
        case Standing.FRESH:
            return _("Checked on {day}.").format(day=day)
        case Standing.CHECK_FIRST:
            return _("Checked on {day}. Check first whether it still holds.").format(day=day)
        case Standing.HIDDEN:
            return _("The last check is too old for its number. See its own page.")


def honest_lines() -> tuple[str, str]:
    """Return the two lines that stand under every list of help lines."""
    return (
        _("Creator Calm is not a medical or emergency service."),
        _("Numbers can change, check the date; in danger call the emergency number."),
    )
