from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.language.disguises import Vocabulary
from creator_calm.language.normalise import (
    MAX_CHARACTERS,
    Normaliser,
    normalise,
    normalise_with_map,
    shouting,
)

LISTED = [
    "retard",
    "idiot",
    "bitch",
    "asshole",
    "pussy",
    "stupid",
    "loser",
    "jävla",
    "äckel",
    "moron",
    "ass",
    "hora",
    "kys",
    "kill",
    "die",
]
STRONG = [
    "fuck",
    "shit",
    "bitch",
    "asshole",
    "ass",
    "cunt",
    "dick",
    "fucking",
    "shitty",
    "kuk",
    "fan",
]
OWN = Normaliser(Vocabulary(LISTED, STRONG))

DISGUISED = [
    ("F U C K you", "fuck you"),
    ("you are a p_u_s_s_y", "you are a pussy"),
    ("d.i.e loser", "die loser"),
    ("r3tard and 1d10t", "retard and idiot"),
    ("b!tch", "bitch"),
    ("@sshole you", "asshole you"),
    ("j@vla", "jävla"),
    ("f**k this sh*t", "fuck this shit"),
    ("s***", "shit"),
    ("stu*pid a**hole", "stupid asshole"),
    ("fuuuuuck off", "fuck off"),
    ("idiooooot", "idiot"),
    ("уоu аrе аn іdіоt", "you are an idiot"),
    ("k\u200bi\u200bl\u200bl", "kill"),
    ("ｉｄｉｏｔ", "idiot"),
    ("𝐢𝐝𝐢𝐨𝐭", "idiot"),
    ("ⓘⓓⓘⓞⓣ", "idiot"),
    ("a\u030asna", "åsna"),
    ("I don’t like it", "i don't like it"),
    ("thanks @anna_92", "thanks USR"),
    ("sooooo goooood", "soo good"),
    ("Привет idiоt", "привет idiot"),
    ("👨‍👩‍👧 family", "👨 👩 👧 family"),
    ("❤️", "❤"),
    ("👍🏿", "👍"),
    ("u r a p u s s y", "ur a pussy"),
    ("f u c k y o u i d i o t", "fuck you idiot"),
    ("k y s!", "kys!"),
    ("k.y.s.", "kys."),
    ("f.u.c.k.i.n.g", "fucking"),
    ("f**king sh*tty", "fucking shitty"),
    ("b-tch, f--k", "bitch, fuck"),
    ("1d10t!!", "idiot!!"),
    ("äckkkkel", "äckel"),
    ("🅱itch", "bitch"),
    ("i\u0336d\u0336i\u0336o\u0336t\u0336", "idiot"),
    ("ɪdıot", "ɪdiot"),
    ("[NAME] see [URL]", "USR see URL"),
    ("see https://a.example/x?y=1, ok", "see URL , ok"),
    ("mail a.b@c.example!", "mail MAIL !"),
    ("youtu.be/abc yes.no/maybe", "URL yes.no/maybe"),
    ("at 3:20 and 1:02:33, 16:9", "at TIM and TIM , 16:9"),
    ("“hej” – ok", '"hej" - ok'),
    ("  two   blanks\n\tand lines ", "two blanks and lines"),
    ("", ""),
    ("**fuck** yes", "**fuck** yes"),
    ("\ufe0f \u200b", ""),
]
LEFT_ALONE = """It costs 100$ at 5pm, v2 mp3, 4x4 in 2024
gr8 m8, h264 1080p 60fps
e.g. this, i.e. that
U.S.A.
a.b.c.d
A$AP Rocky
Ke$ha
P!nk
C++ and C#
A+ work
*hugs* **great** video
well-known follow-up
1000000
привет друг
καλό βίντεο
p.s.- how are things
i-t report
U S A
d i y
r i p
a s m r
l o l
the Galaxy A55 is great
smörgås, ø, ß, þorn, łódź
snake_case_word and 50% off #1
Scunthorpe United""".splitlines()


