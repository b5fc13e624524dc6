"""Archives are read in place: the wanted members only, private ones are never opened."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import LeftOut, ReadOptions, Skipped, SkipReason, Source, Warn
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import Intake
from creator_calm.importers.archive_names import is_inside, may_be_private
from creator_calm.importers.archives import Unpacked
from creator_calm.importers.long_posts import read_script
from tests.importers.packed import locked, lying, tarred, zipped
from tests.importers.reading import NOW, read_bytes
from tests.importers.workbooks import workbook

if TYPE_CHECKING:
    from typing import IO, Literal

INSTAGRAM = {"comments_media_comments": [{"string_map_data": {"Comment": {"value": "my own words"}, "Time": {"timestamp": 1_700_000_000}}}]}  # fmt: skip
MESSAGES = {"participants": [], "messages": [{"sender_name": "B", "content": "canary"}]}
DIRECT = {"guild": {"id": "0"}, "channel": {"id": "3", "type": "DirectTextChat"}, "messages": [{"id": "1", "type": "Default", "content": "canary", "timestamp": "2024-01-01T10:00:00+00:00", "author": {"name": "B"}}]}  # fmt: skip
TABLE = b"author,comment\nLina,so good\nPer,me too\n"
OTHER = b"author,comment\nLina,so good\nNoor,and me\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The members of zip files that were opened."""
    names: list[str] = []
    true = zipfile.ZipFile.open

    def noting(
        self: zipfile.ZipFile,
        name: zipfile.ZipInfo | str,
        mode: Literal["r", "w"] = "r",
        **rest: bool,
    ) -> IO[bytes]:
        if mode == "r":
            names.append(name if isinstance(name, str) else name.filename)
        return true(self, name, mode, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(zipfile.ZipFile, "open", noting)
    return names


def _refusal(data: bytes, options: ReadOptions | None = None) -> ProblemCode:
    with pytest.raises(Problem) as caught:
        read_bytes(data, options)
    return caught.value.code


def test_an_instagram_archive_gives_the_comments_and_nothing_else_is_opened(
    opened: list[str],
) -> None:
    root = "your_instagram_activity"
    data = zipped({
        f"{root}/comments/post_comments_1.json": INSTAGRAM,
        f"{root}/comments/reels_comments.json": {"comments_reels_comments": INSTAGRAM["comments_media_comments"]},
        f"{root}/likes/liked_comments.json": {"likes_comment_likes": [{"title": "x"}]},
        f"{root}/messages/inbox/lina_1/message_1.json": MESSAGES,
        "personal_information/personal_information.json": {"profile_user": [{"string_map_data": {"Email": {"value": "x@example.org"}}}]},
        "media/posts/1.jpg": b"\xff\xd8\xff",
    })  # fmt: skip
    result = read_bytes(data)
    assert (result.found.format, result.receipt.own) == ("meta_instagram", 2)
    assert Warn.OWN_WORDS in result.receipt.warnings
    assert [item.place.rpartition("/")[2] for item in result.kept] == ["post_comments_1.json", "reels_comments.json"]  # fmt: skip
    assert not [
        name for name in opened if "inbox" in name or "personal" in name or "media/" in name
    ]


def test_an_archive_of_x_tells_its_owners_name_and_keeps_messages_shut(opened: list[str]) -> None:
    tweet = {"tweet": {"id_str": "1", "full_text": "hello", "created_at": "Wed Oct 19 20:07:25 +0000 2022"}}  # fmt: skip
    account = [{"account": {"email": "x@example.org", "username": "maja_ex", "phoneNumber": "+1"}}]
    data = zipped({
        "data/account.js": "window.YTD.account.part0 = " + json.dumps(account),
        "data/tweets.js": "window.YTD.tweets.part0 = " + json.dumps([tweet]),
        "data/direct-messages.js": "window.YTD.direct_messages.part0 = []",
        "data/like.js": "window.YTD.like.part0 = []",
    })  # fmt: skip
    result = read_bytes(data)
    assert [(c.text, c.author.name, c.is_own) for c in result.comments] == [
        ("hello", "maja_ex", True)
    ]
    assert set(opened) == {"data/account.js", "data/tweets.js"}


def test_a_long_post_of_x_is_one_comment_with_all_its_words() -> None:
    minute = 60_000 << 22
    first = 1_629_307_668_568_633_344
    whole = "Fish &amp; chips: " + "how I cook them, step by step. " * 15
    posts = [
        (first, "@maja " + whole[:270] + "… https://t.co/abc", 7),
        (first + minute, "a short one", 1),
        (first + 9 * minute, whole[:270] + "…", 0),  # the same beginning at another time
    ]
    tweets = [
        {"tweet": {"id_str": str(n), "full_text": text, "favorite_count": str(likes)}}
        for n, text, likes in posts
    ]
    notes = [
        {"noteTweet": {"noteTweetId": str(n), "core": {"text": text}}}
        for n, text in (
            (first - 5000, whole.replace("&amp;", "&")),
            (first + 5 * minute, "one whose beginning is not in the archive"),
        )
    ]
    data = zipped({
        "data/account.js": "window.YTD.account.part0 = []",
        "data/note-tweet.js": "window.YTD.note_tweet.part0 = " + json.dumps(notes),
        "data/tweets.js": "window.YTD.tweets.part0 = " + json.dumps(tweets),
    })  # fmt: skip
    result = read_bytes(data)
    whole = whole.replace("&amp;", "&").strip()
    assert result.texts == [
        whole,
        "a short one",
        whole[:266] + "…",
        "one whose beginning is not in the archive",
    ]
    assert [one.likes for one in result.comments] == [7, 1, 0, None]
    assert result.comments[0].id == f"x:{first}"
    assert (result.receipt.read, result.receipt.new, result.receipt.duplicates) == (5, 4, 1)
    alone = read_bytes(data, ReadOptions(parts=("note-tweet.js",)))
    assert alone.texts == [whole, "one whose beginning is not in the archive"]


@pytest.mark.parametrize("script", [b"", b"[", b'[1, {}, {"noteTweet": 3}]', b"[[[[", b"\xff\xfe"])
def test_long_posts_that_cannot_be_read_are_none(script: bytes) -> None:
    posts = read_script(script)
    assert posts.whole_of("1629307668568633344", "anything that is long enough") is None


@pytest.mark.parametrize("packed", [True, False])
def test_a_mastodon_archive_as_tar(packed: bool) -> None:
    note = {"type": "Create", "actor": "https://s.example/users/maja", "to": ["as:Public"], "object": {"id": "1", "content": "<p>hello</p>"}}  # fmt: skip
    members = {"outbox.json": {"orderedItems": [note]}, "actor.json": {}, "media/a.png": bytes(999)}
    result = read_bytes(tarred(members, packed=packed))
    assert (result.found.format, result.texts) == ("mastodon_outbox", ["hello"])


def test_a_tiktok_archive_of_texts() -> None:
    text = "Date: 2024-03-05 18:21:07 UTC\nComment: haha yes\n"
    chat = "Chat History with lina:\nDate: 2024-03-05 18:21:07 UTC\nContent: canary\n"
    data = zipped({"TikTok/Comment/Comments.txt": text, "TikTok/Direct Message/Chat History.txt": chat})  # fmt: skip
    assert read_bytes(data).texts == ["haha yes"]


def test_reddits_own_data_gives_the_comments_and_not_the_messages(opened: list[str]) -> None:
    table = (
        "id,permalink,date,ip,subreddit,body\nk1,,2021-05-01 08:00:00 UTC,203.0.113.7,bread,mine\n"
    )
    data = zipped({"comments.csv": table, "messages.csv": "id,body\n1,canary\n", "ip_logs.csv": "date,ip\n", "chat_history.csv": "message\ncanary\n"})  # fmt: skip
    result = read_bytes(data)
    assert (result.texts, result.receipt.own) == (["mine"], 1)
    assert result.receipt.left_out == (LeftOut.IP_ADDRESS,)
    assert set(opened) == {"comments.csv"}


def test_a_zip_of_tables_is_one_import_in_which_nothing_counts_twice() -> None:
    data = zipped({"one.csv": TABLE, "two.csv": OTHER, "readme.txt": "Thank you\n\nfor reading"})
    result = read_bytes(data)
    assert (result.receipt.read, result.receipt.new) == (4, 4)
    assert [(item.place, item.row) for item in result.kept[1:3]] == [
        ("one.csv", "3"),
        ("two.csv", "2"),
    ]
    again = read_bytes(zipped({"one.jsonl": _lines(1, 2), "two.jsonl": _lines(2, 3)}))
    assert (again.receipt.read, again.receipt.new, again.receipt.duplicates) == (4, 3, 1)


def _lines(*ids: int) -> str:
    return "".join(
        json.dumps({"id": f"c{i}", "text": f"words {i}", "author": "L"}) + "\n" for i in ids
    )


def test_in_an_archive_of_unknown_make_what_is_named_like_messages_stays_shut(
    opened: list[str],
) -> None:
    data = zipped({"a.csv": TABLE, "messages/inbox/b.csv": OTHER, "direct_messages.json": "[]"})
    assert len(read_bytes(data).texts) == 2
    assert set(opened) == {"a.csv"}


def test_what_comes_out_of_a_member_is_counted_whatever_the_directory_says() -> None:
    with Unpacked(lambda: io.BytesIO(bytes(100)), 50, "a.zip") as stream:
        assert len(stream.read(50)) == 50
        with pytest.raises(Problem) as caught:
            stream.read(50)
    assert caught.value.code is ProblemCode.ARCHIVE_BOMB


def test_an_archive_of_different_files_is_not_named_after_the_first() -> None:
    chat = {"comments": [{"_id": "1", "content_offset_seconds": 1, "message": {"body": "hi"}}]}
    table = b"comment_id,comment_body,created_utc\nj1,words,2023-02-08 16:53:05\n"
    data = zipped({"a.csv": table, "b.json": chat})
    with Intake(Source(data=data, name="a.zip"), ReadOptions(), now=NOW) as intake:
        first = intake.reading.opening
        platforms = [item.comment.platform for item in intake if not isinstance(item, Skipped)]
        assert intake.reading.opening is first
    assert (intake.found.detail, intake.found.platform) == ("archive", Platform.OTHER)
    assert (intake.found.columns, intake.found.encoding) == ((), "")
    assert platforms == [Platform.REDDIT, Platform.TWITCH]


def test_members_of_one_name_are_both_read() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped([("a.csv", TABLE), ("a.csv", OTHER)])
    assert {item.place for item in read_bytes(data).kept} == {"a.csv", "a.csv (2)"}


def test_members_can_be_chosen_and_are_shown_with_what_is_read() -> None:
    data = zipped({"one.csv": TABLE, "two.csv": OTHER, "chat.json": DIRECT})
    with Intake(Source(data=data, name="a.zip"), ReadOptions(), now=NOW) as intake:
        assert intake.parts == (("one.csv", True), ("two.csv", True), ("chat.json", False))
    assert {i.place for i in read_bytes(data, ReadOptions(parts=("two.csv",))).kept} == {"two.csv"}
    assert "canary" in read_bytes(data, ReadOptions(parts=("chat.json",))).texts
    assert _refusal(data, ReadOptions(parts=())) is ProblemCode.NO_COMMENTS
    book = workbook({"S": [["author", "comment"], ["Lina", "in a sheet"]]})
    assert read_bytes(zipped({"b.xlsx": book}), ReadOptions(parts=("b.xlsx",))).texts == [
        "in a sheet"
    ]


def test_a_private_conversation_in_an_archive_is_not_asked_for_by_naming_the_archive() -> None:
    data = zipped({"chat.json": DIRECT})
    assert _refusal(data) is _refusal(data, ReadOptions(private=True)) is ProblemCode.PRIVATE_MESSAGES  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({"messages/inbox/a/message_1.json": MESSAGES}), ProblemCode.PRIVATE_MESSAGES),
        (zipped({"your_instagram_activity/comments/post_comments_1.html": "<html>"}), ProblemCode.WANTS_JSON),
        (zipped({"inner.zip": zipped({"a.csv": TABLE})}), ProblemCode.ARCHIVE),
        (zipped({"../../evil.csv": TABLE, "/abs.csv": TABLE, "C:\\x.csv": TABLE, "a\\..\\b.csv": TABLE}), ProblemCode.NO_COMMENTS),
        (zipped({}), ProblemCode.NO_COMMENTS),
        (locked(zipped({"a.csv": TABLE})), ProblemCode.ARCHIVE_PROTECTED),
        (lying(zipped({"a.csv": TABLE}), checksum=1), ProblemCode.ARCHIVE_DAMAGED),
        (lying(zipped({"a.csv": TABLE * 99}), size=100), ProblemCode.ARCHIVE_DAMAGED),
        (lying(zipped({"a.csv": TABLE}), size=600_000_000), ProblemCode.ARCHIVE_BOMB),
        (zipped({"a.csv": TABLE})[:-30], ProblemCode.ARCHIVE_DAMAGED),
        (zipped({"a.csv": b"comment\n" + b"x" * 40_000_000}), ProblemCode.ARCHIVE_BOMB),
        (gzip.compress(bytes(40_000_000)), ProblemCode.ARCHIVE_BOMB),
        (gzip.compress(TABLE)[:-12], ProblemCode.ARCHIVE_DAMAGED),
        (tarred({"a.csv": TABLE})[:-40], ProblemCode.ARCHIVE_DAMAGED),
        (b"\x28\xb5\x2f\xfd" + bytes(99), ProblemCode.PACKED_WITH_ZSTD),
    ],
    ids=["messages", "html", "nested", "outside", "empty", "locked", "checksum", "short", "declared", "cut", "ratio", "gzip bomb", "gzip cut", "tar cut", "zstd"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, code: ProblemCode) -> None:
    assert _refusal(data) is code


