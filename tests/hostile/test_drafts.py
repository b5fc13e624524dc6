"""The look at a draft meets whatever is pasted into it: never an exception, never a long wait."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.language.pack import LANGUAGES
from creator_calm.replies import private_data
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.draft_text import MAX_CHARACTERS
from creator_calm.replies.tone_rules import load_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.hostile

ODD = {
    "empty": "", "blank": " \n\t\u00a0\u2003", "huge": "You are wrong, idiot. " * 5_000, "one_word": "a" * 100_000,
    "emoji": "😀👨‍👩‍👧‍👦🇸🇪👍🏽" * 50, "combining": "e\u0301" * 500, "zalgo": "Y" + "\u0301\u0317\u0489" * 200 + "ou are wrong.",
    "arabic": "هذا غير صحيح على الإطلاق", "chinese": "你完全错了！！！", "markup": "<b onclick=x>You are wrong</b>&amp;<script>",
    "nul": "You are\x00 wrong. \x00", "surrogate": "You are wrong. \ud83d and \udc00", "bidi": "\u202eYou are wrong\u202c",
    "braces": "{topic} {0} %s $(x) `y`", "dotted_i": "İ" * 300 + " You are wrong.", "lines": "\n" * 5_000,
    "quotes": '"' * 3_000, "signs": "?!" * 2_000, "numbers": "0123456789" * 400,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(ODD))
@pytest.mark.parametrize("language", [None, "en", "sv", "xx"])
def test_whatever_is_pasted_is_looked_at(name: str, language: str | None) -> None:
    draft = ODD[name]
    for kind in (None, Kind.COMPLAINT, Kind.DISTRESS):
        report = check(
            draft, language, kind, to=Addressee(draft, private_words=("a", "\ud83d", "("))
        )
        last = 0
        for one in report.findings:
            assert last <= one.start < one.end <= min(len(draft), MAX_CHARACTERS)
            last = one.end
        assert len(report.findings) <= 30
        json.dumps([one.message for one in report.findings])


def test_words_are_seen_between_odd_signs() -> None:
    for name in ("markup", "surrogate", "dotted_i"):
        found = check(ODD[name], "en").findings
        assert [ODD[name][one.start : one.end].lower() for one in found][:1] == ["you are wrong"]


SIGNS = MAX_CHARACTERS
SECONDS = 0.05
"""Of the processor, for one pattern on all that is ever looked at; a linear one needs a thousandth."""
PIECES = [
    " ", "a", "a ", "you ", "du ", "you are ", "wow ", "sorry ", "i ", "it's ", "all ", "clearly a ", "no ", "och ", "inte ",
    "som ", "that's ", "don't ", "det är ", "jag ", "ni ", "1", "1 ", "0-", "@", "a@", "a.", "A ", "AB ", "A1 ", "!", ",", ", ",
    "\n", '"', "order ", "order 1", "12 Aa ", "1.1.", "(", "((", "'", "…", "_", "-",
]  # fmt: skip


def _of_tone(language: str) -> Iterator[tuple[str, object]]:
    tone = load_tone(language)
    for rule in tone.rules:
        for number, group in enumerate((*rule.groups, *rule.care)):
            yield from ((f"{language} {rule.id} {number}", one) for one in group.patterns)
    for name, patterns in tone.positives.items():
        yield from ((f"{language} {name}", pattern) for pattern in patterns)
    yield from ((f"{language} words.{name}", value) for name, value in vars(tone.words).items())


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    named: list[tuple[str, object]] = [one for code in LANGUAGES for one in _of_tone(code)]
    named += [(f"private_data.{name}", value) for name, value in vars(private_data).items()]
    return ((name, one) for name, one in named if isinstance(one, re.Pattern))


PATTERNS = list(_patterns())


def test_no_pattern_is_slow_on_a_long_row_of_anything() -> None:
    assert len(PATTERNS) > 60
    slow = []
    for name, pattern in PATTERNS:
        # What a guard searches is at most some sixty characters long.
        signs = 60 if " words." in name and not name.endswith(("warmth", "acknowledges")) else SIGNS
        for piece in PIECES:
            text = (piece * signs)[:signs]
            started = time.process_time()
            for _ in pattern.finditer(text):
                pass
            if time.process_time() - started > SECONDS:
                slow.append((name, piece))
    assert slow == []
