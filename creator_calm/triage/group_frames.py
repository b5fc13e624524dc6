"""What is said of a group: walking from the word that names it to a word that degrades it.

The frame decides and never the group. Lists this long make no good regular expression, so the
frames are read off the tokens: a few steps either way from each name, linear in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from creator_calm.triage.finding import Span
    from creator_calm.triage.reading import Reading

_REACH = 7
_NEAR = 4
_EARLIER = 5
_STOPS = frozenset(".!?;\n")

_Found = tuple[str, int, int]


class GroupFrame(NamedTuple):
    """One frame: the word that ends the evidence code, and where it stands in the text."""

    how: str
    span: Span


def group_frames(reading: Reading) -> Iterator[GroupFrame]:
    """Yield at most one frame for each name of a group."""
    sets = reading.lexicon.sets
    for sentence in _sentences(reading):
        texts = [reading.words[index].text for index in sentence]
        for first, last in _names(sets, texts):
            found = _after(sets, texts, first, last) or _before(sets, texts, first, last)
            if found is not None:
                how, begin, end = found
                span = (reading.words[sentence[begin]].start, reading.words[sentence[end]].end)
                yield GroupFrame(how, span)


def _sentences(reading: Reading) -> Iterator[list[int]]:
    """Yield the token positions of each sentence."""
    words = reading.words
    current: list[int] = []
    for index, word in enumerate(words):
        if current and not _STOPS.isdisjoint(reading.text[words[index - 1].end : word.start]):
            yield current
            current = []
        current.append(index)
    if current:
        yield current


def _names(sets: Mapping[str, frozenset[str]], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a group is named: one word, or a describing word and a noun ("black people")."""
    for index, text in enumerate(texts):
        after = texts[index + 1] if index + 1 < len(texts) else ""
        if text in sets["group_kind"] and after in sets["group_noun"]:
            yield index, index + 1
        elif text in sets["group_people"]:
            yield index, index


def _after(
    sets: Mapping[str, frozenset[str]], texts: Sequence[str], first: int, last: int
) -> _Found | None:
    """Return what follows the name: "… are vermin", "… should be deported", "… aren't human"."""
    before = set(texts[max(0, first - _EARLIER) : first])
    if before & sets["group_told"] and not before & sets["me"]:
        return None
    nobody = bool(before & sets["group_nobody"]) and first > 0
    if before & sets["group_not"] and not nobody:
        return None
    state = _Said(sets, denied=nobody, bound=bool(before & sets["group_wish"]))
    for at in range(last + 1, min(len(texts), last + 1 + _REACH)):
        if at == last + 1 and texts[at] in sets["group_sign"]:
            return "says", first, at
        how = state.hear(texts[at], closing=at + 1 == len(texts))
        if how is not None:
            return (how, first, at) if how else None
    return None


class _Said:
    """What has been said of a group so far, word by word."""

    __slots__ = ("bound", "denied", "sets", "stated")

    def __init__(self, sets: Mapping[str, frozenset[str]], *, denied: bool, bound: bool) -> None:
        self.sets = sets
        self.denied = denied
        self.bound = bound
        self.stated = False

    def hear(self, text: str, *, closing: bool) -> str | None:
        """Return the frame that `text` completes, "" where it ends harmlessly, None to go on."""
        sets = self.sets
        how = self._completed(text, closing=closing)
        if how is not None:
            return how
        self.denied |= text in sets["group_not"]
        self.stated |= text in sets["group_is"]
        self.bound |= text in sets["group_must"]
        known = ("group_not", "group_is", "group_must", "group_between")
        return None if any(text in sets[name] for name in known) else ""

    def _completed(self, text: str, *, closing: bool) -> str | None:
        sets = self.sets
        if self.bound and text in sets["group_fate"]:
            return "" if self.denied else "wishes"
        if self.stated and text in sets["group_verdict"]:
            return "" if self.denied else "says"
        if not self.denied:
            return None
        if text in sets["group_worth"] or (text in sets["group_whole"] and closing and self.stated):
            return "denies"
        return "denies" if self.bound and text in sets["group_due"] else None


def _before(
    sets: Mapping[str, frozenset[str]], texts: Sequence[str], first: int, last: int
) -> _Found | None:
    """Return what stands before the name: "I hate …", "deport …", "better without …", "filthy …"."""
    if first and texts[first - 1] in sets["group_slander"]:
        return "slander", first - 1, last
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        text = texts[at]
        earlier = set(texts[max(0, at - _EARLIER) : at])
        how = _done_to(sets, text, earlier)
        if how is not None:
            return (how, at, last) if how else None
        if text not in sets["group_between"]:
            return None
    return None


def _done_to(sets: Mapping[str, frozenset[str]], text: str, earlier: set[str]) -> str | None:
    """Return the frame that a verb before the name makes, "" where somebody else is told of."""
    own = bool(earlier & sets["group_own"])
    told = earlier & (sets["group_not"] | sets["group_told"] | sets["group_others"])
    doubtful = bool(told) or ("to" in earlier and not own)
    if text in sets["group_stand"]:
        return "hates" if earlier & sets["group_not"] and earlier & sets["me"] else ""
    if text in sets["group_hated"]:
        return "" if doubtful else "hates"
    if text in sets["group_harm"]:
        return "harms" if own and not told else ""
    if text in sets["group_done"]:
        return "" if doubtful else "urges"
    if text in sets["group_without"]:
        return "without" if earlier & sets["group_better"] else ""
    return None
