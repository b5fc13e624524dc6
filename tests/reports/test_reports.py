"""Reports escape what came from outside and can load nothing."""

from __future__ import annotations

from html.parser import HTMLParser

from creator_calm.reports import html, terminal
from creator_calm.reports.sheet import Entry, Section, Sheet

HOSTILE = '<script>alert(1)</script><img src="file:///etc/passwd"> \x1b[31mred\x1b[0m \u202eevil'


def sheet(body: str) -> Sheet:
    return Sheet(
        "Comments",
        ("2 read.",),
        (Section("Kind", (Entry(body, "@anna", "Wants: nothing"),), "and 3 more"),),
    )


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links += [
            value or "" for name, value in attrs if name in {"src", "href", "action", "onload"}
        ]


def test_html_holds_no_element_from_a_comment_and_no_address() -> None:
    page = html.render(sheet(HOSTILE))
    tags = Tags()
    tags.feed(page)
    assert not tags.seen & {"script", "img", "iframe", "a", "link", "form"}
    assert tags.links == []
    assert "default-src 'none'" in page
    assert "&lt;script&gt;" in page


def test_html_is_the_same_twice() -> None:
    assert html.render(sheet("a")) == html.render(sheet("a"))


def test_terminal_prints_no_control_characters() -> None:
    text = terminal.render(sheet(terminal.plain(HOSTILE)))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<script>" in text  # plain words are harmless there


def test_terminal_wraps_and_keeps_every_word() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    text = terminal.render(sheet(words), width=50)
    assert max(len(line) for line in text.splitlines()) <= 50
    assert all(f"word{n}" in text for n in range(60))


def test_colour_is_only_on_request() -> None:
    assert "\x1b[1m" in terminal.render(sheet("a"), colour=True)
    assert "\x1b" not in terminal.render(sheet("a"))
