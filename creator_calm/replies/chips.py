"""What a ticked fact allows a reply to say. Nothing is claimed without one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind
from creator_calm.domain.reply import EXCLUSIVE_CHIPS, TEXT_CHIPS, Chip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CLAIMS: Final[Mapping[Chip, frozenset[str]]] = MappingProxyType(
    {
        Chip.GOT_IT_WRONG: frozenset({"wrong", "concede"}),
        Chip.PARTLY_WRONG: frozenset({"partly", "concede", "agree_part"}),
        Chip.SEE_IT_DIFFERENTLY: frozenset({"differently"}),
        Chip.MY_CHOICE: frozenset({"choice", "wont_change"}),
        Chip.NOT_SURE_YET: frozenset({"not_sure"}),
        Chip.WILL_CHANGE: frozenset({"will_change", "concede", "keep_in_mind"}),
        Chip.ALREADY_FIXED: frozenset({"fixed", "concede"}),
        Chip.WONT_CHANGE: frozenset({"wont_change"}),
        Chip.AGREE_ON: frozenset({"agree_on", "agree_part"}),
        Chip.ANSWER: frozenset({"answer"}),
        Chip.BECAUSE: frozenset({"because"}),
        Chip.WHEN: frozenset({"when"}),
        Chip.WHAT: frozenset({"what"}),
        Chip.WHERE: frozenset({"where"}),
        Chip.POINTER: frozenset({"pointer"}),
        Chip.OFFER: frozenset({"offer"}),
        Chip.OUTCOME: frozenset({"outcome", "done", "solved"}),
        Chip.MAYBE: frozenset({"maybe"}),
        Chip.NO: frozenset({"no"}),
        Chip.CREDIT_THEM: frozenset({"credit"}),
        Chip.LATE: frozenset({"late"}),
        Chip.BOUNDARY: frozenset({"boundary"}),
    }
)
"""Claims each chip unlocks (replies.md section 6). Courtesy is not a claim and needs none."""

SLOT_OF: Final[Mapping[Chip, str]] = MappingProxyType(
    {chip: "view" if chip is Chip.SEE_IT_DIFFERENTLY else chip.value for chip in TEXT_CHIPS}
)
"""The slot that takes the words of a chip."""

_WORDLESS: Final = frozenset({Chip.SEE_IT_DIFFERENTLY})
"""Text chips that already say something when no words are typed yet."""

_WITH_A_LOSS: Final = frozenset({Kind.COMPLAINT})
"""Kinds in which somebody lost money or goods, the only place for an offer."""


def settle(facts: Mapping[Chip, str]) -> dict[Chip, str]:
    """Return the facts without contradictions: in an exclusive group the last ticked one stands."""
    settled: dict[Chip, str] = {}
    for chip, words in facts.items():
        for group in EXCLUSIVE_CHIPS:
            if chip in group:
                for other in group - {chip}:
                    settled.pop(other, None)
        settled[chip] = " ".join(words.split())
    return settled


def standing(facts: Mapping[Chip, str], kind: Kind) -> dict[Chip, str]:
    """Return the settled facts that count here: with their words, and offers only after a loss."""
    return {
        chip: words
        for chip, words in settle(facts).items()
        if (words or chip not in TEXT_CHIPS or chip in _WORDLESS)
        and (chip is not Chip.OFFER or kind in _WITH_A_LOSS)
    }


def claims(facts: Iterable[Chip]) -> frozenset[str]:
    """Return everything that may be claimed with these chips ticked."""
    return frozenset[str]().union(*(CLAIMS[chip] for chip in facts))


def rests_on(claimed: Iterable[str], facts: Mapping[Chip, str]) -> tuple[Chip, ...]:
    """Return the ticked chips that claims rest on, in the order of `Chip`, as few as do."""
    wanted = set(claimed)
    chosen: set[Chip] = set()
    # A chip with one claim of its own is the reason for it; shared ones (conceding) come last.
    for claim in sorted(wanted, key=lambda name: sum(name in CLAIMS[chip] for chip in facts)):
        if any(claim in CLAIMS[chip] for chip in chosen):
            continue
        source = next((chip for chip in facts if claim in CLAIMS[chip]), None)
        if source is not None:
            chosen.add(source)
    return tuple(chip for chip in Chip if chip in chosen)
