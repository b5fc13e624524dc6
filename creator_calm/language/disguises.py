"""Read one token through its disguise: masks, dotted letters, leet, stars, stretched letters.

A disguise is undone only where a word of the lists comes out, so that `gr8`, `P!nk`, `A+` and
`well-known` stay what they are (triage, section 3, steps 7 to 12).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import chain, islice, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SHORTEST = 3
_SHORTEST_CUT = 4
_MOST_LEET_SIGNS = 5
_MOST_RUNS = 4
_MOST_HIDDEN = 6
_MOST_STARS = 2
_SHORTEST_STARRED = 4

_LEET = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": "i", "|": "li", "€": "e", "£": "l", "+": "t", "(": "c",
}  # fmt: skip
_CENSOR_SIGNS = "*#_•%@$!-"

# A look-behind at the front of each keeps the search from starting inside what it has tried.
_LINK = re.compile(
    r"""(?:https?://|www\.)[^\s<>"]*[^\s<>".,;:!?)\]}']"""
    r"|(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,6}"
    r"(?:(?:com|net|org|tv|gg|ly|io|xyz|info|ru|shop)(?![\w-])(?:[/?#:][^\s<>]*)?"
    r"|(?:me|be|co|se|dk|fi|de|uk|cc|app|dev|link|page|store|site|online|club)/[^\s<>]*)"
)
_FEDERATED = re.compile(r"(?<![\w@])@\w+@[\w-]+(?:\.[\w-]+)*")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<![\w@])@\w[\w.]*")
_TIME = re.compile(r"(?<![\d:])\d{1,2}(?::[0-5]\d){1,2}(?![\d:])")
_SET_MASK = re.compile(r"\[(user|name|religion|url)\]")

_DOTTED = re.compile(r"(?<![^\W_])[^\W\d_]([.\-_*·,|/~•+])[^\W\d_](?:\1[^\W\d_])+(?!\1?[^\W_])")
_LEET_PIECE = re.compile(r"""[^\s.,;:?"'/\\~=<>{}\[\])&#*_%•-]+""")
_CENSORED = re.compile(r"(?<![^\W_])[^\W\d_](?:[^\W\d_]|[*#_•%@$!-])*")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_LEADING_WORDS = re.compile("ur|you|are|an|u|r|a|i|so|.")


class Vocabulary:
    """The words a disguise may hide.

    `words` are insults, profanity and words of harm in all their forms; `strong`, the likeliest
    first, those that people write with stars.
    """

    def __init__(
        self,
        words: Iterable[str],
        strong: Iterable[str],
        typos: Callable[[frozenset[str]], dict[str, str]] | None = None,
    ) -> None:
        strong = tuple(dict.fromkeys(strong))
        self._listed = frozenset(filter(is_word, chain(words, strong)))
        self.typos = typos(self._listed) if typos is not None else {}
        self._plain = {_plain(word): word for word in sorted(self._listed)}
        self._longest = max(map(len, self._listed), default=0)
        self._starred: dict[str, list[str]] = defaultdict(list)
        stems = tuple(word for word in strong if len(word) >= _SHORTEST_CUT)
        self._shapes: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._listed):
            self._shapes[word[0], len(word)].append(word)
        inflected = sorted(word for word in self._listed if word.startswith(stems)) if stems else ()
        for word in dict.fromkeys((*strong, *inflected)):
            self._starred[word[0]].append(word)

    def __contains__(self, word: object) -> bool:
        return word in self._listed

    def find(self, word: str) -> str | None:
        """Return `word` as listed, also where it lacks the dots of å, ä and ö."""
        return word if word in self._listed else self._plain.get(word)

    def starred(self, first: str) -> list[str]:
        """Return the words beginning with the letter `first` that stars may stand in."""
        return self._starred.get(first, [])

    def shaped(self, first: str, length: int) -> list[str]:
        """Return every listed word of `length` letters that begins with `first`."""
        return self._shapes.get((first, length), [])

    def cut_out(self, letters: str) -> str | None:
        """Return `letters`, written apart, as words, if a listed one is in them.

        Looks from left to right for the longest listed word; the work is linear.
        """
        whole = self.find(letters) if len(letters) >= _SHORTEST else None
        if whole is not None:
            return whole
        parts: list[str] = []
        rest = at = 0
        while at < len(letters):
            word = self._longest_at(letters, at)
            if word is None:
                at += 1
                continue
            parts += [*_small_words(letters[rest:at]), word]
            rest = at = at + len(word)
        return " ".join([*parts, *_small_words(letters[rest:])]) if parts else None

    def _longest_at(self, letters: str, at: int) -> str | None:
        for end in range(min(at + self._longest, len(letters)), at + _SHORTEST_CUT - 1, -1):
            word = self.find(letters[at:end])
            if word is not None:
                return word
        return None


