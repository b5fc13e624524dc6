"""What is good about a draft is named where it is there, and nowhere else."""

from __future__ import annotations

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.replies.draft_check import Addressee, check

GOOD = {
    "agrees_in_part": {
        "en": ["You're right about the hum.", "I agree, the ending was rushed.", "Fair point about the thumbnail.",
               "That's true for older models.", "We both want it to be safe.", "Agreed, that was slow."],
        "sv": ["Du har rätt om brummet.", "Jag håller med, slutet var stressat.", "Bra poäng om miniatyren.",
               "Det stämmer för äldre modeller.", "Vi vill båda att det ska vara säkert.", "Det ligger något i det du skriver."],
    },
    "hedges": {
        "en": ["I think it was the cable.", "Perhaps the title promised too much.", "As I see it, both work.",
               "I see it a bit differently.", "It could be the humidity.", "To me it sounded fine."],
        "sv": ["Jag tror att det var kabeln.", "Titeln lovade kanske för mycket.", "Som jag ser det går båda bra.",
               "Jag ser det lite annorlunda.", "Det kan vara fukten.", "För mig lät det bra."],
    },
    "asks": {
        "en": ["Which part bothered you?", "Did the new one arrive?", "Thanks. What would you like to see?"],
        "sv": ["Vilken del störde mest?", "Kom den nya fram?", "Tack. Vad skulle du vilja se?"],
    },
    "owns_it": {
        "en": ["That was my mistake.", "I got the date wrong.", "I should have said so.", "We made the wrong call there.",
               "Both were mine.", "I mixed up the two Annas."],
        "sv": ["Det var mitt misstag.", "Jag hade fel om datumet.", "Det borde jag ha sagt.", "Vi tog fel beslut där.",
               "Båda var mina.", "Jag blandade ihop de två Annorna."],
    },
    "names_the_topic": {
        "en": ["The music is lower now.", "I hear you about the subtitles."],
        "sv": ["Musiken är lägre nu.", "Jag har rättat undertexterna."],
    },
    "short": {"en": ["Thank you.", "One. Two. Three."], "sv": ["Tack.", "Ett. Två. Tre."]},
}  # fmt: skip
NOT_GOOD = {
    "agrees_in_part": {
        "en": ["I don't agree.", "I'm not saying you're right.", 'You wrote "fair point" there.', "I agree to the terms.",
               "Turn right now.", "You are right handed, I see."],
        "sv": ["Jag håller inte med.", "Jag säger inte att du har rätt.", "Du skrev ”bra poäng” där.",
               "Du har rätt att bli arg.", "Det stämmer inte för den nya.", "Sväng rätt nu."],
    },
    "hedges": {
        "en": ["Write to me on Sunday.", "The video is a little late.", "It is for me.", "I am sure."],
        "sv": ["Skriv till mig på söndag.", "Videon är lite sen.", "Det är okej för mig.", "Jag är säker."],
    },
    "asks": {
        "en": ["No question here.", "Why do you even care?", "See https://example.org/?a=b now."],
        "sv": ["Ingen fråga här.", "Varför skriver du ens?", "Se https://example.org/?a=b nu."],
    },
    "owns_it": {
        "en": ["It's not my fault.", "That wasn't my mistake.", "You made a mistake.", "I never got it wrong."],
        "sv": ["Det är inte mitt fel.", "Det var inte mitt misstag.", "Du gjorde ett misstag.", "Jag hade aldrig fel."],
    },
    "names_the_topic": {"en": ["It is done.", "Thank you."], "sv": ["Det är klart.", "Tack."]},
    "short": {"en": ["One. Two. Three. Four.", "word " * 60], "sv": ["Ett. Två. Tre. Fyra.", "ord " * 80]},
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("tick", sorted(GOOD))
def test_a_tick_is_there_where_it_belongs(tick: str, language: str) -> None:
    assert [one for one in GOOD[tick][language] if tick not in check(one, language).positives] == []


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("tick", sorted(NOT_GOOD))
def test_a_tick_is_nowhere_else(tick: str, language: str) -> None:
    assert [one for one in NOT_GOOD[tick][language] if tick in check(one, language).positives] == []


def test_a_word_in_common_names_the_topic_too() -> None:
    to = Addressee("the varnish came off in a week")
    assert "names_the_topic" in check("The varnish is a new one.", "en", to=to).positives
    assert "names_the_topic" not in check("The varnish is a new one.", "en").positives


def test_a_hint_about_the_whole_draft_takes_no_tick_away() -> None:
    draft = "I got it wrong. I see it now. I fixed the file. Which part was it?"
    report = check(draft, "en", Kind.CRITIQUE, to=Addressee("the file was wrong"))
    assert [one.rule for one in report.findings] == ["too_long"]
    assert {"owns_it", "asks"} <= set(report.positives)
