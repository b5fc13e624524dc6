"""Comments that are empty, huge, pictures, markup or broken: advice or "not sure", never nonsense."""

from __future__ import annotations

import json
import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.assessment import Confidence, Kind
from creator_calm.domain.comment import Platform
from creator_calm.domain.reply import Chip, ReasonCode, ReplyContext, ReplyPlan, Strategy
from creator_calm.language.pack import LANGUAGES
from creator_calm.replies.advisor import plan
from tests.cli.running import run
from tests.replies.made import facts, said
from tests.triage.judging import judge

MEGABYTE = 1_000_000
LIMIT_S = 0.05

NOT_SURE = {
    "nothing": "",
    "blanks": " \n\t\u200b ",
    "one letter": "k",
    "a megabyte of a": "a" * MEGABYTE,
    "a megabyte of dots": "." * MEGABYTE,
    "line ends": "\n" * MEGABYTE + "x",
    "pictures": "😂" * 100_000,
    "one picture": "😶",
    "flags": "🇸🇪🇳🇴🇩🇰",
    "stacked marks": "e\u0301\u0323\u0335" * 50_000,
    "table": "<table><tr><td>" * 60_000,
    "script": "<script>alert(1)</script>",
    "a link that never ends": "https://" + "a" * 500_000,
    "turned round": "\u202e\u202d" * 50_000,
    "Japanese": "この動画はとても面白かったです、次も楽しみにしています",
    "Polish": "Bardzo fajny film, czekam na następny odcinek i pozdrawiam serdecznie",
    "numbers": "1 2 3 " * 100_000,
    "handles": "@a " * 100_000,
    "a lone surrogate": "\ud800\udfff",
    "NUL": "\0" * 1_000,
}
"""Nothing a reply could rest on."""

WORDED = {
    "the same a megabyte long": ("the music is too loud. " * 50_000)[:MEGABYTE],
    "behind markup": '<b onclick="x()">the music</b> is too loud {topic} {0} %s ${HOME}',
    "behind NUL": "the music \0\0 is too loud",
    "behind a surrogate": "the music \ud800 is too loud \udfff",
    "behind marks": "the mus\u0301ic is too loud",
    "a point at the end of a wall": "the " * 3_000 + "music is too loud",
    "Swedish between tags": "<i>musiken är för hög</i> {feeling}",
}
"""A point a reply could take up; the rest of the comment may not come back."""

_CLEAN = re.compile(r"[A-ZÅÄÖ][^<>{}\[\]$%\0\ud800-\udfff]*[.?]", re.DOTALL)


def _advise(text: str, language: str = "en", **context: object) -> ReplyPlan:
    given = {"interface_language": language, "private_channel": "inbox"} | context
    return plan(said(text, "id", Platform.YOUTUBE), judge(text), ReplyContext(**given))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NOT_SURE)
def test_what_cannot_be_judged_gets_no_words(name: str, language: str) -> None:
    text = NOT_SURE[name]
    verdict = judge(text)
    assert verdict.confidence is Confidence.LOW
    assert verdict.kind is Kind.UNCLEAR
    for ticked in ((), (Chip.GOT_IT_WRONG, Chip.WILL_CHANGE), tuple(Chip)):
        advice = _advise(text, language, facts=facts(*ticked))
        assert advice.strategy is Strategy.SILENCE
        assert advice.reason in {ReasonCode.CANNOT_JUDGE, ReasonCode.NOT_SURE}
        assert advice.suggestions == ()
        assert advice.actions


@pytest.mark.parametrize("name", WORDED)
def test_what_can_be_judged_is_answered_in_clean_words(name: str) -> None:
    advice = _advise(WORDED[name])
    assert advice.strategy in {Strategy.ACKNOWLEDGE_AND_ACT, Strategy.SILENCE, Strategy.HOLD}
    for one in advice.suggestions:
        assert _CLEAN.fullmatch(one.text), one.text
        assert len(one.text) <= 500


@given(st.text(st.characters(codec=None), max_size=400), st.sampled_from(LANGUAGES))
def test_any_comment_gets_advice_in_clean_words(text: str, language: str) -> None:
    advice = _advise(text, language)
    assert advice.reason
    assert all(_CLEAN.fullmatch(one.text) for one in advice.suggestions)


@pytest.mark.hostile
@pytest.mark.parametrize("name", [*NOT_SURE, *WORDED])
def test_no_comment_makes_advice_wait(name: str) -> None:
    text = (NOT_SURE | WORDED)[name]
    comment, verdict = said(text, "id", Platform.YOUTUBE), judge(text)
    ticked = facts(Chip.GOT_IT_WRONG, Chip.WILL_CHANGE)
    spent = []
    for _ in range(3):
        start = process_time()
        plan(comment, verdict, ReplyContext(facts=ticked, private_channel="inbox"))
        spent.append(process_time() - start)
    assert min(spent) < LIMIT_S


@pytest.mark.parametrize("name", [name for name in NOT_SURE if NOT_SURE[name].strip()])
def test_the_command_line_says_not_sure(name: str) -> None:
    text = NOT_SURE[name].encode("utf-8", "surrogatepass")
    said_json = run("reply", "--json", given=text)
    assert (said_json.code, said_json.err) == (0, "")
    (answer,) = said_json.lines
    assert (answer["strategy"], answer["suggestions"]) == ("silence", [])
    assert answer["reason"]
    json.dumps(answer).encode("utf-8")
    printed = run("reply", given=text)
    assert printed.code == 0
    assert len(printed.out) < 1_000
    assert "<script" not in printed.out


@pytest.mark.parametrize(
    ("given", "says"),
    [(b"", "standard input"), (b" \n\t \n", "standard input"), (b"x" * 2_000_001, "more text")],
)
def test_what_is_no_comment_is_said_in_one_sentence(given: bytes, says: str) -> None:
    english, swedish = run("reply", given=given), run("reply", "--language", "sv", given=given)
    assert english.code == swedish.code == 1
    assert english.out == swedish.out == ""
    assert says in english.sentence.lower()
    assert english.sentence != swedish.sentence


def test_bytes_of_another_encoding_are_read_as_well_as_they_can_be() -> None:
    latin = run("reply", "--json", given="musiken är alldeles för hög".encode("latin-1"))
    assert latin.code == 0
    assert "�" not in "".join(one["text"] for one in latin.lines[0]["suggestions"])
