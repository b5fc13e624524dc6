"""A desk with a stopped clock, and one with comments on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.paths import Folders
from creator_calm.workspace import Workspace
from tests.storage.builders import MIX, bring_in, sighting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.clock import StoppedClock


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Four empty folders."""
    made = Folders(*(tmp_path / role for role in ("data", "config", "cache", "state")))
    for folder in (made.data, made.config, made.cache, made.state):
        folder.mkdir()
    return made


@pytest.fixture
def opened(folders: Folders, clock: StoppedClock) -> Iterator[Callable[[], Workspace]]:
    """Open the desk, or close it and open it again as a restart does."""
    open_now: list[Workspace] = []

    def again() -> Workspace:
        while open_now:
            open_now.pop().close()
        open_now.append(Workspace.open(folders, clock))
        return open_now[0]

    yield again
    while open_now:
        open_now.pop().close()


@pytest.fixture
def desk(opened: Callable[[], Workspace]) -> Workspace:
    """A new desk."""
    return opened()


@pytest.fixture
def full(desk: Workspace) -> Workspace:
    """A desk with 120 comments, ten of each sort of `builders.MIX`: comment n has key n + 1."""
    bring_in(desk._library, [sighting(number) for number in range(len(MIX) * 10)])
    desk._session.publish(Change(Area.COMMENTS, 120, Deed.IMPORTED))
    return desk
