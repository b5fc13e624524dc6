from __future__ import annotations

import tomllib
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.assessment import Point
from creator_calm.language.normalise import normalise
from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.language.topics import points, topic

LINES = tomllib.loads((Path(__file__).parent / "topic_lines.toml").read_text(encoding="utf-8"))
PRECISION, RECALL, TOPIC_PRECISION = 0.90, 0.75, 0.95


def read(text: str, language: str = "en") -> tuple[Point, ...]:
    return points(normalise(text), text, language, load_pack(language))


def labelled(language: str) -> list[tuple[str, set[str], str]]:
    rows = [line.rsplit(" | ", 2) for line in LINES[language].strip().splitlines()]
    return [(text, set(wanted.split(",")) - {"-"}, topic_id) for text, wanted, topic_id in rows]


@pytest.mark.parametrize(("language", "least"), [("en", 100), ("sv", 60)])
def test_points_of_labelled_lines(language: str, least: int) -> None:
    rows = labelled(language)
    assert len(rows) >= least
    right = found = wanted = 0
    wrong: list[str] = []
    for text, labels, _ in rows:
        seen = {
            f"{p.topic}:{p.direction}" if p.direction else p.topic for p in read(text, language)
        }
        seen_topics = {name.partition(":")[0] for name in seen}
        label_topics = {name.partition(":")[0] for name in labels}
        hits = {
            name for name in labels if name in seen or (":" not in name and name in seen_topics)
        }
        right += len(hits)
        found += len(seen_topics | label_topics & seen_topics)
        wanted += len(labels)
        if len(hits) != len(labels) or seen_topics - label_topics:
            wrong.append(f"{text} -> {sorted(seen)}")
    assert right / found >= PRECISION, wrong
    assert right / wanted >= RECALL, wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_topics_of_labelled_lines(language: str) -> None:
    said = [
        (text, found.id, wanted)
        for text, _, wanted in labelled(language)
        if (found := topic(text, language, load_pack(language))) is not None
    ]
    wrong = [row for row in said if row[1] != row[2]]
    assert 1 - len(wrong) / len(said) >= TOPIC_PRECISION, wrong
    named = sum(wanted != "-" for _, _, wanted in labelled(language))
    assert (len(said) - len(wrong)) / named >= 0.7


def test_a_point_carries_direction_wish_and_place() -> None:
    assert read("the audio is shit you idiot, turn it up at 3:20") == (
        Point("sound", "too_quiet", request=True, place="3:20"),
    )
    assert read("musiken är för hög i början", "sv") == (Point("music", "too_loud", place="start"),)
    assert read("page 12 of the pattern is unreadable") == (
        Point("pattern", "hard_to_read", place="page 12"),
    )
    assert read("cut that bit at 3:20 please") == (Point("moment", request=True, place="3:20"),)


def test_a_wish_in_the_next_sentence_belongs_to_what_was_judged() -> None:
    (only,) = read("The music was too loud. Please fix it!")
    assert (only.topic, only.direction) == ("music", "too_loud")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("you are so boring in every stream", "en"),
        ("you suck. The music was nice", "en"),
        ("du är så tråkig i varje avsnitt", "sv"),
        (
            "the music was on and we walked a long way home with our friends and the weather was bad",
            "en",
        ),
        ("is the music yours?", "en"),
        ("you should quit the stream", "en"),
        ("the sound is not bad", "en"),
    ],
)
def test_a_judgement_of_something_else_is_no_point(text: str, language: str) -> None:
    assert read(text, language) == ()


def test_each_time_mark_keeps_its_own_digits() -> None:
    found = read("The intro at 0:10 is boring. The ending at 9:55 felt rushed.")
    assert {point.topic: point.place for point in found} == {"intro": "0:10", "ending": "9:55"}


def test_contradicting_wishes_are_both_kept() -> None:
    found = read("The music is too loud at the start. The voice is too quiet.")
    assert [(point.topic, point.direction) for point in found] == [
        ("music", "too_loud"),
        ("voice", "too_quiet"),
    ]


