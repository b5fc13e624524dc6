"""Every kind from real words to its advice, in both languages, and the facets that change it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from creator_calm.domain.assessment import SAFETY_KINDS, Confidence, Facet, Kind, Severity
from creator_calm.domain.reply import Action, Chip, Intent, ReasonCode, ReplyContext, Strategy, Tone
from creator_calm.replies import bank as banks
from creator_calm.replies.advisor import plan
from creator_calm.replies.bank import CARE_MOVES, load_bank, unlocked_care
from creator_calm.replies.chips import settle
from tests.replies.made import EVERY_FACT, LANGUAGES, TEXTS, advise, said
from tests.triage.judging import judge

S, R, A, K = Strategy, ReasonCode, Action, Kind

# What people write → kind, strategy, reason, first step. Nothing is handed to the advisor but words.
WORDS: dict[str, tuple[tuple[str, Kind, Strategy, ReasonCode, Action | None], ...]] = {
    "en": (
        ("I know where you live and I'm coming for you", K.THREAT, S.SAFETY, R.SAFETY, A.SAVE_EVIDENCE),
        ("her address is 12 Elm Street, go say hi", K.DOXXING, S.SAFETY, R.SAFETY, A.SAVE_EVIDENCE),
        ("just kill yourself already", K.SELF_HARM_URGING, S.SAFETY, R.SAFETY, A.SAVE_EVIDENCE),
        ("send me nudes", K.SEXUAL, S.SAFETY, R.SAFETY, A.SAVE_EVIDENCE),
        ("I don't want to be alive anymore", K.DISTRESS, S.CARE, R.SOMEONE_IN_DISTRESS, A.CARE_STEPS),
        ("you're such a pathetic loser", K.ABUSE, S.SILENCE, R.AIMED_AT_YOU, A.MUTE),
        ("ratio, who asked", K.TROLL, S.SILENCE, R.BAIT, A.MARK_DONE),
        ("you stole this whole idea from a smaller creator", K.ACCUSATION, S.HOLD, R.CLAIM_TO_CHECK, A.DOCUMENT),
        ("that's my artwork, you used it without permission", K.COPYRIGHT_CLAIM, S.CORRECT, R.FACT_TO_CORRECT, A.DOCUMENT),
        ("The music is too loud at 3:20, I could not hear you", K.CRITIQUE, S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, A.ADD_ACTION_ITEM),
        ("the audio is shit you idiot, turn it up", K.HARSH_CRITIQUE, S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, A.ADD_ACTION_ITEM),
        ("love the story, but the music is way too loud", K.MIXED, S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, A.ADD_ACTION_ITEM),
        ("the link in the description doesn't work", K.TECH_PROBLEM, S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, A.ADD_ACTION_ITEM),
        ("boring", K.VAGUE_NEGATIVE, S.SILENCE, R.NOTHING_IN_IT, A.MARK_DONE),
        ("used to love this channel, you've changed", K.DISAPPOINTMENT, S.DISAGREE, R.LET_DOWN, None),
        ("It was 1969, not 1968", K.CORRECTION, S.CORRECT, R.FACT_TO_CORRECT, A.CORRECTION_NOTE),
        ("my order never arrived, I want a refund", K.COMPLAINT, S.RESOLVE_COMPLAINT, R.COST_SOMEONE_SOMETHING, A.PRIVATE_MESSAGE),
        ("what mic do you use?", K.QUESTION, S.ANSWER, R.NEEDS_AN_ANSWER, None),
        ("please do a part 2!!", K.REQUEST, S.ANSWER, R.WANTS_SOMETHING, A.ADD_TO_IDEAS),
        ("I disagree, unions ruined that industry", K.DISAGREEMENT, S.DISAGREE, R.OTHER_VIEW, None),
        ("you're all I have, why don't you answer me", K.PARASOCIAL, S.BOUNDARY, R.BOUNDARY, A.DOCUMENT),
        ("DM me on WhatsApp +1 555 010 0199 to earn 5000 weekly trading crypto", K.SPAM, S.SILENCE, R.SPAM, A.REPORT),
        ("love this so much, best one yet", K.PRAISE, S.THANKS, R.KIND_WORDS, A.KEEP_ON_SHELF),
        ("my mum passed away in March and your videos helped me through it", K.SHARED_STORY, S.THANKS, R.OWN_STORY, A.KEEP_ON_SHELF),
        ("@bob shut up, nobody cares what you think", K.VIEWERS_FIGHTING, S.NORM_NOTE, R.VIEWERS_HURT, A.LOCK_THREAD),
        ("welches Mikrofon benutzt du denn hier eigentlich immer so?", K.UNCLEAR, S.SILENCE, R.CANNOT_JUDGE, A.PICK_KIND),
    ),
    "sv": (
        ("jag vet var du bor och jag kommer", K.THREAT, S.SAFETY, R.SAFETY, A.SAVE_EVIDENCE),
        ("hon bor på Storgatan 12", K.DOXXING, S.SAFETY, R.SAFETY, A.SAVE_EVIDENCE),
        ("ta livet av dig", K.SELF_HARM_URGING, S.SAFETY, R.SAFETY, A.SAVE_EVIDENCE),
        ("skicka nakenbilder", K.SEXUAL, S.SAFETY, R.SAFETY, A.SAVE_EVIDENCE),
        ("jag orkar inte leva längre", K.DISTRESS, S.CARE, R.SOMEONE_IN_DISTRESS, A.CARE_STEPS),
        ("håll käften din jävla idiot", K.ABUSE, S.SILENCE, R.AIMED_AT_YOU, A.MUTE),
        ("vem frågade", K.TROLL, S.SILENCE, R.BAIT, A.MARK_DONE),
        ("du stal hela idén av en mindre kanal", K.ACCUSATION, S.HOLD, R.CLAIM_TO_CHECK, A.DOCUMENT),
        ("det där är min bild, du har använt den utan tillåtelse", K.COPYRIGHT_CLAIM, S.CORRECT, R.FACT_TO_CORRECT, A.DOCUMENT),
        ("musiken är alldeles för hög, man hör knappt vad du säger", K.CRITIQUE, S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, A.ADD_ACTION_ITEM),
        ("din pajas, musiken är alldeles för hög", K.HARSH_CRITIQUE, S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, A.ADD_ACTION_ITEM),
        ("älskar historien, men musiken är för hög", K.MIXED, S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, A.ADD_ACTION_ITEM),
        ("länken i beskrivningen fungerar inte", K.TECH_PROBLEM, S.ACKNOWLEDGE_AND_ACT, R.HAS_A_POINT, A.ADD_ACTION_ITEM),
        ("tråkigt", K.VAGUE_NEGATIVE, S.SILENCE, R.NOTHING_IN_IT, A.MARK_DONE),
        ("brukade älska den här kanalen, du har förändrats", K.DISAPPOINTMENT, S.DISAGREE, R.LET_DOWN, None),
        ("Det var 1969, inte 1968", K.CORRECTION, S.CORRECT, R.FACT_TO_CORRECT, A.CORRECTION_NOTE),
        ("min beställning kom aldrig, vill ha pengarna tillbaka", K.COMPLAINT, S.RESOLVE_COMPLAINT, R.COST_SOMEONE_SOMETHING, A.PRIVATE_MESSAGE),
        ("vilken mick använder du?", K.QUESTION, S.ANSWER, R.NEEDS_AN_ANSWER, None),
        ("snälla gör en del 2", K.REQUEST, S.ANSWER, R.WANTS_SOMETHING, A.ADD_TO_IDEAS),
        ("jag håller inte med, facken förstörde den branschen", K.DISAGREEMENT, S.DISAGREE, R.OTHER_VIEW, None),
        ("du är allt jag har, varför svarar du inte", K.PARASOCIAL, S.BOUNDARY, R.BOUNDARY, A.DOCUMENT),
        ("tjäna 5000 i veckan på krypto, skriv till mig på WhatsApp 070-123 45 67", K.SPAM, S.SILENCE, R.SPAM, A.REPORT),
        ("älskar den här, hjälpte mig så mycket", K.PRAISE, S.THANKS, R.KIND_WORDS, A.KEEP_ON_SHELF),
        ("min mamma dog i mars och dina videor hjälpte mig", K.SHARED_STORY, S.THANKS, R.OWN_STORY, A.KEEP_ON_SHELF),
        ("@bosse håll käften, ingen bryr sig om vad du tycker", K.VIEWERS_FIGHTING, S.NORM_NOTE, R.VIEWERS_HURT, A.LOCK_THREAD),
        ("😶", K.UNCLEAR, S.SILENCE, R.CANNOT_JUDGE, A.PICK_KIND),
    ),
}  # fmt: skip
QUIET = {S.SAFETY, S.CARE, S.SILENCE, S.NORM_NOTE, S.HOLD}
"""No text without a tick or a wish: a note to the audience is off until asked for under harsh words."""


@pytest.mark.parametrize(
    ("language", "row"), [(code, row) for code in LANGUAGES for row in WORDS[code]]
)
def test_from_words_to_advice(
    language: str, row: tuple[str, Kind, Strategy, ReasonCode, Action | None]
) -> None:
    text, kind, strategy, reason, step = row
    verdict = judge(text)
    context = ReplyContext(interface_language=language, private_channel="inbox")
    advice = plan(said(text), verdict, context)
    assert verdict.kind is kind
    assert (advice.strategy, advice.reason) == (strategy, reason)
    assert (advice.actions[0] if advice.actions else None) is step
    assert bool(advice.suggestions) is (strategy not in QUIET)
    assert {one.language for one in advice.suggestions} <= {language}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(SAFETY_KINDS))
def test_danger_gets_steps_whatever_is_ticked_asked_for_or_set(kind: Kind, language: str) -> None:
    every = settle({chip: EVERY_FACT.get(chip, "") for chip in Chip})
    ticks = [{}, every, *({chip: EVERY_FACT.get(chip, "")} for chip in Chip)]
    for tone in Tone:
        for attempt in range(4):
            for facts in ticks:
                advice = advise(
                    kind, language, ticked=facts, tone=tone, attempt=attempt, anyway=True
                )
                assert (advice.suggestions, advice.asks) == ((), ())
                assert not advice.public_allowed
                assert not advice.private_allowed
    steps = advise(kind, language).actions
    assert A.BLOCK not in steps or steps.index(A.SAVE_EVIDENCE) < steps.index(A.BLOCK)


def test_somebody_in_distress_gets_steps_and_places_to_point_to() -> None:
    steps = advise(Kind.DISTRESS).actions
    assert steps == (A.CARE_STEPS, A.REPORT, A.HELP_DIRECTORIES, A.TAKE_BREAK)
    for text in ("this song is the only thing keeping me here, I don't want to be alive",):
        verdict = judge(text)
        assert (verdict.kind, verdict.put_away) == (Kind.DISTRESS, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_care_is_written_and_stays_locked(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unlocked_care(language) == ()
    assert advise(Kind.DISTRESS, language, anyway=True).suggestions == ()
    known = load_bank(language)
    opened = {
        move: tuple(replace(p, reviewed=True) for p in phrases) if move in CARE_MOVES else phrases
        for move, phrases in known.moves.items()
    }
    unlocked = replace(known, moves=opened)
    for place in (banks, "creator_calm.replies.material"):
        name = f"{place}.load_bank" if isinstance(place, str) else f"{place.__name__}.load_bank"
        monkeypatch.setattr(name, lambda _language: unlocked)
    # The gate of the release goes red, and what a review would unlock is there.
    assert len(banks.unlocked_care(language)) >= 19
    calm = advise(Kind.DISTRESS, language, verdict={"severity": Severity.SAFETY})
    (one,) = calm.suggestions
    assert {"see_care", "signpost"} <= set(one.moves)
    assert not any(sign in one.text for sign in "!😀❤")


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_gets_the_advice_without_words(language: str) -> None:
    for kind in (Kind.CRITIQUE, Kind.QUESTION, Kind.COMPLAINT, Kind.CORRECTION, Kind.PRAISE):
        advice = advise(kind, language, verdict={"language": "fi"})
        same = advise(kind, language)
        assert advice.reason is ReasonCode.OTHER_LANGUAGE
        assert (advice.strategy, advice.actions) == (same.strategy, same.actions)
        assert (advice.suggestions, advice.asks) == ((), ())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [Kind.COMPLAINT, Kind.COPYRIGHT_CLAIM, Kind.DISAGREEMENT])
def test_a_child_is_asked_nothing_personal_and_nowhere_private(kind: Kind, language: str) -> None:
    child = {"facets": frozenset({Facet.MINOR})}
    advice = advise(kind, language, verdict=child)
    assert not advice.private_allowed
    assert Action.PRIVATE_MESSAGE not in advice.actions
    for attempt in range(8):
        for one in advise(kind, language, verdict=child, attempt=attempt).suggestions:
            assert "private" not in one.moves
            assert "ask.own_experience" not in one.phrases


@pytest.mark.parametrize(
    "kind", [k for k in Kind if k not in SAFETY_KINDS | {Kind.DISTRESS, Kind.PILE_ON}]
)
def test_a_valid_point_is_worth_writing_down(kind: Kind) -> None:
    steps = advise(kind, verdict={"facets": frozenset({Facet.VALID_POINT})}).actions
    wanted = kind not in {Kind.PRAISE, Kind.SHARED_STORY, Kind.HATE, Kind.IMPERSONATION}
    assert (Action.ADD_ACTION_ITEM in steps) is wanted
    if Action.MARK_DONE in steps and wanted:
        assert steps.index(Action.ADD_ACTION_ITEM) < steps.index(Action.MARK_DONE)


def test_repeated_insults_lead_to_a_block_behind_the_evidence() -> None:
    steps = advise(Kind.ABUSE, verdict={"facets": frozenset({Facet.REPEAT_ABUSE})}).actions
    assert steps == (A.MUTE, A.SAVE_EVIDENCE, A.BLOCK, A.MARK_DONE)


def test_what_was_answered_before_can_rest() -> None:
    for kind in (Kind.QUESTION, Kind.CRITIQUE, Kind.CORRECTION):
        advice = advise(kind, verdict={"facets": frozenset({Facet.ALREADY_ANSWERED})})
        assert (advice.strategy, advice.reason) == (S.SILENCE, R.ALREADY_ANSWERED)


def test_a_quoted_insult_is_not_an_insult() -> None:
    for text in (
        'he said "kill yourself" to me and your video helped',
        "my boss called me an idiot",
    ):
        verdict = judge(text)
        assert verdict.kind not in {Kind.ABUSE, *SAFETY_KINDS}
        assert plan(said(text), verdict, ReplyContext()).strategy is not S.SAFETY


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_sure_names_two_kinds_and_claims_nothing(language: str) -> None:
    unsure = {"confidence": Confidence.LOW, "candidates": (Kind.CRITIQUE, Kind.QUESTION)}
    held = advise(Kind.CRITIQUE, language, verdict=unsure)
    assert (held.strategy, held.reason, held.actions[0]) == (S.HOLD, R.NOT_SURE, A.PICK_KIND)
    assert {one.intent for one in held.suggestions} <= {Intent.ACKNOWLEDGE}
    assert all(not one.claims for one in held.suggestions)
    bait = {"confidence": Confidence.LOW, "candidates": (Kind.CRITIQUE, Kind.TROLL)}
    rests = advise(Kind.CRITIQUE, language, verdict=bait)
    assert (rests.strategy, rests.reason, rests.suggestions) == (S.SILENCE, R.NOT_SURE, ())
    assert rests.actions[0] is A.PICK_KIND


def test_the_made_up_comments_hold_every_kind() -> None:
    assert all(TEXTS[code].keys() == set(Kind) for code in LANGUAGES)
