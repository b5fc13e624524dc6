"""What a look at a draft sees in the whole of it: too long, beside the point, nothing concrete."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind
from creator_calm.domain.draft import DraftFinding, FindingLevel
from creator_calm.language.pack import load_pack
from creator_calm.language.topics import mentions
from creator_calm.replies.draft_text import DraftText, content_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.replies.tone_rules import Tone

NEGATIVE_KINDS: Final = frozenset(
    {
        Kind.CRITIQUE,
        Kind.HARSH_CRITIQUE,
        Kind.MIXED,
        Kind.COMPLAINT,
        Kind.TECH_PROBLEM,
        Kind.DISAPPOINTMENT,
        Kind.DISAGREEMENT,
        Kind.VAGUE_NEGATIVE,
        Kind.SARCASM,
        Kind.ACCUSATION,
        Kind.COPYRIGHT_CLAIM,
        Kind.ABUSE,
        Kind.TROLL,
    }
)
OF_THE_WHOLE: Final = frozenset({"too_long", "off_topic", "vague"})
"""Rules whose mark is the whole draft."""
_WANTS_SOMETHING_CONCRETE: Final = frozenset(
    {Kind.COMPLAINT, Kind.CRITIQUE, Kind.HARSH_CRITIQUE, Kind.MIXED}
)
_MOST_SENTENCES = 4
_FEW_WORDS = 3
_LONG_TIMES = 2.5
_NAMED_BY = 800
"""A topic that comes later than this in a reply is not what it answers."""
_NEVER_LONG = 200
"""A reply up to here is not long, however short the comment was."""


@dataclass(frozen=True)
class Look:
    """One look at one draft."""

    draft: DraftText
    language: str
    kind: Kind | None
    comment: str
    answers: bool
    tone: Tone

    @cached_property
    def names_a_topic(self) -> bool:
        """Whether the draft holds a topic of the lexicon."""
        return mentions(self.draft.raw[:_NAMED_BY], self.language, load_pack(self.language))


def by_shape(look: Look, shown: frozenset[str]) -> Iterator[DraftFinding]:
    """Rules that look at the whole draft; their mark is the whole of it."""
    sentences = look.draft.sentences
    start, end = sentences[0][0], sentences[-1][1]
    holds = {
        "too_long": _is_too_long,
        "off_topic": _is_off_topic,
        "vague": _is_vague,
    }
    for rule, test in holds.items():
        if rule in shown and test(look):
            yield DraftFinding(start, end, rule, FindingLevel.HINT, "")


def _is_too_long(look: Look) -> bool:
    if look.kind not in NEGATIVE_KINDS:
        return False
    sentences = look.draft.sentences
    first_person = ("i ", "i'") if look.language == "en" else ("jag ",)
    about_me = sum(look.draft.folded.startswith(first_person, start) for start, _ in sentences)
    long_for = max(_NEVER_LONG, len(look.comment) * _LONG_TIMES)
    beside = bool(look.comment) and len(look.draft.raw) > long_for
    return len(sentences) > _MOST_SENTENCES or about_me >= 3 or beside


def _is_off_topic(look: Look) -> bool:
    if not look.comment.strip() or len(look.draft.sentences) < 2:
        return False
    heard = look.tone.words.acknowledges.search(look.draft.folded) is not None
    return not heard and not shares_a_word(look) and not look.names_a_topic


def _is_vague(look: Look) -> bool:
    return (
        look.kind in _WANTS_SOMETHING_CONCRETE
        and len(look.draft.sentences) <= 1
        and "?" not in look.draft.raw
        and not any(char.isdigit() for char in look.draft.raw)
        and _says_little(look)
        and not shares_a_word(look)
        and not look.names_a_topic
    )


def _says_little(look: Look) -> bool:
    words = look.tone.words
    if look.answers:
        return len(look.draft.content_words(words.stop_words)) <= _FEW_WORDS - bool(look.comment)
    # Without the comment nobody can tell whether one word is what it was about.
    return not look.draft.content_words(words.stop_words | words.empty_words)


def shares_a_word(look: Look) -> bool:
    """Whether draft and comment have a word in common that carries meaning."""
    stop_words = look.tone.words.stop_words
    theirs = content_words(look.comment[:2_000].lower(), stop_words)
    return not theirs.isdisjoint(look.draft.content_words(stop_words))