@pytest.mark.parametrize(("written", "meant"), DISGUISED)
def test_disguises_are_undone(written: str, meant: str) -> None:
    assert OWN.normalise(written) == meant


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_disguise_stays(text: str) -> None:
    assert OWN.normalise(text) == text.lower()


@pytest.mark.parametrize(
    ("written", "meant"), [*DISGUISED[:24], *((t, t.lower()) for t in LEFT_ALONE)]
)
def test_the_shipped_word_lists_agree(written: str, meant: str) -> None:
    assert normalise(written) == meant


@pytest.mark.parametrize(
    "text", ["İstanbul", "½", "№5", "ﷺ", "ŉ", "\ud800x", "x\udfff", "\0", "ǅ", "Σας"]
)
def test_odd_letters_do_not_raise(text: str) -> None:
    assert isinstance(normalise(text), str)


def test_only_the_first_piece_is_read() -> None:
    assert len(normalise("a " * 5_000)) <= MAX_CHARACTERS


def test_the_map_points_back_at_what_was_written() -> None:
    text = "You   F U C K 1d10t 👨‍👩‍👧 a\u030asna, k\u200bill @anna https://a.example/x ok"
    read, offsets = OWN.with_map(text)
    assert read == "you fuck idiot 👨 👩 👧 åsna, kill USR URL ok"
    seen = {
        word: text[slice(*offsets.span(*found.span()))]
        for word in read.split()
        if (found := re.search(re.escape(word), read))
    }
    assert seen["fuck"] == "F U C K"
    assert seen["idiot"] == "1d10t"
    assert seen["👧"] == "👧"
    assert seen["åsna,"] == "a\u030asna,"
    assert seen["kill"] == "k\u200bill"
    assert seen["USR"] == "@anna"
    assert seen["URL"] == "https://a.example/x"
    assert seen["ok"] == "ok"
    assert offsets.original(len(read)) == len(text)


def test_shouting_needs_letters_and_most_of_them_capitals() -> None:
    assert shouting("THIS IS BAD")
    assert not shouting("THIS")
    assert not shouting("this is NOT a loud comment")
    assert shouting("ÅÄÖ ÅÄÖ ÅÄÖ")


HOSTILE_PIECES = [
    "a",
    "a ",
    "a-b-",
    "́",
    "<",
    "@",
    "x@",
    "a.",
    "1",
    "*",
    "a*",
    "f*",
    "$",
    "aa.aa/",
    "http://",
    "0:0",
    "а",
    "aaa",
    "[",
    "👩\u200d",
    "(",
    "b1",
    "f u c k",
    "s.",
]

ODD_TEXT = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Me"]),
        st.sampled_from("abcdefu iIоеаkК.*-_@$!013:/[] \u200d\ufe0f🏿👩❤åäö'’\u0301"),
    ),
    max_size=10_000,
)


@given(ODD_TEXT)
def test_any_text_is_read_and_mapped(text: str) -> None:
    read = normalise(text)
    mapped, offsets = normalise_with_map(text)
    assert mapped == read
    assert len(offsets.starts) == len(offsets.ends) == len(read)
    assert all(
        0 <= start < end <= len(text)
        for start, end in zip(offsets.starts, offsets.ends, strict=True)
    )
    assert list(offsets.starts) == sorted(offsets.starts)


@given(ODD_TEXT.filter(lambda text: len(text) < 1_500))
def test_tone_and_curls_change_nothing(text: str) -> None:
    read = normalise(text)
    assert normalise(text + " ") == read
    assert normalise(text.replace("'", "’")) == read


@pytest.mark.hostile
@pytest.mark.parametrize("piece", HOSTILE_PIECES)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    # Quadratic work would be 100 times as much; the clock of a busy machine gets room.
    short, long = (piece * (size // len(piece)) for size in (MAX_CHARACTERS // 10, MAX_CHARACTERS))
    few, many = fastest(short), fastest(long)
    assert many < 50e-6 or many <= 25 * few


def fastest(text: str) -> float:
    best = 1.0
    for _ in range(3):
        fresh = Normaliser(Vocabulary(LISTED, STRONG))
        start = process_time()
        fresh.normalise(text)
        best = min(best, process_time() - start)
    return best
