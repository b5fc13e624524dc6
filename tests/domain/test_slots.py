"""Slots are asked for; what only looks like one stays what it is; nothing leaves with a brace open."""

from __future__ import annotations

import pytest

from creator_calm.domain.slots import filled, open_slots, slots, spans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hi {name}, see {link}.", ("name", "link")),
        ("{Name} and {name} and { name }", ("name",)),
        ("Hej {förnamn}, om {ämne}", ("förnamn", "ämne")),
        ("{first name} {order-number} {a}", ("first name", "order-number", "a")),
        ("{{name}} {{ contact.name }}", ("name", "contact.name")),
        ("{ } {} {{ }} {{ { }", ()),
        ('{"a": 1} {1} {x: y} {a;b} { return 0; }', ()),
        ("{<b>name</b>} {name\n} {_x}", ()),
        ("{" + "a" * 41 + "}", ()),
        ("{name", ()),
        ("name}", ()),
        ("{{name}", ()),
        ("{name}}", ()),
        ("", ()),
    ],
)
def test_what_is_a_slot(text: str, found: tuple[str, ...]) -> None:
    assert slots(text) == found
    assert bool(spans(text)) == bool(found)


def test_each_is_filled_everywhere_and_opens_a_sentence_with_a_capital() -> None:
    text = "{topic} is next. I like {topic}! “{topic}” is one, and {{topic}} another.\n{topic}?"
    assert filled(text, {"topic": "the sound "}) == (
        "The sound is next. I like the sound! “The sound” is one, and the sound another.\n"
        "The sound?"
    )
    assert (
        filled("{link} is it.", {"link": "https://example.org/a"}) == "https://example.org/a is it."
    )


def test_words_are_put_in_as_they_are() -> None:
    assert filled("a {x} b", {"x": r"\1 {name} \g<0>"}) == r"a \1 {name} \g<0> b"
    assert filled("{ } {{ {x}", {"x": "y"}) == "{ } {{ y"


def test_an_open_slot_never_leaves() -> None:
    assert open_slots("{a} {b} {c}", {"a": "x", "b": " "}) == ("b", "c")
    with pytest.raises(KeyError):
        filled("{a} {b}", {"a": "x"})
    with pytest.raises(KeyError):
        filled("{a}", {"a": "  "})


def test_braces_by_the_thousand_cost_no_more_than_their_number() -> None:
    for text in ("{" * 20_000, "{a" * 10_000, "{a " * 6_000, "{{a.a" * 4_000):
        assert slots(text) == ()
