"""When a pattern found in a draft does not count: negated, quoted, warm, supposed, about oneself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from creator_calm.replies.draft_text import DraftText
    from creator_calm.replies.tone_rules import ToneWords

_REACH = 60
"""Characters before a match that are searched for a negation or a quotation."""
_WARM_REACH = 200
"""Characters on each side of a match, within its sentence, that are searched for warm words."""
_STOPS: Final = re.compile(r"[,;:()–—]")


def passes(
    guards: frozenset[str], match: re.Match[str], draft: DraftText, words: ToneWords
) -> bool:
    """Say whether a match counts after these guards."""
    return not any(_HOLDS_BACK[guard](match, draft, words) for guard in guards)


def _clause_before(match: re.Match[str], draft: DraftText, words: ToneWords) -> str:
    """Return the part of the clause that stands before a match."""
    start = max(draft.sentence_at(match.start())[0], match.start() - _REACH)
    before = draft.folded[start : match.start()]
    cut = 0
    for boundary in words.clause.finditer(before):
        cut = boundary.end()
    return before[cut:]


def _clause_after(match: re.Match[str], draft: DraftText, words: ToneWords) -> str:
    end = min(draft.sentence_at(match.start())[1], match.end() + _REACH)
    after = draft.folded[match.end() : end]
    boundary = words.clause.search(after)
    return after[: boundary.start()] if boundary else after


def _negated(match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    if words.negation.search(_clause_before(match, draft, words)):
        return True
    # Swedish says "jag blockerar dig inte".
    after = draft.folded[match.end() : match.end() + _REACH]
    return words.negation_after.search(after) is not None


def _quoted(match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    if any(start <= match.start() and match.end() <= end for start, end in draft.quoted):
        return True
    start = max(draft.sentence_at(match.start())[0], match.start() - _REACH)
    return words.quoting.search(draft.folded[start : match.start()]) is not None


def _warm(match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    start, end = draft.sentence_at(match.start())
    start, end = max(start, match.start() - _WARM_REACH), min(end, match.end() + _WARM_REACH)
    return words.warmth.search(draft.folded, start, end) is not None


def _aimed(match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    """Whether a harsh word meets a person: "you" in its clause, or the word is the whole verdict."""
    before = _clause_before(match, draft, words)
    after = _clause_after(match, draft, words)
    around = f"{before}{match[0]} {after}"
    if words.second_person.search(around):
        # "You had to sit through my stupid joke": the word is about oneself.
        return words.own.search(before[-14:]) is None
    start, end = draft.sentence_at(match.start())
    rest = draft.folded[start : match.start()] + draft.folded[match.end() : end]
    return not words.bare.sub("", rest).strip(" .,!?…\"'")


def _about_nobody(match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    return not _aimed(match, draft, words)


def _supposed(match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    """Whether the match is an "if" or a "what you …": a case, and no verdict."""
    return words.supposed.search(_clause_before(match, draft, words)) is not None


def _no_order(match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    """Whether words that could tell somebody what to do do not: "I'll deal with it tonight".

    An order begins its clause, or follows "you should". Here "and" begins no clause.
    """
    start = max(draft.sentence_at(match.start())[0], match.start() - _REACH)
    before = _STOPS.split(draft.folded[start : match.start()])[-1]
    return words.order.search(before) is None


_HOLDS_BACK: Final[Mapping[str, Callable[[re.Match[str], DraftText, ToneWords], bool]]] = {
    "negation": _negated,
    "quotation": _quoted,
    "warmth": _warm,
    "supposed": _supposed,
    "aimed": _about_nobody,
    "order": _no_order,
}