def test_a_packed_chat_is_unpacked_in_the_stream() -> None:
    chat = {"video": {"id": "5"}, "comments": [{"_id": "1", "content_offset_seconds": 1, "message": {"body": "hi"}}]}  # fmt: skip
    result = read_bytes(gzip.compress(json.dumps(chat).encode()), name="chat.json.gz")
    assert (result.found.format, result.texts, result.kept[0].place) == ("twitch_chat", ["hi"], "chat.json")  # fmt: skip


def test_the_same_archive_is_known_again_and_another_is_not() -> None:
    one, same, other = (read_bytes(zipped({"a.csv": data})) for data in (TABLE, TABLE, OTHER))
    assert one.receipt.sha256 == same.receipt.sha256 != other.receipt.sha256
    assert [c.id for c in one.comments] == [c.id for c in same.comments]


@pytest.mark.parametrize("name", ["../a", "a/../b", "/a", "\\a", "a\\b", "C:a", "~/a", "a\0b", ""])
def test_names_that_lead_outside(name: str) -> None:
    assert not is_inside(name)


def test_names_that_are_inside() -> None:
    assert all(map(is_inside, ("a", "a/b..c/d", "..a/b", "a.b/c d")))


@pytest.mark.parametrize(
    "name",
    ["messages/inbox/x/post_comments_1.json", "a/message_1.json", "data/direct-messages-group.js", "Direct Messages - lina [1].json", "chat_history.csv", "x/message_requests/a.json"],
)  # fmt: skip
def test_names_of_private_messages(name: str) -> None:
    assert may_be_private(name)
    assert not may_be_private("your_activity/comments/post_comments_1.json")


