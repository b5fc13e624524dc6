"""Learning from edits: which sentences were kept, which taken out, and which are the creator's own.

Pure and local. Sentences are compared by difflib; at 0.8 and above they count as the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from creator_calm.domain.learned import (
    REMOVED_IN_A_ROW,
    PhraseMemory,
    StyleProfile,
    learned_name,
)
from creator_calm.replies.surface import without_hello

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from creator_calm.domain.reply import Suggestion

SAME: Final = 0.8
PROFILE_LEAST: Final = 10
_SENTENCES_MOST: Final = 20
_SENTENCE_MOST: Final = 400
_END: Final = re.compile(r"(?<=[.!?…])[\"”)]?\s+|\n+")
_EMOJI: Final = re.compile("[\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001faff]")
_SIGN_OFF: Final = re.compile(r"(?:^|\s)([/–—-]\s?[^\W\d_][\w .-]{0,30})$")


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence nobody suggested. `instead_of` is the phrase it took the place of, "" if none."""

    text: str
    instead_of: str = ""


def sentences(text: str) -> tuple[str, ...]:
    """Split a reply into sentences, each on one line; a greeting before the first is left out."""
    found = (" ".join(one.split()) for one in _END.split(without_hello(text.strip())))
    return tuple(one[:_SENTENCE_MOST] for one in found if one)[:_SENTENCES_MOST]


def same(one: str, other: str) -> bool:
    """Say whether two sentences are the same but for small changes."""
    one, other = one.casefold(), other.casefold()
    longest = max(len(one), len(other), 1)
    # What the lengths alone rule out need not be compared.
    if 2 * min(len(one), len(other)) < SAME * (len(one) + len(other)) or longest == 0:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= SAME and matcher.ratio() >= SAME


def learn(
    known: Mapping[str, PhraseMemory], shown: Suggestion, accepted: str
) -> dict[str, PhraseMemory]:
    """Return what is known now of each phrase that was shown, by whether it was kept."""
    used = sentences(accepted)
    learned: dict[str, PhraseMemory] = {}
    for phrase_id, part in zip(shown.phrases, shown.parts, strict=False):
        phrase = learned_name(shown.language, phrase_id)
        before = known.get(phrase, PhraseMemory())
        if _stands_in(part, used):
            learned[phrase] = replace(before, kept=before.kept + 1, in_a_row=0)
            continue
        in_a_row = before.in_a_row + 1
        learned[phrase] = PhraseMemory(
            before.kept,
            before.removed + 1,
            in_a_row,
            before.retired or in_a_row >= REMOVED_IN_A_ROW,
        )
    return learned


def own_sentences(shown: Suggestion, accepted: str) -> tuple[OwnSentence, ...]:
    """Return the sentences of a reply that were not suggested, with what each took the place of."""
    used = sentences(accepted)
    parts = [sentences(part) for part in shown.parts]
    suggested = [one for part in parts for one in part]
    own: list[OwnSentence] = []
    free = _gone(shown, used)
    for place, sentence in enumerate(used):
        if any(same(sentence, one) for one in suggested):
            continue
        before = _last_kept(parts, used[:place])
        taken = next((n for n in free if n > before), None)
        if taken is not None:
            free.remove(taken)
        own.append(OwnSentence(sentence, "" if taken is None else shown.phrases[taken]))
    return tuple(own)


def seen_in(sentence: str, replies: Iterable[str]) -> int:
    """Return how many replies hold a sentence, small changes apart."""
    return sum(any(same(sentence, one) for one in sentences(reply)) for reply in replies)


def profile(replies: Sequence[str]) -> StyleProfile | None:
    """Return how replies were written; None below ten of them."""
    replies = [reply.strip() for reply in replies if reply.strip()]
    count = len(replies)
    if count < PROFILE_LEAST:
        return None
    ends = [found[1].strip() for reply in replies if (found := _SIGN_OFF.search(reply))]
    often = max(ends, key=ends.count, default="")
    return StyleProfile(
        replies=count,
        emoji=sum(_EMOJI.search(one) is not None for one in replies) / count,
        greeting=sum(without_hello(one) != one for one in replies) / count,
        exclamation=sum("!" in one for one in replies) / count,
        characters=round(sum(map(len, replies)) / count),
        sign_off=often if ends.count(often) * 2 > count else "",
    )


def _stands_in(part: str, used: Sequence[str]) -> bool:
    """Whether every sentence of a part is among those used."""
    return all(any(same(one, other) for other in used) for one in sentences(part))


def _gone(shown: Suggestion, used: Sequence[str]) -> list[int]:
    return [n for n, part in enumerate(shown.parts) if not _stands_in(part, used)]


def _last_kept(parts: Sequence[Sequence[str]], used: Sequence[str]) -> int:
    """Return the last part of which a sentence stands in `used`, -1 for none."""
    kept = (
        n for n, part in enumerate(parts) if any(same(one, other) for one in part for other in used)
    )
    return max(kept, default=-1)
