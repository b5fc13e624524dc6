"""Guards, targets, combination, names, settings: one small fact each."""

from __future__ import annotations

import pytest

from creator_calm.domain.assessment import (
    Confidence,
    Facet,
    Kind,
    Lane,
    Level,
    Severity,
    TriageContext,
    not_judged,
)
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.triage import case as module
from creator_calm.triage.assess import assess, list_judges
from creator_calm.triage.author_names import passes_for
from creator_calm.triage.rules import all_judges
from creator_calm.triage.rules.doxxing import _PERSONAL_NUMBER, is_personal_number
from tests.triage.judging import DEFAULT, codes, comment, judge, judge_by_rules


def test_judges_are_found_by_being_there() -> None:
    assert len(list_judges()) >= 25
    assert {"threat", "self_harm", "doxxing", "abuse", "hate", "critique"} <= set(list_judges())
    assert all(judge_.judge.__doc__ for judge_ in all_judges())


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("I will kill you in the next match", Facet.MAY_BE),
        ("I'm going to hurt you haha", Facet.MAY_BE),
        ("I will find you and hurt you ❤️", Facet.MAY_BE),
        ("he told me to kill myself", Facet.QUOTED),
        ("she wrote 'you are an idiot' and laughed", Facet.QUOTED),
        ("please don't kill yourself", Facet.CARE_FOR_OTHERS),
        ("I wanted to die, I used to cut myself, I'm better now", Facet.PAST_RISK),
        ("THIS IS SO LOUD PLEASE STOP", Facet.SHOUTING),
        ("I'm 12 and I love this", Facet.MINOR),
        ("you look gorgeous", Facet.COMMENT_ON_LOOKS),
        ("call me on 070-123 45 67 if you need help", Facet.PRIVATE_DATA),
        ("see https://example.org/x", Facet.LINK),
        ("are you Jewish?", Facet.NAMES_GROUP),
        ("this is damn loud", Facet.PROFANITY),
        ("the music is too loud", Facet.VALID_POINT),
    ],
)
def test_facet(text: str, facet: Facet) -> None:
    assert facet in judge(text).facets


@pytest.mark.parametrize(
    "text",
    [
        "lol kill yourself", "kys 😂", "kill yourself ❤️", "kill yourself in the game lol", "why don't you kill yourself", "don't forget to kill yourself",
        "please kill yourself", "kill yourself, thanks", "I can't wait to kill you", "never forget that I will kill you, I know where you live",
    ],
)  # fmt: skip
def test_no_courtesy_or_laugh_shows_a_safety_line(text: str) -> None:
    found = judge(text)
    assert found.put_away
    assert found.lane is Lane.SAFETY


def test_distress_is_never_put_away_even_with_an_insult() -> None:
    found = judge("you make me want to die... I want to die, you idiot")
    assert found.kind is Kind.DISTRESS
    assert found.lane is Lane.DISTRESS
    assert not found.put_away
    assert Facet.INSULT in found.facets


def test_told_as_past_stays_in_sight() -> None:
    found = judge("I used to be suicidal and your videos saved my life")
    assert found.kind is Kind.SHARED_STORY
    assert found.lane is Lane.DISTRESS
    assert found.confidence is Confidence.LOW
    assert not found.put_away


@pytest.mark.parametrize(
    ("text", "kind", "severity"),
    [
        ("you are an idiot", Kind.ABUSE, Severity.HARSH),
        ("Anna is an idiot", Kind.ABUSE, Severity.HARSH),
        ("@annamakes you are an idiot", Kind.ABUSE, Severity.HARSH),
        ("@somebody you are an idiot", Kind.VIEWERS_FIGHTING, Severity.HARSH),
        ("she's such a bitch", Kind.ABUSE, Severity.HURTFUL),
        ("you are so lame", Kind.ABUSE, Severity.HURTFUL),
        ("you are so fucking lame", Kind.ABUSE, Severity.HARSH),
        ("idiot", Kind.ABUSE, Severity.HARSH),
        ("your ugly face", Kind.ABUSE, Severity.HARSH),
    ],
)
def test_target(text: str, kind: Kind, severity: Severity) -> None:
    context = TriageContext(creator_names=frozenset({"Anna Makes", "@annamakes"}))
    found = judge_by_rules(text, context)
    assert (found.kind, found.severity) == (kind, severity)


@pytest.mark.parametrize(
    "text",
    [
        "your stupid intro", "the stupid boss level", "I'm an idiot", "my stupid brain", "if you are lazy like me use this", "love you, you idiot", "that is a dumb rule", "you are not stupid", "nobody is an idiot for asking",
        "he's the best, what a legend", "what an idiot I am", "this makes you look fat? no way",
    ],
)  # fmt: skip
def test_not_aimed_at_anybody(text: str) -> None:
    found = judge(text)
    assert not found.put_away
    assert found.kind is not Kind.ABUSE


