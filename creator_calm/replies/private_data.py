"""Private data in a draft for everyone to read: mail, phone, numbers that name a person, addresses.

A year, a price, a time, a count and a version are nobody's. What has a check digit counts as soon
as it is right, whatever stands around it; what has none needs its usual shape or its word.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Lengths are bounded everywhere, so that no draft can make a search quadratic.
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_MAIL_SPELT = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?[(\[{] ?(?:at|snabel-?a|a) ?[)\]}] ?[\w-]{1,63}"
    r"(?: ?[(\[{] ?(?:dot|punkt|prick) ?[)\]}] ?|\.)[a-z]{2,10}\b",
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(r"(?<![\w+.,])\+?\(?\d(?:[ ()/.+–-]{0,2}\d){5,18}(?!\w)(?![.,]\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")
_NAMED_NUMBER = re.compile(
    r"\b(?:order|purchase|invoice|booking|reservation|tracking|receipt|customer|member|account|case|ticket"
    r"|beställning(?:en|s)?|order|kund|boknings?|faktura|kvitto|medlems?|ärende|konto|kolli|försändelse"
    r"|passport|pass|swish|bankgiro|plusgiro|clearing)"
    r"(?:s?[ -]{0,2}(?:no\.?|number|nr\.?|nummer|id|code|ref(?:erence)?))?"
    r"(?: ?(?:is|was|är|var))?[ :]{0,3}"
    r"(?:# ?[\w-]{2,20}|(?:[A-Z]{1,4}-?)?\d{5,20}(?:-\d{1,6})?)\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b\d{1,5}[A-Za-z]? {1,2}(?:[A-Z][a-z']{1,20} {1,2}){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close"
    r"|Court|Way|Place|Boulevard|Blvd|Square|Terrace|Crescent|Gardens)\b"
    r"|\b(?:[A-ZÅÄÖ][a-zåäöé]{1,20} )?[A-ZÅÄÖ][a-zåäöé]{2,25}(?:gatan|vägen|gränd|stigen|backen|torget|allén|platsen"
    r"|gården|kajen|esplanaden|väg|gata|plan) {1,2}\d{1,4} ?[A-Ha-h]?\b(?! (?:gånger|meter|kronor|minuter))"
    r"|\b(?:Lilla|Stora|Norra|Södra|Östra|Västra|Nya|Gamla) (?:gatan|vägen|torget|gränd) \d{1,4}\b"
)
_POSTCODE = re.compile(
    r"\b(?:SE-? ?)?[1-9]\d{2} \d{2} {1,2}[A-ZÅÄÖ][a-zåäö]{2,25}\b"
    r"|\b(?:SE|S)-\d{3} ?\d{2}\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b"
    r"|\b(?:A[LKZR]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]"
    r"|W[AIVY]) \d{5}(?:-\d{4})?\b"
)
_ADDRESS_OF_MACHINE = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w)(?!\.\d)")
_ADDRESS_OF_MACHINE_6 = re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\w:])")
_VERSION = re.compile(
    r"(?:\bv|version(?:en)?|firmware|release|update|uppdatering(?:en)?|build)[ :]{0,2}$",
    re.IGNORECASE,
)
_BOOK = re.compile(r"\bisbn(?:-?1[03])?[ :]{0,2}$", re.IGNORECASE)
_TIME_OR_DATE = re.compile(
    r"(?:(?:19|20)\d\d([-/. ])\d\d?\1\d\d?|\d\d?([-/. ])\d\d?\2(?:19|20)\d\d)(?: ?\d{1,2}(?:[.:]\d\d)?)?"
    r"|(?:19|20)\d\d ?[-–]+ ?(?:19|20)?\d\d(?: ?[-–]+ ?(?:19|20)?\d\d)?"
    r"|(?:(?:19|20)\d\d[ /]){1,4}(?:19|20)\d\d"
)
_PERSON = re.compile(r"(?:19|20)?\d\d(\d\d)(\d\d)([-+–]?)(\d{4})")
_NORTH_AMERICAN = re.compile(r"\(?\d{3}(?:\) ?|[ .-])\d{3}[ .-]\d{4}|\d{3}-\d{4}")
_SINGLE_DIGITS = re.compile(r"(?:\d\D{1,2}){5,}\d")
_AGO = 24
"""Characters before a number that may say what it is."""
_SHAPES: Final = (
    _MAIL,
    _MAIL_SPELT,
    _IBAN,
    _NAMED_NUMBER,
    _STREET,
    _POSTCODE,
    _ADDRESS_OF_MACHINE_6,
)


def find(
    text: str, own_channel: str = "", private_words: tuple[str, ...] = ()
) -> Iterator[tuple[int, int]]:
    """Yield spans of private data. The creator's own public channel is no secret.

    `private_words` are what the creator wants to see in no public reply: a street, a real name.
    """
    for words in private_words:
        if words.strip():
            yield from (match.span() for match in _as_words(words).finditer(text))
    public = {_bare(match[0]) for match in _shaped(own_channel)}
    for match in _shaped(text):
        if _bare(match[0]) not in public and match[0].lower() not in own_channel.lower():
            yield match.span()


def _bare(words: str) -> str:
    """Return a number or address however it is spaced, with the trunk zero for +46."""
    bare = "".join(char for char in words.lower() if char.isalnum() or char in "@+")
    return "0" + bare.removeprefix("+46") if bare.startswith("+46") else bare


def _shaped(text: str) -> Iterator[re.Match[str]]:
    """Yield what is private by its shape."""
    for pattern in _SHAPES:
        for match in pattern.finditer(text) if pattern is not _MAIL or "@" in text else ():
            if pattern is not _IBAN or _is_iban(match[0]) or _said_before(match, "iban"):
                yield match
    for match in _ADDRESS_OF_MACHINE.finditer(text):
        parts = [int(part) for part in match[0].split(".")]
        # "1.2.3.4" is a version more often than a machine.
        if max(parts) < 256 and max(parts) >= 20 and not _follows(_VERSION, match):
            yield match
    for match in _LONG_NUMBER.finditer(text):
        if _is_private_number(match[0].strip("(). ")) and not _follows(_BOOK, match):
            yield match


@cache
def _as_words(words: str) -> re.Pattern[str]:
    """Match the words in any case, with any space between, and not inside a longer word."""
    inner = r"\s{1,3}".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){inner}(?!\w)", re.IGNORECASE)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _AGO) : match.start()]


def _follows(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    return pattern.search(_before(match)) is not None


def _said_before(match: re.Match[str], word: str) -> bool:
    return word in _before(match).lower()


def _is_private_number(words: str) -> bool:
    if _TIME_OR_DATE.fullmatch(words) or _SINGLE_DIGITS.fullmatch(words):
        return False
    digits = "".join(char for char in words if char.isdigit())
    if len(set(digits)) == 1 or words.endswith("000"):
        return False
    return _is_person(words) or _is_card(digits) or _is_phone(words, digits)


def _is_person(words: str) -> bool:
    """Whether this can be a Swedish personal number: a date, and the sign or a right check digit."""
    match = _PERSON.fullmatch(words)
    if match is None:
        return False
    month, day, sign, _rest = match.groups()
    # A co-ordination number has sixty more in its day.
    if not (1 <= int(month) <= 12 and 1 <= int(day) % 60 <= 31):
        return False
    digits = "".join(char for char in words if char.isdigit())
    return bool(sign) or _luhn(digits[-10:])


def _is_card(digits: str) -> bool:
    return 13 <= len(digits) <= 19 and digits[0] in "23456" and _luhn(digits)


def _is_phone(words: str, digits: str) -> bool:
    """Whether this has a trunk zero or a plus; plain counts ("1 000 000 views") have neither."""
    if not 7 <= len(digits) <= 15:
        return False
    if re.match(r"0[.,]\d", words):
        return False
    return words.startswith(("0", "+")) or _NORTH_AMERICAN.fullmatch(words) is not None


def _is_iban(words: str) -> bool:
    """Whether the two check digits fit (ISO 13616)."""
    bare = words.replace(" ", "")
    turned = bare[4:] + bare[:4]
    return 15 <= len(bare) <= 34 and int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def _luhn(digits: str) -> bool:
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
