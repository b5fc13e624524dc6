"""When a pattern found in a draft does not count: negated, quoted, warm, or about oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from creator_calm.replies.draft_text import DraftText
    from creator_calm.replies.tone_rules import ToneRule, ToneWords

_REACH = 60
"""Characters before a match that are searched for a negation or a quotation."""


def passes(rule: ToneRule, match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    """Say whether a match counts after the guards its rule names."""
    guards = rule.guards
    return not (
        ("negation" in guards and _negated(match, draft, words))
        or ("quotation" in guards and _quoted(match, draft, words))
        or ("warmth" in guards and _warm(match, draft, words))
        or ("aimed" in guards and not _aimed(match, draft, words))
    )


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
    return words.negation.search(_clause_before(match, draft, words)) is not None


def _quoted(match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    if any(start <= match.start() and match.end() <= end for start, end in draft.quoted):
        return True
    start = max(draft.sentence_at(match.start())[0], match.start() - _REACH)
    return words.quoting.search(draft.folded[start : match.start()]) is not None


def _warm(match: re.Match[str], draft: DraftText, words: ToneWords) -> bool:
    start, end = draft.sentence_at(match.start())
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
