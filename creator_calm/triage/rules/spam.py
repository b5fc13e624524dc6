"""Promotion, phishing, lures, and plugs for one's own channel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity
from creator_calm.triage.finding import Finding
from creator_calm.triage.lexicon import DIGITS, HANDLE, LINK, MAIL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.finding import Span
    from creator_calm.triage.reading import Reading

NAME = "spam"
PATTERNS = (NAME, "promo")
NEEDS = LINK | MAIL
FULL_TEXT = False
_MANY_LINKS = 3
_LINK: Final = re.compile(r"\bURL\b")
_CONTACT = LINK | MAIL | HANDLE | DIGITS


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield spam (sure only with two signs) and self-promotion. Never for praise with one link."""
    links = len(_LINK.findall(reading.text)) if reading.mask & LINK else 0
    if reading.mask & LINK:
        yield Finding("spam.link", None, facets=frozenset({Facet.LINK}))
    found = [(match.pattern.id, (match.start, match.end)) for match in reading.matches(NAME)]
    signs = list(dict.fromkeys(code for code, _ in found))
    spans = tuple(span for _, span in found)
    weight = (
        len(signs) + (links >= 1) + (links >= _MANY_LINKS) + bool(reading.mask & _CONTACT & ~LINK)
    )
    if signs and weight >= 2:
        yield _found(signs[0], Kind.SPAM, spans, Confidence.HIGH)
    elif signs or links >= _MANY_LINKS:
        yield _found(signs[0] if signs else "spam.links", Kind.SPAM, spans, Confidence.MEDIUM)
    for match in reading.matches("promo"):
        thanks = any(True for _ in reading.matches("praise"))
        sure = Confidence.MEDIUM if thanks else Confidence.HIGH
        yield _found(match.pattern.id, Kind.SELF_PROMO, ((match.start, match.end),), sure)


def _found(code: str, kind: Kind, spans: tuple[Span, ...], sure: Confidence) -> Finding:
    return Finding(code, kind, spans, Severity.FINE, sure)
