"""XML as a stream: wanted elements, damage, and what is refused."""

from __future__ import annotations

import io

import pytest

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import limits
from creator_calm.importers.xml_elements import DamagedError, Element, elements, start_of

FEED = """<?xml version="1.0"?>
<rss xmlns:wp="http://example.org/export/1.2/" version="2.0"><channel>
<item><title>Under &amp; over</title>
<wp:comment wp:kind="a"><wp:id>7</wp:id><wp:content><![CDATA[<p>Hello</p>]]></wp:content></wp:comment>
</item></channel></rss>"""


def found(text: str, *names: str) -> list[Element | None]:
    return [element for _, element in elements(io.StringIO(text), frozenset(names), "feed.xml")]


def test_wanted_elements_come_whole_and_without_namespaces() -> None:
    title, comment = found(FEED, "title", "comment")
    assert title is not None
    assert comment is not None
    assert (title.text, title.path, title.line) == ("Under & over", ("rss", "channel", "item"), 3)
    assert comment.attributes == {"kind": "a"}
    assert comment.text_of("content") == "<p>Hello</p>"
    assert comment.text_of("author", "name") is None


def test_a_wanted_one_inside_another_comes_as_its_child() -> None:
    (item,) = found(FEED, "item", "comment")
    assert item is not None
    assert item.text_of("comment", "id") == "7"


def test_the_start_tells_root_and_namespaces() -> None:
    start = start_of("`" + FEED, "feed.xml")
    assert start.root == "rss"
    assert start.namespaces == ["http://example.org/export/1.2/"]
    assert "comment" in start.names


def test_signs_before_the_first_element_are_nothing() -> None:
    assert len(found("` " + FEED, "comment")) == 1


def test_what_stood_before_the_damage_is_handed_out() -> None:
    reading = elements(
        io.StringIO("<a>\n<b>1</b>\n<b>2</b>\n<b x=1>3</b></a>"), frozenset("b"), "x"
    )
    assert [next(reading)[0], next(reading)[0]] == [2, 3]
    with pytest.raises(DamagedError) as caught:
        next(reading)
    assert caught.value.line == 4


def test_an_end_that_is_missing_is_damage() -> None:
    reading = elements(io.StringIO("<a><b>1</b>"), frozenset("b"), "x")
    assert next(reading)[1] is not None
    with pytest.raises(DamagedError):
        next(reading)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/hostname">',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_declarations_are_refused_at_once(head: str) -> None:
    for reading in (lambda: found(head + "<a>&x;</a>", "a"), lambda: start_of(head + "<a/>", "x")):
        with pytest.raises(Problem) as caught:
            reading()
        assert caught.value.code is ProblemCode.FORBIDDEN_XML


def test_depth_has_an_end() -> None:
    with pytest.raises(Problem) as caught:
        found("<a>" * 5_000, "b")
    assert caught.value.code is ProblemCode.TOO_DEEP
    assert (
        len(found("<a>" * (limits.XML_DEPTH - 1) + "<b/>" + "</a>" * (limits.XML_DEPTH - 1), "b"))
        == 1
    )


def test_an_element_beyond_all_limits_is_counted_and_left_out() -> None:
    long = "<b>" + "z" * (limits.FIELD_CHARACTERS + 1) + "</b>"
    many = "<b>" + "<c/>" * 20_000 + "</b>"
    got = found(f"<a>{long}<b>ok</b>{many}</a>", "b")
    assert [element and element.text for element in got] == [None, "ok", None]
