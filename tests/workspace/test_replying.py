"""Advice and drafts for one comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.change import Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.inbox import InboxQuery, Pile
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Audience, Chip, Strategy
from creator_calm.language.pack import LANGUAGES
from creator_calm.replies.bank import load_bank
from creator_calm.replies.tone_rules import load_tone
from creator_calm.storage.drafts import Drafts
from tests.storage.builders import CRITIQUE, MIX, THREAT

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.inbox import Draft
    from creator_calm.workspace import Workspace

CRITIC = CommentKey(MIX.index(CRITIQUE) + 1)


def _code(act: Callable[[], object]) -> ProblemCode:
    with pytest.raises(Problem) as caught:
        act()
    return caught.value.code


def test_advice_follows_the_kind_the_creator_picked(full: Workspace) -> None:
    assert full.replying.plan(CRITIC).strategy is Strategy.ACKNOWLEDGE_AND_ACT
    full.inbox.pick_kind(CRITIC, Kind.PRAISE)
    assert full.replying.plan(CRITIC).strategy is Strategy.THANKS


def test_no_public_words_to_a_threat(full: Workspace) -> None:
    plan = full.replying.plan(CommentKey(MIX.index(THREAT) + 1))
    assert plan.strategy is Strategy.SAFETY
    assert plan.suggestions == ()
    assert not plan.public_allowed


def test_every_sort_has_a_plan_without_the_words_of_a_put_away_one(full: Workspace) -> None:
    for row in (*full.inbox.page(InboxQuery(), 0, 50), *full.inbox.page(InboxQuery(Pile.AWAY), 0)):
        plan = full.replying.plan(row.key)
        if row.put_away:
            assert not any("text of comment" in one.text for one in plan.suggestions)


def test_a_draft_with_its_facts_survives_a_restart(
    full: Workspace, opened: Callable[[], Workspace]
) -> None:
    facts = {Chip.WILL_CHANGE: "", Chip.WHEN: "på fredag"}
    assert full.replying.save_draft(CRITIC, "Tack!\r\nJag höjer", facts).deed is Deed.DRAFT_SAVED
    draft = opened().replying.draft(CRITIC)
    assert draft is not None
    assert draft.text == "Tack!\nJag höjer"
    assert draft.facts == {"will_change": "", "when": "på fredag"}


def test_a_draft_is_on_the_disk_before_the_answer(
    full: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    pragma = full._library.database.connection.pragma
    seen: list[int] = []
    put = Drafts.put

    def watched(self: Drafts, key: CommentKey, draft: Draft | None) -> None:
        seen.append(pragma("synchronous"))
        put(self, key, draft)

    monkeypatch.setattr(Drafts, "put", watched)
    full.replying.save_draft(CRITIC, "x", {})
    assert seen == [2]
    assert pragma("synchronous") == 1


def test_an_emptied_draft_goes(full: Workspace) -> None:
    full.replying.save_draft(CRITIC, "x", {})
    full.inbox.mark_read([CRITIC])
    assert full.replying.save_draft(CRITIC, " ", {}).deed is Deed.DRAFT_CLEARED
    assert full.replying.draft(CRITIC) is None
    full.undo()
    draft = full.replying.draft(CRITIC)
    assert draft is not None
    assert draft.text == "x"


def test_copied_counts_as_answered_and_keeps_the_words(full: Workspace) -> None:
    full.replying.save_draft(CRITIC, "old", {Chip.WILL_CHANGE: ""})
    assert full.replying.copied(CRITIC, "Thank you for that.").deed is Deed.COPIED
    assert full.inbox.row(CRITIC).answered
    draft = full.replying.draft(CRITIC)
    assert draft is not None
    assert (draft.text, draft.facts) == ("Thank you for that.", {"will_change": ""})
    full.undo()
    draft = full.replying.draft(CRITIC)
    assert draft is not None
    assert draft.text == "old"
    assert not full.inbox.row(CRITIC).answered


def test_limits(full: Workspace) -> None:
    assert _code(lambda: full.replying.save_draft(CRITIC, "x" * 20_001, {})) is (
        ProblemCode.TEXT_TOO_LONG
    )
    gone = CommentKey(9999)
    for act in (
        lambda: full.replying.plan(gone),
        lambda: full.replying.check("x", gone),
        lambda: full.replying.save_draft(gone, "x", {}),
        lambda: full.replying.copied(gone, "x"),
    ):
        assert _code(act) is ProblemCode.COMMENT_GONE
    full.importing.take_back(1)
    assert _code(lambda: full.replying.plan(CRITIC)) is ProblemCode.COMMENT_GONE


def test_a_draft_is_looked_at_in_its_own_language(full: Workspace) -> None:
    english = full.replying.check("Whatever, you clearly didn't watch the video.", CRITIC)
    swedish = full.replying.check("Skyll dig själv, du har ju inte ens sett videon.", CRITIC)
    calm = full.replying.check("Thank you, I will look at it.", None)
    assert english.findings
    assert swedish.findings
    assert calm.findings == ()


def test_a_draft_is_looked_at_with_what_the_creator_said(full: Workspace) -> None:
    def rules(draft: str, audience: Audience = Audience.PUBLIC) -> list[str]:
        return [one.rule for one in full.replying.check(draft, CRITIC, audience).findings]

    draft = "You missed the point about the sound. Ask Berit at the Lake House."
    assert rules(draft) == ["you_are_at_fault"]
    full.preferences.set("reply.private_words", "lake house\n Berit ")
    assert rules(draft) == ["you_are_at_fault", "private_data", "private_data"]
    assert rules(draft, Audience.PRIVATE) == ["you_are_at_fault"]
    full.preferences.interface_language = "sv"
    assert "otydlig" in full.replying.check(draft, CRITIC).findings[0].message


def test_what_is_looked_for_can_be_turned_off_for_good_and_on_again(full: Workspace) -> None:
    draft = "You missed the point about the sound."
    change = full.replying.turn_off("you_are_at_fault")
    assert full.replying.check(draft, CRITIC).findings == ()
    assert change.undo is not None
    full.undo()
    assert full.replying.check(draft, CRITIC).findings != ()
    full.replying.turn_off("you_are_at_fault")
    full.preferences.set("draft.you_are_at_fault", True)
    assert full.replying.check(draft, CRITIC).findings != ()
    assert _code(lambda: full.replying.turn_off("nothing")) is ProblemCode.SETTING_UNKNOWN


@pytest.mark.parametrize("facts", [{}, {Chip.NOT_SURE_YET: "", Chip.WHEN: "on Friday"}])
def test_what_is_suggested_is_never_marked_in_the_editor(
    full: Workspace, facts: dict[Chip, str]
) -> None:
    looked_at = 0
    for row in full.inbox.page(InboxQuery(), 0, 50):
        for one in full.replying.plan(row.key, facts).suggestions:
            looked_at += 1
            report = full.replying.check(one.text, row.key, one.audience)
            assert not report.findings, (one.text, report.findings)
    assert looked_at >= 40


def test_what_replies_need_is_read_before_the_first_one(full: Workspace) -> None:
    for read in (load_tone, load_bank):
        read.cache_clear()
    steps = 1
    while not full.replying.get_ready():
        steps += 1
    assert load_tone.cache_info().currsize == load_bank.cache_info().currsize == len(LANGUAGES)
    assert steps == 2 * len(LANGUAGES) + 1
    assert full.replying.get_ready()
