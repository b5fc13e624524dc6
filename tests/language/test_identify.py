from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.assessment import Confidence
from creator_calm.language.identify import identify

ENGLISH = """The audio clipped badly at 3:20 and it hurt my ears
I have been watching you since the very first stream
Could you please turn the music down a little next time?
this made my whole week, thank you so much for sharing it
your sound is bad
Why would anybody pay for that when it's free elsewhere
I don’t like the new intro, the old one was better
who let him cook
I know where you live and I'm coming for you
you are such a pathetic loser
My grandmother died last week and your songs helped
That is not what happened in the book though"""
SWEDISH = """Så bra slut!
Musiken är alldeles för hög i början av klippet
Din jävla idiot, håll käften
Vilken härlig kille, så roligt att se
min hund dog i går och jag orkar inte riktigt
Bad i sjön var mysigt att titta på
Kan du göra en video om hur man klipper?
Jag håller inte med dig om det här
Tack för att du finns, det betyder mycket
Ljudet suger, fixa det
farten i klippet är för hög för mig
Jag vet var du bor"""
OTHERS = [
    ("Das ist ein sehr gutes Video, danke dir", "de"),
    ("Jeg synes dette var en veldig bra video, takk", "no"),
    ("Det her er virkelig en god video, tak skal du have", "da"),
    ("Hyvä video, kiitos paljon tästä", "fi"),
    ("Muchas gracias por el video, está muy bien", "es"),
    ("C'est vraiment une très belle chanson, merci à toi", "fr"),
    ("Bardzo dobry film, dziękuję", "pl"),
    ("Çok güzel bir video olmuş, teşekkürler", "tr"),
    ("Obrigado pelo vídeo, você é muito bom", "pt"),
    ("Dit is echt een heel mooie video", "nl"),
    ("Questo è il video più bello che ho visto", "it"),
    ("Terima kasih untuk video ini, sangat bagus", "id"),
    ("привет друг, как дела", "und-Cyrl"),
    ("これはいい動画ですね", "und-Jpan"),
    ("这个视频太好了", "und-Hani"),
    ("فيديو رائع جدا", "und-Arab"),
    ("καλό βίντεο, ευχαριστώ", "und-Grek"),
    ("감사합니다 좋은 영상", "und-Kore"),
    ("𐌀𐌁𐌂 𐌀𐌁𐌂", "und-Zyyy"),
]
TOO_LITTLE = [
    "",
    " ",
    "ty",
    "lol",
    "nice video",
    "👍👍",
    "@anna #bra",
    "https://example.com/och/att",
    "123 456",
    "\0",
    "> och jag är inte",
]


@pytest.mark.parametrize("text", ENGLISH.splitlines())
def test_english(text: str) -> None:
    assert identify(text).code == "en"


@pytest.mark.parametrize("text", SWEDISH.splitlines())
def test_swedish(text: str) -> None:
    assert identify(text).code == "sv"


@pytest.mark.parametrize(("text", "code"), OTHERS)
def test_other_languages_are_named_and_never_taken_for_ours(text: str, code: str) -> None:
    assert identify(text).code == code


@pytest.mark.parametrize("text", TOO_LITTLE)
def test_too_little_to_tell(text: str) -> None:
    assert identify(text).code == "und"
    assert identify(text).confidence is Confidence.LOW


def test_a_hint_helps_short_texts_only_and_never_makes_it_sure() -> None:
    hinted = identify("bra video", hint="sv")
    assert (hinted.code, hinted.confidence) == ("sv", Confidence.LOW)
    assert identify("hm hm hm hm hm", hint="sv").code == "und"
    assert identify("👍", hint="sv").code == "und"
    assert identify("I do not think that it was right", hint="sv").code == "en"


def test_two_languages_in_one_comment_are_both_named() -> None:
    mixed = identify("Tack för en jättebra video! love your music so much, you are the best")
    assert {mixed.code, *mixed.also} == {"en", "sv"}


def test_a_disguise_in_another_script_is_seen_through() -> None:
    assert identify("уоu аrе аn іdіоt and I hate you").code == "en"
    assert identify("𝐲𝐨𝐮 𝐚𝐫𝐞 𝐭𝐡𝐞 𝐰𝐨𝐫𝐬𝐭").code == "en"


def test_quoted_lines_do_not_decide() -> None:
    assert (
        identify("> Das ist nicht gut und auch nicht schön\nI don't agree with that at all").code
        == "en"
    )


@given(st.text(alphabet=st.characters(), max_size=10_000), st.sampled_from([None, "sv", "en"]))
def test_any_text_has_a_language(text: str, hint: str | None) -> None:
    found = identify(text, hint)
    assert found.code
    assert found.code not in found.also


@given(st.sampled_from([*ENGLISH.splitlines(), *SWEDISH.splitlines()]))
def test_capitals_and_emoji_change_nothing(text: str) -> None:
    code = identify(text).code
    assert identify(text.upper()).code == code
    assert identify(f"{text} 😂🔥").code == code


@pytest.mark.hostile
@pytest.mark.parametrize("piece", [">", "> ", "a ", "å", "да ", "𝐚", "中", "@a "])
def test_a_wall_is_read_at_once(piece: str) -> None:
    start = process_time()
    identify(piece * 50_000)
    assert process_time() - start < 0.05