def test_point_survives_the_insult() -> None:
    found = judge("the audio is shit you idiot, turn it up at 3:20")
    assert found.kind is Kind.HARSH_CRITIQUE
    assert found.lane is Lane.USEFUL_BUT_HARSH
    assert found.about == ("sound",)
    assert found.points[0].place == "3:20"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I love it, but the music is too loud", Kind.MIXED),
        ("Thanks! What mic do you use?", Kind.QUESTION),
        ("Where is my refund? You charged me twice", Kind.COMPLAINT),
        ("boring", Kind.VAGUE_NEGATIVE),
        ("please make a part 2", Kind.REQUEST),
        ("unsubscribed, you used to be good", Kind.DISAPPOINTMENT),
        ("that's my artwork, you used it without permission", Kind.COPYRIGHT_CLAIM),
        ("actually it was released in 1998", Kind.CORRECTION),
        ("you're my only friend, please answer me", Kind.PARASOCIAL),
        ("my grandma died and this helped", Kind.SHARED_STORY),
    ],
)
def test_content_kind(text: str, kind: Kind) -> None:
    assert judge(text).kind is kind


def test_two_candidates_when_it_cannot_be_told() -> None:
    found = judge("boring but beautiful")
    assert found.confidence is Confidence.LOW
    assert len(found.candidates) == 2


SAD = [
    "I am so sad and depressed",
    "terrible day, awful weather, everything hurts",
    "worst horrible disgusting terrible awful",
    "jag är så ledsen och trött",
    "hemskt, fruktansvärt, sorgligt",
    "this is a horrible tragedy, so much death and killing",
]


@pytest.mark.parametrize("text", SAD)
def test_sentiment_never_puts_away(text: str) -> None:
    assert not judge(text, TriageContext(level=Level.STRICT)).put_away


def test_switch_off_shows_all_and_keeps_the_safety_lane() -> None:
    off = TriageContext(keep_away=False)
    for text in ("fuck you", "I know where you live", "check out my channel", "ratio"):
        assert not judge(text, off).put_away
    assert judge("I know where you live", off).lane is Lane.SAFETY


def test_cannot_judge_setting() -> None:
    german = "Das ist ein sehr schönes Video und ich mag es wirklich"
    assert not judge(german).put_away
    assert judge(german, TriageContext(cannot_judge_away=True)).put_away
    assert not judge(german, TriageContext(cannot_judge_away=True, keep_away=False)).put_away


def test_gentle_level_shows_bait() -> None:
    assert judge("skill issue").put_away
    assert not judge("skill issue", TriageContext(level=Level.GENTLE)).put_away


def test_trusted_accounts_get_the_benefit_of_the_doubt_but_not_for_safety() -> None:
    context = TriageContext(trusted_accounts=frozenset({"other:friend"}))
    friend, stranger = Author("F", "friend"), Author("S", "stranger")

    def put_away(author: Author, text: str) -> bool:
        return next(assess([Comment(CommentId("1"), author, text)], context)).put_away

    assert put_away(stranger, "you are an idiot")
    assert not put_away(friend, "you are an idiot")
    assert put_away(friend, "I know where you live")
    assert put_away(friend, "send nudes")


def test_own_comments_are_not_judged() -> None:
    own = Comment(CommentId("1"), Author("Me"), "you idiot, kill yourself", is_own=True)
    found = next(assess([own], DEFAULT))
    assert (found.kind, found.lane, found.put_away) == (Kind.UNCLEAR, Lane.CAN_WAIT, False)


def test_a_judge_that_breaks_puts_the_comment_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(module, "combine", broken)
    found = judge("hello there")
    assert found.put_away
    assert codes(found) == codes(not_judged())
    assert found.lane is Lane.CANNOT_JUDGE


def test_a_judge_that_takes_too_long_puts_the_comment_away(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(1_000))
    monkeypatch.setattr(module, "thread_time", lambda: float(next(ticks)))
    assert codes(judge("so lovely " * 500)) == codes(not_judged())


def test_abusive_name_hides_the_name_not_the_comment() -> None:
    found = next(assess([comment("lovely video", name="x_kys_x")], DEFAULT))
    assert found.author_put_away
    assert not found.put_away


def test_a_name_that_passes_for_the_creator() -> None:
    names = frozenset({"Anna Makes"})
    context = TriageContext(creator_names=names)
    found = next(assess([comment("you won, write to me", name="Аnna Makes")], context))
    assert found.kind is Kind.IMPERSONATION
    assert found.put_away
    assert passes_for("Anna Mkaes", names)
    assert not passes_for("Anna Makes", names)
    assert not passes_for("Hanna Baker", names)


def test_personal_number_needs_date_and_check_digit() -> None:
    def valid(text: str) -> bool:
        match = _PERSONAL_NUMBER.search(text)
        return match is not None and is_personal_number(match)

    assert valid("811218-9876")
    assert valid("19811218-9876")
    assert not valid("811218-9875")
    assert not valid("811318-9876")


def test_harshness_orders_the_levels() -> None:
    order = [
        "I know where you live",
        "you are an idiot",
        "she's such a bitch",
        "this damn intro is too long",
        "lovely video",
    ]
    values = [judge_by_rules(text).harshness for text in order]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)


@pytest.mark.parametrize(
    "text",
    [
        "I'm just saying: I will kill you",
        "I'm telling you, I know where you live and I'm coming for you",
        "I just want to say that I will find you and hurt you",
        "jag säger bara: jag ska döda dig",
    ],
)
def test_what_one_says_oneself_is_no_quotation(text: str) -> None:
    found = judge(text)
    assert found.kind is Kind.THREAT
    assert found.put_away


@pytest.mark.parametrize(
    "text", ["he keeps saying I will kill you", 'saying "kill yourself" to a stranger is not okay']
)
def test_what_somebody_else_says_is_one(text: str) -> None:
    assert not judge(text).put_away
