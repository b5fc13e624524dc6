"""Saved replies, offers, places for private answers: kept, found, moved, undone, exported, erased."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.change import Change, Deed
from creator_calm.domain.comment import Author, CommentKey, Platform
from creator_calm.domain.own_words import (
    MOST_LINES,
    SAVED_TEXT_MAX,
    Channel,
    Offer,
    SavedReply,
)
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Audience, Chip
from creator_calm.wording import problem_sentence
from creator_calm.workspace.slot_words import first_name
from tests.storage.builders import ABUSE, bring_in, sighting

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.assessment import Assessment
    from creator_calm.workspace import Workspace

ONE = CommentKey(1)


def titles(desk: Workspace) -> list[str]:
    return [one.title for one in desk.saved_replies.all()]


def keep(desk: Workspace, *named: str) -> None:
    for title in named:
        desk.saved_replies.keep(SavedReply(0, title, f"Text of {title}"))


def test_kept_in_order_over_a_restart(desk: Workspace, opened: Callable[[], Workspace]) -> None:
    text = "  Hej {name} — åäö 😀\n<b>{link}</b> { } {{ " + "\\1 %s"
    desk.saved_replies.keep(SavedReply(0, " Two  words ", text, "sv", Audience.PRIVATE))
    keep(desk, "Second")
    again = opened()
    first, second = again.saved_replies.all()
    assert (first.title, first.text) == ("Two words", text.strip())
    assert (first.language, first.audience) == ("sv", Audience.PRIVATE)
    assert second.title == "Second"


def test_every_command_is_one_exact_step(desk: Workspace) -> None:
    keep(desk, "A", "B", "C")
    replies = desk.saved_replies
    acts: list[tuple[Callable[[], object], Deed, list[str]]] = [
        (lambda: replies.move(3, -2), Deed.OWN_WORDS_MOVED, ["C", "A", "B"]),
        (lambda: replies.move(3, 1), Deed.OWN_WORDS_MOVED, ["A", "C", "B"]),
        (lambda: replies.duplicate(3), Deed.OWN_WORDS_SAVED, ["A", "C", "C (2)", "B"]),
        (lambda: replies.duplicate(3), Deed.OWN_WORDS_SAVED, ["A", "C", "C (3)", "C (2)", "B"]),
        (lambda: replies.remove(3), Deed.OWN_WORDS_REMOVED, ["A", "C (3)", "C (2)", "B"]),
        (
            lambda: replies.keep(SavedReply(1, "Z", "other")),
            Deed.OWN_WORDS_SAVED,
            ["Z", "C (3)", "C (2)", "B"],
        ),
    ]
    for act, deed, expected in acts:
        before = replies.all()
        act()
        after = replies.all()
        assert titles(desk) == expected
        assert desk.undoable() == (deed, 1)
        desk.undo()
        assert replies.all() == before
        desk.redo()
        assert replies.all() == after


def test_nothing_new_is_no_step(desk: Workspace) -> None:
    keep(desk, "A")
    acts: tuple[Callable[[], Change], ...] = (
        lambda: desk.saved_replies.move(1, -1),
        lambda: desk.saved_replies.move(1, 5),
        lambda: desk.saved_replies.move(9, 1),
        lambda: desk.saved_replies.remove(9),
        lambda: desk.saved_replies.duplicate(9),
        lambda: desk.saved_replies.keep(SavedReply(1, "A", "Text of A")),
        lambda: desk.saved_replies.keep_at_once(" Text of A "),
    )
    for act in acts:
        assert act().undo is None


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (SavedReply(0, "T", " \n "), ProblemCode.SAVED_REPLY_EMPTY),
        (SavedReply(0, "a", "text"), ProblemCode.TITLE_TAKEN),
        (
            SavedReply(0, "T", " ".join(f"{{a{number}}}" for number in range(21))),
            ProblemCode.TOO_MANY_SLOTS,
        ),
        (SavedReply(0, "x" * 121, "text"), ProblemCode.TEXT_TOO_LONG),
        (SavedReply(0, "T", "x" * (SAVED_TEXT_MAX + 1)), ProblemCode.TEXT_TOO_LONG),
    ],
)
def test_what_will_not_do_is_one_clear_sentence(
    desk: Workspace, reply: SavedReply, code: ProblemCode
) -> None:
    keep(desk, "A")
    before = desk.saved_replies.all()
    with pytest.raises(Problem) as found:
        desk.saved_replies.keep(reply)
    assert found.value.code is code
    assert problem_sentence(found.value)
    assert desk.saved_replies.all() == before


def test_twenty_thousand_characters_fit(desk: Workspace) -> None:
    desk.saved_replies.keep(SavedReply(0, "", "ä{" * (SAVED_TEXT_MAX // 2)))
    assert len(desk.saved_replies.all()[0].text) == SAVED_TEXT_MAX


def test_a_draft_is_kept_at_once_under_its_first_words(desk: Workspace) -> None:
    text = "Thank you so much for telling me about the sound, I will look."
    desk.saved_replies.keep_at_once(text)
    desk.saved_replies.keep_at_once(text + " Soon.")
    assert titles(desk) == [
        "Thank you so much for telling me about…",
        "Thank you so much for telling me about… (2)",
    ]


def test_found_by_every_word_and_the_language_first(desk: Workspace) -> None:
    desk.saved_replies.keep(SavedReply(0, "Frakt", "Paketet är på väg", "sv"))
    desk.saved_replies.keep(SavedReply(0, "Shipping", "It is on its way", "en"))
    desk.saved_replies.keep(SavedReply(0, "Both", "PAKET on its way"))
    found = desk.saved_replies.find
    assert [one.title for one in found("paket")] == ["Frakt", "Both"]
    assert [one.title for one in found("way its")] == ["Shipping", "Both"]
    assert [one.title for one in found("", "en")] == ["Shipping", "Both", "Frakt"]
    assert found("nothing") == ()


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Anna Svensson", "Anna"),
        ("Åsa", "Åsa"),
        ("@lenapaints", ""),
        ("lena", ""),
        ("LENA", ""),
        ("Lena99", ""),
        ("X", ""),
        ("A" + "b" * 20, ""),
        ("<b>Anna</b>", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_first_name_looks_like_one(author: str | None, name: str) -> None:
    assert first_name(author) == name


def _with(desk: Workspace, text: str, author: str, judged: Assessment | None = None) -> None:
    one = sighting(0, judged, text)
    comment = replace(one.comment, author=Author(author))
    bring_in(desk._library, [replace(one, comment=comment)])


def test_slots_that_are_known_are_filled_in(desk: Workspace) -> None:
    _with(desk, "The sound is too quiet.", "Anna Svensson")
    desk.channels.keep(Channel(0, "my shop inbox"))
    desk.saved_replies.keep(SavedReply(0, "T", "{name} {topic} {channel} {link} {{ other }}"))
    assert desk.saved_replies.known(1, ONE) == {
        "name": "Anna",
        "topic": "the sound",
        "channel": "my shop inbox",
    }


def test_of_a_put_away_comment_no_name_is_known(desk: Workspace) -> None:
    _with(desk, "You are awful", "Anna", ABUSE)
    desk.saved_replies.keep(SavedReply(0, "T", "{name}"))
    assert desk.inbox.row(ONE).put_away
    assert desk.saved_replies.known(1, ONE) == {}


def test_an_offer_counts_only_while_it_stands_in_the_list(desk: Workspace) -> None:
    _with(desk, "My print arrived broken and I want my money back.", "Anna")
    desk.inbox.pick_kind(ONE, Kind.COMPLAINT)
    desk.channels.keep(Channel(0, "my shop inbox"))
    desk.offers.keep(Offer(0, "a new print."))
    assert desk.offers.fitting("en") == ("a new print",)

    def offering(words: str) -> list[Audience]:
        plan = desk.replying.plan(ONE, {Chip.OFFER: words})
        assert not any("money back" in one.text for one in plan.suggestions)
        return [one.audience for one in plan.suggestions if "offer" in one.claims]

    assert offering("a new print") == [Audience.PRIVATE]
    assert desk.replying.plan(ONE, {Chip.OFFER: "a new print"}).suggestions[0].claims == frozenset()
    assert offering("money back") == []
    desk.offers.remove(1)
    assert offering("a new print") == []


def test_offers_and_places_by_language_and_platform(desk: Workspace) -> None:
    desk.offers.keep(Offer(0, "a new print", "en"))
    desk.offers.keep(Offer(0, "ett nytt tryck", "sv"))
    desk.offers.keep(Offer(0, "Gratis frakt"))
    assert desk.offers.fitting("sv") == ("ett nytt tryck", "Gratis frakt")
    assert len(desk.offers.fitting(None)) == 3
    for channel in (
        Channel(0, "my inbox"),
        Channel(0, "min inkorg", "sv"),
        Channel(0, "the channel’s mail", "en", Platform.YOUTUBE),
    ):
        desk.channels.keep(channel)
    named = desk.channels.named
    assert named(ONE, "en", Platform.YOUTUBE) == "the channel’s mail"
    assert named(ONE, "en", Platform.REDDIT) == "my inbox"
    assert named(ONE, "sv", Platform.YOUTUBE) == "min inkorg"
    desk.channels.choose(ONE, 1)
    assert named(ONE, "en", Platform.YOUTUBE) == "my inbox"
    desk.channels.remove(1)
    assert named(ONE, "en", Platform.YOUTUBE) == "the channel’s mail"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  ", ProblemCode.FIELD_EMPTY),
        ("x" * 121, ProblemCode.TEXT_TOO_LONG),
        ("A NEW PRINT.", ProblemCode.LINE_KNOWN),
    ],
)
def test_lines_that_will_not_do(desk: Workspace, text: str, code: ProblemCode) -> None:
    desk.offers.keep(Offer(0, "a new print"))
    desk.channels.keep(Channel(0, "a new print"))
    acts: tuple[Callable[[], Change], ...] = (
        lambda: desk.offers.keep(Offer(0, text)),
        lambda: desk.channels.keep(Channel(0, text)),
    )
    for act in acts:
        with pytest.raises(Problem) as found:
            act()
        assert found.value.code is code


def test_a_list_has_an_end(desk: Workspace) -> None:
    for number in range(MOST_LINES):
        desk.offers.keep(Offer(0, f"offer {number}"))
    with pytest.raises(Problem) as found:
        desk.offers.keep(Offer(0, "one more"))
    assert found.value.code is ProblemCode.TOO_MANY_OF_THESE


def test_the_own_places_are_no_private_data(desk: Workspace) -> None:
    draft = "Write to kim@example.org and I will sort it out."
    assert any(one.rule == "private_data" for one in desk.replying.check(draft).findings)
    desk.channels.keep(Channel(0, "my inbox"))
    desk.channels.keep(Channel(0, "kim@example.org"))
    assert not any(one.rule == "private_data" for one in desk.replying.check(draft).findings)


@pytest.mark.parametrize("kept", [None, 7, [], [1, 2], ["a", "", "", "", ""], {"id": 1}])
def test_what_is_remembered_of_a_form_may_be_anything(desk: Workspace, kept: object) -> None:
    with desk._library.writing():
        desk._library.settings.remember("saved_reply_form", kept)
    assert desk.saved_replies.being_written() is None


def test_a_form_that_is_open_is_remembered_and_erased(
    desk: Workspace, opened: Callable[[], Workspace]
) -> None:
    reply = SavedReply(3, "T", "half a sentence", "sv", Audience.PRIVATE)
    desk.saved_replies.write_on(reply)
    again = opened()
    assert again.saved_replies.being_written() == reply
    again.care.own_things.erase()
    assert again.saved_replies.being_written() is None
    again.undo()
    assert again.saved_replies.being_written() == reply


def test_exported_and_erased_with_the_rest(desk: Workspace) -> None:
    keep(desk, "A")
    desk.offers.keep(Offer(0, "a new print"))
    desk.channels.keep(Channel(0, "my inbox", "en", Platform.REDDIT))
    found = json.loads(desk.care.own_things.as_json())
    assert found["saved_replies"][0]["text"] == "Text of A"
    assert found["offers"][0]["text"] == "a new print"
    assert found["places_for_private_answers"][0]["platform"] == "reddit"
    before = (desk.saved_replies.all(), desk.offers.all(), desk.channels.all())
    desk.care.own_things.erase()
    assert (desk.saved_replies.all(), desk.offers.all(), desk.channels.all()) == ((), (), ())
    desk.undo()
    assert (desk.saved_replies.all(), desk.offers.all(), desk.channels.all()) == before
