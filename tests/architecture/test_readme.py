"""The README names nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

from creator_calm.cli.parser import COMMANDS

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_link_and_picture_is_there() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert len(targets) >= 5
    assert not [target for target in targets if not (ROOT / target).exists()]


def test_every_command_is_one() -> None:
    named = set(re.findall(r"python3 run\.py ([a-z-]+)", README)) - {"test"}
    assert len(named) >= 5
    assert named <= set(COMMANDS)
