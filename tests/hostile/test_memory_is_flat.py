"""Ten times the comments need little more memory: what is kept of each is a few bytes for its id."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.hostile.files import _DISQUS, _post
from tests.hostile.reading import outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

FEW, MANY = 15_000, 150_000
MEGABYTES = 12
"""For ten times the comments; held at once they would be more than 100."""

pytestmark = [
    pytest.mark.hostile,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="measures itself through /proc"),
]


def _item(number: int) -> dict[str, object]:
    return {"id": f"Ug{number:08}", "author": f"@p{number % 99}", "text": f"words {number} " * 12}


def _csv(file: TextIO, count: int) -> None:
    file.write("id,author,text\n")
    file.writelines(",".join(map(str, _item(i).values())) + "\n" for i in range(count))


def _json(file: TextIO, count: int) -> None:
    file.write('{"comments": [')
    file.writelines(("," if i else "") + json.dumps(_item(i)) for i in range(count))
    file.write("]}")


def _lines(file: TextIO, count: int) -> None:
    file.writelines(json.dumps(_item(i)) + "\n" for i in range(count))


def _xml(file: TextIO, count: int) -> None:
    file.write(_DISQUS)
    file.writelines(_post(i, f"words {i} " * 12) for i in range(count))
    file.write("</disqus>")


@pytest.mark.parametrize("write", [_csv, _json, _lines, _xml])
def test_memory_does_not_grow_with_the_file(
    write: Callable[[TextIO, int], None], tmp_path: Path
) -> None:
    used = []
    for count in (FEW, MANY):
        file = tmp_path / str(count)
        with file.open("w", encoding="utf-8") as text:
            write(text, count)
        found = outcome(file)
        assert (found.code, found.new) == (None, count)
        used.append(found.megabytes)
        file.unlink()
    assert used[1] - used[0] < MEGABYTES