def test_at_most_three_topics_in_order_of_mention() -> None:
    text = "The ending was bad. The intro was bad. The music was bad. The subtitles were bad."
    assert [point.topic for point in read(text)] == ["ending", "intro", "music"]


@pytest.mark.parametrize(
    "text",
    [
        "your sound is bad https://example.com/the-music-is-bad #price",
        "the sound is bad @the_music",
    ],
)
def test_links_names_and_hashtags_are_not_read(text: str) -> None:
    assert [point.topic for point in read(text)] == ["sound"]


@pytest.mark.parametrize(
    ("text", "language"), [("the music is too loud", "en"), ("musiken är för hög", "sv")]
)
def test_length_does_not_matter(text: str, language: str) -> None:
    padding = {
        "en": "We went to the lake on Sunday and it rained. ",
        "sv": "Vi åkte till sjön i söndags och det regnade. ",
    }
    alone = read(text, language)
    assert alone
    assert read(padding[language] * 8 + text + ". " + padding[language] * 8, language) == alone


def test_another_language_is_not_read_with_this_pack() -> None:
    assert points("the music is too loud", "", "sv", load_pack("en")) == ()
    assert points("the music is too loud", "", "und", load_pack("en"))
    assert topic("the music is too loud", "de", load_pack("en")) is None


def test_a_topic_has_a_name_for_a_sentence_and_its_place_in_the_text() -> None:
    text = "Tack! Men MUSIKEN är för hög"
    found = topic(text, "sv", load_pack("sv"))
    assert found is not None
    assert (found.id, found.name, text[found.start : found.end]) == ("music", "musiken", "MUSIKEN")


def test_both_languages_know_the_same_topics_directions_and_places() -> None:
    english, swedish = (load_pack(language) for language in ("en", "sv"))
    assert english.topics.keys() == swedish.topics.keys()
    assert len(english.topics) >= 150
    assert english.directions.keys() == swedish.directions.keys()
    for name in ("places", "numbered", "implied", "implied_beside", "kin", "parts"):
        assert english.table("topics")[name].keys() == swedish.table("topics")[name].keys()


def test_places_are_worded_with_their_preposition() -> None:
    assert load_pack("en").place("3:20") == "at 3:20"
    assert load_pack("sv").place("chapter 4") == "i kapitel 4"
    assert load_pack("sv").place("start") == "i början"
    assert load_pack("en").place("the secret") == ""


@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("the music is too loud. 3:20 ?!")),
        max_size=10_000,
    )
)
def test_any_text_can_be_read(text: str) -> None:
    for language in LANGUAGES:
        assert len({point.topic for point in read(text, language)}) <= 3
        found = topic(text, language, load_pack(language))
        assert found is None or 0 <= found.start < found.end <= len(text)


@given(st.lists(st.sampled_from("the music sound is too loud quiet not bad fix please at 3:20 chapter 4 no . , but intro".split()), max_size=120))  # fmt: skip # noqa: SIM905
def test_any_order_of_its_words_can_be_read(words: list[str]) -> None:
    known = load_pack("en")
    for point in read(" ".join(words)):
        assert point.topic in known.topics
        assert point.direction is None or point.direction in known.directions
        assert point.place is None or known.place(point.place)


@pytest.mark.hostile
@pytest.mark.parametrize(
    "piece",
    [
        "the music is bad ",
        "too ",
        "the music ",
        "no music ",
        "bad ",
        "fix ",
        "3:20 ",
        '"',
        "a'",
        "turn the music down ",
    ],
)
def test_a_wall_is_read_at_once(piece: str) -> None:
    text = piece * (2_000 // len(piece))
    start = process_time()
    read(text)
    topic(text, "en", load_pack("en"))
    assert process_time() - start < 0.1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the music is so loud I can't hear you", "en"),
        ("Musiken är alldeles för hög, man hör inte vad du säger", "sv"),
    ],
)
def test_what_comes_of_loud_music_is_no_second_point(text: str, language: str) -> None:
    assert [one.direction for one in read(text, language)] == ["too_loud"]
