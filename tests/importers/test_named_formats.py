"""The tools' other shapes: the same keys as CSV, pages in a list, headers in another language."""

from __future__ import annotations

import json

import pytest

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import LeftOut, SkipReason
from creator_calm.domain.problems import Problem, ProblemCode
from tests.importers.packed import zipped
from tests.importers.reading import read_bytes
from tests.importers.workbooks import workbook


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


def test_a_small_youtube_csv_knows_its_replies_by_their_ids() -> None:
    result = read_bytes(
        "\ufeffcid,pageUrl,comment,replyCount\r\n"
        "Ug1,https://www.youtube.com/watch?v=abc,one,1\r\n"
        "Ug1.r,https://www.youtube.com/watch?v=abc,two,0\r\n".encode()
    )
    assert result.found.format == "apify_youtube"
    assert [comment.in_reply_to for comment in result.comments] == [None, "youtube:Ug1"]
    assert result.comments[1].link == "https://www.youtube.com/watch?v=abc&lc=Ug1.r"


def test_flags_are_words_in_a_csv() -> None:
    head = "cid,comment,voteCount,authorIsChannelOwner,hasCreatorHeart\n"
    (comment,) = read_bytes((head + "Ug1,one,3,true,TRUE\n").encode()).comments
    assert comment.flags == {Flag.POST_AUTHOR, Flag.HEARTED}


def test_rounded_ids_in_a_sheet_are_not_used() -> None:
    rows: list[list[str | float]] = [
        ["cid", "text", "diggCount", "uniqueId"],
        [7.3e18, "one", 2.0, "a"],
        [7.3e18, "two", 0.0, "b"],
    ]
    result = read_bytes(workbook({"S": rows}))
    assert result.found.format == "apify_tiktok"
    assert [comment.likes for comment in result.comments] == [2, 0]
    assert all("~" in comment.id for comment in result.comments)


@pytest.mark.parametrize("wrap", ["list of pages", "lines of pages", "bare threads", "comments"])
def test_answers_of_the_api_in_every_wrapping(wrap: str) -> None:
    comment = {"kind": "youtube#comment", "id": "Ug1", "snippet": {"textOriginal": "hello", "authorDisplayName": "@a", "publishedAt": "2026-01-01T00:00:00Z", "authorProfileImageUrl": "https://example.org/canary.jpg"}}  # fmt: skip
    thread = {"kind": "youtube#commentThread", "id": "Ug1", "snippet": {"topLevelComment": comment, "totalReplyCount": 1}}  # fmt: skip
    page = {"kind": "youtube#commentThreadListResponse", "items": [thread]}
    empty = {"kind": "youtube#commentThreadListResponse", "items": []}
    data = {
        "list of pages": _json([page, empty]),
        "lines of pages": _json(page) + b"\n" + _json(empty) + b"\n",
        "bare threads": _json([thread]),
        "comments": _json({"kind": "youtube#commentListResponse", "items": [comment]}),
    }[wrap]
    result = read_bytes(data)
    assert result.found.format == "youtube_data_api"
    assert result.texts == ["hello"]
    assert result.receipt.missing_replies == (0 if wrap == "comments" else 1)
    assert result.receipt.left_out == (LeftOut.PICTURES,)


def test_comments_of_another_site_keep_its_platform() -> None:
    info = {"webpage_url": "https://www.tiktok.com/@a/video/1", "extractor": "tiktok", "comments": [{"id": "9", "text": "hi there"}]}  # fmt: skip
    result = read_bytes(_json(info))
    assert result.found.format == "ytdlp_info"
    assert result.comments[0].platform is Platform.TIKTOK


def test_comments_behind_a_mountain_of_formats_are_found() -> None:
    filler = [
        {"format_id": str(i), "url": "https://example.org/" + "x" * 900} for i in range(9_500)
    ]
    info = {"formats": filler, "webpage_url": "https://www.youtube.com/watch?v=abc", "comments": [{"id": "U1", "parent": "root", "author_id": "UC1", "text": "at the end"}]}  # fmt: skip
    result = read_bytes(_json(info))
    assert (result.found.format, result.texts) == ("ytdlp_info", ["at the end"])


def test_an_info_file_without_comments_says_so() -> None:
    info = {"webpage_url": "https://www.youtube.com/watch?v=a", "formats": [{"url": "x"}], "comments": None}  # fmt: skip
    with pytest.raises(Problem) as caught:
        read_bytes(_json(info))
    assert caught.value.code is ProblemCode.NO_COMMENTS


def test_takeout_in_another_language_is_known_by_what_stands_in_it() -> None:
    result = read_bytes(
        b"Reactie-ID,Kanaal-ID,Tijdstempel,Prijs,Video-ID,Reactietekst\r\n"
        b'UgxOwn000000000000000001,UCmememememememememememe,2024-08-17T20:04:52.096899+00:00,0,abcdefghijk,"{""text"":""Mooi""}"\r\n'
        b'UgxOwn000000000000000002,UCmememememememememememe,2024-08-18T20:04:52.096899+00:00,0,abcdefghijk,"{""text"":""Dank""}"\r\n'
    )
    assert result.found.format == "google_takeout"
    assert result.texts == ["Mooi", "Dank"]
    assert result.receipt.own == 2
    assert result.receipt.dates == (2, 0, 0, 0)