class TokenReader(dict[str, str]):
    """Token as written → token as meant; remembers, and is emptied when it has grown large."""

    LIMIT = 20_000
    LONGEST = 24

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._words = vocabulary

    def __missing__(self, token: str) -> str:
        value = self._read(token)
        if len(token) <= self.LONGEST:
            if len(self) >= self.LIMIT:
                self.clear()
            self[token] = value
        return value

    def _read(self, token: str) -> str:
        text = token.lower()
        if not text.isalpha():
            text = self._unmask(text)
        if _STRETCHED.search(text) is not None:
            text = _WORD.sub(self._shorten, text)
        return _WORD.sub(self._spell, text)

    def _spell(self, match: re.Match[str]) -> str:
        return self._words.typos.get(match.group(), match.group())

    def _unmask(self, text: str) -> str:
        if any(sign in text for sign in "@:.["):
            text = self._mask(text)
        text = _DOTTED.sub(self._undot, text)
        if any(sign in _LEET for sign in text):
            text = _LEET_PIECE.sub(self._unleet, text)
        if any(sign in _CENSOR_SIGNS for sign in text) and not _is_emphasis(text):
            text = _CENSORED.sub(self._uncensor, text)
        return text

    def _mask(self, text: str) -> str:
        text = _LINK.sub(" URL ", text)
        if "@" in text:
            text = _MAIL.sub(" MAIL ", _FEDERATED.sub(" USR ", text))
            text = _HANDLE.sub(self._handle, text)
        text = _TIME.sub(" TIM ", text)
        text = _SET_MASK.sub(lambda match: " URL " if match[1] == "url" else " USR ", text)
        return " ".join(text.split())

    def _handle(self, match: re.Match[str]) -> str:
        # `@sshole` is no name.
        return match.group() if self._leet_word(match.group().rstrip(".")) else " USR "

    def _undot(self, match: re.Match[str]) -> str:
        return self._words.cut_out(match.group().replace(match[1], "")) or match.group()

    def _unleet(self, match: re.Match[str]) -> str:
        piece = match.group()
        if piece.isalpha() or piece in {"URL", "MAIL", "USR", "TIM"}:
            return piece
        for core in dict.fromkeys((piece.strip("!+(|"), piece.rstrip("!+("), piece)):
            word = self._leet_word(core)
            if word is not None:
                return piece.replace(core, word, 1)
        return piece

    def _leet_word(self, core: str) -> str | None:
        signs = [sign for sign in core if sign in _LEET]
        letters = sum(map(str.isalpha, core))
        if not 1 <= len(signs) <= _MOST_LEET_SIGNS or not letters:
            return None
        if len(core) == _SHORTEST and sum(map(str.isdigit, core)) > 1:
            return None  # a phone called A55
        for choice in product(*(_LEET.get(sign, sign) for sign in core)):
            word = "".join(choice)
            found = self._words.find(word) or self._listed_stretch(word)
            if found is not None and len(found) >= _SHORTEST:
                return found
        return None

    def _uncensor(self, match: re.Match[str]) -> str:
        whole = match.group()
        piece = whole.rstrip("#_•%@$!-")
        if not piece.endswith("**"):
            piece = piece.rstrip("*")
        if piece.isalpha():
            return whole
        word = self._starred_word(piece)
        return word + whole[len(piece) :] if word else whole

    def _starred_word(self, piece: str) -> str | None:
        visible = sum(map(str.isalpha, piece))
        hyphens_only = not any(sign in piece for sign in _CENSOR_SIGNS.replace("-", ""))
        if hyphens_only and visible < 3 and "--" not in piece:
            return None  # `i-t` is no disguise
        candidates = self._words.starred(piece[0])
        same = candidates if visible < _SHORTEST_CUT - 1 else chain(candidates, self._shaped(piece))
        for word in same:
            if len(word) == len(piece) and _fits(piece, word):
                return word
        bare = "".join(filter(str.isalpha, piece))
        if not hyphens_only and len(bare) >= _SHORTEST_CUT and self._words.find(bare):
            return self._words.find(bare)
        head, star, tail = piece.partition("*")
        tail = tail.lstrip("*")
        if not star or visible < 2 or not (head + tail).isalpha():
            return None
        return next(
            (
                word
                for word in candidates
                if 0 < len(word) - visible <= _MOST_HIDDEN
                and word.startswith(head)
                and word.endswith(tail)
            ),
            None,
        )

    def _shaped(self, piece: str) -> list[str]:
        """Return the listed words that a few stars may hide: `m*ron`, not only the strong ones."""
        stars = piece.count("*")
        hidden = len(piece) - sum(map(str.isalpha, piece))
        if stars != hidden or stars > _MOST_STARS or len(piece) < _SHORTEST_STARRED:
            return []
        return self._words.shaped(piece[0], len(piece))

    def _shorten(self, match: re.Match[str]) -> str:
        word = match.group()
        if word in {"URL", "MAIL", "USR", "TIM"} or not _STRETCHED.search(word):
            return word
        return self._listed_stretch(word) or _STRETCHED.sub(r"\1\1", word)

    def _listed_stretch(self, word: str) -> str | None:
        """Return the listed word that `word` stretches, each run being one letter or two."""
        runs = list(islice(_STRETCHED.finditer(word), _MOST_RUNS + 1))
        if not 0 < len(runs) <= _MOST_RUNS:
            return None
        for form in _short_forms(word, runs):
            found = self._words.find(form)
            if found is not None:
                return found
        return None


