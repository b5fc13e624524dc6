"""The table of hostile files: each ends in a receipt or a worded refusal, in time and in little memory."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.hostile.containers import CONTAINERS
from tests.hostile.files import HOSTILE as FILES
from tests.hostile.reading import MEGABYTES, SECONDS, outcome

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = FILES | CONTAINERS

pytestmark = [
    pytest.mark.hostile,
    pytest.mark.skipif(sys.platform != "linux", reason="measures itself through /proc"),
]


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.slow if HOSTILE[name].slow else ()) for name in HOSTILE],
)
def test_a_hostile_file_is_read_or_refused(name: str, tmp_path: Path) -> None:
    hostile = HOSTILE[name]
    file = tmp_path / "hostile"
    file.write_bytes(hostile.make())
    found = outcome(file)
    assert found.code == (hostile.code.value if hostile.code else None)
    if hostile.new is not None:
        assert found.new == hostile.new
    assert found.seconds < SECONDS
    assert found.megabytes < MEGABYTES
    assert found.foreign == []
