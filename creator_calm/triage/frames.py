"""Who an insult is aimed at: walking from the insult over fillers to the word that says so.

Lists of five thousand forms make no good regular expression, so this is done on tokens. It is
linear: at most seven steps either way from each insult.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from creator_calm.triage.lexicon import YOU

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.finding import Span
    from creator_calm.triage.reading import Reading, Word

_REACH = 7
_STRANGERS = 2
_STOPS = frozenset(".!?;\n")


class Target(StrEnum):
    """Whom an insult means (triage section 7.3)."""

    CREATOR = "creator"
    PRESENT = "present"
    THIRD = "third"
    VIEWER = "viewer"
    ANYONE = "anyone"
    SELF = "self"
    THING = "thing"
    NONE = "none"


class Insult(NamedTuple):
    """An insult in the text: token positions (inclusive), its words, and whether it is a noun."""

    first: int
    last: int
    text: str
    noun: bool


class Frame(NamedTuple):
    """An insult with its target. `how` ends the evidence code: you, address, third, body."""

    insult: Insult
    target: Target
    how: str
    span: Span
    emphasis: bool


def insults(reading: Reading) -> Iterator[Insult]:
    """Yield the insults of the list, phrases ("piece of shit") as one."""
    lexicon = reading.lexicon
    words = reading.words
    taken = -1
    phrases = {span[0]: span[1] for span in _phrases(reading)}
    friends = lexicon.sets["false_friends"] if reading.signals is lexicon.cautious else frozenset()
    for index, word in enumerate(words):
        if index <= taken:
            continue
        if word.start in phrases:
            end = phrases[word.start]
            taken = max(i for i in range(index, min(index + 6, len(words))) if words[i].start < end)
            text = reading.text[word.start : end]
            yield Insult(index, taken, text, text not in lexicon.insult_adjectives)
        elif word.text in friends:
            continue
        elif word.text in lexicon.insult_nouns:
            yield Insult(index, index, word.text, noun=True)
        elif word.text in lexicon.insult_adjectives:
            yield Insult(index, index, word.text, noun=False)


def frame(reading: Reading, insult: Insult) -> Frame:
    """Return whom the insult is aimed at."""
    return (
        _looking_left(reading, insult)
        or _you_after(reading, insult)
        or _address(reading, insult)
        or _made(reading, insult, Target.NONE, "", insult.first)
    )


def _phrases(reading: Reading) -> Iterator[Span]:
    expression = reading.lexicon.insult_phrases
    if expression is not None:
        for match in expression.finditer(reading.text):
            yield match.span()


def _made(reading: Reading, insult: Insult, target: Target, how: str, first: int) -> Frame:
    words = reading.words
    between = words[first : insult.last + 1]
    profanity = reading.lexicon.profanity
    others = [
        w for i, w in enumerate(between) if first + i not in range(insult.first, insult.last + 1)
    ]
    emphasis = any(w.text in profanity or _is_insult(reading, w.text) for w in others)
    span = (words[min(first, insult.first)].start, words[insult.last].end)
    return Frame(insult, target, how, span, emphasis)


def _is_insult(reading: Reading, text: str) -> bool:
    return text in reading.lexicon.insult_nouns or text in reading.lexicon.insult_adjectives


def _broken(reading: Reading, left: Word, right: Word) -> bool:
    """Say whether a sentence ends between two neighbouring words."""
    return not _STOPS.isdisjoint(reading.text[left.end : right.start])


def _looking_left(reading: Reading, insult: Insult) -> Frame | None:
    words, sets = reading.words, reading.lexicon.sets
    exclaimed: Frame | None = None
    strangers: list[str] = []
    for index in range(insult.first - 1, max(-1, insult.first - 1 - _REACH), -1):
        if _broken(reading, words[index], words[index + 1]):
            return exclaimed
        text = words[index].text
        if text in sets["exclaim"] and insult.noun:
            # "you, what an idiot": who is meant may stand further left.
            exclaimed = _exclaimed(reading, insult, index)
            continue
        if _names_somebody(reading, text):
            known = not strangers or _describes(reading, insult, index, strangers)
            return _pointed(reading, insult, index) if known else exclaimed
        if not _is_filler(reading, text):
            strangers.append(text)
            if len(strangers) > _STRANGERS:
                return exclaimed
    return exclaimed


def _describes(reading: Reading, insult: Insult, index: int, strangers: list[str]) -> bool:
    """Say whether unknown words between "you" and a noun only describe it: "you redneck coward".

    Without "are" it has to be a single noun without an article, which no verb could have for its
    object ("you saw a clown", "you love clowns").
    """
    sets, words = reading.lexicon.sets, reading.words
    if not insult.noun or words[index].text not in sets["you"]:
        return False
    if sets["no_description"].intersection(strangers):
        return False
    between = {word.text for word in words[index : insult.first]}
    if between & sets["be"]:
        return _closes(reading, insult.last)
    plain = insult.text not in sets["uncountable"] and not insult.text.endswith("s")
    return plain and len(strangers) == 1 and not between & sets["determiner"]


def _names_somebody(reading: Reading, text: str) -> bool:
    sets = reading.lexicon.sets
    return (
        text == "USR"
        or text in reading.names
        or any(text in sets[name] for name in ("you", "me", "third"))
    )


def _is_filler(reading: Reading, text: str) -> bool:
    lexicon = reading.lexicon
    return text in lexicon.sets["filler"] or text in lexicon.profanity or _is_insult(reading, text)


def _pointed(reading: Reading, insult: Insult, index: int) -> Frame | None:
    """Return the frame that the word at `index` makes: it says who is meant."""
    text, sets = reading.words[index].text, reading.lexicon.sets
    if text in sets["you"]:
        return _with_you(reading, insult, index)
    if text in reading.names or (text == "USR" and reading.calls_creator):
        return _made(reading, insult, Target.CREATOR, "you", index)
    if text == "USR":
        beside = index == insult.first - 1 and not _closes(reading, insult.last)
        return None if beside else _made(reading, insult, Target.VIEWER, "viewer", index)
    if text in sets["me"]:
        return _made(reading, insult, Target.SELF, "self", index)
    return _third(reading, insult, index)


def _with_you(reading: Reading, insult: Insult, index: int) -> Frame | None:
    words, sets = reading.words, reading.lexicon.sets
    before = (
        words[index - 1].text
        if index and not _broken(reading, words[index - 1], words[index])
        else ""
    )
    if before in sets["anyone"]:
        return _made(reading, insult, Target.ANYONE, "anyone", index)
    if words[index].text in sets["your"]:
        return _your(reading, insult, index)
    following = _following(reading, insult.last)
    if not insult.noun and following in sets["thing"]:
        return _made(reading, insult, Target.THING, "thing", index)
    return _to_you(reading, insult, "you", index)


def _to_you(reading: Reading, insult: Insult, how: str, index: int) -> Frame:
    """Return the frame of an insult at "you": the creator, or the viewer named in front."""
    if reading.answers_viewer:
        return _made(reading, insult, Target.VIEWER, "viewer", index)
    return _made(reading, insult, Target.CREATOR, how, index)


def _your(reading: Reading, insult: Insult, index: int) -> Frame:
    """Tell "your ugly face" and "your an idiot" (the creator) from "your stupid intro" (the work)."""
    words, sets = reading.words, reading.lexicon.sets
    following = _following(reading, insult.last)
    if following in sets["body"]:
        return _made(reading, insult, Target.CREATOR, "body", index)
    between = {word.text for word in words[index + 1 : insult.first]}
    closed = following == "" or following in sets["closer"]
    is_you_are = bool(between & sets["article"]) or (
        closed and words[index].text in sets["your_are"]
    )
    names_you = insult.noun and sets["your_address"] and insult.text not in sets["owned"]
    if is_you_are or names_you:
        return _to_you(reading, insult, "you", index)
    return _made(reading, insult, Target.THING, "thing", index)


def _exclaimed(reading: Reading, insult: Insult, index: int) -> Frame | None:
    following = _following(reading, insult.last)
    article = reading.lexicon.sets["exclaim_article"]
    if article and reading.words[index + 1].text not in article:
        return None
    if following in reading.lexicon.sets["me"]:
        return _made(reading, insult, Target.SELF, "self", index)
    if following in reading.lexicon.sets["thing"]:
        return _made(reading, insult, Target.THING, "thing", index)
    return _made(reading, insult, Target.PRESENT, "exclaim", index)


def _third(reading: Reading, insult: Insult, index: int) -> Frame | None:
    """Tell "this guy is a moron" (somebody in sight) from "she's such a …" (anybody)."""
    words, sets = reading.words, reading.lexicon.sets
    following = _following(reading, insult.last)
    if following in sets["thing"]:
        return _made(reading, insult, Target.THING, "thing", index)
    window = {word.text for word in words[max(0, index - 2) : index + 1]}
    if window & sets["me"]:
        return _made(reading, insult, Target.SELF, "self", index)
    if window & sets["present"] and words[index].text not in {"this", "detta"}:
        return _made(reading, insult, Target.PRESENT, "third", index)
    if words[index].text in {"this", "that", "detta", "den"} and not insult.noun:
        return None
    return _made(reading, insult, Target.THIRD, "third", index)


def _you_after(reading: Reading, insult: Insult) -> Frame | None:
    """Return the frame of "idiot, you …" at the end of a clause, or "bunch of idiots like you"."""
    words = reading.words
    for step in (1, 2):
        index = insult.last + step
        if index >= len(words) or _broken(reading, words[index - 1], words[index]):
            return None
        if reading.signals.get(words[index].text, 0) & YOU and _closes(reading, index):
            return _made(reading, insult, Target.CREATOR, "you", insult.first)
        if words[index].text not in reading.lexicon.sets["like"]:
            return None
    return None


def _address(reading: Reading, insult: Insult) -> Frame | None:
    """Return the frame of "…, idiot", "Moron!": the insult is a clause by itself."""
    sets, words = reading.lexicon.sets, reading.words
    if not _closes(reading, insult.last):
        return None
    index = insult.first
    strength = False
    while index and not _opens(reading, index):
        text = words[index - 1].text
        if text in reading.lexicon.profanity or _is_insult(reading, text):
            strength = True
        elif text not in sets["address_filler"]:
            return None
        index -= 1
        if insult.first - index > _REACH:
            return None
    if not insult.noun or (insult.text in sets["frame_only"] and not strength):
        return None
    return _to_you(reading, insult, "address", index)


def _following(reading: Reading, index: int) -> str:
    """Return the next word of the same clause, "" at its end."""
    words = reading.words
    if index + 1 >= len(words) or _closes(reading, index):
        return ""
    return words[index + 1].text


def _opens(reading: Reading, index: int) -> bool:
    """Say whether a clause starts at this word."""
    if index == 0:
        return True
    words = reading.words
    gap = reading.text[words[index - 1].end : words[index].start]
    return bool(gap.strip(" '\"")) or not words[index - 1].text[0].isalnum()


def _closes(reading: Reading, index: int) -> bool:
    """Say whether a clause ends after this word."""
    words = reading.words
    if index + 1 >= len(words):
        return True
    gap = reading.text[words[index].end : words[index + 1].start]
    return bool(gap.strip(" '\"")) or not words[index + 1].text[0].isalnum()
