"""How many of the labelled lines of each sort come out right, written plainly and disguised.

Single lines are held in test_lines.py; here whole groups are held to a share, over everyday
writings (capitals, no punctuation, an emoji, praise in front). Run with -s to see the shares.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.triage.judging import judge
from tests.triage.test_lines import VARIANTS

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Assessment

GROUPS: Final[list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "lines" / "shares.toml").read_text(encoding="utf-8")
)["group"]


def is_right(found: Assessment, group: dict[str, Any]) -> bool:
    if found.put_away != group["away"] or found.kind in group.get("not_kinds", ()):
        return False
    return not group["away"] or found.kind in group.get("kinds", [found.kind])


@pytest.mark.parametrize(
    "group", [pytest.param(g, id=f"{g['language']}-{g['name']}") for g in GROUPS]
)
def test_share(group: dict[str, Any]) -> None:
    wrong = [
        (variant, line)
        for variant, change in VARIANTS.items()
        for line in group["lines"]
        if not is_right(judge(change(line, group["language"])), group)
    ]
    share = 1 - len(wrong) / (len(VARIANTS) * len(group["lines"]))
    sys.stdout.write(f"{group['language']} {group['name']:45} {share:.3f}\n")
    assert share >= group["least"], wrong
