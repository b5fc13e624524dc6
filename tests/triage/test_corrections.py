"""Corrections teach, within bounds: exact undo, no safety shown, nothing learned from too little."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from creator_calm.domain.assessment import (
    SAFETY_KINDS,
    Assessment,
    Confidence,
    Evidence,
    Facet,
    Kind,
    Lane,
    Severity,
    TriageContext,
)
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.domain.own_rules import NO_RULES, Fixed, Lesson, OwnRules, Picks, Says
from creator_calm.language.normalise import normalise
from creator_calm.language.text_hash import text_hash
from creator_calm.triage.assess import assess_with
from creator_calm.triage.corrections import fit
from creator_calm.triage.laid_over import Overlay, learned_shift
from creator_calm.triage.learning import LARGEST_SHIFT, enough, made_ready, nearness
from creator_calm.triage.word_features import (
    MOST_FEATURES,
    features,
    lesson_features,
    pair_bucket,
    word_bucket,
)
from tests.triage.judging import comment, judge

THREATS = (
    "I know where you live and I'm coming for you",
    "kys",
    "nobody would miss you lol, kill yourself",
    "here is her number 070-123 45 67",
    "send nudes",
    "jag vet var du bor",
)
LINES = (
    "what a boring voice", "this is mid", "your cat is the best", "skill issue", "ratio", "cope harder",
    "you are an idiot", "du är en idiot", "the sound is too loud at 3:20", "who asked", "meh",
    "that laugh again", "try hard much", "you talk too fast", "vilken tråkig video", "din clown",
)  # fmt: skip


def lesson(text: str, *, harsh: bool) -> Lesson:
    return Lesson(harsh, lesson_features(normalise(text)))


def rules(*lessons: Lesson, fixed: tuple[Fixed, ...] = ()) -> TriageContext:
    return TriageContext(own=OwnRules(lessons=lessons, fixed=fixed))


def test_the_hash_is_the_one_of_the_design() -> None:
    assert word_bucket("you") == 139064
    assert word_bucket("idiot") == 26754
    assert word_bucket("don't") == 410225
    assert word_bucket("😂") == 798587
    assert pair_bucket("you", "idiot") == 1045435
    assert pair_bucket("du", "är") == 592580


def test_small_words_and_marks_are_no_features() -> None:
    assert features("the and of") == ()
    assert features("URL USR") == ()
    assert features("that voice") == (word_bucket("voice"), pair_bucket("that", "voice"))
    assert len(lesson_features(" ".join(f"w{n}" for n in range(300)))) == MOST_FEATURES


def test_the_same_words_get_the_same_verdict_however_they_are_spelled() -> None:
    away = rules(fixed=(Fixed(text_hash("Your laugh again"), Says.HARSH),))
    for text in ("your laugh again", "YOUR  laugh again", "your ｌａｕｇｈ again"):
        found = judge(text, away)
        assert found.put_away
        assert Facet.CORRECTED in found.facets
    assert not judge("your laugh", away).put_away
    shown = rules(fixed=(Fixed(text_hash("you are an idiot"), Says.NOT_HARSH),))
    assert judge("you are an idiot").put_away
    assert judge("You are an IDIOT", shown).put_away is False
    sorted_as = rules(fixed=(Fixed(text_hash("this is mid"), Says.KIND, Kind.TROLL),))
    assert judge("this is mid", sorted_as).kind is Kind.TROLL


def test_too_few_teach_nothing() -> None:
    alike = [lesson(f"boring voice {n}", harsh=True) for n in range(8)]
    other = [lesson(f"funny hat {n}", harsh=False) for n in range(3)]
    assert not enough(alike[:7])
    assert enough(alike)
    assert not enough(alike[:3] + other[:1])
    assert enough(alike[:3] + other[:2])
    assert not made_ready(alike[:7], ()).active
    assert made_ready(alike, ()).active


def test_what_is_like_it_follows_and_what_is_not_stays() -> None:
    context = rules(*(lesson(f"that annoying laugh {n}", harsh=True) for n in range(9)))
    assert not judge("that annoying laugh again").put_away
    found = judge("that annoying laugh again", context)
    assert found.put_away
    assert "corrected.like" in {piece.code for piece in found.evidence}
    for text in ("thank you, I love your videos", "what mic do you use?", "the sound is too loud"):
        assert not judge(text, context).put_away, text


def test_not_harsh_shows_what_the_judges_were_unsure_of_but_no_sure_insult() -> None:
    context = rules(*(lesson(f"skill issue {n}", harsh=False) for n in range(9)))
    assert judge("skill issue").put_away
    assert not judge("skill issue", context).put_away
    sure = judge("you are an idiot")
    assert sure.confidence is Confidence.HIGH
    taught = rules(*(lesson("you are an idiot", harsh=False) for _ in range(20)))
    assert judge("you are an idiot", taught).put_away


def test_a_shift_is_never_larger_than_one_and_a_half() -> None:
    learner = made_ready([lesson("purple monkey dishwasher", harsh=True) for _ in range(500)], ())
    (shift,) = learner.shifts(["purple monkey dishwasher"])
    assert 1.0 < shift <= LARGEST_SHIFT
    (one,) = made_ready([lesson(f"{n}a {n}b {n}c", harsh=True) for n in range(8)], ()).shifts(
        ["0a 0b 0c"]
    )
    assert 0.9 < one < 1.3


def test_what_contradicts_itself_is_halved() -> None:
    clear = [lesson(f"alpha{n} beta{n}", harsh=True) for n in range(8)]
    torn = [lesson("gamma delta", harsh=True) for _ in range(6)] + [
        lesson("gamma delta", harsh=False) for _ in range(3)
    ]
    weights = fit(torn)
    plain = abs(sum(weights[bucket] for bucket in features("gamma delta"))) / 3**0.5
    assert plain <= 0.1
    assert max(fit(clear).values()) > 0.3


def test_order_and_repetition_of_the_fit_do_not_matter() -> None:
    lessons = [lesson(f"word{n % 7} tone{n % 5}", harsh=n % 3 == 0) for n in range(40)]
    assert fit(lessons) == fit(list(lessons))
    back = fit(lessons[:-1])
    again = fit([*lessons[:-1]])
    assert back == again


@pytest.mark.parametrize(
    ("kind", "lane"),
    [(Kind.DISTRESS, Lane.DISTRESS), (Kind.HATE, Lane.NOTHING_IN_IT), (Kind.SPAM, Lane.NOTHING_IN_IT)],
)  # fmt: skip
def test_some_kinds_have_no_nearness(kind: Kind, lane: Lane) -> None:
    found = Assessment(
        kind, frozenset(), lane, Severity.HARSH, 0.9, Confidence.LOW, "en", (), put_away=True
    )
    assert nearness(found) is None


def test_five_hundred_random_corrections_never_show_a_matter_of_safety() -> None:
    chance = random.Random(20260520)
    plain = {text: judge(text) for text in (*THREATS, *LINES)}
    said: list[tuple[str, bool]] = []
    for _ in range(500):
        said.append((chance.choice((*THREATS, *LINES)), chance.random() < 0.3))
        if len(said) % 50:
            continue
        context = rules(
            *(lesson(text, harsh=harsh) for text, harsh in said),
            fixed=tuple(
                Fixed(text_hash(text), Says.HARSH if harsh else Says.NOT_HARSH)
                for text, harsh in said
            ),
        )
        for text, before in plain.items():
            found = judge(text, context)
            assert found.severity == before.severity
            if before.severity is Severity.SAFETY or before.kind in SAFETY_KINDS:
                assert found == before, text
    assert [judge(text) for text in plain] == list(plain.values())


def test_picks_settle_ties_and_nothing_else() -> None:
    tie = Assessment(
        Kind.SARCASM, frozenset(), Lane.CAN_WAIT, Severity.FINE, 0.1, Confidence.LOW, "en", (),
        put_away=False, candidates=(Kind.SARCASM, Kind.PRAISE),
    )  # fmt: skip
    once = made_ready((), (Picks(Kind.PRAISE, Kind.SARCASM, 1),))
    assert once.tie(tie) is tie
    often = made_ready(
        (), (Picks(Kind.PRAISE, Kind.SARCASM, 3), Picks(Kind.SARCASM, Kind.PRAISE, 0))
    )
    settled = often.tie(tie)
    assert (settled.kind, settled.candidates) == (Kind.PRAISE, (Kind.PRAISE, Kind.SARCASM))
    assert settled.lane is Lane.KIND
    torn = made_ready(
        (), (Picks(Kind.PRAISE, Kind.SARCASM, 3), Picks(Kind.SARCASM, Kind.PRAISE, 2))
    )
    assert torn.tie(tie) is tie


def test_three_put_away_by_one_account_weigh_more() -> None:
    context = TriageContext(repeat_accounts=frozenset({"other:again"}))

    def verdict(account: str, text: str) -> Assessment:
        return next(
            assess_with(None, [Comment(CommentId("1"), Author("A", account), text)], context)
        )

    mild = "what a clown"
    assert verdict("somebody", mild).severity is Severity.HURTFUL
    found = verdict("again", mild)
    assert (found.severity, found.put_away) == (Severity.HARSH, True)
    assert Facet.REPEAT_ABUSE in found.facets
    assert Facet.REPEAT_ABUSE not in verdict("again", "thank you").facets


def test_where_a_model_spoke_its_odds_are_moved_and_not_its_verdict() -> None:
    own = OwnRules(lessons=tuple(lesson(f"that annoying laugh {n}", harsh=True) for n in range(9)))
    text = "that annoying laugh again"
    assert 0.5 < learned_shift(own, normalise(text)) <= LARGEST_SHIFT
    assert learned_shift(NO_RULES, normalise(text)) == 0.0
    taught = OwnRules(lessons=tuple(lesson(text, harsh=False) for _ in range(9)))
    away = replace(
        judge("skill issue"), confidence=Confidence.LOW, evidence=(Evidence(0, 4, "model"),)
    )
    overlay, context = Overlay(taught), TriageContext(own=taught)
    (moved,) = overlay.lay([comment(text)], [away], context)
    assert not moved.put_away
    (heard,) = overlay.lay([comment(text)], [away], context, frozenset({away.language}))
    assert heard == away
