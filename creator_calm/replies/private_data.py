"""Private data in a draft for everyone to read: mail, phone, numbers that name a person, addresses."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Lengths are bounded everywhere, so that no draft can make a search quadratic.
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LONG_NUMBER = re.compile(r"(?<![\w+])\+?\(?\d(?:[ ()/.-]{0,2}\d){5,18}(?!\w)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b")
_ORDER = re.compile(
    r"\b(?:order|beställning(?:en|s)?|ordernummer|kundnummer|booking|bokning)"
    r"\s{0,3}(?:no\.?|number|nr\.?|nummer)?\s{0,3}(?:#\s{0,2}[\w-]{2,20}|\d{5,20})",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:\d{1,5}\s{1,2}[A-Z][a-z]{2,20}\s{1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Way)"
    r"|[A-ZÅÄÖ][a-zåäöé]{2,25}(?:gatan|vägen|gränd|stigen|backen|torget|allén|platsen)\s{1,2}\d{1,4})\b"
)
_POSTCODE = re.compile(r"\b(?:SE-?\s?)?\d{3} \d{2}\s{1,2}[A-ZÅÄÖ][a-zåäö]{2,25}\b")
_ADDRESS_OF_MACHINE = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
_TIME_OR_DATE = re.compile(
    r"(?:19|20)\d\d([-/. ])\d\d?\1\d\d?|\d\d?([-/. ])\d\d?\2(?:19|20)\d\d"
    r"|(?:19|20)\d\d ?-+ ?(?:19|20)?\d\d"
)


def find(
    text: str, own_channel: str = "", private_words: tuple[str, ...] = ()
) -> Iterator[tuple[int, int]]:
    """Yield spans of private data. The creator's own public channel is no secret.

    `private_words` are what the creator wants to see in no public reply: a street, a real name.
    """
    for words in private_words:
        yield from (match.span() for match in _as_words(words).finditer(text))
    for match in _shaped(text):
        if not own_channel or match[0].lower() not in own_channel.lower():
            yield match.span()


def _shaped(text: str) -> Iterator[re.Match[str]]:
    """Yield what is private by its shape."""
    for pattern in (_MAIL, _IBAN, _ORDER, _STREET, _POSTCODE):
        if _worth_it(pattern, text):
            yield from pattern.finditer(text)
    for match in _ADDRESS_OF_MACHINE.finditer(text):
        if all(int(part) < 256 for part in match[0].split(".")):
            yield match
    for match in _LONG_NUMBER.finditer(text):
        if _is_private_number(match[0]):
            yield match


@cache
def _as_words(words: str) -> re.Pattern[str]:
    """Match the words in any case, with any space between, and not inside a longer word."""
    inner = r"\s{1,3}".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){inner}(?!\w)", re.IGNORECASE)


def _worth_it(pattern: re.Pattern[str], text: str) -> bool:
    return pattern is not _MAIL or "@" in text


def _is_private_number(words: str) -> bool:
    if _TIME_OR_DATE.fullmatch(words.strip("() ")):
        return False
    digits = "".join(char for char in words if char.isdigit())
    if re.fullmatch(r"\(?\d{6}[-+]?\d{4}|\(?\d{8}[-+]?\d{4}", words):
        return True
    if 13 <= len(digits) <= 19 and _luhn(digits):
        return True
    # A phone number has a trunk zero or a plus; plain counts ("1 000 000 views") have neither.
    return 7 <= len(digits) <= 15 and (words.lstrip("(").startswith(("0", "+")) or "-" in words)


def _luhn(digits: str) -> bool:
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
