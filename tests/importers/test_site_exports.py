"""Comment systems, feeds and reviews in other shapes than the samples."""

from __future__ import annotations

import json

import pytest

from creator_calm.domain.comment import Flag, Platform
from creator_calm.domain.intake import ReadOptions, SkipReason
from creator_calm.domain.problems import Problem, ProblemCode
from tests.importers.reading import Result, read_bytes


def _read(value: object, options: ReadOptions | None = None) -> Result:
    return read_bytes(json.dumps(value).encode(), options)


REDDIT_FEED = """<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>First loaf : bread</title><link rel="alternate" href="https://www.reddit.com/r/bread/comments/p1/"/>
<entry><author><name>/u/maja</name></author><content type="html">the post</content><id>t3_p1</id><updated>2024-01-01T10:00:00+00:00</updated></entry>
<entry><author><name>/u/lina_ex</name></author><content type="html">&lt;p&gt;Nice &amp;amp; tall&lt;/p&gt;</content><id>t1_c1</id>
<link href="https://www.reddit.com/r/bread/comments/p1/x/c1/"/><updated>2024-01-01T11:00:00+00:00</updated></entry></feed>"""

BLOGGER_FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
<title>Bread diary</title><entry><id>tag:blogger.com,1999:blog-1.post-2</id><published>2024-01-01T11:00:00.001-08:00</published>
<title>Nice</title><content type="html">Nice one&lt;br /&gt;indeed</content><author><name>Lina</name><email>x@example.org</email></author>
<link rel="self" href="https://example.org/feed/2"/><link rel="alternate" href="https://example.org/first.html?showComment=1#c4567890123"/>
<thr:in-reply-to href="https://example.org/first.html" ref="tag:x"/></entry></feed>"""

POSTS_FEED = """<rss version="2.0"><channel><title>Bread diary</title><link>https://example.org</link>
<item><title>First loaf</title><link>https://example.org/first-loaf/</link><description>my post</description></item></channel></rss>"""


def test_the_feed_of_a_reddit_thread() -> None:
    result = read_bytes(REDDIT_FEED.encode())
    (comment,) = result.comments
    assert (result.found.format, comment.id, comment.text) == (
        "comment_feed",
        "reddit:c1",
        "Nice & tall",
    )
    assert (comment.author.name, comment.platform) == ("lina_ex", Platform.REDDIT)
    assert [skip.reason for skip in result.receipt.skipped] == [SkipReason.POST]


def test_the_comment_feed_of_blogger() -> None:
    (comment,) = read_bytes(BLOGGER_FEED.encode()).comments
    assert (comment.text, comment.author.name) == ("Nice one\nindeed", "Lina")
    assert comment.link == "https://example.org/first.html#c4567890123"
    assert comment.in_reply_to is None


def test_a_feed_of_posts_holds_no_comments() -> None:
    with pytest.raises(Problem) as caught:
        read_bytes(POSTS_FEED.encode())
    assert caught.value.code is ProblemCode.NO_COMMENTS


def _review(number: str) -> dict[str, object]:
    return {"recommendationid": number, "author": {"steamid": "1"}, "review": "Good [i]game[/i]", "timestamp_created": 1_549_531_450, "voted_up": True}  # fmt: skip


@pytest.mark.parametrize(
    "value", [{"success": 1, "reviews": [_review("1")], "cursor": "x"}, [_review("1")], {"reviews": {"1": _review("1")}}]
)  # fmt: skip
def test_reviews_of_steam_in_three_shapes(value: object) -> None:
    result = _read(value)
    (comment,) = result.comments
    assert (result.found.format, comment.text, comment.rating) == (
        "steam_reviews",
        "Good game",
        1.0,
    )
    assert comment.flags == {Flag.RECOMMENDED}


def test_what_stays_out_comes_in_when_it_is_asked_for() -> None:
    item = {"commentHex": "1", "markdown": "words", "creationDate": "2021-03-11T11:21:56Z"}
    value = {
        "comments": [{**item, "state": "flagged"}, {**item, "commentHex": "2", "deleted": True}]
    }
    assert _read(value).texts == []
    asked = _read(value, ReadOptions(brought=frozenset({SkipReason.SPAM, SkipReason.DELETED})))
    assert [sorted(comment.flags) for comment in asked.comments] == [[Flag.SPAM], [Flag.DELETED]]


