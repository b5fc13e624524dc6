"""The look at a draft: what it marks, what it leaves alone, where exactly, and how fast."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.assessment import Kind
from creator_calm.domain.draft import DraftFinding, FindingLevel
from creator_calm.domain.reply import Audience
from creator_calm.language.pack import load_pack
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.draft_text import MAX_CHARACTERS
from creator_calm.replies.tone_rules import ORDER, load_tone, messages
from tests.replies.made import LANGUAGES

HITS = {
    "en": {
        "absolutes_about_you": ["You always complain.", "You people want everything.", "Each time you write it is the same."],
        "you_are_at_fault": ["You misread it.", "You're too sensitive.", "You missed the point."],
        "if_you_had_watched": ["If you’d actually watched it.", "Have you even tried?", "Try reading the text."],
        "obviously": ["It is obviously loud.", "Everyone knows that.", "You clearly skipped it."],
        "contradiction_opener": ["No, it was late.", "Wrong. It was me.", "That's not true, I was there."],
        "contempt": ["Ridiculous.", "Your take is pathetic.", "What nonsense."],
        "mock_praise": ["Nice try.", "Wow, thanks.", "Sure 🙄", "Great /s"],
        "calm_down": ["Calm down.", "Get a grip.", "It was just a joke."],
        "rhetorical_why": ["Why would you even say that?", "Do you really think so?"],
        "self_defence": ["Nobody asked you.", "I never said that.", "Not my problem."],
        "non_apology": ["Sorry if you felt hurt.", "I apologise for any trouble."],
        "corporate": ["Please don't hesitate to write.", "We strive for more."],
        "over_promise": ["I promise.", "It will never happen again.", "I'll fix it today."],
        "escalation": ["You liar.", "I will sue you.", "Shut up."],
        "shouting": ["STOP IT NOW", "Really???"],
        "blame_others": ["My editor messed up.", "Blame it on the weather."],
        "persuading": ["The fact is that it works.", "Educate yourself."],
    },
    "sv": {
        "absolutes_about_you": ["Du klagar alltid.", "Såna som du vill ha allt.", "Du är aldrig nöjd."],
        "you_are_at_fault": ["Du har missförstått.", "Du är för känslig.", "Du har missat poängen."],
        "if_you_had_watched": ["Om du hade tittat.", "Har du ens provat?", "Testa att läsa texten."],
        "obviously": ["Det är uppenbarligen högt.", "Alla vet det.", "Det säger sig självt."],
        "contradiction_opener": ["Nej, det var sent.", "Fel. Det var jag.", "Stämmer inte, jag var där."],
        "contempt": ["Löjligt.", "Din åsikt är patetisk.", "Vilket trams."],
        "mock_praise": ["Bra försök.", "Grattis till din insikt.", "Visst 🙄"],
        "calm_down": ["Lugna dig.", "Skärp dig.", "Det var bara ett skämt."],
        "rhetorical_why": ["Varför gör du inte det själv?", "Tror du verkligen det?"],
        "self_defence": ["Ingen bad dig.", "Jag har aldrig sagt det.", "Inte mitt problem."],
        "non_apology": ["Förlåt om du känner dig sårad.", "Tråkigt att du tycker så."],
        "corporate": ["Tveka inte att skriva.", "Vi värdesätter det."],
        "over_promise": ["Jag lovar.", "Det ska aldrig hända igen.", "Jag fixar det i dag."],
        "escalation": ["Din lögnare.", "Jag polisanmäler dig.", "Håll käften."],
        "shouting": ["SLUTA MED DET NU", "Jaså???"],
        "blame_others": ["Det var klipparens fel.", "Man kan skylla på vädret."],
        "persuading": ["Faktum är att det funkar.", "Läs på."],
    },
}  # fmt: skip

TRAPS = {
    "en": [
        "Actually, that works.", "But I like it.", "You should be able to see it.", "You must have been tired.",
        "Of course, happy to.", "With all respect, I see it otherwise.", "Maybe it was too long.", "Sorry, my mistake.",
        "I wouldn't say you're wrong.", "It's not obviously better.", "You always make my day ❤", "No worries.",
        "No problem.", "No rush.", "What made you think of it?", "It's no big deal.", "You wrote that it was pathetic.",
        'You said "calm down" to me.', "You never know.", "You guys are great, always.", "The “so-called” fix works.",
        "I got the wrong order, you too?", "I'm not calling you a liar.", "We laughed at my stupid joke, you and I.",
        "NASA said so.", "Why not try it at home?", "My book inbox is open.", "You are always welcome here.",
    ],
    "sv": [
        "Faktiskt funkar det.", "Men jag gillar det.", "Du bör kunna se det.", "Tyvärr inte.", "Nej då, ingen fara.",
        "Nej tack, det räcker.", "Självklart får du det.", "Du gör alltid min dag.", "Du är alltid välkommen.",
        "Det är inte uppenbarligen bättre.", "Jag säger inte att du har fel.", "Du skrev att det var löjligt.",
        "Du sa ”lugna dig” till mig.", "Du kan alltid höra av dig.", "Vad fick dig att tänka så?", "Ta det lugnt i helgen, tack för allt!",
        "Jag menar inte att du är en lögnare.", "Vi skrattade åt mitt korkade skämt, du och jag.", "Du behöver aldrig be om ursäkt.",
        "SVT sa det.", "Det är gratis för alla.", "Jag lovar inget än.", "Förlåt, men jag kan betala tillbaka.",
    ],
}  # fmt: skip


def rules(draft: str, language: str, kind: Kind | None = None) -> list[str]:
    return [finding.rule for finding in check(draft, language, kind).findings]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", list(HITS["en"]))
def test_each_rule_fires(rule: str, language: str) -> None:
    for draft in HITS[language][rule]:
        assert rules(draft, language) == [rule], draft


@pytest.mark.parametrize("language", LANGUAGES)
def test_ordinary_words_are_left_alone(language: str) -> None:
    for draft in TRAPS[language]:
        assert check(draft, language).findings == (), draft


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


def test_a_word_of_care_is_looked_at_for_harm_only() -> None:
    assert rules("You always matter. Calm down.", "en", Kind.DISTRESS) == ["calm_down"]
    assert rules("WHAT IS THIS", "en", Kind.DISTRESS) == []


def test_rules_can_be_turned_off() -> None:
    off = frozenset({"calm_down"})
    assert check("Calm down.", "en", off=off).findings == ()
    assert check("Calm down. Nice try.", "en", off=off).findings[0].rule == "mock_praise"


def test_languages() -> None:
    assert rules("You missed the point.", "de") == []
    assert rules("SCHREI MICH NICHT AN, ruf 070-123 45 67 an", "de") == ["shouting", "private_data"]
    own = check("Du har missförstått det jag sa i videon om musiken", None, None, "en").findings[0]
    assert own.rule == "you_are_at_fault"
    assert own.message == messages("en")["you_are_at_fault"]
    svenska = check("Calm down.", "en", None, "sv").findings[0]
    assert svenska.message == messages("sv")["calm_down"]
    # Too short to tell: the language of the window.
    assert rules("Lugna dig.", "sv") == ["calm_down"]
    assert check("Trams.", None, None, "sv").findings[0].rule == "contempt"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_every_rule_and_a_message(language: str) -> None:
    table = load_pack(language).table("tone")["rules"]
    assert set(table) == set(ORDER)
    assert {rule.id for rule in load_tone(language).rules} == set(ORDER)
    for message in messages(language).values():
        assert message[0].isupper() or message[0] in "“”"
        assert "!" not in message
        assert not any(word in message.lower() for word in ("must", "should", "måste", "borde"))


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


def test_empty_and_odd_drafts() -> None:
    for draft in ("", "   \n", "😀", "🇸🇪🇸🇪", "\u202e\u0000", "<b>hi</b>" * 50):
        assert check(draft).findings == () or draft


def test_only_the_first_part_of_a_huge_draft_is_looked_at() -> None:
    draft = "Fine. " * (MAX_CHARACTERS // 6) + "x" * 60 + " Shut up."
    assert check(draft, "en").findings == ()


SLOW = [
    "You know, if you had watched it, the sound is obviously fine; nobody forced you. ",
    "Du vet, om du hade tittat så är ljudet uppenbarligen bra, ingen tvingar dig. ",
    "a", "you ", "du ", " ", "!", "@", "1 ", "1", "a@", '"', "İ", "sorry ", "a.b", "0-", "you clearly ", "A B", "\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", SLOW)
def test_a_look_is_quick_and_linear(unit: str) -> None:
    def best(length: int) -> float:
        draft = (unit * length)[:length]
        times = []
        for _ in range(3):
            started = time.process_time()
            check(draft, "en", Kind.CRITIQUE)
            times.append(time.process_time() - started)
        return min(times)

    best(500)
    whole = best(MAX_CHARACTERS)
    # Processor time, since the machine is shared. Quadratic would be 16 times a quarter.
    assert whole < 0.02
    assert whole < 10 * best(MAX_CHARACTERS // 4) + 0.002


PRIVATE = [
    "Mail me at anna.berg@example.org", "call 070-123 45 67", "call +46 70 123 45 67", "ring (08) 123 456 78",
    "born 850101-1234", "19850101-1234 is mine", "order #A1234", "beställning 123456", "ordernummer: 99881 is not, order 998877",
    "card 4111 1111 1111 1111",
    "card 5555 5555 5555 4444", "IBAN SE35 5000 0000 0549 1000 0003", "I live at Storgatan 12", "12 Elm Street is home",
    "114 55 Stockholm", "IP 192.168.10.4",
]  # fmt: skip
NOT_PRIVATE = [
    "from 2019 to 2021", "it costs 1,299.00", "at 3:20 and 1:02:33", "1 000 000 views", "10000000 people",
    "on 2026-12-01", "1/12/2026 works", "version 3.11.2", "4x4 in 1080p60", "I got 12 of 15", "2019–2021",
    "the 1950s, 1960s and 1970s", "100 %", "chapter 12 page 345", "the order came",
    "5555 5555 5555 4445", "5000 kr",
]  # fmt: skip


@pytest.mark.parametrize("draft", PRIVATE)
def test_private_data_is_seen_in_public_only(draft: str) -> None:
    found = check(draft, "en").findings
    assert [(finding.rule, finding.level) for finding in found] == [
        ("private_data", FindingLevel.STRONG)
    ]
    private = check(draft, "en", to=Addressee(audience=Audience.PRIVATE))
    assert private.findings == ()


@pytest.mark.parametrize("draft", NOT_PRIVATE)
def test_numbers_that_are_nobodys_are_left_alone(draft: str) -> None:
    assert "private_data" not in rules(draft, "en")


def test_the_creators_own_public_channel_is_no_secret() -> None:
    to = Addressee(own_channel="Shop: help@example.org")
    assert check("Write to help@example.org", "en", to=to).findings == ()
    assert check("Write to me@example.org", "en", to=to).findings != ()


def test_a_finding_is_a_value() -> None:
    (finding,) = check("Calm down.", "en").findings
    assert finding == DraftFinding(
        0, 9, "calm_down", FindingLevel.FLAG, messages("en")["calm_down"], None
    )