def test_line_breaks_inside_a_packed_text_are_read() -> None:
    result = read_bytes(
        b'Comment ID,Channel ID,Comment text\nUg1,UC1,"{""text"":""two\nlines""},{""text"":"" here""}"\n'
    )
    assert result.texts == ["two\nlines here"]


def _page(*items: str, start: str = "<html><head><title>My comments</title></head><body>") -> bytes:
    return (start + "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul></body></html>").encode()  # fmt: skip


OLD_PAGE = (
    'Sent at 2020-04-27 23:18:23 UTC while watching <a href="http://www.youtube.com/watch?v=abcdefghijk&amp;lc=UgxOwn01">a video</a>.<br/>Så fint &amp; lugnt<br>tack',
    'Gesendet um 2016-06-15T08:50:49Z zu <a href="http://www.youtube.com/watch?v=abcdefghijk">a video</a>.<br/>see <a href="https://example.org">this</a> 😀',
    "something else",
)  # fmt: skip


@pytest.mark.parametrize("start", ["<html><body>", "<!DOCTYPE html>\n<html><body>"])
def test_the_page_that_takeout_wrote_before_tables(start: str) -> None:
    result = read_bytes(_page(*OLD_PAGE, start=start), name="my-comments.html")
    assert (result.found.format, result.receipt.own) == ("google_takeout", 2)
    assert result.texts == ["Så fint & lugnt\ntack", "see this 😀"]
    first, second = result.comments
    assert (first.id, first.post and first.post.id) == ("youtube:UgxOwn01", "abcdefghijk")
    assert second.post == Post("abcdefghijk", None, "http://www.youtube.com/watch?v=abcdefghijk")
    assert result.receipt.dates == (2, 0, 0, 0)
    assert str(result.receipt.first and result.receipt.first.utc) == "2016-06-15 08:50:49+00:00"
    assert [one.reason for one in result.receipt.skipped] == [SkipReason.NOT_A_COMMENT]


def test_the_old_page_is_found_in_its_archive_and_no_other_page_is_read() -> None:
    folder = "Takeout/YouTube and YouTube Music"
    data = zipped({f"{folder}/my-comments/my-comments.html": _page(*OLD_PAGE).decode(), f"{folder}/history/watch-history.html": "<html>canary"})  # fmt: skip
    assert len(read_bytes(data).comments) == 2
    with pytest.raises(Problem) as refused:
        read_bytes(_page("just a list"))
    assert refused.value.code is ProblemCode.WEB_PAGE


def test_a_page_of_many_comments_is_read_in_pieces() -> None:
    items = [OLD_PAGE[0].replace("UgxOwn01", f"Ugx{number:06}") for number in range(2_000)]
    assert len(read_bytes(_page(*items)).comments) == 2_000


def test_live_chat_of_takeout_is_read_alike() -> None:
    result = read_bytes(
        b"Live chat ID,Channel ID,Live chat create timestamp,Price,Video ID,Live chat text\n"
        b'LCC.1,UCmememememememememememe,2024-08-17T20:04:52+00:00,0,abcdefghijk,"{""text"":""hi chat""}"\n'
    )
    assert (result.found.format, result.texts, result.receipt.own) == ("google_takeout", ["hi chat"], 1)  # fmt: skip


def test_a_text_that_is_no_json_is_kept_as_it_is() -> None:
    result = read_bytes(b"Comment ID,Channel ID,Comment text\nUg1,UC1,just words\n")
    assert result.texts == ["just words"]


def test_answers_numbered_by_row_find_their_comment() -> None:
    result = read_bytes(
        b"id ,Name,Profile ID,Date,Likes,Comment,,(view source)\n"
        b"1,Ada,ID:1,15/11/25 10:00:00,3,first,,\n"
        b"1-1,Bo,ID:2,15/11/25 11:00:00,0,to the first,,\n"
        b"2,Cy,ID:3,16/11/25 11:00:00,0,second,,\n"
    )
    assert result.found.format == "exportcomments"
    first, answer, _ = result.comments
    assert answer.in_reply_to == first.id
    assert result.receipt.replies == 1


@pytest.mark.parametrize("lines", [False, True], ids=["a list", "lines"])
def test_reviews_of_a_store_as_json(lines: bool) -> None:
    reviews = [
        {"reviewId": f"r{i}", "userName": "Ada", "userImage": "https://example.org/canary.jpg", "content": "Runs well", "score": 4,
         "thumbsUpCount": 2, "at": "2026-01-05 10:00:00", "replyContent": None}
        for i in range(3)
    ]  # fmt: skip
    data = "\n".join(map(json.dumps, reviews)).encode() if lines else _json(reviews)
    result = read_bytes(data)
    assert (result.found.format, result.found.platform) == ("app_reviews", Platform.GOOGLE_PLAY)
    assert [(c.rating, c.likes) for c in result.comments] == [(4.0, 2)] * 3
    assert result.receipt.left_out == (LeftOut.PICTURES,)
