"""A library in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from creator_calm.storage.opening import open_library
from tests.storage.builders import START

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from creator_calm.storage.library import Library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data folder."""
    made = tmp_path / "data"
    made.mkdir()
    return made


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    """A new library."""
    made = open_library(folder, START)
    yield made
    made.close()
