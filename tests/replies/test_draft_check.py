"""The look at a draft: what it marks, what it leaves alone, where exactly, and how fast."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.assessment import Kind
from creator_calm.domain.draft import DraftFinding, FindingLevel
from creator_calm.language.pack import load_pack
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.draft_text import MAX_CHARACTERS
from creator_calm.replies.tone_rules import ORDER, bounded, load_tone, messages
from tests.replies.made import LANGUAGES


def rules(draft: str, language: str, kind: Kind | None = None) -> list[str]:
    return [finding.rule for finding in check(draft, language, kind).findings]


def test_marks_stand_where_the_words_stand() -> None:
    for before in ("", "😀😀 ", "👨‍👩‍👧‍👦 🇸🇪 ", "é́ ", "İ ", "“Hm”, "):
        draft = f"{before}I think you missed the point here."
        (finding,) = check(draft, "en").findings
        assert draft[finding.start : finding.end] == "you missed the point"


@given(st.text(alphabet="Iİßa😀\u0301 .!?\n\"'”you are wrong", max_size=300))
def test_offsets_stay_inside_and_apart(draft: str) -> None:
    findings = check(draft, "en", Kind.CRITIQUE).findings
    assert list(findings) == sorted(findings, key=lambda finding: finding.start)
    last = 0
    for finding in findings:
        assert last <= finding.start < finding.end <= len(draft)
        last = finding.end


def test_one_message_per_span_and_the_stronger_rule_speaks() -> None:
    assert rules("You clearly missed the point.", "en") == ["you_are_at_fault"]
    assert rules("Nobody forced you, idiot.", "en") == ["self_defence", "escalation"]
    assert len(check("You are wrong. " * 60, "en").findings) == 30


def test_one_mark_of_a_rule_in_a_sentence() -> None:
    assert (
        rules("You always moan and you never listen to me.", "en").count("absolutes_about_you") == 1
    )


def test_levels() -> None:
    def level(draft: str, kind: Kind | None = None) -> FindingLevel:
        return check(draft, "en", kind).findings[0].level

    assert level("You liar.") is FindingLevel.STRONG
    assert level("You missed the point.") is FindingLevel.FLAG
    assert level("Nice try.") is FindingLevel.HINT
    assert level("I'm sorry, that was rough, but it is finished.") is FindingLevel.HINT
    assert level("Check out my shop inbox and my course.", Kind.COMPLAINT) is FindingLevel.FLAG
    assert check("Check out my other video.", "en", Kind.PRAISE).findings == ()


def test_swaps_are_ready_words() -> None:
    (strike,) = check("It was obviously late.", "en").findings
    assert strike.suggestion == ""
    (opening,) = check("Obviously it was late.", "en").findings
    assert opening.suggestion is None
    (swap,) = check("Moving forward it is louder.", "en").findings
    assert swap.suggestion == "from now on"
    (svensk,) = check("Jag är uppenbarligen sen.", "sv").findings
    assert svensk.suggestion == ""


def test_rules_about_the_whole_draft() -> None:
    long = "The music is lower now. It took a while. The mix is new. The file is up. Have a look."
    assert rules(long, "en", Kind.CRITIQUE) == ["too_long"]
    assert rules(long, "en", Kind.PRAISE) == []
    mine = "I heard it. I changed the music. I like it."
    assert rules(mine, "en", Kind.CRITIQUE) == ["too_long"]
    assert rules("Noted.", "en", Kind.COMPLAINT) == ["vague"]
    assert rules("I've lowered the music.", "en", Kind.CRITIQUE) == []
    assert rules("Which part?", "en", Kind.CRITIQUE) == []
    to = Addressee("the music was far too loud at the start")
    off_topic = check("It rains a lot this week. My dog is asleep.", "en", Kind.QUESTION, to=to)
    assert [finding.rule for finding in off_topic.findings] == ["off_topic"]
    heard = check("Thanks for that. It rains a lot.", "en", Kind.QUESTION, to=to)
    assert heard.findings == ()
    wordy = check("The music is lower. " + "word " * 60, "en", Kind.CRITIQUE, to=to)
    assert "too_long" in [finding.rule for finding in wordy.findings]


@pytest.mark.parametrize(
    ("language", "promises", "harmless"),
    [
        (
            "en",
            ["I'm always here for you.", "You can talk to me whenever you need.", "I won't leave you alone with it."],
            ["I read what you wrote, and I care.", "There are people who can be there for you."],
        ),
        (
            "sv",
            ["Jag finns alltid här för dig.", "Du kan alltid skriva till mig.", "Jag lämnar dig inte."],
            ["Jag har läst det du skrev, och jag bryr mig.", "Det finns de som kan vara där för dig."],
        ),
    ],
)  # fmt: skip
def test_a_word_of_care_promises_no_being_there(
    language: str, promises: list[str], harmless: list[str]
) -> None:
    for draft in promises:
        assert rules(draft, language, Kind.DISTRESS) == ["over_promise"], draft
        assert "over_promise" not in rules(draft, language, Kind.SHARED_STORY), draft
    for draft in harmless:
        assert rules(draft, language, Kind.DISTRESS) == [], draft


def test_a_word_of_care_is_looked_at_for_harm_only() -> None:
    assert rules("You always matter. Calm down.", "en", Kind.DISTRESS) == ["calm_down"]
    assert rules("WHAT IS THIS", "en", Kind.DISTRESS) == []


def test_rules_can_be_turned_off() -> None:
    off = frozenset({"calm_down"})
    assert check("Calm down.", "en", off=off).findings == ()
    assert check("Calm down. Nice try.", "en", off=off).findings[0].rule == "mock_praise"


def test_the_language_is_that_of_the_draft() -> None:
    assert rules("You missed the point.", "de") == []
    assert rules("SCHREI MICH NICHT AN, ruf 070-123 45 67 an", "de") == ["shouting", "private_data"]
    own = check("Du har missförstått det jag sa i videon om musiken", None, None, "en").findings[0]
    assert own.rule == "you_are_at_fault"
    assert own.message == messages("en")["you_are_at_fault"]
    svenska = check("Calm down.", "en", None, "sv").findings[0]
    assert svenska.message == messages("sv")["calm_down"]
    german = "Das ist doch alles lächerlich und du hast den Film nicht gesehen, idiot."
    assert check(german).findings == ()
    assert check(german).positives == ()
    assert check("Обидно, но вы не правы!!!").findings[0].rule == "shouting"


def test_a_few_letters_are_in_the_language_of_the_comment_or_the_window() -> None:
    def seen(draft: str, comment: str | None, window: str) -> list[str]:
        to = Addressee(language=comment)
        return [one.rule for one in check(draft, None, None, window, to=to).findings]

    assert seen("Trams.", None, "sv") == seen("Trams.", "sv", "en") == ["contempt"]
    assert seen("Trams.", "en", "sv") == []
    assert seen("Pathetic.", "en", "sv") == seen("Pathetic.", "de", "en") == ["contempt"]


def test_a_plain_no_answers_a_question_and_opens_no_post() -> None:
    draft = "No, the fair was cancelled."
    assert rules(draft, "en") == rules(draft, "en", Kind.DISAGREEMENT) == ["contradiction_opener"]
    assert rules(draft, "en", Kind.QUESTION) == rules(draft, "en", Kind.REQUEST) == []
    assert check(draft, "en", to=Addressee(is_reply=False)).findings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_every_rule_and_a_message(language: str) -> None:
    table = load_pack(language).table("tone")["rules"]
    assert set(table) == set(ORDER)
    assert {rule.id for rule in load_tone(language).rules} == set(ORDER)
    for message in messages(language).values():
        assert message[0].isupper() or message[0] in "“”"
        assert "!" not in message
        assert not any(word in message.lower() for word in ("must", "should", "måste", "borde"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_is_whole_and_bounded_and_marks_one_part_at_most(language: str) -> None:
    table = load_pack(language).table("tone")
    groups = ("patterns", "orders", "aimed", "hints", "care")
    patterns = [
        one for rule in table["rules"].values() for name in groups for one in rule.get(name, ())
    ]
    assert len(patterns) > 400
    for pattern in patterns:
        compiled = re.compile(bounded(pattern))
        assert compiled.groups <= 1, pattern
        assert not compiled.match(""), pattern
        # A repeated group may hold no repeat without a bound: (a+)* takes for ever.
        assert not re.search(r"\((?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)[+*]", compiled.pattern), (
            pattern
        )
    twice = [one for one, count in Counter(patterns).items() if count > 1]
    assert twice == []


def test_what_is_good_is_named() -> None:
    draft = "You're right about the music. My mistake. Which part bothered you?"
    assert check(draft, "en", Kind.CRITIQUE).positives == (
        "names_the_topic",
        "agrees_in_part",
        "asks",
        "owns_it",
        "short",
    )
    svensk = check("Du har rätt i det du skriver om musiken, tror jag.", "sv").positives
    assert set(svensk) >= {"names_the_topic", "agrees_in_part", "short"}
    assert "short" not in check("Word word. " * 60, "en").positives


def test_only_the_first_part_of_a_huge_draft_is_looked_at_and_that_is_said() -> None:
    start = "Fine. " * (MAX_CHARACTERS // 6)
    draft = start + "x" * (MAX_CHARACTERS - len(start)) + " Shut up."
    report = check(draft, "en")
    assert report.findings == ()
    assert report.unseen == len(" Shut up.")
    assert check(" " * MAX_CHARACTERS + "Shut up.").unseen == len("Shut up.")
    assert check("Shut up.", "en").unseen == 0


def test_a_sentence_that_denies_the_words_is_not_marked() -> None:
    assert rules("Jag blockerar dig inte för det.", "sv") == []
    assert rules("Jag blockerar dig nu.", "sv") == ["escalation"]
    assert rules("I won't block you for that.", "en") == []


def test_an_order_is_told_from_the_same_words_about_oneself() -> None:
    assert rules("Maybe you should move on.", "en") == ["calm_down"]
    assert rules("On Sunday we move on.", "en") == []
    assert rules("Skaffa bättre hörlurar.", "sv") == ["self_defence"]
    assert rules("Jag ska skaffa bättre hörlurar.", "sv") == []


def test_a_finding_is_a_value() -> None:
    (finding,) = check("Calm down.", "en").findings
    assert finding == DraftFinding(
        0, 9, "calm_down", FindingLevel.FLAG, messages("en")["calm_down"], None
    )
