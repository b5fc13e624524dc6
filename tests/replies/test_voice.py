"""The creator's own way of writing is kept to in every reply, and so are the three lengths."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import Author, Comment, CommentId, Platform
from creator_calm.domain.reply import Chip, Intent, ReplyContext, Strategy, Suggestion, Tone
from creator_calm.domain.voice import Before, Emoji, Greeting, Length, Voice
from creator_calm.replies.advisor import plan
from creator_calm.replies.bank import load_bank
from creator_calm.replies.recall import phrases_in
from creator_calm.replies.surface import opener
from creator_calm.replies.voicing import BELOW_ZERO, LONG_STRATEGIES
from tests.replies.gates import WRITING
from tests.replies.made import LANGUAGES, TEXTS, advise, judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.reply import ReplyPlan

_END = re.compile(r"[.!?…](?=\s|$)")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
CHIPS = ((), *((chip,) for chip in Chip), *itertools.combinations(Chip, 2))
NORM = {Intent.NORM_EMPATHY, Intent.NORM_RULE}
ONE_OF_ALL = (Kind.CRITIQUE, Kind.QUESTION, Kind.PRAISE, Kind.COMPLAINT, Kind.CORRECTION)


def plans(language: str, voice: Voice, every: int = 7, **more: object) -> Iterator[ReplyPlan]:
    """Plans over kinds, facts and tones: one in `every` of them all."""
    cases = list(itertools.product(CHIPS, WRITING))
    for number in range(0, len(cases), every):
        chips, kind = cases[number]
        tone = list(Tone)[number % 3]
        yield advise(
            kind,
            language,
            ticked=chips,
            name=f"v{number}",
            voice=voice,
            **({"tone": tone} | more),  # type: ignore[arg-type]
        )


def texts(language: str, voice: Voice, **more: object) -> list[Suggestion]:
    made = [one for plan in plans(language, voice, **more) for one in plan.suggestions]  # type: ignore[arg-type]
    assert len(made) > 400
    return made


def named(kind: Kind, name: str, language: str = "en", **voice: object) -> list[str]:
    comment = Comment(CommentId(f"n{kind}"), Author(name), TEXTS[language][kind])
    context = ReplyContext(voice=Voice(**voice))  # type: ignore[arg-type]
    return [one.text for one in plan(comment, judged(kind, language), context).suggestions]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", list(Length))
def test_lengths_are_kept_in_characters_and_sentences(language: str, length: Length) -> None:
    most = {Length.SHORT: (280, 2), Length.MEDIUM: (500, 3)}
    for advice in plans(language, Voice(length=length)):
        long = length in {Length.LONG, Length.MIRROR} and advice.strategy in LONG_STRATEGIES
        characters, sentences = (1_000, 5) if long else most.get(length, (500, 3))
        for one in advice.suggestions:
            assert len(one.text) <= characters
            bank = load_bank(language).moves
            by_id = {phrase.id: phrase for phrases in bank.values() for phrase in phrases}
            ours = [by_id[name] for name in one.phrases if not _typed(by_id[name].slots)]
            count = sum(max(1, len(_END.findall(phrase.text))) for phrase in ours)
            assert count <= sentences, one.text


def _typed(slots: tuple[str, ...]) -> bool:
    return bool(set(slots) - {"topic", "feeling", "channel", "community", "work"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_that_has_words_has_short_ones(language: str) -> None:
    for kind in WRITING:
        if advise(kind, language).suggestions:
            assert advise(kind, language, voice=Voice(length=Length.SHORT)).suggestions, kind
    for kind, chips in (
        (Kind.COMPLAINT, (Chip.GOT_IT_WRONG, Chip.ALREADY_FIXED)),
        (Kind.CRITIQUE, (Chip.GOT_IT_WRONG, Chip.WILL_CHANGE)),
        (Kind.COMPLAINT, (Chip.LATE,)),
    ):
        short = advise(kind, language, ticked=chips, voice=Voice(length=Length.SHORT))
        usual = advise(kind, language, ticked=chips)
        assert [one.intent for one in short.suggestions] == [
            one.intent for one in usual.suggestions
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_longer_wish_makes_longer_replies_and_the_longest_only_where_it_helps(
    language: str,
) -> None:
    def mean(length: Length) -> float:
        found = [len(one.text) for one in texts(language, Voice(length=length))]
        return sum(found) / len(found)

    assert mean(Length.SHORT) < mean(Length.MEDIUM) <= mean(Length.LONG)
    facts = (Chip.GOT_IT_WRONG, Chip.ALREADY_FIXED)
    own = [
        advise(Kind.COMPLAINT, language, ticked=facts, voice=Voice(length=length)).suggestions[0]
        for length in (Length.SHORT, Length.LONG)
    ]
    assert len(own[0].phrases) < len(own[1].phrases)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_never_used_stand_in_no_reply(language: str) -> None:
    never = {"en": {"thanks", "sorry", "i hear you", "hi"}, "sv": {"tack", "förlåt", "hej"}}
    voice = Voice(never=frozenset(never[language]), greeting=Greeting.NAME)
    found = texts(language, voice)
    for word in never[language]:
        pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
        assert not [one.text for one in found if pattern.search(one.text)]
    usual = " ".join(one.text.lower() for one in texts(language, Voice()))
    assert all(word in usual for word in never[language] - {"hi", "hej"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_barred_topic_is_not_named(language: str) -> None:
    topic = {"en": "the music", "sv": "musiken"}[language]
    free = advise(Kind.CRITIQUE, language, text=TEXTS[language][Kind.CRITIQUE])
    assert any(topic in one.text for one in free.suggestions)
    voice = Voice(never=frozenset({topic.split()[-1]}))
    for number in range(40):
        barred = advise(Kind.CRITIQUE, language, name=f"b{number}", voice=voice)
        assert not any(topic in one.text for one in barred.suggestions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_liked_come_more_often(language: str) -> None:
    word = {"en": "appreciate", "sv": "uppskattar"}[language]

    def share(voice: Voice) -> int:
        return sum(word in one.text.lower() for one in texts(language, voice))

    assert share(Voice(words=frozenset({word}))) > share(Voice()) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_greeting_stands_before_every_reply_to_a_person_once(language: str) -> None:
    hello = {"en": "Hi Anna", "sv": "Hej Anna"}[language]
    voice = Voice(greeting=Greeting.NAME)
    for advice in plans(language, voice):
        for one in advice.suggestions:
            to_somebody = one.intent not in NORM and one.tone is not Tone.BRIEF
            away = advice.strategy is Strategy.ACKNOWLEDGE_AND_ACT and "Hi," in one.text
            assert one.text.startswith((hello, hello.split()[0] + ",")) is to_somebody or away
            assert opener(one.text) == opener(one.text.removeprefix(f"{hello}, "))
    again = texts(language, voice, before=Before(rounds=1))
    assert not [one.text for one in again if one.text.startswith(hello)]


def test_a_name_is_used_only_where_it_is_one() -> None:
    for name in ("xXslayerXx", "Idiot", "Gaming Channel", "@anna"):
        for text in named(Kind.CRITIQUE, name, greeting=Greeting.NAME):
            assert text.startswith("Hi, ")
            assert name not in text
    assert all(text.startswith("Hi, ") for text in named(Kind.QUESTION, "Anna", greeting="hi"))
    for text in named(Kind.QUESTION, "Anna", "sv", greeting=Greeting.NAME):
        assert text.startswith("Hej Anna, ")
        assert text[len("Hej Anna, ")].islower()
    for text in named(Kind.HARSH_CRITIQUE, "Anna", greeting=Greeting.NAME):
        assert "Anna" not in text


def test_what_was_said_is_known_again_behind_a_greeting_and_before_a_sign_off() -> None:
    voice = Voice(greeting=Greeting.NAME, emoji=Emoji.FREELY, sign_off="/Maja")
    for language in LANGUAGES:
        for advice in plans(language, voice, every=29):
            for one in advice.suggestions:
                assert set(one.phrases) <= phrases_in(one.text) | _wordless(language), one.text


def _wordless(language: str) -> set[str]:
    phrases = itertools.chain.from_iterable(load_bank(language).moves.values())
    return {one.id for one in phrases if not re.sub(r"\{\w+\}|\W", "", one.text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_emoji_as_wished_and_never_below_zero(language: str) -> None:
    assert not [one for one in texts(language, Voice()) if _EMOJI.search(one.text)]
    for kind in WRITING:
        for text, seen in ((TEXTS[language][kind], False), (TEXTS[language][kind] + " 😍", True)):
            for wish in (Emoji.AS_THEY_DO, Emoji.FREELY):
                found = advise(kind, language, text=text, voice=Voice(emoji=wish)).suggestions
                used = [one for one in found if _EMOJI.search(one.text)]
                if kind in BELOW_ZERO or (wish is Emoji.AS_THEY_DO and not seen):
                    assert not used, kind
                assert all(len(_EMOJI.findall(one.text)) <= 1 for one in found)
    loved = advise(Kind.PRAISE, language, text="❤ love it", voice=Voice(emoji=Emoji.AS_THEY_DO))
    assert all(_EMOJI.search(one.text) for one in loved.suggestions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sign_off_ends_every_reply_to_a_person_as_typed(language: str) -> None:
    for one in texts(language, Voice(sign_off=" /Maja ")):
        assert one.text.endswith(" /Maja") is (one.intent not in NORM)


def test_work_and_community_are_called_as_the_creator_calls_them() -> None:
    made = [
        one.text
        for number in range(60)
        for one in advise(
            Kind.PARASOCIAL,
            ticked=(Chip.BOUNDARY,),
            name=f"w{number}",
            work="the comic",
            community="the forum",
        ).suggestions
    ]
    assert any("the comic" in text for text in made)
    assert any("the forum" in text for text in made)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("platform", [Platform.TIKTOK, Platform.X, Platform.BLUESKY])
def test_a_dressed_reply_still_fits_its_platform(language: str, platform: Platform) -> None:
    from creator_calm.replies.platforms import limit_of

    limit = limit_of(platform)
    assert limit is not None
    voice = Voice(greeting=Greeting.NAME, sign_off="/Maja and the whole crew", length=Length.LONG)
    for one in texts(language, voice, platform=platform):
        assert limit.fits(one.text) or one.audience.value == "private"


def test_the_same_voice_gives_the_same_words() -> None:
    voice = Voice(Length.MEDIUM, Greeting.NAME, Emoji.FREELY, "/M", frozenset({"glad"}))
    for kind in ONE_OF_ALL:
        assert advise(kind, voice=voice) == advise(kind, voice=voice)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", list(Length))
def test_what_is_typed_comes_in_at_every_length(language: str, length: Length) -> None:
    facts = (Chip.GOT_IT_WRONG, Chip.ALREADY_FIXED, Chip.BECAUSE, Chip.WHEN)
    first = advise(Kind.COMPLAINT, language, ticked=facts, voice=Voice(length=length))
    assert first.suggestions[0].intent is Intent.OWN_IT
    assert "the file was old" in first.suggestions[0].text
    assert "on Friday" in first.suggestions[0].text
