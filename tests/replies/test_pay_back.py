"""Telling that it is done: the creator's outcome and nothing else is claimed, in the comment's language."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from creator_calm.domain.assessment import Kind, Lane, Point, Severity
from creator_calm.domain.comment import Author, Comment, CommentId, Platform
from creator_calm.domain.reply import Audience, Chip, Intent, ReplyContext, Suggestion, Tone
from creator_calm.language.pack import load_pack
from creator_calm.replies.bank import SLOT, load_bank
from creator_calm.replies.draft_check import check
from creator_calm.replies.pay_back import for_everybody, pay_back
from creator_calm.replies.surface import opener
from tests.storage.builders import ABUSE, CRITIQUE, HARSH_POINT, THREAT

NAME = "Quentin"
OUTCOMES = {
    "en": (
        "The sound is level from now on",
        "every chapter has its name in the description.",
        "the link works again: https://example.org/a",
        "I re-recorded the middle part",
    ),
    "sv": (
        "Ljudet är jämnt från och med nu",
        "varje kapitel har fått sitt namn i beskrivningen.",
        "länken fungerar igen: https://example.org/a",
        "Jag har spelat in mitten på nytt",
    ),
}
CASES = [(language, outcome) for language, ones in OUTCOMES.items() for outcome in ones]
TOPICS = sorted(load_pack("en").topics)


def comment(number: int = 1, text: str = "The sound is far too loud at 3:20") -> Comment:
    return Comment(CommentId(f"youtube:{number}"), Author(NAME, NAME), text, Platform.YOUTUBE)


def context(outcome: str, **more: object) -> ReplyContext:
    return replace(ReplyContext(facts={Chip.OUTCOME: outcome}), **more)  # type: ignore[arg-type]


def is_postable(made: Suggestion, outcome: str) -> None:
    text = made.text
    assert outcome.rstrip(".").lower() in text.lower(), text
    assert not SLOT.search(text), text
    assert "  " not in text, text
    assert text[0].isupper(), text
    assert NAME not in text, text
    assert check(text, made.language, Kind.CRITIQUE).findings == (), text
    assert made.claims <= {"outcome", "done", "solved"}, text
    assert made.facts == (Chip.OUTCOME,), text
    assert made.audience is Audience.PUBLIC
    assert not re.search(r"[.!?]{2}$", text), text


@pytest.mark.parametrize(("language", "outcome"), CASES)
def test_every_draft_to_somebody_who_asked_can_be_posted(language: str, outcome: str) -> None:
    seen: set[str] = set()
    for number, topic in enumerate(TOPICS):
        verdict = replace(CRITIQUE, language=language, points=(Point(topic),))
        for tone in Tone:
            made = pay_back(comment(number), verdict, context(outcome, tone=tone))
            assert made is not None, (topic, tone)
            assert made.language == language
            assert made.intent is Intent.PAY_BACK
            assert set(made.moves) <= {"pay_back", "follow_up"}
            is_postable(made, outcome)
            seen.update(made.phrases)
    assert len(seen) >= 5, "one sentence for everybody sounds made"


@pytest.mark.parametrize(("language", "outcome"), CASES)
def test_every_update_for_everybody_can_be_posted(language: str, outcome: str) -> None:
    seen: set[str] = set()
    for topic in ("", *TOPICS):
        for people in (1, 2, 3, 50):
            made = for_everybody(outcome, topic, people, language)
            assert made is not None
            assert made.intent is Intent.UPDATE_OTHERS
            is_postable(made, outcome)
            seen.update(made.phrases)
            bank = {one.id: one for one in load_bank(language).moves["UPDATE_OTHERS"]}
            assert not bank[made.phrases[0]].needs & {"solved", "wrong"}, "nobody has said so"
            many = {phrase.id for phrase in load_bank(language).moves["UPDATE_OTHERS"]
                    if "many" in phrase.needs}  # fmt: skip
            assert people >= 3 or not many & set(made.phrases), "several, though it was one"


def test_nobody_of_many_gets_the_words_of_another() -> None:
    openers: list[str] = []
    outcome = "The sound is level from now on"
    for number in range(10):
        made = pay_back(comment(number), CRITIQUE, context(outcome, openers=tuple(openers)))
        assert made is not None
        assert opener(made.text) not in openers
        assert made.moves == ("pay_back",), "what only says that something was checked comes last"
        openers.append(opener(made.text))


def test_an_update_begins_as_no_draft_did() -> None:
    first = for_everybody("It is level", "sound", 9, "en")
    assert first is not None
    second = for_everybody("It is level", "sound", 9, "en", (opener(first.text),))
    assert second is not None
    assert opener(second.text) != opener(first.text)
    assert for_everybody("It is level", "sound", 9, "en") == first


@pytest.mark.parametrize("outcome", ["", "   "])
def test_without_an_outcome_nothing_is_said(outcome: str) -> None:
    assert pay_back(comment(), CRITIQUE, context(outcome)) is None
    assert for_everybody(outcome, "sound", 9, "en") is None


@pytest.mark.parametrize(
    "verdict",
    [
        THREAT,
        replace(CRITIQUE, lane=Lane.SAFETY),
        replace(CRITIQUE, severity=Severity.HARSH),
        ABUSE,
        replace(CRITIQUE, language="fi"),
    ],
)
def test_nobody_else_is_written_to(verdict: object) -> None:
    assert pay_back(comment(), verdict, context("It is level")) is None  # type: ignore[arg-type]


def test_no_word_of_a_put_away_comment_comes_into_a_draft() -> None:
    made = pay_back(comment(1, "zyxwvut too loud"), HARSH_POINT, context("It is level"))
    assert made is None or "zyxwvut" not in made.text
