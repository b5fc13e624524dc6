"""Bad input, identity and the accounting, through the one door."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.comment import Flag, Platform, Precision
from creator_calm.domain.intake import ReadOptions, Skipped, SkipReason, Source, Warn
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import Intake, identity, limits
from tests.importers.reading import NOW, read_bytes, read_paste, read_path, read_source
from tests.importers.workbooks import workbook

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def _spoilt(at: int) -> bytes:
    data = bytearray(workbook({"S": [["comment", "author"], ["hi", "A"]]}))
    data[at % len(data)] ^= 0xFF
    return bytes(data)


HEADS = {
    "picture.csv": (b"\x89PNG\r\n\x1a\n" + bytes(99), ProblemCode.PICTURE),
    "photo.csv": (b"\xff\xd8\xff\xe0" + bytes(99), ProblemCode.PICTURE),
    "paper.csv": (b"%PDF-1.7\n" + bytes(99), ProblemCode.PDF),
    "meta.html": (b"<html><head><style>._a6-g{}</style></head><body>canary", ProblemCode.WANTS_JSON),
    "messages.html": (b'<!DOCTYPE html><html><body><div class="page_wrap">canary', ProblemCode.WANTS_JSON),
    "channel.html": (b"<!DOCTYPE html><html><!-- DiscordChatExporter --><div>canary", ProblemCode.WANTS_JSON),
    "repo.car": (b"\x3a\xa2eroots\x81\xd8\x2a\x58\x25\x00\x01" + bytes(range(256)), ProblemCode.OWN_WORDS_EXPORT),
    "packed.csv": (b"\x1f\x8b\x08" + bytes(99), ProblemCode.ARCHIVE_DAMAGED),
    "base.csv": (b"SQLite format 3\0" + bytes(99), ProblemCode.DATABASE),
    "page.json": (b"<!DOCTYPE html>\n<html><body>canary</body></html>", ProblemCode.WEB_PAGE),
    "page2.csv": (b"\n  <html lang='en'><p>canary", ProblemCode.WEB_PAGE),
    "feed.csv": (b"<?xml version='1.0'?><rss></rss>", ProblemCode.NO_COMMENTS),
    "empty.csv": (b"", ProblemCode.FILE_EMPTY),
    "blank.csv": (b"  \n\n \n", ProblemCode.NO_COMMENTS),
    "zeros.csv": (bytes(5_000), ProblemCode.NOT_TEXT),
    "random.csv": (bytes((i * 7919 + i // 3) % 256 for i in range(9_000)), ProblemCode.NOT_TEXT),
    "~$book.xlsx": (b"\x05Name" + bytes(90), ProblemCode.FILE_LOCKED_BY_OFFICE),
    ".~lock.book.ods#": (b",name,machine,", ProblemCode.FILE_LOCKED_BY_OFFICE),
    "cut.xlsx": (workbook({"A": [["comment", "author"], ["hi", "A"]]})[:-200], ProblemCode.SPREADSHEET_DAMAGED),
    "locked.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), ProblemCode.SPREADSHEET_PROTECTED),
    "broken.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 900, ProblemCode.SPREADSHEET_DAMAGED),
    "header_only.csv": (b"author,comment\n", ProblemCode.NO_COMMENTS),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HEADS))
def test_a_file_that_is_none_of_ours_is_refused_with_its_code(name: str, tmp_path: Path) -> None:
    data, code = HEADS[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Problem) as caught:
        read_path(tmp_path / name)
    assert caught.value.code is code
    assert caught.value.name == name


def _missing(folder: Path) -> str:
    return str(folder / "nothing.csv")


def _folder(folder: Path) -> str:
    return str(folder)


def _pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe")
    return str(folder / "pipe")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_missing, ProblemCode.FILE_MISSING),
        (_folder, ProblemCode.NOT_A_FILE),
        (_pipe, ProblemCode.NOT_A_FILE),
        (lambda _: "/dev/zero", ProblemCode.NOT_A_FILE),
        (lambda _: "bad\0name", ProblemCode.FILE_MISSING),
    ],
    ids=["missing", "folder", "pipe", "device", "name"],
)
def test_what_is_no_file_is_said_at_once(
    make: Callable[[Path], str], code: ProblemCode, tmp_path: Path
) -> None:
    with pytest.raises(Problem) as caught:
        read_source(Source(path=make(tmp_path), name="x"))
    assert caught.value.code is code


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("comment\nhi\n")
    file.chmod(0)
    with pytest.raises(Problem) as caught:
        read_path(file)
    assert caught.value.code is ProblemCode.FILE_UNREADABLE


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "growing.csv"
    file.write_text("author,comment\n" + "A,hello\n" * 50)
    with Intake(Source(path=str(file), name="growing.csv"), ReadOptions(), now=NOW) as intake:
        items = iter(intake)
        next(items)
        file.write_text("author,comment\n" + "A,hello\n" * 60)
        with pytest.raises(Problem) as caught:
            list(items)
    assert caught.value.code is ProblemCode.FILE_CHANGED


def test_a_file_beyond_the_limit_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "JSON_BYTES", 1_000)
    with pytest.raises(Problem) as caught:
        read_bytes(b'[{"text": "' + b"z" * 2_000 + b'"}]')
    assert caught.value.code is ProblemCode.FILE_TOO_BIG


def test_reading_stops_at_the_limit_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORDS", 10)
    receipt = read_bytes(b"author,comment\n" + b"A,hello\n" * 50).receipt
    assert (receipt.read, receipt.stopped_at) == (10, 11)
    assert Warn.STOPPED_AT_LIMIT in receipt.warnings


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("nothing", ProblemCode.UNKNOWN_FORMAT),
        ("app_reviews", ProblemCode.WRONG_FORMAT),
        ("jsonl", ProblemCode.WRONG_FORMAT),
    ],
)
def test_a_format_that_does_not_fit(name: str, code: ProblemCode) -> None:
    with pytest.raises(Problem) as caught:
        read_bytes(b"author,comment\nA,hello\n", ReadOptions(format=name))
    assert caught.value.code is code


def test_a_table_can_be_read_as_lines_and_lines_as_a_table() -> None:
    data = b"author,comment\nA,hello\n"
    assert read_bytes(data, ReadOptions(format="lines")).texts == ["author,comment", "A,hello"]
    assert read_bytes(b"hello\nbye\n", ReadOptions(format="table")).receipt.read == 2


def test_sheets_with_comments_are_read_wherever_they_are() -> None:
    data = workbook(
        {
            "Posts": [["posts"], ["https://example.org/1"]],
            "May": [["Report"], [], ["Name", "Comment", "Likes"], ["A", "hello", 3], ["B", "", 1]],
            "June": [["comment", "topic"], ["bye", "x"]],
            "Old": [["comment", "author"], ["hidden", "C"]],
        },
        frozenset({"Old"}),
    )
    result = read_bytes(data, name="book.xlsx")
    assert [(item.place, item.row, item.comment.text) for item in result.kept] == [
        ("May", "4", "hello"),
        ("June", "2", "bye"),
    ]
    assert [(s.place, s.row, s.reason) for s in result.receipt.skipped] == [
        ("May", "5", SkipReason.EMPTY)
    ]
    assert result.comments[0].likes == 3
    assert (result.found.detail, result.found.encoding) == ("sheet", "")


def test_long_numbers_of_a_spreadsheet_are_no_ids() -> None:
    rows: list[list[str | float]] = [
        ["id", "comment"],
        [7.29e18, "a"],
        [7.29e18, "b"],
        [6971209729.0, "c"],
    ]
    result = read_bytes(workbook({"S": rows}))
    assert Warn.IDS_ROUNDED in result.receipt.warnings
    assert result.receipt.new == 3
    assert result.comments[2].id == "other:6971209729"


def test_long_ids_come_through_text_unchanged() -> None:
    assert (
        read_bytes(b"id,comment,author\n7292840117604041480,hi,A\n").comments[0].id
        == "other:7292840117604041480"
    )


def test_row_numbers_are_no_ids_but_are_told() -> None:
    result = read_bytes(b"id,comment\n1,a\n2,b\n3,c\n")
    assert [item.native_id for item in result.kept] == ["1", "2", "3"]
    assert all(identity.SYNTHETIC in c.id for c in result.comments)


def test_one_id_under_two_posts_is_two_comments_and_twice_the_same_is_one() -> None:
    data = b"id,author,comment,video_id\n11,A,hi,v1\n11,B,yo,v2\n11,A,hi,v1\n12,C,x,v1\n"
    result = read_bytes(data)
    assert [c.id for c in result.comments] == ["other:11", "other:v2:11", "other:12"]
    assert (result.receipt.new, result.receipt.duplicates, result.receipt.skipped) == (3, 1, ())


def test_hearts_of_twenty_people_are_twenty_comments() -> None:
    result = read_bytes(b"comment,mood\n" + "❤❤,a\n".encode() * 20)
    assert len({c.id for c in result.comments}) == 20
    dated = read_bytes(b"author,comment,date\n" + b"A,hi,2026-05-01T10:00:00Z\n" * 3)
    assert (dated.receipt.new, dated.receipt.duplicates) == (1, 2)


def test_a_relative_date_does_not_make_another_comment() -> None:
    def ids(age: str) -> list[str]:
        return [c.id for c in read_bytes(f"author,comment,date\nA,hello,{age}\n".encode()).comments]

    assert ids("2 days ago") == ids("3 days ago")
    assert ids("2026-05-01T10:00:00Z") != ids("2026-05-02T10:00:00Z")


@given(st.lists(st.tuples(st.integers(1, 2**44 - 1), st.integers(0, 2**20 - 1)), max_size=3_000))
def test_the_small_memory_of_ids_is_a_dictionary(pairs: list[tuple[int, int]]) -> None:
    remembered = identity.Remembered()
    plain: dict[int, int] = {}
    for key, value in pairs:
        assert remembered.get(key) == plain.get(key)
        remembered.put(key, value)
        plain[key] = value
    assert all(remembered.get(key) == value for key, value in plain.items())


def test_comments_are_cleaned_cut_and_never_empty() -> None:
    data = (
        "comment,author\n"
        "\u202eturn\u2066ed\x07,A\n"
        "e\u0301te,B\n" + "y" * 30_000 + ",C\n[deleted],D\n"
    ).encode()
    result = read_bytes(data)
    assert result.texts[:2] == ["turned", "éte"]
    assert len(result.texts[2]) == limits.COMMENT_CHARACTERS
    assert result.comments[2].flags == {Flag.SHORTENED}
    assert [s.reason for s in result.receipt.skipped] == [SkipReason.DELETED]


def test_html_is_read_only_where_the_file_is_html() -> None:
    assert read_bytes(b"author,comment\nA,I &lt;3 it<br>yes\nB,5 &amp; 6\n").texts == [
        "I <3 it\nyes",
        "5 & 6",
    ]
    assert read_bytes(b"author,comment\nA,I <3 it\nB,write &amp; here\n").texts == [
        "I <3 it",
        "write &amp; here",
    ]


def test_links_lose_their_tracking_and_name_the_platform() -> None:
    result = read_bytes(
        b"comment,author,url\nhi,A,https://www.youtube.com/watch?v=abc&si=canary&t=3#x\nho,B,https://user:pw@example.org/\n"
    )
    first, second = result.comments
    assert first.post is not None
    assert first.post.link == "https://www.youtube.com/watch?v=abc&t=3#x"
    assert first.platform is Platform.YOUTUBE
    assert second.post is None
    assert (
        read_bytes(b"comment,author\nhi,A\n", ReadOptions(platform=Platform.TWITCH)).found.platform
        is Platform.TWITCH
    )


@given(st.binary(max_size=600))
def test_any_bytes_are_a_result_or_a_problem(data: bytes) -> None:
    _harmless(data)


@given(st.data())
def test_samples_cut_and_spoilt_are_a_result_or_a_problem(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    content = bytearray(file.read_bytes())
    cut = data.draw(st.integers(0, len(content)))
    content = content[:cut]
    for _ in range(data.draw(st.integers(0, 6))):
        if content:
            place = data.draw(st.integers(0, len(content) - 1))
            content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    _harmless(bytes(content))


@given(
    st.binary(max_size=300).map(lambda tail: workbook({"S": [["comment"], ["hi"]]})[:-300] + tail)
    | st.integers(0, 900).map(_spoilt)
)
def test_spoilt_spreadsheets_are_a_result_or_a_problem(data: bytes) -> None:
    _harmless(data)


FILES = sorted(path for path in SAMPLES.glob("*/sample.*"))


def _harmless(data: bytes) -> None:
    for name in (None, "table", "lines", "jsonl", "json"):
        try:
            read_bytes(data, ReadOptions(format=name))
        except Problem:
            continue


@given(st.text(max_size=300))
def test_any_paste_is_a_result_or_a_problem(text: str) -> None:
    try:
        read_paste(text)
    except Problem:
        return


def test_replies_are_found_by_row_numbers_although_these_are_no_ids() -> None:
    result = read_bytes(
        b"id,parent_id,author,comment\n1,,A,first\n2,1,B,an answer\n3,9,C,to nobody here\n4,,D,last\n"
    )
    first, answer, lost, _ = result.comments
    assert answer.in_reply_to == first.id
    assert lost.in_reply_to is None
    assert all("~" in comment.id for comment in result.comments)


def test_the_same_number_under_two_posts_keeps_its_threads() -> None:
    result = read_bytes(
        json.dumps(
            [
                {"id": "11", "text": "one", "author": "A", "postId": "p1"},
                {"id": "11", "text": "two", "author": "B", "postId": "p2"},
                {"id": "12", "text": "to two", "author": "C", "postId": "p2", "parentId": "11"},
                {"id": "13", "text": "to one", "author": "D", "postId": "p1", "parentId": "11"},
            ]
        ).encode()
    )
    one, two, to_two, to_one = result.comments
    assert to_two.in_reply_to == two.id
    assert to_one.in_reply_to == one.id


def test_a_stated_zone_makes_a_time_exact() -> None:
    data = b"author,comment,date\nA,hello there,2026-02-01 12:00:00\n"
    moment = read_bytes(data, ReadOptions(zone_minutes=60)).comments[0].written_at
    assert moment is not None
    assert (moment.precision, moment.utc) == (
        Precision.EXACT,
        datetime(2026, 2, 1, 11, tzinfo=UTC),
    )


def test_ages_count_from_the_stated_day() -> None:
    data = b"author,comment,time\nA,hello there,2 days ago\n"
    assert read_bytes(data).receipt.dates == (0, 0, 0, 1)
    stated = ReadOptions(reference=datetime(2026, 3, 10, tzinfo=UTC))
    moment = read_bytes(data, stated).comments[0].written_at
    assert moment is not None
    assert (moment.precision, moment.utc) == (Precision.ESTIMATED, datetime(2026, 3, 8, tzinfo=UTC))


def test_times_of_saving_can_be_taken_all_the_same() -> None:
    rows = "".join(f"A{i},words {i},2026-02-01 12:00:{i % 40:02}\n" for i in range(60))
    data = ("author,comment,date\n" + rows).encode()
    assert read_bytes(data).receipt.dates == (0, 0, 0, 60)
    assert read_bytes(data, ReadOptions(capture_dates=True)).receipt.dates == (0, 0, 60, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow fewer names")
@pytest.mark.parametrize(
    "name",
    [b"two\nlines.csv", "r\u202egnp.csv".encode(), b"n" * 250 + b".csv", b"not-\xff-utf8.csv", b"..csv", b"-rf.csv", b"%s {0}.csv"],
    ids=["line", "bidi", "long", "bytes", "dots", "dash", "format"],
)  # fmt: skip
def test_a_strange_name_is_read_like_any_other(name: bytes, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + name
    with open(path, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(b"author,comment\nA,hello there\nB,and here\n")
    result = read_source(Source(path=os.fsdecode(path)))
    assert result.receipt.new == 2
    with pytest.raises(Problem) as caught:
        read_source(Source(path=os.fsdecode(path) + "x"))
    assert caught.value.code is ProblemCode.FILE_MISSING


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_what_was_opened_is_read_to_its_end_whatever_takes_its_name(tmp_path: Path) -> None:
    file, other = tmp_path / "a.csv", tmp_path / "b.csv"
    file.write_text("author,comment\n" + "A,the first file\n" * 50)
    other.write_text("author,comment\n" + "B,another file\n" * 50)
    with Intake(Source(path=str(file), name="a.csv"), ReadOptions(), now=NOW) as intake:
        items = iter(intake)
        first = next(items)
        file.unlink()
        file.symlink_to(other)
        rest = list(items)
    texts = {item.comment.text for item in (first, *rest) if not isinstance(item, Skipped)}
    assert texts == {"the first file"}
