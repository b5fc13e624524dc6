"""Which strategy fits which kind, with which steps, and who may read a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.assessment import (
    SAFETY_KINDS,
    Confidence,
    Facet,
    Kind,
    Lane,
    Severity,
)
from creator_calm.domain.comment import Platform
from creator_calm.domain.reply import Action, Chip, Intent, ReasonCode, ReplyContext, Strategy, Tone
from creator_calm.domain.voice import Before, Moment
from creator_calm.replies.advisor import list_strategies, plan
from tests.replies.made import LANGUAGES, TEXTS, advise, facts, judged, said

S, A, R = Strategy, Action, ReasonCode

# Section 4 of the reply design: kind → strategy, reason, first steps, text in public without a tick.
TABLE: dict[Kind, tuple[Strategy, ReasonCode, tuple[Action, ...], bool]] = {
    Kind.THREAT: (S.SAFETY, R.SAFETY, (A.SAVE_EVIDENCE, A.TELL_SOMEONE, A.REPORT, A.POLICE_INFO, A.BLOCK), False),
    Kind.DOXXING: (S.SAFETY, R.SAFETY, (A.SAVE_EVIDENCE, A.TELL_SOMEONE, A.REPORT, A.POLICE_INFO, A.BLOCK, A.SECURITY_CHECKLIST), False),
    Kind.SELF_HARM_URGING: (S.SAFETY, R.SAFETY, (A.SAVE_EVIDENCE, A.TELL_SOMEONE, A.REPORT, A.POLICE_INFO, A.BLOCK, A.SUPPORT_CARD), False),
    Kind.SEXUAL: (S.SAFETY, R.SAFETY, (A.SAVE_EVIDENCE, A.TELL_SOMEONE, A.REPORT, A.POLICE_INFO, A.BLOCK), False),
    Kind.HATE: (S.SAFETY, R.SAFETY, (A.SAVE_EVIDENCE, A.TELL_SOMEONE, A.REPORT, A.BLOCK), False),
    Kind.IMPERSONATION: (S.SAFETY, R.SAFETY, (A.SAVE_EVIDENCE, A.TELL_SOMEONE, A.REPORT, A.BLOCK), False),
    Kind.DISTRESS: (S.CARE, R.SOMEONE_IN_DISTRESS, (A.CARE_STEPS, A.REPORT, A.HELP_DIRECTORIES, A.TAKE_BREAK), False),
    Kind.ABUSE: (S.SILENCE, R.AIMED_AT_YOU, (A.MUTE, A.MARK_DONE), False),
    Kind.TROLL: (S.SILENCE, R.BAIT, (A.MARK_DONE,), False),
    Kind.PILE_ON: (S.STEP_BACK, R.STORM, (A.STORM_CARD, A.TRUSTED_READER, A.TAKE_BREAK), False),
    Kind.ACCUSATION: (S.HOLD, R.CLAIM_TO_CHECK, (A.DOCUMENT, A.TRUSTED_READER), False),
    Kind.COPYRIGHT_CLAIM: (S.CORRECT, R.FACT_TO_CORRECT, (A.DOCUMENT, A.PRIVATE_MESSAGE, A.FOLLOW_UP), True),
    Kind.CRITIQUE: (S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, (A.ADD_ACTION_ITEM,), True),
    Kind.HARSH_CRITIQUE: (S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, (A.ADD_ACTION_ITEM,), True),
    Kind.MIXED: (S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, (A.ADD_ACTION_ITEM,), True),
    Kind.TECH_PROBLEM: (S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, (A.ADD_ACTION_ITEM, A.FOLLOW_UP), True),
    Kind.VAGUE_NEGATIVE: (S.SILENCE, R.NOTHING_IN_IT, (A.MARK_DONE,), False),
    Kind.SARCASM: (S.SILENCE, R.BAIT, (A.MARK_DONE,), False),
    Kind.DISAPPOINTMENT: (S.DISAGREE, R.LET_DOWN, (), True),
    Kind.DISAGREEMENT: (S.DISAGREE, R.OTHER_VIEW, (), True),
    Kind.CORRECTION: (S.CORRECT, R.FACT_TO_CORRECT, (A.CORRECTION_NOTE, A.ADD_ACTION_ITEM), True),
    Kind.COMPLAINT: (S.RESOLVE_COMPLAINT, R.COST_SOMEONE_SOMETHING, (A.PRIVATE_MESSAGE, A.FOLLOW_UP, A.UPDATE_OTHERS), True),
    Kind.QUESTION: (S.ANSWER, R.NEEDS_AN_ANSWER, (), True),
    Kind.REQUEST: (S.ANSWER, R.WANTS_SOMETHING, (A.ADD_TO_IDEAS,), True),
    Kind.PARASOCIAL: (S.BOUNDARY, R.BOUNDARY, (A.DOCUMENT,), True),
    Kind.SPAM: (S.SILENCE, R.SPAM, (A.REPORT, A.MARK_DONE), False),
    Kind.SELF_PROMO: (S.SILENCE, R.SPAM, (A.MARK_DONE,), False),
    Kind.PRAISE: (S.THANKS, R.KIND_WORDS, (A.KEEP_ON_SHELF,), True),
    Kind.SHARED_STORY: (S.THANKS, R.OWN_STORY, (A.KEEP_ON_SHELF,), True),
    Kind.VIEWERS_FIGHTING: (S.NORM_NOTE, R.VIEWERS_HURT, (A.LOCK_THREAD, A.SLOW_MODE, A.PIN), True),
    Kind.UNCLEAR: (S.SILENCE, R.CANNOT_JUDGE, (A.PICK_KIND,), False),
}  # fmt: skip


def test_the_table_names_every_kind() -> None:
    assert TABLE.keys() == set(Kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_has_its_strategy_reason_and_steps(kind: Kind, language: str) -> None:
    strategy, reason, actions, text = TABLE[kind]
    advice = advise(kind, language)
    assert (advice.strategy, advice.reason, advice.actions) == (strategy, reason, actions)
    assert bool(advice.suggestions) is text
    assert all(suggestion.language == language for suggestion in advice.suggestions)


def test_every_strategy_is_found() -> None:
    assert list_strategies() == tuple(Strategy)


chips = st.dictionaries(st.sampled_from(list(Chip)), st.sampled_from(["", "on Friday", "sorry"]))


@given(
    kind=st.sampled_from(sorted(SAFETY_KINDS)),
    text=st.text(max_size=60),
    ticked=chips,
    language=st.sampled_from(["en", "sv", "de", "und"]),
    reply_language=st.sampled_from([None, "en", "sv"]),
    tone=st.sampled_from(list(Tone)),
    severity=st.sampled_from(list(Severity)),
    confidence=st.sampled_from(list(Confidence)),
    facets=st.frozensets(st.sampled_from(list(Facet)), max_size=4),
    lane=st.sampled_from(list(Lane)),
    attempt=st.integers(0, 3),
    rounds=st.integers(0, 3),
    norm_notes=st.booleans(),
    step_back=st.booleans(),
    anyway=st.booleans(),
    platform=st.sampled_from(list(Platform)),
)
def test_nothing_can_be_written_to_a_safety_kind(
    kind: Kind,
    text: str,
    ticked: dict[Chip, str],
    language: str,
    reply_language: str | None,
    tone: Tone,
    severity: Severity,
    confidence: Confidence,
    facets: frozenset[Facet],
    lane: Lane,
    attempt: int,
    rounds: int,
    norm_notes: bool,
    step_back: bool,
    anyway: bool,
    platform: Platform,
) -> None:
    verdict = judged(
        kind, language, severity=severity, confidence=confidence, facets=facets, lane=lane
    )
    context = ReplyContext(
        reply_language=reply_language,
        tone=tone,
        facts=ticked,
        private_channel="inbox",
        attempt=attempt,
        before=Before(rounds=rounds, put_away=rounds, answered=anyway),
        norm_notes=norm_notes,
        moment=Moment(storm=step_back),
        anyway=anyway,
        community="the forum",
        work="the show",
    )
    advice = plan(said(text, platform=platform), verdict, context)
    assert advice.suggestions == ()
    assert not advice.public_allowed
    assert not advice.private_allowed
    assert not advice.may_write
    assert advice.asks == ()
    assert advice.strategy is Strategy.SAFETY
    assert Action.PRIVATE_MESSAGE not in advice.actions


@given(
    kind=st.sampled_from(list(Kind)),
    ticked=chips,
    facet=st.sampled_from([Facet.MAY_BE, Facet.CHECK_SAFETY, Facet.WISH_OF_HARM]),
)
def test_a_doubt_about_safety_takes_every_text_away(
    kind: Kind, ticked: dict[Chip, str], facet: Facet
) -> None:
    for verdict in ({"lane": Lane.SAFETY}, {"facets": frozenset({facet})}):
        advice = advise(kind, ticked=ticked, verdict=verdict)
        assert advice.suggestions == ()
        assert not advice.private_allowed


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_care_stay_locked_whatever_is_ticked(language: str) -> None:
    for chip in Chip:
        advice = advise(Kind.DISTRESS, language, ticked=(chip,))
        assert advice.strategy is Strategy.CARE
        assert advice.suggestions == ()
    beside = advise(Kind.SHARED_STORY, language, verdict={"facets": frozenset({Facet.PAST_RISK})})
    assert (beside.strategy, beside.suggestions) == (Strategy.CARE, ())


def test_evidence_comes_before_blocking_and_a_minor_changes_the_steps() -> None:
    for kind in SAFETY_KINDS | {Kind.HATE, Kind.IMPERSONATION}:
        steps = advise(kind).actions
        assert steps.index(Action.SAVE_EVIDENCE) < steps.index(Action.BLOCK)
    minor = {"facets": frozenset({Facet.MINOR})}
    assert advise(Kind.SEXUAL, verdict=minor).actions == (Action.REPORT,)
    again = {"facets": frozenset({Facet.REPEAT_ABUSE})}
    assert advise(Kind.ABUSE, verdict=again).actions == (
        Action.MUTE,
        Action.SAVE_EVIDENCE,
        Action.BLOCK,
        Action.MARK_DONE,
    )


def test_who_is_invited_to_a_private_conversation() -> None:
    assert advise(Kind.COMPLAINT).private_allowed
    assert not advise(Kind.COMPLAINT, private_channel="  ").private_allowed
    assert not advise(Kind.COMPLAINT, verdict={"severity": 3}).private_allowed
    minor = advise(Kind.COMPLAINT, verdict={"facets": frozenset({Facet.MINOR})})
    assert not minor.private_allowed
    assert Action.PRIVATE_MESSAGE not in minor.actions
    assert all("my shop inbox" not in suggestion.text for suggestion in minor.suggestions)
    for kind in (Kind.PARASOCIAL, Kind.ABUSE, Kind.TROLL, Kind.SPAM, Kind.HATE):
        assert not advise(kind, verdict={"severity": 1}).private_allowed


def test_a_public_text_ends_at_severity_three_but_for_points_and_claims() -> None:
    for kind in (Kind.CRITIQUE, Kind.COMPLAINT, Kind.DISAGREEMENT, Kind.PARASOCIAL):
        assert advise(kind, verdict={"severity": 3, "put_away": False}).suggestions == ()
    assert advise(Kind.HARSH_CRITIQUE, verdict={"severity": 3}).suggestions


def test_not_sure_yet_makes_it_a_holding_reply() -> None:
    for kind in (Kind.CRITIQUE, Kind.COMPLAINT, Kind.CORRECTION, Kind.QUESTION, Kind.ACCUSATION):
        advice = advise(kind, ticked=(Chip.NOT_SURE_YET,))
        assert advice.strategy is Strategy.HOLD
        assert advice.suggestions[0].intent is Intent.HOLD
    dated = advise(Kind.COMPLAINT, ticked=(Chip.NOT_SURE_YET, Chip.WHEN))
    assert dated.suggestions[0].intent is Intent.HOLD_WITH_DATE
    assert "on Friday" in dated.suggestions[0].text


def test_an_unsure_verdict_holds_or_rests_and_asks_which_kind_it_is() -> None:
    unsure = {"confidence": Confidence.LOW, "candidates": (Kind.CRITIQUE, Kind.QUESTION)}
    held = advise(Kind.CRITIQUE, verdict=unsure)
    assert (held.strategy, held.reason) == (Strategy.HOLD, ReasonCode.NOT_SURE)
    assert held.actions[0] is Action.PICK_KIND
    assert all(not suggestion.claims for suggestion in held.suggestions)
    bait = {"confidence": Confidence.LOW, "candidates": (Kind.CRITIQUE, Kind.TROLL)}
    rested = advise(Kind.CRITIQUE, verdict=bait)
    assert (rested.strategy, rested.reason) == (Strategy.SILENCE, ReasonCode.NOT_SURE)
    assert rested.actions[0] is Action.PICK_KIND
    known = advise(Kind.CRITIQUE, ticked=(Chip.WILL_CHANGE,), verdict=unsure)
    assert known.strategy is Strategy.ACKNOWLEDGE_AND_ACT


def test_silence_has_its_reasons() -> None:
    own = plan(
        said("mine"),
        judged(Kind.UNCLEAR),
        ReplyContext(),
    )
    assert own.reason is ReasonCode.CANNOT_JUDGE
    answered = advise(Kind.QUESTION, verdict={"facets": frozenset({Facet.ALREADY_ANSWERED})})
    assert (answered.strategy, answered.reason) == (Strategy.SILENCE, ReasonCode.ALREADY_ANSWERED)
    twice = advise(Kind.DISAGREEMENT, before=Before(rounds=2))
    assert (twice.strategy, twice.reason) == (Strategy.SILENCE, ReasonCode.TWO_ROUNDS)
    assert advise(Kind.COMPLAINT, before=Before(rounds=2)).strategy is Strategy.RESOLVE_COMPLAINT


def test_a_second_round_of_a_complaint_goes_private_first() -> None:
    first = advise(Kind.COMPLAINT, ticked=(Chip.WILL_CHANGE,)).suggestions[0]
    second = advise(
        Kind.COMPLAINT, ticked=(Chip.WILL_CHANGE,), before=Before(rounds=1)
    ).suggestions[0]
    assert first.intent is Intent.OWN_IT
    assert second.intent is Intent.ACKNOWLEDGE_AND_PRIVATE


def test_a_boundary_is_set_once() -> None:
    assert advise(Kind.PARASOCIAL, ticked=(Chip.BOUNDARY,)).suggestions[0].intent is (
        Intent.KIND_LIMIT
    )
    again = advise(Kind.PARASOCIAL, ticked=(Chip.BOUNDARY,), before=Before(rounds=1))
    assert again.suggestions == ()
    assert again.actions == (Action.DOCUMENT, Action.BLOCK)


def test_stepping_back_wins_over_answers_but_not_over_safety_and_kind_words() -> None:
    assert advise(Kind.CRITIQUE, moment=Moment(storm=True)).strategy is Strategy.STEP_BACK
    assert advise(Kind.CRITIQUE, moment=Moment(storm=True)).suggestions == ()
    assert advise(Kind.THREAT, moment=Moment(storm=True)).strategy is Strategy.SAFETY
    assert advise(Kind.DISTRESS, moment=Moment(storm=True)).strategy is Strategy.CARE
    assert advise(Kind.PRAISE, moment=Moment(storm=True)).strategy is Strategy.THANKS


def test_a_regular_who_is_let_down_gets_one_open_question() -> None:
    regular = advise(Kind.VAGUE_NEGATIVE, verdict={"facets": frozenset({Facet.REGULAR})})
    assert [suggestion.intent for suggestion in regular.suggestions] == [Intent.ASK]
    assert regular.suggestions[0].text.endswith("?")


def test_norm_notes_come_on_request_under_hate_and_never_name_anyone() -> None:
    assert advise(Kind.HATE, norm_notes=True).strategy is Strategy.NORM_NOTE
    assert advise(Kind.HATE, norm_notes=True, verdict={"severity": 4}).strategy is Strategy.SAFETY
    for suggestion in advise(Kind.VIEWERS_FIGHTING).suggestions:
        assert "bob" not in suggestion.text.lower()


def test_other_languages_get_the_advice_without_words() -> None:
    german = advise(Kind.QUESTION, text="welches Mikrofon ist das?", verdict={"language": "de"})
    assert (german.strategy, german.reason) == (Strategy.ANSWER, ReasonCode.OTHER_LANGUAGE)
    assert german.suggestions == ()
    assert german.asks == ()
    chosen = advise(Kind.QUESTION, verdict={"language": "de"}, reply_language="sv")
    assert {suggestion.language for suggestion in chosen.suggestions} == {"sv"}
    short = advise(Kind.PRAISE, "sv", text="❤", verdict={"language": "und"})
    assert {suggestion.language for suggestion in short.suggestions} == {"sv"}


def test_facts_worth_ticking_leave_out_what_is_ticked() -> None:
    before = advise(Kind.CRITIQUE).asks
    assert before[0] is Chip.GOT_IT_WRONG
    after = advise(Kind.CRITIQUE, ticked=(Chip.GOT_IT_WRONG,)).asks
    assert Chip.GOT_IT_WRONG not in after
    assert after[:2] == (Chip.WILL_CHANGE, Chip.ALREADY_FIXED)


def test_own_words_are_left_alone() -> None:
    comment = said(TEXTS["en"][Kind.CRITIQUE])
    own = type(comment)(comment.id, comment.author, comment.text, is_own=True)
    advice = plan(own, judged(Kind.UNCLEAR), ReplyContext(facts=facts(Chip.WILL_CHANGE)))
    assert (advice.reason, advice.suggestions) == (ReasonCode.YOUR_OWN_WORDS, ())


def test_a_choice_can_stay_a_choice_and_say_so() -> None:
    ticked = {Chip.MY_CHOICE: "", Chip.WONT_CHANGE: ""}
    asked = advise(Kind.CRITIQUE, ticked=(Chip.MY_CHOICE,)).asks
    assert Chip.WONT_CHANGE in asked
    plan = advise(Kind.CRITIQUE, ticked=tuple(ticked))
    (differing,) = (one for one in plan.suggestions if one.intent is Intent.SEE_IT_DIFFERENTLY)
    assert "wont_change" in differing.moves
    assert differing.claims >= {"wont_change"}


def test_hearts_alone_are_thanked_in_passing() -> None:
    made = advise(Kind.PRAISE, text="❤️❤️❤️")
    assert [one.intent for one in made.suggestions] == [Intent.BRIEF_THANKS]
