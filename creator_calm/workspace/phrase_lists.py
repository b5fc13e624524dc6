"""Own words one by one and as a plain list: what is refused, and how a list is read and written.

A list is a text file, one word or phrase a line. `+` before it means "never put away", `=` "exactly
as written", a `*` at its end "starts with", `@` "in the author's name"; `!` divides exceptions, and
what stands behind `#` is a note. Without any of these a line is a word to put away.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.own_rules import (
    LONGEST_NOTE,
    LONGEST_PHRASE,
    MOST_EXCEPTIONS,
    MOST_PHRASES,
    Match,
    Phrase,
    Where,
    Wish,
)
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.clean import for_storage
from creator_calm.triage.phrase_book import too_small

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTE = " # "
_EXCEPT = " ! "
_PLACES = {"@@": Where.BOTH, "@": Where.AUTHOR}
_FIRST_SIGNS = ("+", "=", "@@", "@")


def identity(phrase: Phrase) -> tuple[object, ...]:
    """Return what makes two phrases the same: everything but the note, the time and the id."""
    text = " ".join(phrase.text.casefold().split())
    return text, phrase.wish, phrase.match, phrase.where


def checked(phrase: Phrase) -> Phrase:
    """Return a phrase as it is kept. Raises Problem PHRASE_TOO_SMALL or PHRASE_TOO_LONG."""
    text = _tidy(phrase.text)
    exceptions = tuple(dict.fromkeys(filter(None, map(_tidy, phrase.exceptions))))
    note = _tidy(phrase.note)
    if any(len(one) > LONGEST_PHRASE for one in (text, *exceptions)):
        raise Problem(ProblemCode.PHRASE_TOO_LONG, n=LONGEST_PHRASE)
    if len(note) > LONGEST_NOTE:
        raise Problem(ProblemCode.PHRASE_TOO_LONG, n=LONGEST_NOTE)
    if too_small(text):
        raise Problem(ProblemCode.PHRASE_TOO_SMALL)
    return replace(phrase, text=text, exceptions=exceptions[:MOST_EXCEPTIONS], note=note)


def look_for_room(number: int) -> None:
    """Raise Problem TOO_MANY_PHRASES where so many do not fit."""
    if number > MOST_PHRASES:
        raise Problem(ProblemCode.TOO_MANY_PHRASES, n=MOST_PHRASES)


def read(text: str, name: str = "") -> tuple[tuple[Phrase, ...], int]:
    """Return the phrases of a list and how many lines will not do. Raises Problem NO_PHRASES."""
    found: dict[tuple[object, ...], Phrase] = {}
    refused = 0
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("# "):
            continue
        try:
            phrase = checked(_line(line))
        except Problem:
            refused += 1
            continue
        found.setdefault(identity(phrase), phrase)
    if not found:
        raise Problem(ProblemCode.NO_PHRASES, name=name)
    return tuple(found.values()), refused


def write(phrases: Iterable[Phrase]) -> str:
    """Return phrases as a list that `read` gives back."""
    return "".join(f"{_written(phrase)}\n" for phrase in phrases)


def _tidy(text: str) -> str:
    return " ".join(for_storage(text).split())


def _line(line: str) -> Phrase:
    rest, _, note = line.strip().partition(_NOTE)
    words, *exceptions = rest.split(_EXCEPT)
    signs: set[str] = set()
    while (sign := next((one for one in _FIRST_SIGNS if words.startswith(one)), "")) and (
        sign not in signs and len(words) > len(sign)
    ):
        signs.add(sign)
        words = words[len(sign) :].lstrip()
    starts = words.endswith("*") and len(words) > 1 and "=" not in signs
    match = Match.EXACT if "=" in signs else Match.STARTS if starts else Match.WORD
    where = next((_PLACES[one] for one in _PLACES if one in signs), Where.COMMENT)
    return Phrase(
        0,
        words[:-1] if starts else words,
        Wish.KEEP if "+" in signs else Wish.AWAY,
        match,
        where,
        tuple(exceptions),
        note,
    )


def _written(phrase: Phrase) -> str:
    sign = "+" if phrase.wish is Wish.KEEP else ""
    exact = "=" if phrase.match is Match.EXACT else ""
    place = {Where.BOTH: "@@", Where.AUTHOR: "@"}.get(phrase.where, "")
    star = "*" if phrase.match is Match.STARTS else ""
    exceptions = "".join(f"{_EXCEPT}{one}" for one in phrase.exceptions)
    note = f"{_NOTE}{phrase.note}" if phrase.note else ""
    return f"{sign}{exact}{place}{phrase.text}{star}{exceptions}{note}"
