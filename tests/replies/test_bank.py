"""The phrase banks: both languages whole, every line fit to be said."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from creator_calm.domain.assessment import Facet, Kind
from creator_calm.domain.reply import Audience
from creator_calm.language.pack import load_pack
from creator_calm.replies.bank import (
    CARE_MOVES,
    STOP_MOVE,
    Phrase,
    bank_counts,
    load_bank,
)
from creator_calm.replies.chips import CLAIMS
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.material import Material
from creator_calm.replies.strategies.ask_to_stop import is_unwanted, words_of
from creator_calm.replies.surface import opener, render
from tests.replies.made import LANGUAGES, judged

FREQUENT = ("THANK", "SPECIFIC_THANKS", "REGRET", "ACK")
APART = CARE_MOVES | {STOP_MOVE}
SLOT_WORDS = {
    "en": {
        "feeling": "annoyed",
        "view": "I like it loud",
        "agree_on": "it has to be heard",
        "because": "the file was old",
        "when": "on Friday",
        "what": "a new mix",
        "where": "the description",
        "pointer": "the pinned comment",
        "answer": "a used SM58",
        "offer": "a new print",
        "outcome": "it is solved",
        "channel": "my shop inbox",
        "community": "the forum",
        "work": "the film",
        "line": "the help line",
        "emergency": "112",
        "directory": "the list of lines",
    },
    "sv": {
        "feeling": "irriterad",
        "view": "jag gillar det högt",
        "agree_on": "det måste höras",
        "because": "filen var gammal",
        "when": "på fredag",
        "what": "en ny mix",
        "where": "beskrivningen",
        "pointer": "den fästa kommentaren",
        "answer": "en begagnad SM58",
        "offer": "ett nytt tryck",
        "outcome": "det är löst",
        "channel": "min butiksmejl",
        "community": "forumet",
        "work": "filmen",
        "line": "stödlinjen",
        "emergency": "112",
        "directory": "listan över stödlinjer",
    },
}
CLICHES = {
    "en": r"valued|feedback|dear|inconvenience|reach out|hesitate|means the world|constructive"
    r"|apologies for any|we strive|rest assured|kindly note|favou?rite|i worked (?:hard|weeks)",
    "sv": r"feedback|kära|vänligen|olägenhet|tveka inte|värdesätter|konstruktiv|synpunkter"
    r"|eventuella besvär|favorit|betyder världen|jag slet|\bni är välkomna att kontakta",
}


def phrases(language: str) -> list[Phrase]:
    return [phrase for move in load_bank(language).moves.values() for phrase in move]


def spoken(phrase: Phrase, language: str, topic: str) -> str:
    words = SLOT_WORDS[language] | {"topic": topic}
    bank = load_bank(language)
    return render([phrase], Material(bank, frozenset(words), words, frozenset(), frozenset())).text


def test_both_languages_hold_the_same_phrases_with_the_same_conditions() -> None:
    english, swedish = (
        {phrase.id: phrase for phrase in phrases(language)} for language in LANGUAGES
    )
    assert english.keys() == swedish.keys()
    for name, phrase in english.items():
        other = swedish[name]
        assert (phrase.move, phrase.needs, phrase.kinds, phrase.tones, phrase.reviewed) == (
            other.move,
            other.needs,
            other.kinds,
            other.tones,
            other.reviewed,
        ), name
        assert set(phrase.slots) == set(other.slots), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_move_is_large_enough(language: str) -> None:
    counts = bank_counts(language)
    assert {move: counts[move] for move in FREQUENT if counts[move] < 24} == {}
    small = {move: n for move, n in counts.items() if n < 12 and move not in APART}
    assert small == {}
    conceding = [p for p in load_bank(language).moves["ACK"] if "concede" in p.needs]
    assert min(len(conceding), counts["ACK"] - len(conceding)) >= 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_phrases_are_the_same_and_ids_are_unique(language: str) -> None:
    ids = Counter(phrase.id for phrase in phrases(language))
    assert [name for name, n in ids.items() if n > 1] == []
    texts = Counter(phrase.text.lower() for phrase in phrases(language))
    assert [text for text, n in texts.items() if n > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slot_is_a_condition_and_known(language: str) -> None:
    known = SLOT_WORDS[language].keys() | {"topic"}
    for phrase in phrases(language):
        assert set(phrase.slots) <= phrase.needs & known, phrase.id
        assert "{" not in re.sub(r"\{[a-z_]+\}", "", phrase.text), phrase.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_a_clean_calm_sentence(language: str) -> None:
    for phrase in phrases(language):
        text = phrase.text
        assert len(text) <= 130, phrase.id
        assert text == " ".join(text.split()), phrase.id
        assert "!" not in text, phrase.id
        assert text[0] == "{" or text[0].isupper(), phrase.id
        assert text.endswith((".", "?", "}")), phrase.id
        assert not re.search(CLICHES[language], text.lower()), phrase.id
        assert not re.search(r"[^\x20-\x7eåäöÅÄÖéü]", text), phrase.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_opener_is_shared_by_more_than_five_lines_of_a_move(language: str) -> None:
    for move, lines in load_bank(language).moves.items():
        openers = Counter(opener(line.text.replace("{topic}", "it")) for line in lines)
        assert {words: n for words, n in openers.items() if n > 5} == {}, move


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_passes_our_own_look_at_drafts(language: str) -> None:
    for topic in ("music", "subtitles"):
        name = load_pack(language).topics[topic]
        for phrase in phrases(language):
            text = spoken(phrase, language, name)
            report = check(text, language, to=Addressee(audience=Audience.PRIVATE))
            assert report.findings == (), (phrase.id, text)


def test_english_frames_hold_for_one_and_for_many() -> None:
    # "the subtitles was": no present or past form of "be", no third-person s after the slot.
    singular = re.compile(r"(?<!about )\{topic\} (?:is|was|has|does|(?!this)\w+[^s]s)\b")
    for phrase in phrases("en"):
        assert not singular.search(phrase.text), phrase.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_care_words_are_locked_and_nothing_else_is(language: str) -> None:
    for phrase in phrases(language):
        assert phrase.reviewed is (phrase.move not in CARE_MOVES), phrase.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_condition_can_be_met(language: str) -> None:
    claims = frozenset[str]().union(*CLAIMS.values())
    conditions = load_bank(language).conditions.keys() | {
        "present", "undecided", "unspecific", "unfixed", "adult", "craft", "no_place", "on_video", "regret", "distress", "empathy", "rule",
    }  # fmt: skip
    later = {"promise", "many", "stop", "line", "emergency", "directory"}
    known = claims | conditions | later | SLOT_WORDS[language].keys() | {"topic"}
    for phrase in phrases(language):
        assert phrase.needs <= known, (phrase.id, phrase.needs - known)


def test_asking_once_to_stop_is_fixed_and_never_for_danger() -> None:
    for kind in (Kind.ABUSE, Kind.SEXUAL, Kind.PARASOCIAL):
        assert is_unwanted(judged(kind, severity=3))
        assert not is_unwanted(judged(kind, severity=4))
        for facet in (Facet.MINOR, Facet.MAY_BE, Facet.CHECK_SAFETY, Facet.WISH_OF_HARM):
            assert not is_unwanted(judged(kind, severity=3, facets=frozenset({facet})))
    for kind in set(Kind) - {Kind.ABUSE, Kind.SEXUAL, Kind.PARASOCIAL}:
        assert not is_unwanted(judged(kind, severity=3))
    assert words_of("en") == "I'm asking you to stop writing to me. This is my only reply."
    assert words_of("sv") == "Jag ber dig att sluta skriva till mig. Det här är mitt enda svar."
