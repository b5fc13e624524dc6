"""The words of `topics.toml` as one table, and a text as tokens with what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_TOKENS = 400

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.!?…;]+|[,:()\n]")
_UNREAD = re.compile(r'"[^"\n]{1,300}"|https?://\S+|www\.\S+|[@#]\w+')
_ANY = "_"
_END = ""
_BARE_LACKS = frozenset({"unclear", "hard_to_read", "boring"})
_OF_PERSONS = frozenset(
    {"", "annoying", "boring", "too_much", "too_little", "too_slow", "too_fast", "broken", "wrong"}
)


class Role(Enum):
    """What a word or phrase stands for."""

    TOPIC = auto()
    WEAK = auto()
    BAD = auto()
    ALONE = auto()
    ADJECTIVE = auto()
    LACKS = auto()
    ASK = auto()
    GOOD = auto()
    NEGATION = auto()
    TOO = auto()
    VERY = auto()
    ENOUGH = auto()
    REQUEST = auto()
    WORK = auto()
    NOT_WORK = auto()
    HARMLESS = auto()
    PLACE = auto()
    NUMBERED = auto()
    WHOLE = auto()
    QUESTION = auto()


_SAYING = frozenset({Role.BAD, Role.ALONE, Role.ADJECTIVE, Role.LACKS, Role.ASK, Role.WORK})
_WISHES = frozenset({Role.ASK, Role.WORK})


class Mark(NamedTuple):
    """A phrase found: `length` tokens from token `at`. `value` is a topic, a direction or a place."""

    at: int
    length: int
    role: Role
    value: str = ""
    negative: bool = False


class Token(NamedTuple):
    """A word of the text, in lower case, and where it stands."""

    word: str
    start: int
    end: int
    sentence: int
    clause: int


class _Phrase(NamedTuple):
    """A phrase of the table and what it stands for; `negative` if it begins with a negation."""

    words: tuple[str, ...]
    role: Role
    value: str
    negative: bool


class TopicWords:
    """One language's words for topics, judgements and wishes, ready to be looked up."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._phrases: dict[str, list[_Phrase]] = {}
        parts: dict[str, str] = table["parts"]
        self._copulas = frozenset(_split(parts["copula"]))
        self._determiners = frozenset(_split(parts["determiner"]))
        self._clause = frozenset(_split(parts["clause"]))
        self._negations = frozenset(_split(parts["negation"]))
        self.person = frozenset(_split(parts["person"]))
        self.prepositions = frozenset(_split(parts["preposition"]))
        self.joining = frozenset(_split(parts["joining"]))
        self.own, self.theirs, self.bought, self.aside = (
            frozenset(_split(table["naming"][name]))
            for name in ("own", "theirs", "bought", "aside")
        )
        self.personal = _OF_PERSONS
        self.bare_lacks = _BARE_LACKS
        self.implied: dict[str, str] = table["implied"]
        self.kin = {topic: frozenset(_split(others)) for topic, others in table["kin"].items()}
        self.wanted = frozenset(_split(parts["wanted"]))
        self.absent = frozenset(_split(parts["absent"]))
        self.implied_beside: dict[str, str] = table["implied_beside"]
        self._scales = {name: table[name] for name in ("high", "low")}
        self.strong: dict[str, set[str]] = {}
        self._add_topics(table)
        self._add_directions(table["directions"])
        self._add_parts(parts)
        self._add(table["naming"]["question"], Role.QUESTION)
        self._add_places(table)
        self._by_words = {first: _by_second(phrases) for first, phrases in self._phrases.items()}

    def names_topic(self, text: str) -> bool:
        """Say quickly whether a topic can be in a lower-case `text`."""
        return not self._telling.isdisjoint(_WORDS.findall(text))

    def holds_point(self, text: str) -> bool:
        """Say quickly whether a topic and something said of it can be in a lower-case `text`."""
        words = _WORDS.findall(text)
        return not (self._telling.isdisjoint(words) or self._saying.isdisjoint(words))

    def resolve(self, direction: str | None, topic: str) -> str | None:
        """Return what "high" and "low" mean of `topic`; other directions as they are."""
        scale = self._scales.get(direction or "")
        if scale is None:
            return direction
        found: str = scale.get(topic, scale["other"])
        return found

    def tokens(self, text: str) -> list[Token]:
        """Return the words of `text`; quotes, links, names and hashtags are left out."""
        lower = text.lower().replace("’", "'")
        if len(lower) != len(text):
            lower = text.replace("’", "'")
        if any(sign in lower for sign in '"@#/.'):
            lower = _UNREAD.sub(lambda match: " " * len(match.group()), lower)
        found: list[Token] = []
        sentence = clause = 0
        for match in _TOKEN.finditer(lower):
            word = match.group()
            if word[0].isalnum():
                if word in self._clause:
                    clause += 1
                # As `Token(…)` does, in half the time: this runs for every word of most comments.
                found.append(tuple.__new__(Token, (word, *match.span(), sentence, clause)))
                if len(found) == MAX_TOKENS:
                    break
                continue
            clause += 1
            if word[0] not in ",:()":
                sentence += 1
        return found

    def marks(self, tokens: list[Token]) -> list[Mark]:
        """Return every phrase of the table in `tokens`, the longest at each place."""
        found: list[Mark] = []
        at = 0
        while at < len(tokens):
            by_second = self._by_words.get(tokens[at].word)
            step = 1
            if by_second is not None:
                after = tokens[at + 1].word if at + 1 < len(tokens) else _END
                phrases = by_second.get(after) or by_second[_END]
                # Mostly none: "the" begins phrases, but not with this word behind it.
                for mark in self._longest(tokens, at, phrases) if phrases else ():
                    found.append(mark)
                    step = max(step, mark.length if mark.role is not Role.ASK else 1)
            at += step
        return found

    @staticmethod
    def around(marks: list[Mark], first: int, last: int) -> list[Mark]:
        """Return the marks that begin at tokens `first` to `last` - 1."""
        low = bisect_left(marks, first, key=_place)
        return marks[low : bisect_left(marks, last, key=_place)]

    def _longest(self, tokens: list[Token], at: int, phrases: list[_Phrase]) -> Iterator[Mark]:
        best = 0
        wishes_too = False
        for phrase in phrases:
            length = len(phrase.words)
            # "credit the artist" is a topic and begins with a word of work.
            if length < best and not (wishes_too and phrase.role in _WISHES):
                continue
            mark = self._mark(tokens, at, phrase) if _stands(tokens, at, phrase.words) else None
            if mark is not None:
                best = max(best, length)
                wishes_too = wishes_too or mark.role is Role.TOPIC
                yield mark

    def _mark(self, tokens: list[Token], at: int, phrase: _Phrase) -> Mark | None:
        length = len(phrase.words)
        if phrase.role is Role.WEAK:
            return (
                Mark(at, length, Role.TOPIC, phrase.value)
                if self._determined(tokens, at, length)
                else None
            )
        if phrase.role is Role.NUMBERED:
            number = tokens[at + length].word if at + length < len(tokens) else ""
            if not number.isdecimal() or not number.isascii() or len(number) > 5:
                return None
            return Mark(at, length, Role.PLACE, f"{phrase.value} {number}")
        return Mark(at, length, phrase.role, phrase.value, phrase.negative)

    def _determined(self, tokens: list[Token], at: int, length: int) -> bool:
        """Say whether a word that may be another one is a noun: the …, … 4, or "… is" in front."""
        for back in range(max(at - 2, 0), at):
            if (
                tokens[back].word in self._determiners
                and tokens[back].sentence == tokens[at].sentence
            ):
                return True
        if at + length >= len(tokens):
            return False
        after = tokens[at + length]
        begins = at == 0 or tokens[at - 1].clause != tokens[at].clause
        return after.word.isdecimal() or (begins and after.word in self._copulas)

    def _add(self, forms: str, role: Role, value: str = "") -> None:
        for form in _split(forms):
            words = tuple(_FORM.findall(form))
            negative = words[0] in self._negations
            self._phrases.setdefault(words[0], []).append(_Phrase(words, role, value, negative))

    def _add_topics(self, table: Mapping[str, Any]) -> None:
        for topic, entry in table["topics"].items():
            self._add(entry.get("forms", ""), Role.TOPIC, topic)
            self._add(entry.get("weak", ""), Role.WEAK, topic)

    def _add_directions(self, directions: Mapping[str, Mapping[str, str]]) -> None:
        for direction, entry in directions.items():
            self._add(entry.get("too", ""), Role.ADJECTIVE, direction)
            self._add(entry.get("lacks", ""), Role.LACKS, direction)
            self._add(entry.get("alone", ""), Role.ALONE, direction)
            self._add(entry.get("ask", ""), Role.ASK, direction)
            for word in _split(entry.get("strong", "")):
                self.strong.setdefault(word, set()).add(direction)
        for name, scale in self._scales.items():
            self._add(scale["word"], Role.ADJECTIVE, name)

    def _add_parts(self, parts: Mapping[str, str]) -> None:
        roles = {
            "bad": Role.BAD, "problem": Role.BAD, "harmless": Role.HARMLESS, "good": Role.GOOD,
            "negation": Role.NEGATION, "too": Role.TOO, "very": Role.VERY, "enough": Role.ENOUGH,
            "request": Role.REQUEST, "work": Role.WORK, "not_work": Role.NOT_WORK, "whole": Role.WHOLE,
        }  # fmt: skip
        for name, role in roles.items():
            self._add(parts[name], role)

    def _add_places(self, table: Mapping[str, Any]) -> None:
        for place, entry in table["places"].items():
            self._add(entry["forms"], Role.PLACE, place)
        for place, entry in table["numbered"].items():
            self._add(entry["forms"], Role.NUMBERED, place)
        self._add("tim", Role.PLACE, "time")
        implied = {*self.implied, *self.implied_beside}
        topical = {Role.TOPIC, Role.WEAK, Role.NUMBERED}
        phrases = [phrase for group in self._phrases.values() for phrase in group]
        # The longest word of each phrase: common ones such as "the" say nothing.
        self._telling = {"TIM"} | {
            max(phrase.words, key=len)
            for phrase in phrases
            if phrase.role in topical or phrase.value in implied
        }
        self._saying = {max(phrase.words, key=len) for phrase in phrases if phrase.role in _SAYING}
        self._saying |= self._negations


_WORDS = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_FORM = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|_")


def _split(forms: str) -> list[str]:
    return [form.strip() for form in forms.split("|") if form.strip()]


def _by_second(phrases: list[_Phrase]) -> dict[str, list[_Phrase]]:
    """Return phrases of one first word by their second, the longest first.

    Those of one word, or whose second may be any, stand under every key; under `_END` alone too.
    """
    open_ended = [phrase for phrase in phrases if phrase.words[1:2] in {(), (_ANY,)}]
    found = {_END: list(open_ended)}
    for phrase in phrases:
        if phrase not in open_ended:
            found.setdefault(phrase.words[1], list(open_ended)).append(phrase)
    for group in found.values():
        group.sort(key=lambda phrase: -len(phrase.words))
    return found


def _stands(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > len(tokens) or tokens[at + len(words) - 1].sentence != tokens[at].sentence:
        return False
    return all(word in {_ANY, tokens[at + place].word} for place, word in enumerate(words))


def _place(mark: Mark) -> int:
    return mark.at
