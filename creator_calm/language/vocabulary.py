"""The words of all languages that a disguise or a slip of the fingers may hide."""

from __future__ import annotations

from creator_calm.language.disguises import Vocabulary, is_word
from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.language.typos import slips
from creator_calm.language.word_forms import listed, split


def default_vocabulary() -> Vocabulary:
    """Return the words of all languages together: most comments of a Swede hold English ones."""
    words: set[str] = set()
    strong: list[str] = []
    misspelt: set[str] = set()
    short: list[str] = []
    real: set[str] = set()
    for language in LANGUAGES:
        pack = load_pack(language)
        lexicon, disguises = pack.table("lexicon"), pack.table("disguises")
        words.update(*(listed(lexicon, group) for group in lexicon["words"]))
        words.update(disguises["harm"])
        strong += lexicon["words"]["strong"]
        misspelt.update(filter(is_word, map(_stem, lexicon["words"]["insult"])))
        misspelt.update(filter(is_word, (*lexicon["words"]["strong"], *disguises["harm"])))
        short += disguises["swapped"]
        real.update(disguises["real"])
    return Vocabulary(words, strong, lambda known: slips(misspelt, short, known, real))


def _stem(entry: str) -> str:
    return split(entry)[0]
