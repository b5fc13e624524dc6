"""What edits teach: pure, remembered by phrase, and never a sentence that says too much elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.learned import Learned, OwnPhrase, PhraseMemory, learned_name
from creator_calm.domain.reply import Audience, Chip, Intent, Suggestion, Tone
from creator_calm.replies.bank import load_bank
from creator_calm.replies.draft_check import check
from creator_calm.replies.learning import (
    OwnSentence,
    learn,
    own_sentences,
    profile,
    same,
    seen_in,
    sentences,
)
from creator_calm.replies.own_phrases import may_become
from creator_calm.replies.recall import own_in
from tests.replies.made import LANGUAGES, TEXTS, advise, facts, judged, said

if TYPE_CHECKING:
    from creator_calm.domain.reply import ReplyPlan

THANKS, HEARD, ASKED = "thank.plain.1", "ack.topic.hear", "ask.part"
SHOWN = Suggestion(
    text="Thanks for this. I hear you on the sound. Which part bothered you most?",
    language="en",
    intent=Intent.ASK,
    tone=Tone.PLAIN,
    audience=Audience.PUBLIC,
    moves=("thank", "ack", "ask"),
    phrases=(THANKS, HEARD, ASKED),
    claims=frozenset(),
    parts=("Thanks for this.", "I hear you on the sound.", "Which part bothered you most?"),
)


def test_sentences_are_split_without_the_greeting() -> None:
    assert sentences("Hi Anna, thanks. All good?\nYes!") == ("Thanks.", "All good?", "Yes!")
    assert sentences(" \n ") == ()
    assert sentences("3.5 dB is a lot") == ("3.5 dB is a lot",)


def test_small_changes_are_the_same_and_others_are_not() -> None:
    assert same("I hear you on the sound.", "I hear you on the sound!")
    assert same("I hear you on the sound.", "i hear you about the sound.")
    assert not same("I hear you on the sound.", "I hear you.")
    assert not same("Thanks.", "Which part bothered you most?")
    assert not same("a" * 400, "b" * 400)


def _learn(known: dict[str, PhraseMemory], accepted: str) -> dict[str, PhraseMemory]:
    """Learn from `SHOWN`, with the phrases by their bare ids."""
    before = {learned_name("en", name): memory for name, memory in known.items()}
    after = learn(before, SHOWN, accepted)
    return known | {name.removeprefix("en:"): memory for name, memory in after.items()}


def test_what_stays_is_kept_and_what_goes_is_removed_and_twice_in_a_row_retires() -> None:
    accepted = "Thanks for this! Which part bothered you most?"
    once = _learn({}, accepted)
    assert once[THANKS] == PhraseMemory(kept=1)
    assert once[ASKED] == PhraseMemory(kept=1)
    assert once[HEARD] == PhraseMemory(removed=1, in_a_row=1)
    twice = _learn(once, accepted)
    assert twice[HEARD] == PhraseMemory(removed=2, in_a_row=2, retired=True)
    between = _learn(_learn(once, SHOWN.text), accepted)
    assert between[HEARD] == PhraseMemory(kept=1, removed=2, in_a_row=1)
    assert twice[THANKS].kept == 2
    assert learn({}, replace(SHOWN, parts=()), accepted) == {}


def test_the_weight_is_the_mean_of_beta() -> None:
    assert PhraseMemory().weight == 1.0
    assert PhraseMemory(kept=2).weight == 2 * 3 / 4
    assert PhraseMemory(removed=2).weight == 2 * 1 / 4
    assert PhraseMemory(kept=1, removed=1).weight == 1.0


def test_own_sentences_are_found_with_what_they_stand_for() -> None:
    accepted = "Thanks for this. That would annoy me too. Which part bothered you most? Take care."
    assert own_sentences(SHOWN, accepted) == (
        OwnSentence("That would annoy me too.", HEARD),
        OwnSentence("Take care."),
    )
    assert own_sentences(SHOWN, SHOWN.text) == ()
    both = own_sentences(SHOWN, "So glad you said it. What should I change first?")
    assert [one.instead_of for one in both] == [THANKS, HEARD]


def test_a_sentence_is_counted_once_for_each_reply() -> None:
    replies = ["Take care. Take care!", "Hi, take care.", "Something else."]
    assert seen_in("Take care.", replies) == 2


def test_style_comes_from_ten_replies_on() -> None:
    replies = ["Hi Anna, thanks! 😊 /Maja"] * 6 + ["Thanks. – M"] * 4
    assert profile(replies[:9]) is None
    found = profile(replies)
    assert found is not None
    assert (found.replies, found.emoji, found.greeting) == (10, 0.6, 0.6)
    assert (found.exclamation, found.sign_off) == (0.6, "/Maja")
    assert found.characters == round((24 * 6 + 11 * 4) / 10)


def phrase_of(
    text: str, instead: str, kind: Kind = Kind.CRITIQUE, **more: object
) -> OwnPhrase | None:
    comment = said(TEXTS["en"][kind])
    ticked = more.pop("ticked", ())
    return may_become(
        OwnSentence(text, instead),
        "en",
        comment,
        judged(kind),
        facts(*ticked),  # type: ignore[misc]
    )


@pytest.fixture
def thank() -> str:
    return next(one.id for one in load_bank("en").moves["THANK"] if not one.needs and not one.kinds)


def test_a_sentence_becomes_a_phrase_in_the_place_of_ours(thank: str) -> None:
    found = phrase_of("So good that you say it.", thank)
    assert found is not None
    assert (found.move, found.text) == ("THANK", "So good that you say it.")
    assert (found.needs, found.kinds) == (frozenset(), frozenset({Kind.CRITIQUE}))
    topical = phrase_of("Thanks for lending your ears to the music.", thank)
    assert topical is not None
    assert topical.text == "Thanks for lending your ears to {topic}."
    assert topical.needs == {"topic"}


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Anna, you are kind.",
        "Write to me at anna@example.org.",
        "See https://example.org for it.",
        "Call 0701234567 if you like.",
        "Nice.",
        "The thumbnail is a matter of taste.",
        "I fixed it yesterday.",
        "I'll send you a refund.",
        "You clearly didn't listen.",
        "You always complain.",
        "So good that you say it!",
        "x" * 140 + " y.",
        "This is {broken} here.",
    ],
)
def test_what_says_too_much_elsewhere_is_not_asked_about(text: str, thank: str) -> None:
    assert phrase_of(text, thank) is None


def test_a_claim_stays_tied_to_what_was_ticked(thank: str) -> None:
    assert phrase_of("I've turned it down.", thank) is None
    found = phrase_of("I've turned it down.", thank, ticked=(Chip.ALREADY_FIXED,))
    assert found is not None
    assert "fixed" in found.needs
    own = replace(found, id=1)
    with_it = advise(Kind.CRITIQUE, ticked=(Chip.ALREADY_FIXED,), learned=Learned(own=(own,)))
    without = advise(Kind.CRITIQUE, learned=Learned(own=(own,)))
    assert "turned it down" in " ".join(one.text for one in with_it.suggestions)
    assert "turned it down" not in " ".join(one.text for one in without.suggestions)


def test_no_place_no_phrase_and_none_for_care_or_stop() -> None:
    assert phrase_of("So good that you say it.", "") is None
    for move in ("SEE_CARE", "SIGNPOST", "ASK_TO_STOP"):
        name = load_bank("en").moves[move][0].id
        assert phrase_of("So good that you say it.", name) is None


OWN = OwnPhrase(3, "en", "ACK", "Point taken about {topic}.", frozenset({"topic"}))


def texts(plan: ReplyPlan) -> str:
    return " ".join(one.text for one in plan.suggestions)


def test_own_phrases_outrank_the_bank_and_fill_their_slots() -> None:
    for number in range(12):
        plan = advise(Kind.CRITIQUE, name=f"o{number}", learned=Learned(own=(OWN,)))
        assert "Point taken about the music." in texts(plan)
        assert texts(plan).count("Point taken") == 1
    swedish = advise(Kind.CRITIQUE, "sv", learned=Learned(own=(OWN,)))
    assert "Point taken" not in texts(swedish)
    other = replace(OWN, kinds=frozenset({Kind.COMPLAINT}))
    assert "Point taken" not in texts(advise(Kind.CRITIQUE, learned=Learned(own=(other,))))


def test_an_own_phrase_is_not_said_again_and_is_known_in_what_was_posted() -> None:
    said_now = "Thanks. Point taken about the music."
    assert own_in(said_now, (OWN,)) == {"own.3"}
    assert own_in("Hi Anna, point taken about the cuts.", (OWN,)) == {"own.3"}
    assert own_in("Nothing.", (OWN,)) == frozenset()
    again = advise(Kind.CRITIQUE, learned=Learned(own=(OWN,)), used=frozenset({"own.3"}))
    assert "Point taken" not in texts(again)
    assert again.suggestions


def test_an_own_phrase_never_reaches_safety() -> None:
    for kind in (Kind.THREAT, Kind.DISTRESS, Kind.ABUSE):
        assert (
            advise(kind, learned=Learned(own=(replace(OWN, needs=frozenset()),))).suggestions == ()
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_retired_phrases_stay_away_and_weights_pull(language: str) -> None:
    moves = load_bank(language).moves
    names = {one.id for one in moves["THANK"]}
    retired = {
        learned_name(language, name): PhraseMemory(removed=2, in_a_row=2, retired=True)
        for name in names
    }
    shown = [
        phrase
        for number in range(20)
        for one in advise(
            Kind.CRITIQUE, language, name=f"r{number}", learned=Learned(phrases=retired)
        ).suggestions
        for phrase in one.phrases
    ]
    assert shown
    assert names.isdisjoint(shown)

    def share(memory: PhraseMemory) -> int:
        loved = sorted(names)[0:4]
        known = Learned(phrases={learned_name(language, one): memory for one in loved})
        return sum(
            name in one.phrases
            for number in range(150)
            for one in advise(Kind.CRITIQUE, language, name=f"w{number}", learned=known).suggestions
            for name in loved
        )

    assert share(PhraseMemory(kept=20)) > share(PhraseMemory(removed=20))


def test_what_is_learned_keeps_words_the_same_for_the_same_memory() -> None:
    known = Learned({f"en:{THANKS}": PhraseMemory(3, 1)}, (OWN,))
    for kind in (Kind.CRITIQUE, Kind.QUESTION, Kind.COMPLAINT):
        assert advise(kind, learned=known) == advise(kind, learned=known)
        for one in advise(kind, learned=known).suggestions:
            assert check(one.text, "en", kind, off=frozenset({"off_topic"})).findings == ()


def test_parts_are_what_phrases_became() -> None:
    for kind in (Kind.CRITIQUE, Kind.COMPLAINT, Kind.QUESTION):
        for one in advise(kind).suggestions:
            assert len(one.parts) == len(one.phrases)
            assert " ".join(one.parts) == one.text
