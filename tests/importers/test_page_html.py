"""The clipboard's HTML: ids and times from it, words never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.comment import Platform, Precision
from creator_calm.domain.intake import Source
from creator_calm.importers import page_html
from creator_calm.importers.comment_links import comment_of
from tests.importers.reading import read_source

TEXT = """@first
2 days ago
Nice work

3

Reply
@second
2 days ago
What oil?
Reply
@third
1 year ago
Thanks
Reply
"""
PAGE = """<html><body><!--StartFragment--><div><a href="https://www.youtube.com/@first">@first</a>
<a href="https://www.youtube.com/watch?v=abcdefghijk&amp;lc=UgOne&amp;si=track">2 days ago</a><img src="https://example.org/canary.jpg"></div>
<a href="/watch?v=abcdefghijk&lc=UgOne.r2"><span>2 days</span> ago</a><p>WORDS OF THE PAGE</p>
<a href='https://www.youtube.com/watch?v=abcdefghijk&lc=UgThree'>1 year ago</a><!--EndFragment--></body></html>"""


def test_ids_links_and_parents_come_from_the_page() -> None:
    result = read_source(Source(text=TEXT, html=PAGE))
    assert result.texts == ["Nice work", "What oil?", "Thanks"]
    assert [c.id for c in result.comments] == [
        "youtube:UgOne",
        "youtube:UgOne.r2",
        "youtube:UgThree",
    ]
    assert [c.in_reply_to for c in result.comments] == [None, "youtube:UgOne", None]
    assert result.comments[0].link == "https://www.youtube.com/watch?v=abcdefghijk&lc=UgOne"
    assert "canary" not in repr(result.comments)
    assert "WORDS" not in repr(result.comments)


def test_a_page_that_does_not_fit_changes_nothing() -> None:
    other = PAGE.replace("2 days ago", "9 years ago").replace("1 year ago", "8 years ago")
    with_it, without = read_source(Source(text=TEXT, html=other)), read_source(Source(text=TEXT))
    assert [c.text for c in with_it.comments] == [c.text for c in without.comments]
    assert "youtube:UgThree" not in [c.id for c in with_it.comments]


def test_times_of_the_page_are_exact() -> None:
    text = "ada.l\nSo calm\n4 d12 likesReply\nbo.e\nYes\n2 dReply\n"
    html = """<a href="https://www.instagram.com/p/ABCdef12345/c/17900000000000001/"><time datetime="2026-02-20T14:35:54.000Z">4 d</time></a>
    <a href="/p/ABCdef12345/c/17900000000000001/r/17900000000000002/"><time datetime='2026-02-22T14:00:00.000Z'>2 d</time></a>"""
    first, second = read_source(Source(text=text, html=html)).comments
    assert first.written_at is not None
    assert (first.written_at.precision, first.written_at.raw) == (Precision.EXACT, "4 d")
    assert second.in_reply_to == first.id == "instagram:17900000000000001"


def test_old_reddit_names_the_comment_behind_its_time() -> None:
    text = "[–]kiln_fan 12 points 3 hours ago\nHow long?\n[–]maker 1 point 2 hours ago\nEleven.\n"
    html = """<time datetime="2026-01-01T10:00:00+00:00">3 hours ago</time> <a href="https://old.reddit.com/r/pottery/comments/aaa111/my_kiln/bbb111/">permalink</a>
    <time datetime="2026-01-01T11:00:00+00:00">2 hours ago</time> <a href="https://old.reddit.com/r/pottery/comments/aaa111/my_kiln/bbb222/">permalink</a>"""
    result = read_source(Source(text=text, html=html))
    assert [c.id for c in result.comments] == ["reddit:bbb111", "reddit:bbb222"]
    assert result.receipt.dates == (2, 0, 0, 0)


def test_html_alone_is_read_by_its_blocks() -> None:
    html = "<div>one</div><div>two &amp; a half</div><script>x</script>"
    assert read_source(Source(html=html)).texts == ["one", "two & a half"]


@pytest.mark.parametrize(
    ("address", "platform", "native", "parent"),
    [
        ("https://x.com/ada/status/1790000000000000001", Platform.X, "1790000000000000001", None),
        ("https://www.facebook.com/page/posts/77?comment_id=12345&reply_comment_id=67890", Platform.FACEBOOK, "67890", "12345"),
        ("https://www.reddit.com/r/a_b/comments/abc123/comment/def456/?utm=1", Platform.REDDIT, "def456", None),
    ],
)  # fmt: skip
def test_addresses_of_comments(
    address: str, platform: Platform, native: str, parent: str | None
) -> None:
    found = comment_of(address)
    assert found is not None
    assert (found.platform, found.id, found.parent) == (platform, native, parent)


@pytest.mark.parametrize(
    "address",
    ["", "https://example.org/watch?v=a&lc=UgOne", "https://www.youtube.com/watch?v=abc", "http://[", "javascript:alert(1)",
     "https://www.reddit.com/r/a/comments/abc123/slug/", "https://x.com/ada", "https://evil.org/p/ABCdef12345/c/17900000000000001"],
)  # fmt: skip
def test_other_addresses_name_nothing(address: str) -> None:
    assert comment_of(address) is None


@given(st.text(alphabet="<>a/timehref=\"' -!", max_size=300))
def test_any_markup_is_survived(markup: str) -> None:
    page_html.marks(markup)
    page_html.text_of(markup)
