"""The creator's own words: where they match, what they may do, and that they never cost more than one walk."""

from __future__ import annotations

import pytest

from creator_calm.domain.assessment import Assessment, Facet, Kind, Lane, Severity, TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.domain.own_rules import Match, OwnRules, Phrase, Where, Wish
from creator_calm.triage.assess import assess
from creator_calm.triage.phrase_book import PhraseBook, too_small


def judged(text: str, *phrases: Phrase, author: str | None = None) -> Assessment:
    comment = Comment(CommentId("1"), Author(author), text)
    return next(assess([comment], TriageContext(own=OwnRules(phrases))))


def away(
    words: str, match: Match = Match.WORD, *, wish: Wish = Wish.AWAY, **more: object
) -> Phrase:
    return Phrase(1, words, wish, match, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phrase", "match", "text"),
    [
        ("skill issue", Match.WORD, "that is a SKILL   issue my friend"),
        ("Nose", Match.WORD, "I like your nose."),
        ("clown", Match.WORD, "such a ｃｌｏｗｎ"),
        ("clown", Match.WORD, "cloooown"),
        ("mullvad", Match.STARTS, "Mullvadsfilmaren är tillbaka"),
        ("din lilla mullvad", Match.STARTS, "hej din lilla mullvadsungen"),
        ("Go Back To Painting", Match.EXACT, "please go back to painting!"),
        ("🤡", Match.WORD, "nice video 🤡"),
    ],
)
def test_it_matches(phrase: str, match: Match, text: str) -> None:
    found = judged(text, away(phrase, match))
    assert found.put_away
    assert Facet.OWN_PHRASE_AWAY in found.facets
    assert found.lane in {Lane.NOTHING_IN_IT, Lane.USEFUL_BUT_HARSH}
    assert "own_phrase.1" in {piece.code for piece in found.evidence}


@pytest.mark.parametrize(
    ("phrase", "match", "text"),
    [
        ("nose", Match.WORD, "the noses of these dogs"),
        ("nose", Match.WORD, "a diagnose"),
        ("mullvad", Match.STARTS, "en jättemullvad"),
        ("clown", Match.EXACT, "such a ｃｌｏｗｎ"),
        ("skill issue", Match.WORD, "no issue with your skill"),
        ("skill issue", Match.WORD, "skill. The issue"),
    ],
)
def test_it_does_not_match(phrase: str, match: Match, text: str) -> None:
    found = judged(text, away(phrase, match))
    if text == "skill. The issue":
        assert not found.put_away
    assert Facet.OWN_PHRASE_AWAY not in found.facets


def test_the_place_is_that_of_the_text_as_written() -> None:
    for text in ("Well, SKILL issue then", "😀 ｓｋｉｌｌ issue"):
        found = judged(text, away("skill issue"))
        place = next(piece for piece in found.evidence if piece.code == "own_phrase.1")
        assert text[place.start : place.end].lower().endswith("issue")
        assert text[place.start] in "Sｓ"


def test_an_exception_cancels() -> None:
    phrase = away("nose", exceptions=("nose boop",))
    assert judged("look at that nose", phrase).put_away
    assert not judged("a nose boop for that nose", phrase).put_away


def test_it_looks_where_it_is_told() -> None:
    author = away("grumpy", where=Where.AUTHOR)
    assert judged("nice song", author, author="Mister_Grumpy").put_away
    assert not judged("so grumpy today", author, author="Kim").put_away
    both = away("grumpy", where=Where.BOTH)
    assert judged("nice song", both, author="grumpy").put_away
    assert judged("so grumpy today", both, author="Kim").put_away


def test_never_shows_harsh_words_but_no_threat() -> None:
    keep = away("captain", wish=Wish.KEEP)
    assert judged("you are an idiot", keep).put_away
    kept = judged("captain, you are an idiot", keep)
    assert (kept.put_away, kept.lane) == (False, Lane.CAN_WAIT)
    assert Facet.OWN_PHRASE_KEEP in kept.facets
    threat = judged("captain, I know where you live and I'm coming for you", keep)
    assert threat.put_away
    assert threat.severity is Severity.SAFETY
    assert "kept_safe" in {piece.code for piece in threat.evidence}
    assert judged("captain, send nudes", keep).put_away


def test_never_goes_before_put_away() -> None:
    rules = (away("nose"), Phrase(2, "captain", Wish.KEEP))
    found = judged("captain, that nose", *rules)
    assert not found.put_away
    assert {piece.code for piece in found.evidence} >= {"own_phrase.1", "own_phrase.2"}


def test_somebody_in_distress_is_never_put_away() -> None:
    found = judged("I want to end my life", away("my life"))
    assert (found.kind, found.put_away, found.lane) == (Kind.DISTRESS, False, Lane.DISTRESS)


def test_it_speaks_every_language_and_stands_in_long_texts() -> None:
    assert judged("これは ダメ です", away("ダメ")).put_away
    assert judged("A good one. " * 400 + "skill issue", away("skill issue")).put_away


@pytest.mark.parametrize("text", ["", "a", "no", "ja", "the", "och det", "!!", "I am", "you are"])
def test_what_stands_everywhere_is_refused(text: str) -> None:
    assert too_small(text)


@pytest.mark.parametrize("text", ["nose", "the nose", "lol", "🤡", "ダメ", "skill issue", "42c"])
def test_what_says_something_is_not(text: str) -> None:
    assert not too_small(text)


def test_the_work_grows_with_the_text_and_not_with_the_phrases() -> None:
    few = [Phrase(n, f"word{n} tail{n}") for n in range(5)]
    many = [Phrase(n, f"word{n} tail{n}") for n in range(5_000)]
    text = "some plain words " * 20 + "word1 tail1"

    def steps(phrases: list[Phrase], times: int) -> int:
        book = PhraseBook(phrases)
        long = " ".join([text] * times)
        assert len(book.find(long, long, None).written) == times
        return book.steps

    assert steps(many, 1) == steps(few, 1)
    assert steps(many, 10) <= 11 * steps(many, 1)
    same_start = [Phrase(n, f"some tail{n}") for n in range(5_000)]
    book = PhraseBook(same_start)
    book.find(text, text, None)
    assert book.steps <= 2 * len(text.split())
