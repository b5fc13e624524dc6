"""Small text files of the creator's own: lists of words out and in, corrections out."""

from __future__ import annotations

import os
from pathlib import Path

from creator_calm.domain.problems import Problem, ProblemCode

LARGEST_LIST = 2_000_000


def read(path: str) -> tuple[str, str]:
    """Return the text and the name of a UTF-8 file. Raises Problem."""
    place = Path(path)
    try:
        if not place.is_file():
            raise Problem(ProblemCode.FILE_MISSING, name=place.name)
        if place.stat().st_size > LARGEST_LIST:
            raise Problem(ProblemCode.FILE_TOO_BIG, name=place.name, mb=LARGEST_LIST // 1_000_000)
        return place.read_text(encoding="utf-8-sig"), place.name
    except UnicodeDecodeError:
        raise Problem(ProblemCode.NOT_TEXT, name=place.name) from None
    except (OSError, ValueError):
        raise Problem(ProblemCode.FILE_UNREADABLE, name=place.name) from None


def write(path: str, text: str) -> None:
    """Write a file: all of it or nothing. Raises Problem CANNOT_WRITE."""
    place = Path(path)
    half = place.with_name(place.name + ".part")
    try:
        half.write_text(text, encoding="utf-8", newline="\n")
        os.replace(half, place)  # noqa: PTH105 - both are names the creator chose
    except (OSError, ValueError):
        raise Problem(ProblemCode.CANNOT_WRITE, name=place.name) from None
