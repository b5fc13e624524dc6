"""Each rule of the look at a draft: lines that it marks and near misses that it leaves alone.

`rules_*.tsv` hold rule, hit or near, kind of the comment or nothing, draft; `answers_*.tsv` also
the comment, for the rules that look at the whole draft.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.tone_rules import ORDER
from tests.replies.draft_gates import DRAFTS
from tests.replies.made import LANGUAGES

LEAST = 10
BY_WORDS = tuple(
    rule for rule in ORDER if rule not in {"private_data", "vague", "off_topic", "too_long"}
)


@cache
def rows(name: str) -> list[list[str]]:
    """Return the fields of a file's lines."""
    text = (DRAFTS / f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_lines_enough(language: str) -> None:
    counts = Counter((row[0], row[1]) for row in rows(f"rules_{language}"))
    counts += Counter((row[0], row[1]) for row in rows(f"answers_{language}"))
    rules = [rule for rule in ORDER if rule != "private_data"]
    few = [(rule, how) for rule in rules for how in ("hit", "near") if counts[rule, how] < LEAST]
    assert few == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", BY_WORDS)
def test_a_rule_marks_its_lines_and_leaves_the_near_ones_alone(rule: str, language: str) -> None:
    wrong = []
    for name, how, kind, draft in rows(f"rules_{language}"):
        if name != rule:
            continue
        found = [one.rule for one in check(draft, language, Kind(kind) if kind else None).findings]
        if found != ([rule] if how == "hit" else []):
            wrong.append((how, draft, found))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", ["vague", "off_topic", "too_long"])
def test_the_whole_draft_is_held_against_its_comment(rule: str, language: str) -> None:
    wrong = []
    for name, how, kind, comment, draft in rows(f"answers_{language}"):
        if name != rule:
            continue
        found = [
            one.rule for one in check(draft, language, Kind(kind), to=Addressee(comment)).findings
        ]
        if (rule in found) != (how == "hit"):
            wrong.append((how, draft, found))
    assert wrong == []
