"""Bytes to text: the ladder, on the same Swedish table written in nine ways."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.intake import ReadOptions
from creator_calm.importers import encodings
from tests.importers.reading import read_bytes

ROWS = [
    ("Author", "Comment"),
    ("Åsa", "Så jättebra, tack för hjälpen"),
    ("Örjan", "Ännu ett försök"),
]


def _table(sign: str = ",", end: str = "\r\n") -> str:
    return end.join(sign.join(f'"{cell}"' for cell in row) for row in ROWS) + end


NINE: dict[str, bytes] = {
    "utf-8": _table().encode(),
    "utf-8 with mark": codecs.BOM_UTF8 + _table().encode(),
    "utf-16 le with mark": codecs.BOM_UTF16_LE + _table("\t").encode("utf-16-le"),
    "utf-16 be with mark": codecs.BOM_UTF16_BE + _table("\t").encode("utf-16-be"),
    "utf-16 le": _table().encode("utf-16-le"),
    "utf-16 be": _table().encode("utf-16-be"),
    "cp1252": _table(";").encode("cp1252"),
    "sep": b"sep=;\r\n" + _table(";").encode("cp1252"),
    "carriage returns": _table(end="\r").encode(),
}


@pytest.mark.parametrize("name", sorted(NINE))
def test_one_table_in_nine_ways_is_one_result(name: str) -> None:
    result = read_bytes(NINE[name])
    assert result.found.format == "table"
    assert [(c.author.name, c.text) for c in result.comments] == ROWS[1:]


def test_a_chosen_encoding_is_used() -> None:
    data = "comment,author\nПривет всем,Анна\n".encode("cp1251")
    assert read_bytes(data).texts != ["Привет всем"]
    assert read_bytes(data, ReadOptions(encoding="cp1251")).texts == ["Привет всем"]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp949", "정말 좋은 영상이에요 감사합니다 다음 영상도 기대할게요"),
        ("cp932", "とても良い動画でした、ありがとうございます。次も楽しみです"),
        ("euc_jp", "とても良い動画でした、ありがとうございます。次も楽しみです"),
        ("gb18030", "这个视频真的很好，我们都很喜欢你的视频，希望你能继续做下去"),
        ("big5", "這個影片真的很好，我們都很喜歡你的影片，希望你能繼續做下去"),
    ],
)
def test_running_east_asian_text_is_recognised(encoding: str, text: str) -> None:
    assert encodings.legacy((text * 3).encode(encoding)) == encoding


WORDS = {
    "cp1252": [
        "är",
        "för",
        "över",
        "på",
        "när",
        "något",
        "måste",
        "även",
        "själv",
        "också",
        "männen",
        "größe",
        "schön",
        "müssen",
        "élève",
        "déjà",
        "garçon",
        "ß",
    ],
    "cp1250": [
        "że",
        "się",
        "być",
        "może",
        "święta",
        "źródło",
        "łódź",
        "ćma",
        "dziękuję",
        "příliš",
        "žluťoučký",
        "kůň",
    ],
    "cp1251": ["это", "как", "так", "что", "очень", "хорошо", "видео", "спасибо", "большое"],
    "cp1254": ["için", "çok", "güzel", "olmuş", "teşekkürler", "değil", "şey", "ığdır"],
}


def test_european_words_are_never_taken_for_east_asian_ones() -> None:
    chance = random.Random(7)
    wrong = 0
    for _ in range(1_000):
        encoding = chance.choice(sorted(WORDS))
        words = " ".join(chance.choices(WORDS[encoding], k=chance.randrange(5, 60)))
        wrong += encodings.legacy(words.encode(encoding)) != encodings.WESTERN
    assert wrong == 0


def test_undefined_western_bytes_stay_in_their_place() -> None:
    assert b"a\x81\x8db\xe5".decode("cp1252", encodings.errors()) == "a\x81\x8dbå"


@given(
    st.binary(max_size=400), st.sampled_from(["utf-8", "cp1252", "utf-16-le", "cp949", "gb18030"])
)
def test_decoding_never_fails(data: bytes, encoding: str) -> None:
    data.decode(encoding, encodings.errors())


def test_a_sequence_cut_off_at_the_end_is_forgiven_and_said() -> None:
    whole = "comment,author\nSå bra,Åsa\nfin,Bö".encode()
    result = read_bytes(whole[:-1])
    assert result.found.encoding == "utf-8"
    assert "truncated_end" in result.receipt.warnings
    assert "truncated_end" not in read_bytes(whole).receipt.warnings
