"""The quality gates of composed replies; the figures: python -m tests.benchmarks.replies."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import Platform
from creator_calm.domain.reply import Chip, ReplyContext, Tone
from creator_calm.replies import advisor
from creator_calm.replies.surface import opener
from tests.replies import gate_dangers, gates
from tests.replies.gates import Made
from tests.replies.made import LANGUAGES, advise, judged, said


def test_no_text_for_danger_written_rewritten_or_in_disguise() -> None:
    known, whole = gate_dangers.safety()
    assert known.tried >= 500
    assert known.wrong["text"] == 0, known.examples
    assert whole.wrong["text"] == 0, whole.examples
    assert known.wrong["missed"] == 0
    assert whole.wrong["missed"] <= whole.tried * 0.02


def test_the_command_line_prints_no_text_for_danger() -> None:
    figures = gate_dangers.at_the_command_line(step=2)
    assert figures.tried >= 500
    assert not figures.wrong, figures.examples


def test_no_word_of_an_attack_and_nothing_private_comes_back() -> None:
    figures = gate_dangers.echoes()
    assert figures.tried >= 500
    assert not figures.wrong, figures.examples


@pytest.mark.parametrize("language", LANGUAGES)
def test_generated_replies_are_whole_calm_and_claim_nothing(language: str) -> None:
    figures = gates.cleanliness(language, 5_000)
    assert figures.tried >= 5_000
    assert not figures.wrong, figures.examples


@pytest.mark.parametrize("openers_kept", [10, 60])
@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("language", LANGUAGES)
def test_sixty_replies_in_a_row_do_not_sound_alike(
    language: str, tone: Tone, openers_kept: int
) -> None:
    texts = [text for _, text in gates.day(language, tone=tone, openers_kept=openers_kept)]
    assert len(texts) == 60
    assert gates.distinct_2(texts) >= 0.60
    assert gates.first_words_unique(texts) >= 0.85
    assert gates.self_bleu(texts) < 0.35
    if openers_kept == 60:
        assert len(set(map(opener, texts))) == 60


def test_every_process_writes_the_same_words() -> None:
    program = "from tests.replies.gates import digest; print(*map(digest, ('en', 'sv')))"
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, locale, zone in (("1", "C", "UTC"), ("2", "sv_SE.UTF-8", "Asia/Tokyo"))
    }
    assert made == {" ".join(map(gates.digest, LANGUAGES))}


def test_the_measures_tell_canned_from_varied() -> None:
    canned = ["Thanks for your comment, it is read."] * 60
    varied = [f"Words {n} and {n + 1} of {n + 2}." for n in range(0, 180, 3)]
    for measure in (gates.distinct_2, gates.first_words_unique):
        assert measure(canned) < 0.1
        assert measure(varied) > 0.6
    assert gates.self_bleu(canned) > 0.99
    assert gates.self_bleu([f"a{n} b{n} c{n} d{n} e{n}" for n in range(20)]) < 0.05


SPOILT = {
    "a slot left open": ("I hear you on {topic}.", "unclean"),
    "two spaces": ("I hear  you.", "unclean"),
    "a small letter": ("i hear you.", "unclean"),
    "a small letter later": ("I hear you. thanks.", "unclean"),
    "a stray brace": ("I hear you}.", "unclean"),
    "no end": ("I hear you", "unclean"),
    "a remark of ours": ("You always complain.", "finding"),
    "a repair": ("It's fixed now.", "claim word"),
    "a date": ("More on Friday.", "claim word"),
    "an amount": ("I can give you 20 back.", "claim word"),
    "an apology": ("I'm sorry.", "claim word"),
    "too long": ("I hear you. " * 60, "length"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_the_gate_sees_what_is_wrong(name: str) -> None:
    text, fault = SPOILT[name]
    plan = advise(Kind.CRITIQUE)
    good = Made(Kind.CRITIQUE, (), Platform.YOUTUBE, plan.suggestions[0], plan)
    assert list(gates.faults("en", good)) == []
    bad = replace(good, suggestion=replace(good.suggestion, text=text))
    assert fault in list(gates.faults("en", bad))


def test_the_gate_sees_a_claim_and_an_intent_twice() -> None:
    owned = advise(Kind.CRITIQUE, ticked=(Chip.GOT_IT_WRONG, Chip.WILL_CHANGE))
    bare = Made(Kind.CRITIQUE, (), Platform.YOUTUBE, owned.suggestions[0], owned)
    assert "claim" in list(gates.faults("en", bare))
    plan = advise(Kind.CRITIQUE)
    twice = replace(plan, suggestions=(plan.suggestions[0],) * 2)
    made = Made(Kind.CRITIQUE, (), Platform.YOUTUBE, plan.suggestions[0], twice)
    assert "intents" in list(gates.faults("en", made))


def test_the_gate_sees_a_text_for_danger(monkeypatch: pytest.MonkeyPatch) -> None:
    kind_words = advise(Kind.PRAISE)
    monkeypatch.setattr(gate_dangers, "plan", lambda *_: kind_words)
    assert gate_dangers.safety()[0].wrong["text"] >= 500
    monkeypatch.setattr(advisor, "plan", lambda *_: kind_words)
    assert gate_dangers.at_the_command_line(step=200).wrong["text"]


def test_the_gate_sees_an_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    def parrot(comment: object, *_: object) -> object:
        text = getattr(comment, "text", "")
        one = replace(advise(Kind.PRAISE).suggestions[0], text=f"You say {text}")
        return replace(advise(Kind.PRAISE), suggestions=(one,))

    monkeypatch.setattr(gate_dangers, "plan", parrot)
    figures = gate_dangers.echoes()
    assert figures.wrong["echo"] >= figures.tried * 0.6


def test_a_made_up_danger_is_one() -> None:
    advice = advisor.plan(said("x"), judged(Kind.THREAT), ReplyContext(private_channel="inbox"))
    assert (advice.suggestions, advice.private_allowed) == ((), False)
