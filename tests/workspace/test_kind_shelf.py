"""The kind shelf: copies that outlive their import, never a put-away word, undo of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.change import Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.problems import Problem, ProblemCode
from tests.storage.builders import KIND_ONE, bring_in, sighting

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace

KIND, ABUSE, THREAT = CommentKey(1), CommentKey(3), CommentKey(10)


def texts(desk: Workspace) -> list[str]:
    return [one.text for one in desk.care.kind_shelf.all()]


def test_keeping_makes_a_copy_and_undo_takes_both_back(full: Workspace) -> None:
    full.inbox.keep([KIND])
    kept = full.care.kind_shelf.all()
    assert [(one.comment, one.text) for one in kept] == [(KIND, full.inbox.view(KIND).text)]
    assert full.inbox.row(KIND).kept
    full.undo()
    assert texts(full) == []
    assert not full.inbox.row(KIND).kept
    full.redo()
    assert full.care.kind_shelf.all() == kept


@pytest.mark.parametrize("key", [ABUSE, THREAT])
@pytest.mark.parametrize("keep_away", [True, False])
def test_put_away_words_are_never_kept(
    full: Workspace, key: CommentKey, *, keep_away: bool
) -> None:
    full.preferences.set("list.put_away", keep_away)
    assert full.inbox.keep([key]).count == 0
    assert full.inbox.keep([KIND, key]).count == 1
    assert [one.comment for one in full.care.kind_shelf.all()] == [KIND]


def test_what_is_put_away_later_leaves_the_shelf_until_it_is_brought_back(full: Workspace) -> None:
    full.inbox.keep([KIND])
    full.inbox.put_away([KIND])
    assert texts(full) == []
    full.inbox.bring_back([KIND])
    assert len(texts(full)) == 1


def test_a_copy_outlives_its_import(desk: Workspace) -> None:
    number = bring_in(desk._library, [sighting(0, KIND_ONE, "You saved my gig")])
    desk.inbox.keep([CommentKey(1)])
    with desk._library.writing():
        desk._library.imports.take_back(number)
    while not desk.tidy():
        pass
    assert texts(desk) == ["You saved my gig"]
    (kept,) = desk.care.kind_shelf.all()
    desk.care.kind_shelf.remove(kept.id)
    assert texts(desk) == []
    desk.undo()
    assert texts(desk) == ["You saved my gig"]


def test_own_tag_and_why(full: Workspace, opened: Callable[[], Workspace]) -> None:
    full.inbox.keep([KIND])
    (kept,) = full.care.kind_shelf.all()
    full.care.kind_shelf.describe(kept.id, " launch ", "because it was a hard week")
    again = opened()
    assert again.care.kind_shelf.tags() == ("launch",)
    assert again.care.kind_shelf.all("LAUNCH")[0].why == "because it was a hard week"
    with pytest.raises(Problem) as found:
        again.care.kind_shelf.describe(kept.id, "x" * 100, "")
    assert found.value.code is ProblemCode.TEXT_TOO_LONG


def test_unkeeping_and_removing_agree(full: Workspace) -> None:
    full.inbox.keep([KIND])
    full.inbox.unkeep([KIND])
    assert texts(full) == []
    full.undo()
    (kept,) = full.care.kind_shelf.all()
    assert full.care.kind_shelf.remove(kept.id).deed is Deed.KIND_REMOVED
    assert not full.inbox.row(KIND).kept
    full.undo()
    assert full.inbox.row(KIND).kept


def test_words_of_ones_own_can_be_written_down(desk: Workspace) -> None:
    desk.care.kind_shelf.write_down("A letter: thank you", "Åsa")
    assert [(one.text, one.author) for one in desk.care.kind_shelf.all()] == [
        ("A letter: thank you", "Åsa")
    ]
    with pytest.raises(Problem):
        desk.care.kind_shelf.write_down("  ")


def test_suggestions_are_specific_and_at_most_three(desk: Workspace) -> None:
    words = ["nice", "This helped me", "You saved my gig", "tack vare dig", "it taught me a lot"]
    words += ["Because of you I play again", "This helped me?"]
    bring_in(desk._library, [sighting(n, KIND_ONE, text) for n, text in enumerate(words)])
    shelf = desk.care.kind_shelf
    first = shelf.suggestions()
    assert len(first) == 3
    assert not {row.text for row in first} & {"nice", "This helped me?"}
    shelf.not_now([row.key for row in first])
    assert len(shelf.suggestions()) == 2
    desk.inbox.keep([shelf.suggestions()[0].key])
    assert len(shelf.suggestions()) == 1


def test_kind_and_unanswered_is_a_short_list_of_kind_ones(full: Workspace) -> None:
    rows = full.care.kind_shelf.unanswered()
    assert len(rows) == 5
    assert all(not row.put_away and not row.answered for row in rows)
    full.replying.copied(rows[0].key, "Thank you")
    assert rows[0].key not in {row.key for row in full.care.kind_shelf.unanswered()}


def test_every_turn_is_new_over_restarts(full: Workspace, opened: Callable[[], Workspace]) -> None:
    assert [full.care.kind_shelf.next_turn() for _ in range(2)] == [0, 1]
    assert opened().care.kind_shelf.next_turn() == 2
