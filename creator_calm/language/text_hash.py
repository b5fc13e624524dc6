"""A number for the words of a text, so that the same words are known again and cannot be read back."""

from __future__ import annotations

import hashlib

from creator_calm.language.normalise import normalise

_ALL_OF_IT = 2_000


def text_hash(text: str) -> int:
    """Return 63 bits of the normalised text; what the normaliser sees through counts as the same.

    Behind the first 2,000 characters the text counts as it is written.
    """
    words = " ".join(normalise(text).split()) + text[_ALL_OF_IT:]
    digest = hashlib.blake2b(words.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
