"""Private data: addresses, phone numbers, personal numbers, IP addresses, workplaces.

Runs on the text as it was written too, since masks and look-alike folding change digits and
addresses. One's own contact is private data to be masked, not doxxing.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity
from creator_calm.triage.finding import Finding
from creator_calm.triage.lexicon import DIGITS, MAIL
from creator_calm.triage.rules._safety import believed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "doxxing"
PATTERNS = (NAME,)
NEEDS = DIGITS | MAIL
FULL_TEXT = True

_PERSONAL_NUMBER: Final = re.compile(
    r"(?<![\d-])((?:19|20)?\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?![\d-])"
)
_MOBILE: Final = re.compile(r"(?<![\w.-])(?:\+46[\s-]?\(?0?\)?|0)7[02369](?:[\s-]?\d){7}(?![\d-])")
_PHONE_CUE: Final = re.compile(
    r"\b(?:call|text|phone|number|ring|mobile|cell|whatsapp|nummer|telefon|mobil|ringa?|sms:?a?)\b"
    r"[^.!?\d]{0,30}?(\+?\d(?:[\s().-]{0,2}\d){6,14})(?!\d)"
)
_IP: Final = re.compile(r"\bip\b[^.!?\d]{0,20}((?:\d{1,3}\.){3}\d{1,3})\b")
_THIRD_MAIL: Final = re.compile(
    r"\b(?:her|his|their|hennes|hans|deras)\s+(?:\w+\s+){0,2}?(?:e-?mail|mail|mejl|epost|e-post)\b.{0,20}\bMAIL\b"
)
_MINE: Final = re.compile(r"\b(?:my|me|mine|i|i'm|our|us|min|mitt|mina|mig|jag|vår|vi|oss)\b")
_ORDER: Final = re.compile(
    r"\b(?:order|ordernummer|isbn|invoice|ticket|tracking|case|faktura|ärende\w*|kollinummer|version|serial)\b"
)
_NUMBERS: Final = (("dox.phone", _MOBILE, 0), ("dox.phone", _PHONE_CUE, 1), ("dox.ip", _IP, 1))
_SPAN_BEFORE = 40
_ASKING: Final = ("who ", "vem ", "does ", "do you ", "bor ", "is ", "doesn't ", "wasn't ")


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield doxxing, or the facet `private_data` where people give their own."""
    for match in reading.matches(NAME):
        if _is_question(reading, (match.start, match.end)):
            continue
        finding = believed(reading, match, Kind.DOXXING, ())
        if finding is not None:
            yield finding
    if reading.mask & DIGITS:
        yield from _numbers(reading)
    if reading.mask & MAIL:
        for found in _THIRD_MAIL.finditer(reading.text):
            yield _finding("dox.mail", found.span())


def _numbers(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for code, expression, group in _NUMBERS:
        for found in expression.finditer(text):
            yield from _contact(reading, code, found.span(group))
    for found in _PERSONAL_NUMBER.finditer(text):
        if is_personal_number(found):
            yield from _contact(reading, "dox.personal_number", found.span())


def is_personal_number(match: re.Match[str]) -> bool:
    """Say whether the digits are a Swedish personal number: a real date and the right check digit."""
    year, month, day, last = match.groups()
    full = int(year) if len(year) == 4 else 1900 + int(year)
    try:
        date(full, int(month), int(day))
    except ValueError:
        return False
    total = 0
    for index, digit in enumerate(year[-2:] + month + day + last):
        value = int(digit) * (2 if index % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _contact(reading: Reading, code: str, span: tuple[int, int]) -> Iterator[Finding]:
    before = reading.text[max(0, span[0] - _SPAN_BEFORE) : span[0]]
    if _ORDER.search(before) is not None:
        return
    if _MINE.search(before) is not None:
        yield Finding(code, None, (span,), facets=frozenset({Facet.PRIVATE_DATA}))
        return
    yield _finding(code, span)


def _finding(code: str, span: tuple[int, int]) -> Finding:
    return Finding(
        code,
        Kind.DOXXING,
        (span,),
        Severity.SAFETY,
        Confidence.HIGH,
        frozenset({Facet.PRIVATE_DATA}),
    )


def _is_question(reading: Reading, span: tuple[int, int]) -> bool:
    """Say whether it only asks, as in "who lives at 221B Baker Street?"."""
    start, end = reading.sentence(span)
    sentence = reading.text[start:end].strip()
    return sentence.endswith("?") and sentence.startswith(_ASKING)