def test_one_damaged_record_in_an_archive_is_told_with_its_member() -> None:
    data = zipped({"a.jsonl": _lines(1, 2) + "{broken\n"})
    (skip,) = read_bytes(data).receipt.skipped
    assert (skip.place, skip.row, skip.reason) == ("a.jsonl", "3", SkipReason.BROKEN)


def test_a_member_goes_by_the_last_part_of_its_path_unless_two_end_alike() -> None:
    one = read_bytes(zipped({"deep/down/a.csv": TABLE, "deep/b.csv": OTHER}))
    assert {item.place for item in one.kept} == {"a.csv", "b.csv"}
    two = read_bytes(zipped({"one/a.csv": TABLE, "two/a.csv": OTHER}))
    assert {item.place for item in two.kept} == {"one/a.csv", "two/a.csv"}
    chosen = read_bytes(
        zipped({"one/a.csv": TABLE, "two/b.csv": OTHER}), ReadOptions(parts=("b.csv",))
    )
    assert {item.place for item in chosen.kept} == {"b.csv"}


def test_names_that_cannot_be_written_are_mended() -> None:
    places = [
        item.place
        for item in read_bytes(tarred({"k\udcf6r\u202e.csv": TABLE, "b.csv": OTHER})).kept
    ]
    assert set(places) == {"k\ufffdr.csv", "b.csv"}
    chat = {"chats": {"list": [{"name": "a\ud800b", "type": "public_supergroup", "messages": [{"id": 1, "type": "message", "date": "2024-01-01T10:00:00", "text": "hi"}]}]}}  # fmt: skip
    assert [item.place for item in read_bytes(json.dumps(chat).encode()).kept] == ["a\ufffdb"]
