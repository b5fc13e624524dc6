"""The to-do list: people counted, nothing of put-away comments, every command with its undo."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Assessment, Kind, Point
from creator_calm.domain.change import Deed
from creator_calm.domain.comment import Author, CommentKey, Platform
from creator_calm.domain.inbox import InboxQuery, Pile, Pill, Sort
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.standing import effective
from creator_calm.domain.to_do import Decision, Item, Telling, may_become_item
from creator_calm.replies.surface import opener
from creator_calm.workspace.to_do import FIELD_MAX
from tests.storage.builders import (
    CRITIQUE,
    HARSH_POINT,
    KIND_ONE,
    MIX,
    QUESTION,
    THREAT,
    bring_in,
    sighting,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.intake import Sighting
    from creator_calm.workspace import Workspace

QUESTION_KEY, CRITIQUE_KEY, HARSH_KEY, THREAT_KEY, KIND_KEY = map(CommentKey, (2, 4, 6, 10, 1))
CANARY = "qzxcanaryword"


def written_by(number: int, name: str, judged: Assessment, text: str = "too loud") -> Sighting:
    one = sighting(number, judged, text)
    author = Author(name, name) if name else Author()
    return replace(one, comment=replace(one.comment, author=author, platform=Platform.YOUTUBE))


def crowd(*names: str, judged: Assessment = CRITIQUE, first: int = 0) -> list[Sighting]:
    return [written_by(first + place, name, judged) for place, name in enumerate(names)]


def item(desk: Workspace, number: int = 1) -> Item:
    found = desk._library.to_do.get(number)
    assert found is not None
    return found


# putting on the list


def test_a_comment_becomes_an_item_without_a_word_of_it(full: Workspace) -> None:
    change = full.to_do.add([CRITIQUE_KEY])
    assert (change.deed, change.count) == (Deed.TO_DO_ADDED, 1)
    (entry,) = full.to_do.board().worth_doing
    assert (entry.item.topic, entry.item.title) == ("sound", "")
    assert (entry.mentions.people, entry.mentions.comments) == (1, 1)
    assert entry.open_to == CRITIQUE_KEY
    assert [one.id for one in full.to_do.items_of(CRITIQUE_KEY)] == [1]


def test_a_question_without_a_topic_is_named_by_its_kind(full: Workspace) -> None:
    full.to_do.add([QUESTION_KEY])
    assert (item(full).topic, item(full).kind) == ("", Kind.QUESTION)


@pytest.mark.parametrize("key", [THREAT_KEY, KIND_KEY, CommentKey(3), CommentKey(999)])
def test_safety_and_comments_without_a_point_are_left_out(full: Workspace, key: CommentKey) -> None:
    assert not full.to_do.may_add([key])
    assert full.to_do.add([key]).count == 0
    assert full.to_do.board().empty
    assert full.to_do.add([key, CRITIQUE_KEY]).count == 1


def test_the_same_topic_joins_the_open_item(full: Workspace) -> None:
    full.to_do.add([CRITIQUE_KEY])
    full.to_do.add([CRITIQUE_KEY, CommentKey(16), HARSH_KEY])
    (entry,) = full.to_do.board().worth_doing
    assert (entry.mentions.comments, entry.mentions.put_away) == (3, 1)
    assert full.to_do.add([HARSH_KEY]).count == 0
    full.undo()
    assert full.to_do.board().worth_doing[0].mentions.comments == 1
    full.to_do.mark_done(1)
    full.to_do.add([HARSH_KEY])
    assert len(full.to_do.board().worth_doing) == 1


def test_people_are_counted_and_not_comments(desk: Workspace) -> None:
    sights = [*crowd("a", "a", "a", "b"), *crowd("", "", first=10)]
    bring_in(desk._library, [*sights, *crowd(*"cdef", judged=KIND_ONE, first=20)])
    desk.to_do.add([CommentKey(n) for n in range(1, 7)])
    (entry,) = desk.to_do.board().worth_doing
    # a, b and two who are not named; eight people wrote in all
    assert (entry.mentions.people, entry.mentions.comments) == (4, 6)
    assert entry.mentions.commenters == 8
    assert entry.mentions.share == 0.5


def test_own_comments_are_never_behind_an_item(desk: Workspace) -> None:
    own = written_by(0, "me", CRITIQUE)
    own = replace(own, comment=replace(own.comment, is_own=True))
    bring_in(desk._library, [own, *crowd("a", first=1)])
    assert not desk.to_do.may_add([CommentKey(1)])
    assert desk._library.mentioned.commenters(-(2**62)) == 1
    assert desk._library.mentioned.topics(-(2**62))["sound"].people == 1


def test_an_item_from_put_away_comments_leads_to_none_of_them(full: Workspace) -> None:
    full.to_do.add([HARSH_KEY])
    (entry,) = full.to_do.board().worth_doing
    assert (entry.open_to, entry.quote) == (None, "")
    assert entry.mentions.put_away == entry.mentions.comments == 1
    full.to_do.add([CRITIQUE_KEY])
    assert full.to_do.board().worth_doing[0].open_to == CRITIQUE_KEY


# what people mention


def test_topics_are_suggested_by_people(desk: Workspace) -> None:
    title = replace(QUESTION, points=(Point("title"), Point("sound")))
    bring_in(
        desk._library,
        [
            *crowd("a", "b", "c"),
            *crowd("d", judged=HARSH_POINT, first=10),
            *crowd("a", "e", judged=title, first=20),
            *crowd("f", judged=replace(THREAT, points=CRITIQUE.points), first=30),
            *crowd("g", judged=replace(KIND_ONE, points=CRITIQUE.points), first=40),
        ],
    )
    first, second = desk.to_do.board().mentioned
    assert (first.topic, first.mentions.people, first.mentions.comments) == ("sound", 5, 6)
    assert first.mentions.put_away == 1
    assert first.mentions.commenters == 7
    assert (second.topic, second.mentions.people) == ("title", 2)
    assert desk.to_do.add_topic("sound").count == 6
    assert [one.topic for one in desk.to_do.board().mentioned] == ["title"]
    assert desk.to_do.add_topic("nothing").count == 0


def test_one_person_is_an_anecdote(desk: Workspace) -> None:
    bring_in(desk._library, crowd("a", "a"))
    assert desk.to_do.board().mentioned == ()


def test_the_index_follows_the_same_rule_as_the_desk(full: Workspace) -> None:
    """What is asked of the index alone is what `may_become_item` says, whatever was picked."""
    kinds = list(Kind)
    for number in range(0, 120, 3):
        full.inbox.pick_kind(CommentKey(number + 1), kinds[number % len(kinds)])
    found = {key for topic in full._library.mentioned.topics(0).values() for key in topic.keys}
    judged = full._library.states.judged(range(1, 121))
    assert found == {
        one.key
        for one in judged
        if one.assessment.points and may_become_item(effective(one.assessment, one.marks))
    }
    assert len(found) > 5


def test_an_import_taken_back_counts_nowhere(desk: Workspace) -> None:
    bring_in(desk._library, crowd("a", "b", "c"))
    desk.to_do.add([CommentKey(1), CommentKey(2)])
    desk.importing.take_back(1)
    board = desk.to_do.board()
    assert board.mentioned == ()
    assert board.worth_doing[0].mentions.comments == 0
    assert desk.to_do.add([CommentKey(3)]).count == 0
    desk.undo()
    assert desk.to_do.board().worth_doing[0].mentions.comments == 2


def test_items_outlive_their_comments(desk: Workspace) -> None:
    number = bring_in(desk._library, crowd("a", "b"))
    desk.to_do.add([CommentKey(1), CommentKey(2)])
    desk.to_do.save_true_words(CommentKey(1), "It is loud")
    with desk._library.writing():
        desk._library.imports.take_back(number)
    while not desk.tidy():
        pass
    assert len(desk.to_do.board().worth_doing) == 1
    database = desk._library.database
    assert database.number("SELECT count(*) FROM to_do_sources") == 0
    assert database.number("SELECT count(*) FROM true_words") == 0


# the creator's own words


def test_editing_keeps_what_is_not_the_creators(full: Workspace) -> None:
    full.to_do.add([CRITIQUE_KEY])
    changed = replace(
        item(full), title=" Level the sound ", decision=Decision.DO, due=date(2026, 6, 1),
        why="It is true", next_step="Buy a limiter", matters=True, topic="x", place=77,
    )  # fmt: skip
    assert full.to_do.edit(changed).deed is Deed.TO_DO_CHANGED
    kept = item(full)
    assert (kept.title, kept.topic, kept.place) == ("Level the sound", "sound", 1)
    assert (kept.decision, kept.due, kept.matters) == (Decision.DO, date(2026, 6, 1), True)
    assert full.to_do.edit(kept).count == 0
    with pytest.raises(Problem) as found:
        full.to_do.edit(replace(kept, why="x" * (FIELD_MAX + 1)))
    assert found.value.code is ProblemCode.TEXT_TOO_LONG
    full.undo()
    assert item(full).title == ""


def test_what_was_decided_against_is_set_aside(full: Workspace) -> None:
    full.to_do.add([CRITIQUE_KEY])
    full.to_do.edit(replace(item(full), decision=Decision.NO))
    board = full.to_do.board()
    assert (board.worth_doing, board.rest) == ((), ())
    assert [one.item.id for one in board.set_aside] == [1]


def test_what_is_true_is_kept_with_the_comment_and_feeds_the_item(
    full: Workspace, opened: Callable[[], Workspace]
) -> None:
    for words in ("It", "It is", "It is loud"):
        full.to_do.save_true_words(CRITIQUE_KEY, words)
    full.to_do.save_true_words(CommentKey(16), "At 3:20")
    full.to_do.add([CRITIQUE_KEY, CommentKey(16)])
    assert full.to_do.board().worth_doing[0].found_true == ("It is loud", "At 3:20")
    again = opened()
    assert again.to_do.true_words(CRITIQUE_KEY) == "It is loud"
    assert again.to_do.save_true_words(CRITIQUE_KEY, "It is loud ").count == 0
    again.to_do.save_true_words(CRITIQUE_KEY, "")
    assert again.to_do.board().worth_doing[0].found_true == ("At 3:20",)
    with pytest.raises(Problem):
        again.to_do.save_true_words(CommentKey(999), "x")


def test_typing_is_one_step_to_undo(full: Workspace) -> None:
    for words in ("a", "ab", "abc"):
        full.to_do.save_true_words(CRITIQUE_KEY, words)
    full.undo()
    assert full.to_do.true_words(CRITIQUE_KEY) == ""
    full.redo()
    assert full.to_do.true_words(CRITIQUE_KEY) == "abc"


def test_moving_by_hand_and_back(desk: Workspace) -> None:
    topics = ("sound", "title", "thumbnail", "pace", "music")
    judged = [replace(QUESTION, points=(Point(topic),)) for topic in topics]
    bring_in(desk._library, [written_by(n, f"v{n}", one) for n, one in enumerate(judged)])
    for number in range(5):
        desk.to_do.add([CommentKey(number + 1)])
    rest = [topic for topic, _ in desk.to_do.board().rest]
    assert len(rest) == 2
    last = desk.to_do.board().rest[1][1][0].item.id
    before = desk._library.database.rows("SELECT id, place FROM to_do")
    assert desk.to_do.move(last, -1).deed is Deed.TO_DO_MOVED
    assert [topic for topic, _ in desk.to_do.board().rest] == rest[::-1]
    assert desk.to_do.move(last, -1).count == 0
    desk.undo()
    assert desk._library.database.rows("SELECT id, place FROM to_do") == before


# telling that it is done


@pytest.fixture
def asked(desk: Workspace) -> Workspace:
    """Six people asked for the same; one is put away, one wrote twice."""
    bring_in(
        desk._library,
        [
            *crowd("Ann", "Bo", "Cy", "Bo"),
            *crowd("Dee", judged=HARSH_POINT, first=10),
            *crowd("Eli", judged=replace(CRITIQUE, language="sv"), first=20),
            *crowd("Fay", judged=replace(CRITIQUE, language="fi"), first=30),
        ],
    )
    desk.to_do.add([CommentKey(number) for number in range(1, 8)])
    return desk


def test_without_an_outcome_there_is_no_draft(asked: Workspace) -> None:
    assert asked.to_do.telling(1) == Telling()
    asked.to_do.mark_done(1)
    assert asked.to_do.telling(1) == Telling()
    assert asked.to_do.pay_back(CommentKey(1)) is None


def test_one_draft_for_each_person_who_can_be_told(asked: Workspace) -> None:
    asked.to_do.mark_done(1, "The sound is level from now on")
    telling = asked.to_do.telling(1)
    assert sorted(one.name for one in telling.askers) == ["Ann", "Bo", "Cy", "Eli", "Fay"]
    drafts = {one.name: one.draft for one in telling.askers}
    assert drafts["Fay"] is None
    for name, draft in drafts.items():
        if draft is None:
            continue
        assert draft.language == ("sv" if name == "Eli" else "en")
        assert "The sound is level from now on" in draft.text
        assert name not in draft.text
        assert asked.replying.check(draft.text).findings == ()
    openers = [opener(draft.text) for draft in drafts.values() if draft is not None]
    assert len(set(openers)) == len(openers)
    assert telling.not_offered == 1
    assert telling.for_all is not None
    assert not {"Ann", "Bo", "Cy"} & set(telling.for_all.text.split())
    assert asked.replying.check(telling.for_all.text).findings == ()


def test_whoever_was_told_is_not_told_again(asked: Workspace) -> None:
    asked.to_do.mark_done(1, "It is level now")
    (bo,) = [one for one in asked.to_do.telling(1).askers if one.name == "Bo"]
    assert bo.draft is not None
    asked.replying.copied(bo.key, bo.draft.text, bo.draft)
    assert asked.inbox.row(bo.key).answered
    assert "Bo" not in {one.name for one in asked.to_do.telling(1).askers}
    assert asked.to_do.telling(1).told == 1
    assert asked.to_do.pay_back(CommentKey(2)) is None  # the other comment of the same person
    asked.to_do.reopen(1)
    asked.to_do.mark_done(1)
    assert "Bo" not in {one.name for one in asked.to_do.telling(1).askers}
    asked.undo(), asked.undo(), asked.undo()
    assert "Bo" in {one.name for one in asked.to_do.telling(1).askers}


def test_nobody_is_written_to_of_whom_something_is_put_away(asked: Workspace) -> None:
    asked.to_do.mark_done(1, "It is level now")
    asked.inbox.put_away([CommentKey(2)])
    assert "Bo" not in {one.name for one in asked.to_do.telling(1).askers}
    assert asked.to_do.pay_back(CommentKey(4)) is None
    asked.preferences.set("list.put_away", False)
    assert {"Bo", "Dee"}.isdisjoint({one.name for one in asked.to_do.telling(1).askers})


def test_a_draft_can_be_asked_for_beside_the_comment(asked: Workspace) -> None:
    asked.to_do.mark_done(1, "It is level now")
    draft = asked.to_do.pay_back(CommentKey(1))
    assert draft is not None
    assert draft.text.endswith("It is level now.")
    assert asked.to_do.pay_back(CommentKey(5)) is None  # put away
    assert asked.to_do.pay_back(CommentKey(7)) is None  # in a language without texts


def test_telling_everybody_is_noted(asked: Workspace) -> None:
    assert asked.to_do.told_all(1).count == 0
    asked.to_do.mark_done(1, "It is level now")
    assert asked.to_do.told_all(1).deed is Deed.TOLD_ALL
    assert item(asked).all_told_at is not None
    asked.undo()
    assert item(asked).all_told_at is None


def test_many_askers_all_get_a_draft(desk: Workspace) -> None:
    names = [f"person {number}" for number in range(40)]
    bring_in(desk._library, crowd(*names))
    desk.to_do.add([CommentKey(number + 1) for number in range(40)])
    desk.to_do.mark_done(1, "It is level now")
    telling = desk.to_do.telling(1)
    assert len(telling.askers) == 12
    assert all(one.draft is not None for one in telling.askers)
    assert telling.more == 28


# never a word of what is put away


def test_no_word_of_a_put_away_comment_anywhere(desk: Workspace) -> None:
    harsh = replace(HARSH_POINT, points=(Point("sound", "too_loud"),))
    bring_in(
        desk._library,
        [
            written_by(0, CANARY, harsh, f"{CANARY} too loud"),
            written_by(1, f"{CANARY}2", harsh, f"{CANARY} too loud again"),
            written_by(2, "Ann", CRITIQUE),
        ],
    )
    desk.to_do.add_topic("sound")
    desk.to_do.mark_done(1, "It is level now")
    shown = repr((desk.to_do.board(), desk.to_do.telling(1), desk.to_do.pay_back(CommentKey(1))))
    assert "sound" in shown
    assert "Ann" in shown
    assert CANARY not in shown
    assert CANARY not in desk.care.own_things.as_json().decode()
    rows = [desk._library.database.rows(f"SELECT * FROM {t}") for t in TABLES]
    assert CANARY not in repr(rows)


TABLES = ("to_do", "to_do_sources", "to_do_told", "true_words")


# undo, export, erasing


ACTS: dict[Deed, Callable[[Workspace], object]] = {
    Deed.TO_DO_ADDED: lambda d: d.to_do.add([CommentKey(16), CommentKey(2)]),
    Deed.TO_DO_CHANGED: lambda d: d.to_do.edit(replace(item(d), next_step="Ask Sam")),
    Deed.TO_DO_DONE: lambda d: d.to_do.mark_done(1, "It is done"),
    Deed.TO_DO_REOPENED: lambda d: d.to_do.reopen(2),
    Deed.TO_DO_REMOVED: lambda d: d.to_do.remove(2),
    Deed.TRUE_WORDS_SAVED: lambda d: d.to_do.save_true_words(CommentKey(16), "yes"),
    Deed.TOLD_ALL: lambda d: d.to_do.told_all(2),
    Deed.COPIED: lambda d: d.replying.copied(CommentKey(2), "It is done: here"),
}


def content(desk: Workspace) -> dict[str, list[tuple[object, ...]]]:
    return {table: desk._library.database.rows(f"SELECT * FROM {table}") for table in TABLES}


@pytest.mark.parametrize("deed", ACTS)
def test_each_act_is_one_exact_step(full: Workspace, deed: Deed) -> None:
    full.to_do.add([CRITIQUE_KEY])
    full.to_do.add([QUESTION_KEY])
    full.to_do.mark_done(2, "Answered in the new one")
    full.replying.copied(QUESTION_KEY, "It is there now")
    if deed is Deed.COPIED:
        full.undo()
    before = content(full)
    ACTS[deed](full)
    after = content(full)
    assert after != before
    full.undo()
    assert content(full) == before
    full.redo()
    assert content(full) == after


def test_all_of_it_is_in_the_creators_file_and_can_be_erased(full: Workspace) -> None:
    full.to_do.add([CRITIQUE_KEY])
    full.to_do.save_true_words(CRITIQUE_KEY, "It is loud")
    full.to_do.mark_done(1, "Level now")
    full.replying.copied(CRITIQUE_KEY, "Level now")
    found = json.loads(full.care.own_things.as_json())
    assert found["to_do"][0]["outcome"] == "Level now"
    assert found["what_is_true"] == [{"comment": CRITIQUE_KEY, "words": "It is loud"}]
    before = content(full)
    assert all(before.values())
    full.care.own_things.erase()
    assert not any(content(full).values())
    full.undo()
    assert content(full) == before


# the filter "Not answered"


WAITING = {Kind.QUESTION, Kind.CRITIQUE, Kind.REQUEST}


@pytest.mark.parametrize("sort", Sort)
def test_not_answered_holds_what_has_a_point_and_no_answer(full: Workspace, sort: Sort) -> None:
    query = InboxQuery(pill=Pill.NOT_ANSWERED, sort=sort)
    rows = full.inbox.page(query, 0, 500)
    assert {row.kind for row in rows} == WAITING
    assert full.inbox.count(query) == len(rows) == 30
    everything = full.inbox.page(InboxQuery(sort=sort), 0, 500)
    assert [row.key for row in rows] == [r.key for r in everything if r.kind in WAITING]
    place = full.inbox.position(query, rows[7].key)
    assert place == 7


def test_not_answered_shrinks_with_answers_and_grows_with_undo(full: Workspace) -> None:
    query = InboxQuery(pill=Pill.NOT_ANSWERED)
    full.replying.copied(CRITIQUE_KEY, "Thanks")
    full.inbox.mark_done([QUESTION_KEY])
    full.inbox.let_rest(CommentKey(16))
    full.inbox.put_away([CommentKey(14)])
    full.inbox.pick_kind(CommentKey(28), Kind.PRAISE)
    full.inbox.pick_kind(KIND_KEY, Kind.DISAPPOINTMENT)
    assert full.inbox.count(query) == 26
    for _ in range(6):
        full.undo()
    assert full.inbox.count(query) == 30


def test_not_answered_never_holds_what_is_put_away_or_taken_back(full: Workspace) -> None:
    query = InboxQuery(pill=Pill.NOT_ANSWERED)
    assert not any(row.put_away for row in full.inbox.page(query, 0, 500))
    assert full.inbox.count(replace(query, pile=Pile.AWAY)) == 0
    bring_in(full._library, [sighting(number) for number in range(200, 212)])
    full._session.publish(replace(full.inbox.mark_read([CommentKey(121)]), undo=None))
    assert full.inbox.count(query) == 33
    full.importing.take_back(2)
    assert full.inbox.count(query) == 30
    full.preferences.set("list.put_away", False)
    assert full.inbox.count(query) == 40  # harsh criticism is shown now


def test_not_answered_finds_words_too(full: Workspace) -> None:
    query = InboxQuery(pill=Pill.NOT_ANSWERED, search="sound")
    assert full.inbox.count(query) == 30


def test_waiting_is_walked_in_an_index(full: Workspace) -> None:
    """Nothing is sorted and no other comment is looked at."""
    listing, database = full._library.listing, full._library.database
    for sort in Sort:
        wanted = full.inbox._filter(InboxQuery(pill=Pill.NOT_ANSWERED, sort=sort))
        assert wanted is not None
        sql, values = listing._walk(wanted, None)
        plan = repr(
            database.rows(
                f"EXPLAIN QUERY PLAN {sql} ORDER BY {wanted.order.clause} LIMIT 9", values
            )
        )
        assert "states_waiting" in plan, plan
        assert "TEMP B-TREE" not in plan, plan


def test_the_mix_is_what_these_tests_take_it_for() -> None:
    assert MIX[CRITIQUE_KEY - 1] is CRITIQUE
    assert MIX[HARSH_KEY - 1] is HARSH_POINT
    assert MIX[THREAT_KEY - 1] is THREAT
