"""What the look at a draft marks in labelled lines: what the tests hold to, the benchmark prints.

All lines are our own. `calm` are answers of somebody who knows their trade, `defensive` the ones
that make it worse, `held_out_defensive` such that no rule was written by. `rules` hold for each
rule lines that it marks and near misses that it leaves alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from creator_calm.domain.draft import FindingLevel
from creator_calm.replies.draft_check import check

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Kind

DRAFTS: Final = Path(__file__).parent / "drafts"
RULE, FLAGGED, ANY = 0.01, 0.03, 0.06
"""At most these shares of calm answers: by one rule that flags, by all of them, with hints."""
RECALL: Final = 0.85


def lines(name: str) -> list[str]:
    """Return the lines of a file of drafts."""
    return (DRAFTS / f"{name}.txt").read_text("utf-8").splitlines()


@dataclass
class Marked:
    """How many of the lines tried are marked: by any rule, by one that flags, by each of these."""

    tried: int
    found: int = 0
    flagged: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)
    not_found: list[str] = field(default_factory=list)

    def share(self, count: int) -> float:
        """Return a count as a share of the lines tried."""
        return count / self.tried


@cache
def marked(name: str, language: str, kind: Kind | None = None) -> Marked:
    """Look at every line of a file as an answer to a comment of `kind`.

    Without a kind no line is marked for being short or long, so that words alone count.
    """
    drafts = lines(f"{name}_{language}")
    figures = Marked(len(drafts))
    for draft in drafts:
        findings = check(draft, language, kind).findings
        strict = {one.rule for one in findings if one.level is not FindingLevel.HINT}
        figures.found += bool(findings)
        figures.flagged += bool(strict)
        figures.by_rule.update(strict)
        if not findings:
            figures.not_found.append(draft)
    return figures