def test_a_wordpress_file_of_another_version_is_read() -> None:
    text = """<rss xmlns:wp="https://wordpress.org/export/1.9/"><channel><item><title>T</title>
    <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>words</wp:comment_content><wp:new>x</wp:new></wp:comment>
    <wp:comment/></item></channel></rss>"""
    result = read_bytes(text.encode())
    assert (result.found.format, result.texts) == ("wordpress", ["words"])
    assert [skip.reason for skip in result.receipt.skipped] == [SkipReason.EMPTY]


@pytest.mark.parametrize(
    "value",
    [
        {"posts": [{"uri": "at://did:plc:l/app.bsky.feed.post/3k1", "author": {"handle": "l.example"}, "record": {"$type": "app.bsky.feed.post", "text": "words", "reply": {"parent": {"uri": "at://x"}}}}]},
        {"feed": [{"post": {"uri": "at://1", "record": {"$type": "app.bsky.feed.post", "text": "words", "reply": {"parent": {"uri": "at://x"}}}}}, {"post": {"record": {"$type": "app.bsky.feed.post", "text": "shared"}}, "reason": {"$type": "app.bsky.feed.defs#reasonRepost"}}]},
        {"notifications": [{"uri": "at://1", "reason": "reply", "author": {"handle": "l"}, "record": {"$type": "app.bsky.feed.post", "text": "words", "reply": {"parent": {"uri": "at://x"}}}}, {"uri": "at://2", "reason": "like", "record": {"$type": "app.bsky.feed.like"}}]},
    ],
    ids=["search", "feed", "notifications"],
)  # fmt: skip
def test_other_answers_of_bluesky(value: object) -> None:
    result = _read(value)
    assert (result.found.format, result.texts) == ("bluesky", ["words"])


def test_mentions_among_notifications_of_mastodon() -> None:
    status = {"id": "1", "account": {"acct": "lina"}, "content": "<p>words</p>", "visibility": "unlisted", "created_at": "2024-01-01T10:00:00Z"}  # fmt: skip
    value = [
        {"id": "9", "type": "mention", "account": {"acct": "lina"}, "status": status},
        {
            "id": "8",
            "type": "favourite",
            "account": {"acct": "per"},
            "status": {**status, "id": "2"},
        },
        {"id": "7", "type": "follow", "account": {"acct": "per"}},
    ]
    result = _read(value)
    assert (result.found.format, result.texts) == ("mastodon_api", ["words"])
    assert [s.reason for s in result.receipt.skipped] == [SkipReason.NOT_A_COMMENT] * 2


def test_answers_of_reddit_are_unescaped_by_the_file_not_by_the_comment() -> None:
    def page(*bodies: str) -> bytes:
        children = [{"kind": "t1", "data": {"id": f"c{i}", "body": body, "created_utc": 1_700_000_000}} for i, body in enumerate(bodies)]  # fmt: skip
        return json.dumps({"kind": "Listing", "data": {"children": children}}).encode()

    assert read_bytes(page("a &amp; b", "c &lt; d")).texts == ["a & b", "c < d"]
    assert read_bytes(page("I write &amp; so", "> quoted")).texts == [
        "I write &amp; so",
        "> quoted",
    ]


def test_two_sites_may_number_their_comments_alike() -> None:
    def site(host: str, chat: int) -> tuple[str, str]:
        text = f"""<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>T</title><link>https://{host}/a/</link>
        <wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_content>words</wp:comment_content></wp:comment></item></channel></rss>"""
        message = {
            "id": 7,
            "type": "message",
            "date": "2024-01-01T10:00:00",
            "from": "L",
            "text": "words",
        }
        group = {"type": "public_supergroup", "id": chat, "messages": [message]}
        return read_bytes(text.encode()).comments[0].id, _read(group).comments[0].id

    assert not set(site("one.example", 1)) & set(site("two.example", 2))