def _short_forms(word: str, runs: list[re.Match[str]]) -> Iterator[str]:
    for lengths in product((1, 2), repeat=len(runs)):
        parts: list[str] = []
        at = 0
        for run, length in zip(runs, lengths, strict=True):
            parts += word[at : run.start()], run[1] * length
            at = run.end()
        yield "".join(parts) + word[at:]


def _fits(piece: str, word: str) -> bool:
    return all(a == b or a in _CENSOR_SIGNS for a, b in zip(piece, word, strict=True))


def _small_words(letters: str) -> list[str]:
    """Split what stands beside a cut-out word, so that "ura" reads "ur a"."""
    words: list[str] = _LEADING_WORDS.findall(letters)
    return [letters] if any(len(word) == 1 and word not in "urai" for word in words) else words


def _is_emphasis(token: str) -> bool:
    """Say whether `token` stands between stars, as in `*hugs*`."""
    core = token.strip("!?.,:;\"'()")
    return core.startswith("*") and core.endswith("*") and "*" not in core.strip("*")


def is_word(word: str) -> bool:
    """Say whether `word` is one word of three letters or more, which a disguise may hide."""
    return len(word) >= _SHORTEST and word.isalpha()


def _plain(word: str) -> str:
    """Return `word` without marks on its letters: `jävla` → `javla`."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFD", word)))
