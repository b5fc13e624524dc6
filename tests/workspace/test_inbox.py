"""Lists, the mask, search, counts and the first page."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creator_calm.domain.assessment import Kind, Lane
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.comment import CommentKey, Platform
from creator_calm.domain.inbox import InboxQuery, Pile, Pill, Sort
from creator_calm.domain.problems import Problem, ProblemCode
from tests.storage.builders import (
    ABUSE,
    KIND_ONE,
    MIX,
    START,
    THREAT,
    UNJUDGED,
    bring_in,
    sighting,
)

if TYPE_CHECKING:
    from creator_calm.domain.intake import Sighting
    from creator_calm.workspace import Workspace

HARSH_KINDS = {Kind.ABUSE, Kind.HARSH_CRITIQUE, Kind.THREAT}
AWAY_LANES = {Lane.SAFETY, Lane.USEFUL_BUT_HARSH, Lane.NOTHING_IN_IT, Lane.CANNOT_JUDGE}


def _keys(desk: Workspace, query: InboxQuery) -> list[int]:
    return [row.key for row in desk.inbox.page(query, 0, 1000)]


def _key_of(number: int) -> CommentKey:
    return CommentKey(number + 1)


def _first_with(judged: object) -> CommentKey:
    return _key_of(MIX.index(judged))


@pytest.mark.parametrize("pile", Pile)
@pytest.mark.parametrize("keep", [True, False])
def test_count_pages_and_positions_agree(full: Workspace, pile: Pile, keep: bool) -> None:
    full.preferences.set("list.put_away", keep)
    full.inbox.mark_done(CommentKey(key) for key in range(1, 121, 4))
    for pill, sort, platform in itertools.product(Pill, Sort, (None, Platform.YOUTUBE)):
        query = InboxQuery(pile, pill, sort, platform=platform)
        whole = _keys(full, query)
        assert full.inbox.count(query) == len(whole) == len(set(whole)), query
        by_seven = [row.key for at in range(0, 140, 7) for row in full.inbox.page(query, at, 7)]
        assert by_seven == whole, query
        jumps = [row.key for at in (14, 63, 7, 98) for row in full.inbox.page(query, at, 7)]
        assert jumps == [key for at in (14, 63, 7, 98) for key in whole[at : at + 7]], query
        found = [full.inbox.position(query, CommentKey(key)) for key in whole[::9]]
        assert found == list(range(0, len(whole), 9)), query


def test_the_orders_are_what_they_say(full: Workspace) -> None:
    facts = {
        row[0]: row[1:] for row in full._library.database.rows("SELECT key, at, likes FROM states")
    }
    newest = [facts[key][0] for key in _keys(full, InboxQuery(sort=Sort.NEWEST))]
    assert newest == sorted(newest, reverse=True)
    assert (
        _keys(full, InboxQuery(sort=Sort.OLDEST)) == _keys(full, InboxQuery(sort=Sort.NEWEST))[::-1]
    )
    likes = [facts[key][1] for key in _keys(full, InboxQuery(sort=Sort.MOST_LIKED))]
    assert likes == sorted(likes, reverse=True)
    assert _keys(full, InboxQuery(platform=Platform.STEAM)) == []


def test_the_order_of_kind_and_useful_first(full: Workspace) -> None:
    rows = full.inbox.page(InboxQuery(), 0, 1000)
    lanes = [lane for lane, _ in itertools.groupby(row.lane for row in rows)]
    assert lanes == [
        Lane.DISTRESS,
        Lane.NEEDS_YOU,
        Lane.KIND,
        Lane.CAN_WAIT,
        Lane.CANNOT_JUDGE,
    ]
    states = full._library.database.rows("SELECT key, at FROM states")
    times = dict(states)
    for _, group in itertools.groupby(rows, key=lambda row: row.lane):
        stamps = [times[row.key] for row in group]
        assert stamps == sorted(stamps, reverse=True)


def test_pills(full: Workspace) -> None:
    found = {
        pill: {row.kind for row in full.inbox.page(InboxQuery(pill=pill), 0, 1000)} for pill in Pill
    }
    assert found[Pill.USEFUL] == {Kind.CRITIQUE}
    assert found[Pill.QUESTIONS] == {Kind.QUESTION, Kind.REQUEST}
    assert found[Pill.KIND] == {Kind.PRAISE}
    assert found[Pill.NOT_SURE] == {Kind.SARCASM, Kind.UNCLEAR}
    for pill in (Pill.USEFUL, Pill.QUESTIONS, Pill.KIND, Pill.NOT_SURE):
        assert full.inbox.count(InboxQuery(Pile.AWAY, pill)) == 0


def test_pills_in_the_archive_leave_out_what_is_put_away(full: Workspace) -> None:
    full.inbox.mark_done(CommentKey(key) for key in range(1, 121))
    whole = full.inbox.page(InboxQuery(Pile.ARCHIVE), 0, 1000)
    assert any(row.put_away for row in whole)
    useful = full.inbox.page(InboxQuery(Pile.ARCHIVE, Pill.USEFUL), 0, 1000)
    assert {row.kind for row in useful} == {Kind.CRITIQUE}


@pytest.mark.parametrize("pile", Pile)
def test_a_put_away_row_has_no_words_and_no_author(full: Workspace, pile: Pile) -> None:
    full.inbox.mark_done(CommentKey(key) for key in range(1, 60))
    rows = full.inbox.page(InboxQuery(pile), 0, 1000)
    away = [row for row in rows if row.put_away]
    assert len(away) > 0 or pile is Pile.SHOWN
    for row in away:
        assert row.text is None
        assert row.author is None
        assert not row.cut
        assert row.lane in AWAY_LANES
        view = full.inbox.view(row.key)
        assert (view.text, view.author, view.link, view.post_title) == ("", None, None, None)
        assert full.inbox.row(row.key) == row
    for row in rows:
        if not row.put_away:
            assert row.text == full.inbox.view(row.key).text


def test_the_put_away_list_is_in_order_of_time_only(full: Workspace) -> None:
    by_default = _keys(full, InboxQuery(Pile.AWAY))
    assert by_default == _keys(full, InboxQuery(Pile.AWAY, sort=Sort.NEWEST))


def test_shown_among_the_others_but_never_unjudged(full: Workspace) -> None:
    full.preferences.set("list.put_away", False)
    rows = full.inbox.page(InboxQuery(), 0, 1000)
    assert {row.kind for row in rows} >= {Kind.ABUSE, Kind.THREAT, Kind.SPAM}
    assert not any(row.put_away for row in rows)
    assert all(row.text for row in rows)
    left = full.inbox.page(InboxQuery(Pile.AWAY), 0, 1000)
    assert len(left) == 10
    assert all(row.put_away and row.text is None for row in left)
    full.undo()
    assert not any(row.kind is Kind.ABUSE for row in full.inbox.page(InboxQuery(), 0, 1000))


def test_reveal_hands_out_one_counts_and_leaves_the_list_masked(full: Workspace) -> None:
    changes: list[Change] = []
    full.subscribe(changes.append)
    key = _first_with(ABUSE)
    view = full.inbox.reveal(key)
    assert view.revealed
    assert view.text == "text of comment 2 about the sound"
    assert view.author == "Viewer 2"
    assert view.row.put_away
    assert view.row.text is None
    assert full.inbox.view(key).text == ""
    assert full.care.breaks.state.reveals == 1
    assert changes == [Change(Area.BREAKS, 1, Deed.REVEALED)]
    assert full.undoable() is None


def test_revealing_what_is_shown_counts_nothing(full: Workspace) -> None:
    assert not full.inbox.reveal(_first_with(KIND_ONE)).revealed
    assert full.care.breaks.state.reveals == 0


def test_counts(full: Workspace) -> None:
    counts = full.inbox.counts()
    assert counts.total == 120
    assert counts.to_read == 70
    assert counts.some_away
    assert counts.safety
    assert counts.distress
    full.inbox.mark_read([CommentKey(key) for key in range(1, 13)])
    assert full.inbox.counts().to_read == 63


def test_an_empty_desk(desk: Workspace) -> None:
    counts = desk.inbox.counts()
    assert (counts.total, counts.to_read, counts.some_away, counts.safety) == (0, 0, False, False)
    today = desk.inbox.today()
    assert today.empty
    assert today.perspective is None
    assert desk.inbox.page(InboxQuery(), 0) == ()
    assert desk.inbox.count(InboxQuery()) == 0
    assert desk.inbox.digest().put_away == 0


def test_today(full: Workspace) -> None:
    today = full.inbox.today()
    assert len(today.needs_you) == 5
    assert today.needs_you_count == 20
    assert {row.lane for row in today.needs_you} == {Lane.NEEDS_YOU}
    assert [row.lane for row in today.kind] == [Lane.KIND] * 3
    assert {row.kind for row in today.distress} == {Kind.DISTRESS}
    assert today.safety
    assert not today.empty


def test_safety_is_named_until_it_is_archived(full: Workspace) -> None:
    rows = full.inbox.safety()
    assert {row.kind for row in rows} == {Kind.THREAT}
    assert all(row.put_away and row.text is None for row in rows)
    for row in rows:
        full.inbox.mark_done([row.key])
    assert full.inbox.safety() == ()
    assert not full.inbox.counts().safety


def test_safety_is_left_out_of_bulk_acts_and_counted_so(full: Workspace) -> None:
    change = full.inbox.mark_done([CommentKey(key) for key in range(1, 13)])
    assert change.count == 11
    assert not full.inbox.row(_first_with(THREAT)).done


def test_perspective_counts_people_not_promotion_not_own(full: Workspace) -> None:
    bring_in(full._library, [_own(500)])
    found = full.inbox.perspective()
    assert found.comments == 120
    assert found.harsh == 30
    assert found.kind == 10
    people = {
        (number % 2, number % 9) for number in range(120) if MIX[number % 12].kind in HARSH_KINDS
    }
    assert found.harsh_people == len(people)
    assert 0 < found.harsh_repeat_people <= found.harsh_people


def _own(number: int) -> Sighting:
    one = sighting(number, ABUSE)
    return replace(one, comment=replace(one.comment, is_own=True))


def test_own_comments_are_never_put_away(desk: Workspace) -> None:
    bring_in(desk._library, [_own(1)])
    (row,) = desk.inbox.page(InboxQuery(pill=Pill.YOURS), 0)
    assert row.is_own
    assert not row.put_away
    assert row.text


def test_own_comments_are_a_list_apart_and_in_no_number(desk: Workspace) -> None:
    bring_in(desk._library, [_own(1), _own(2), sighting(3, KIND_ONE)])
    for pill in Pill:
        rows = desk.inbox.page(InboxQuery(pill=pill), 0)
        assert {row.is_own for row in rows} <= {pill is Pill.YOURS}
        assert desk.inbox.count(InboxQuery(pill=pill)) == len(rows)
    assert desk.inbox.search(InboxQuery(search="text")).shown <= 1
    counts = desk.inbox.counts()
    assert (counts.own, counts.to_read) == (True, 1)
    assert desk.inbox.perspective().comments == 1


def test_an_abusive_name_is_kept_back_with_a_shown_text(desk: Workspace) -> None:
    bring_in(desk._library, [sighting(1, replace(KIND_ONE, author_put_away=True))])
    (row,) = desk.inbox.page(InboxQuery(), 0)
    assert row.author is None
    assert row.text
    assert desk.inbox.view(row.key).author is None


def test_long_text_is_cut_in_rows_only(desk: Workspace) -> None:
    bring_in(desk._library, [sighting(1, KIND_ONE, "å" * 301), sighting(2, KIND_ONE, "å" * 300)])
    rows = {len(desk.inbox.view(row.key).text): row for row in desk.inbox.page(InboxQuery(), 0)}
    assert rows[301].cut
    assert not rows[300].cut
    assert all(row.text == "å" * 300 for row in rows.values())


def test_comments_without_a_time_stand_in_the_order_of_the_source(desk: Workspace) -> None:
    brought = [
        replace(
            sighting(number, KIND_ONE), comment=replace(sighting(number).comment, written_at=None)
        )
        for number in range(3)
    ]
    bring_in(desk._library, brought, now=START)
    assert _keys(desk, InboxQuery(sort=Sort.NEWEST)) == [1, 2, 3]


def test_gone(full: Workspace) -> None:
    for ask in (full.inbox.row, full.inbox.view, full.inbox.reveal):
        with pytest.raises(Problem) as caught:
            ask(CommentKey(9999))
        assert caught.value.code is ProblemCode.COMMENT_GONE
    assert full.inbox.position(InboxQuery(), CommentKey(9999)) is None
    assert full.inbox.mark_done([CommentKey(9999)]).count == 0


# Search


def test_search_finds_shown_ones_and_only_counts_the_others(full: Workspace) -> None:
    query = InboxQuery(search="sound")
    found = full.inbox.search(query)
    assert (found.shown, found.away, found.capped) == (70, 50, False)
    rows = full.inbox.page(query, 0, 1000)
    assert len(rows) == full.inbox.count(query) == 70
    assert not any(row.put_away for row in rows)
    assert [row.key for row in rows] == sorted((row.key for row in rows), reverse=True)
    assert full.inbox.page(InboxQuery(Pile.AWAY, search="sound"), 0) == ()
    assert full.inbox.position(query, rows[30].key) == 30


def test_search_by_beginning_by_name_and_with_several_words(full: Workspace) -> None:
    assert full.inbox.search(InboxQuery(search="soun")).shown == 70
    assert full.inbox.search(InboxQuery(search="viewer SOUND")).shown == 70
    assert full.inbox.search(InboxQuery(search="sound nowhere")).shown == 0
    assert full.inbox.search(InboxQuery(search="sound", platform=Platform.YOUTUBE)).shown == 40
    assert full.inbox.search(InboxQuery(pill=Pill.KIND, search="sound")).shown == 10


def test_search_without_a_word_finds_nothing(full: Workspace) -> None:
    for typed in ("...", "😀", '"', "* ^", "\0"):
        assert full.inbox.search(InboxQuery(search=typed)).shown == 0
        assert full.inbox.page(InboxQuery(search=typed), 0) == ()
    assert full.inbox.count(InboxQuery(search="   ")) == 70


def test_archived_put_away_hits_are_only_counted(full: Workspace) -> None:
    key = _first_with(ABUSE)
    full.inbox.mark_done([key])
    query = InboxQuery(Pile.ARCHIVE, search="sound")
    assert full.inbox.search(query).away == 50
    assert full.inbox.page(query, 0) == ()


def test_swedish_letters_fold(desk: Workspace) -> None:
    bring_in(desk._library, [sighting(1, KIND_ONE, "Jättebra ljudnivå här")])
    for typed in ("jattebra", "JÄTTEBRA", "ljud", "här"):
        assert desk.inbox.search(InboxQuery(search=typed)).shown == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(typed=st.text(max_size=40) | st.text('"*^:(){}-+~\\\0 ANDORNEAR', max_size=20))
def test_any_search_is_fine(full: Workspace, typed: str) -> None:
    query = InboxQuery(search=typed)
    found = full.inbox.search(query)
    assert 0 <= found.shown <= 70
    assert len(full.inbox.page(query, 0, 100)) == full.inbox.count(query)


def test_counts_of_a_search_end_at_a_thousand(desk: Workspace) -> None:
    bring_in(desk._library, [sighting(number, KIND_ONE) for number in range(1100)])
    query = InboxQuery(search="sound")
    found = desk.inbox.search(query)
    assert (found.shown, found.capped) == (1000, True)
    assert desk.inbox.count(query) == 1000
    assert len(desk.inbox.page(query, 950, 100)) == 50


def test_digest_adds_up(full: Workspace) -> None:
    digest = full.inbox.digest()
    assert digest.put_away == 50
    assert digest.not_judged == 10
    assert sum(count for _, count in digest.safety) == 10
    assert sum(line.comments for line in digest.lines) == 10
    assert digest.nothing_to_act_on == 20


def test_unjudged_is_never_shown_whatever_is_set(full: Workspace) -> None:
    key = _first_with(UNJUDGED)
    full.preferences.set("list.put_away", False)
    assert full.inbox.row(key).put_away
    assert full.inbox.view(key).text == ""
    assert full.inbox.reveal(key).text  # one deliberate act shows it


def test_pages_far_down(desk: Workspace) -> None:
    bring_in(desk._library, [sighting(number, KIND_ONE) for number in range(3500)])
    query = InboxQuery(sort=Sort.OLDEST)
    whole = [row.key for row in desk.inbox.page(query, 0, 4000)]
    assert [row.key for row in desk.inbox.page(query, 3333, 100)] == whole[3333:3433]
    assert [row.key for row in desk.inbox.page(query, 2000, 10)] == whole[2000:2010]
    assert desk.inbox.page(query, 5000, 10) == ()
    assert desk.inbox.page(query, -5, 10) == ()
