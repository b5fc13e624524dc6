"""The line below a draft says what was found and no more."""

from __future__ import annotations

import pytest

from creator_calm.domain.draft import DraftFinding, FindingLevel
from creator_calm.wording import findings_line

HINT = DraftFinding(0, 1, "shouting", FindingLevel.HINT, "")
FLAG = DraftFinding(0, 1, "contempt", FindingLevel.FLAG, "")
PRIVATE = DraftFinding(0, 1, "private_data", FindingLevel.STRONG, "")


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ((), "Nothing to look at."),
        ((HINT,), "One small thing, if you like."),
        ((HINT, HINT), "A few small things, if you like."),
        ((FLAG,), "One phrase may sound defensive."),
        ((FLAG, HINT), "A few phrases may sound defensive."),
        ((PRIVATE,), "There is something private in it."),
    ],
)
def test_what_was_found_is_called_what_it_is(findings: tuple[DraftFinding, ...], line: str) -> None:
    assert findings_line(findings) == line
