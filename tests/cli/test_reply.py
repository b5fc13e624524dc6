"""`creator-calm reply` field by field, as cli.md has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from creator_calm.cli import advice
from creator_calm.domain.assessment import Confidence, Kind
from creator_calm.domain.comment import Platform
from creator_calm.domain.reply import (
    TEXT_CHIPS,
    Action,
    Audience,
    Chip,
    Intent,
    ReasonCode,
    ReplyContext,
    Strategy,
    Tone,
)
from creator_calm.replies.advisor import plan
from creator_calm.replies.bank import load_bank
from tests.cli.running import run
from tests.replies.made import judged, said

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = {
    "assessment", "strategy", "reason_code", "reason", "public", "suggestions", "actions",
}  # fmt: skip
JUDGED = {"kind", "lane", "put_away", "severity", "language"}
SUGGESTED = {"text", "language", "intent", "tone", "audience", "moves", "facts"}
LOUD = "The music is too loud at 3:20, I could not hear you."
COMMENTS = (
    LOUD,
    "musiken är alldeles för hög",
    "what mic do you use?",
    "please do a part 2!!",
    "my order never arrived, I want a refund",
    "It was 1969, not 1968",
    "I disagree, unions ruined that industry",
    "used to love this channel, you've changed",
    "love this so much",
    "you're all I have, why don't you answer me",
    "I don't want to be alive anymore",
    "you're such a pathetic loser",
    "I know where you live and I'm coming for you",
    "jag vet var du bor",
    "hmm",
    "welches Mikrofon benutzt du denn hier eigentlich immer so?",
)


def _plan(*arguments: str, given: str = LOUD) -> dict[str, Any]:
    said = run("reply", "--json", *arguments, given=given)
    assert (said.code, said.err) == (0, "")
    (plan,) = said.lines
    assert isinstance(plan, dict)
    return plan


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("comment", COMMENTS)
def test_every_field_is_there_and_of_its_list(comment: str, language: str) -> None:
    plan = _plan("--language", language, given=comment)
    assert plan.keys() == FIELDS
    assert plan["assessment"].keys() == JUDGED
    assert plan["strategy"] in set(Strategy)
    assert plan["reason_code"] in set(ReasonCode)
    assert plan["reason"].endswith((".", "?"))
    assert set(plan["actions"]) <= set(Action)
    assert isinstance(plan["public"], bool)
    assert len(plan["suggestions"]) <= 3
    known = {move.lower() for move in load_bank("en").moves}
    for one in plan["suggestions"]:
        assert one.keys() == SUGGESTED
        assert one["intent"] in set(Intent)
        assert one["tone"] in set(Tone)
        assert one["audience"] in set(Audience)
        assert one["moves"]
        assert set(one["moves"]) <= known
        assert one["facts"] == []
        assert plan["public"]
    intents = [one["intent"] for one in plan["suggestions"]]
    assert len(set(intents)) == len(intents)


def test_silence_is_an_empty_list_with_its_reason() -> None:
    plan = _plan(given="ratio, who asked")
    assert (plan["strategy"], plan["suggestions"], plan["public"]) == ("silence", [], False)
    assert plan["reason_code"] == "bait"
    assert plan["reason"]


def test_facts_are_ticked_one_by_one_and_named_where_a_text_rests_on_them() -> None:
    plan = _plan("--fact", "got_it_wrong", "--fact", "will_change", "--fact", "when=on Friday")
    first = plan["suggestions"][0]
    assert first["intent"] == "own_it"
    assert {"got_it_wrong", "will_change"} <= set(first["facts"])
    assert {"own", "will_change"} & set(first["moves"])
    held = _plan("--fact", "not_sure_yet", "--fact", "when=on Friday")
    assert held["strategy"] == "hold"
    assert "on Friday" in held["suggestions"][0]["text"]
    assert set(held["suggestions"][0]["facts"]) <= {"not_sure_yet", "when"}
    answered = _plan("--fact", "answer=a used SM58 = cheap", given="what mic do you use?")
    assert "used SM58 = cheap" in answered["suggestions"][0]["text"]


@pytest.mark.parametrize("chip", list(Chip))
def test_every_fact_is_taken(chip: Chip) -> None:
    given = f"{chip.value}=on Friday" if chip in TEXT_CHIPS else chip.value
    assert _plan("--fact", given)["strategy"] in {"acknowledge_and_act", "hold"}


@pytest.mark.parametrize("tone", list(Tone))
def test_the_tone_is_the_one_asked_for(tone: Tone) -> None:
    plan = _plan("--tone", tone.value)
    assert {one["tone"] for one in plan["suggestions"]} == {tone.value}


@pytest.mark.parametrize("platform", list(Platform))
def test_a_reply_fits_where_it_goes(platform: Platform) -> None:
    plan = _plan("--platform", platform.value)
    assert plan["suggestions"]
    if platform is Platform.TIKTOK:
        assert all(len(one["text"]) <= 150 for one in plan["suggestions"])
        assert {one["tone"] for one in plan["suggestions"]} == {"brief"}


def test_the_language_of_the_reply() -> None:
    assert {one["language"] for one in _plan()["suggestions"]} == {"en"}
    swedish = _plan(given="musiken är alldeles för hög")
    assert {one["language"] for one in swedish["suggestions"]} == {"sv"}
    chosen = _plan("--reply-language", "sv")
    assert {one["language"] for one in chosen["suggestions"]} == {"sv"}
    assert chosen["reason"] == _plan()["reason"], "the reason is in the language of the program"
    german = "Das Mikrofon ist leider viel zu leise und ich kann dich nicht verstehen"
    assert _plan(given=german)["suggestions"] == []
    asked = run("reply", "--reply-language", "de", given=LOUD)
    assert (asked.code, asked.out) == (2, "")


def test_nothing_is_kept(home: Path) -> None:
    _plan("--fact", "got_it_wrong")
    assert run("reply", given=LOUD).code == 0
    assert not list(home.iterdir())


def test_for_a_person_it_says_kind_reason_texts_and_steps() -> None:
    said = run("reply", given=LOUD).out
    plan = _plan()
    assert plan["reason"] in said
    assert all(one["text"] in said for one in plan["suggestions"])
    danger = run("reply", given="I know where you live and I'm coming for you").out
    assert "Are you safe right now?" in danger
    assert danger.index("evidence") < danger.index("Block")
    away = run("reply", given="you're such a pathetic zorkblat loser").out
    assert "zorkblat" not in away


def test_not_sure_names_the_two_it_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    wavers = (Kind.CRITIQUE, Kind.QUESTION)
    verdict = judged(Kind.CRITIQUE, confidence=Confidence.LOW, candidates=wavers)
    advice.say_plan(verdict, plan(said("hm"), verdict, ReplyContext()))
    assert "It may be “Criticism" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--fact", "nope"), 1),
        (("--fact", "=x"), 1),
        (("--platform", "myspace"), 2),
        (("--tone", "loud"), 2),
        (("--fact",), 2),
    ],
)
def test_what_does_not_exist_is_refused(arguments: tuple[str, ...], code: int) -> None:
    said = run("reply", *arguments, given=LOUD)
    assert (said.code, said.out) == (code, "")
    assert said.err
    assert "Traceback" not in said.err
