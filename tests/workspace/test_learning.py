"""Learning in the library: with the copy and undone with it, seen as a whole, forgotten at a word."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind, Lane, Severity
from creator_calm.domain.change import Area, Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.learned import OWN_PHRASES_MOST, OwnPhrase, PhraseMemory
from tests.storage.builders import CRITIQUE, HARSH_POINT
from tests.workspace.test_rounds import bring, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.reply import Suggestion
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

MINE = "So good that you say it out loud."


def critics(
    desk: Workspace, clock: StoppedClock, count: int, judged: Assessment = CRITIQUE
) -> list[CommentKey]:
    """Bring in comments by different people under different posts."""
    first = desk._library.comments.next_key()
    made = [
        said(clock, first * 100 + n, f"viewer{n}", None, "the sound is too loud")
        for n in range(count)
    ]
    return [CommentKey(one.key) for one in bring(desk, made, judged)]


def start(desk: Workspace, key: CommentKey) -> Suggestion:
    """Return a suggestion with a thank-you in front, to be replaced."""
    for number in range(40):
        for one in desk.replying.plan(key, None, number).suggestions:
            if one.moves[0] == "thank" and len(one.parts) > 1:
                return one
    raise AssertionError("no suggestion with thanks")


def edit(desk: Workspace, key: CommentKey, words: str = MINE) -> Suggestion:
    """Copy a suggestion with its first part replaced by own words."""
    shown = start(desk, key)
    desk.replying.copied(key, shown.text.replace(shown.parts[0], words), shown)
    return shown


def test_what_was_kept_and_removed_is_counted_and_undone_with_the_copy(
    desk: Workspace, clock: StoppedClock
) -> None:
    (key,) = critics(desk, clock, 1)
    shown = edit(desk, key)
    memories = desk._library.voice.memories()
    assert memories[f"en:{shown.phrases[0]}"] == PhraseMemory(removed=1, in_a_row=1)
    assert memories[f"en:{shown.phrases[1]}"] == PhraseMemory(kept=1)
    assert desk.undoable() == (Deed.COPIED, 1)
    desk.undo()
    assert desk._library.voice.memories() == {}
    desk.redo()
    assert desk._library.voice.memories() == memories


def test_the_same_reply_copied_again_teaches_nothing_twice(
    desk: Workspace, clock: StoppedClock
) -> None:
    (key,) = critics(desk, clock, 1)
    shown = start(desk, key)
    desk.replying.copied(key, shown.text, shown)
    before = desk._library.voice.memories()
    desk.replying.copied(key, shown.text, shown)
    assert desk._library.voice.memories() == before


def test_a_retired_phrase_is_suggested_no_more_until_it_is_wanted_back(
    desk: Workspace, clock: StoppedClock
) -> None:
    (key,) = critics(desk, clock, 1)
    first = desk.replying.plan(key).suggestions[0]
    name = f"en:{first.phrases[0]}"
    with desk._library.writing():
        desk._library.voice.put_memory(name, PhraseMemory(0, 2, 2, retired=True))
    desk.replying._surroundings._learned = None
    assert first.phrases[0] not in desk.replying.plan(key).suggestions[0].phrases
    assert desk.learning.forget_phrase(name).deed is Deed.PHRASE_WANTED_BACK
    assert desk.replying.plan(key).suggestions[0] == first
    desk.undo()
    assert first.phrases[0] not in desk.replying.plan(key).suggestions[0].phrases


def test_nothing_is_learned_from_safety_care_or_what_is_put_away(
    desk: Workspace, clock: StoppedClock
) -> None:
    shown = start(desk, critics(desk, clock, 1)[0])
    for judged in (
        HARSH_POINT,
        replace(CRITIQUE, kind=Kind.DISTRESS, lane=Lane.DISTRESS),
        replace(CRITIQUE, kind=Kind.THREAT, lane=Lane.SAFETY, severity=Severity.SAFETY),
        replace(CRITIQUE, kind=Kind.HATE),
    ):
        for key in critics(desk, clock, 2, judged):
            desk.replying.copied(key, f"{MINE} {shown.parts[1]}", shown)
            assert desk.learning.offer(key) is None
    assert desk._library.voice.memories() == {}
    assert desk.learning._used() == []


def test_it_can_be_turned_off(desk: Workspace, clock: StoppedClock) -> None:
    desk.preferences.set("reply.learn", False)
    first, second = critics(desk, clock, 2)
    edit(desk, first)
    edit(desk, second)
    assert desk._library.voice.memories() == {}
    assert desk.learning.offer(second) is None


def test_an_own_sentence_is_asked_about_the_second_time_and_never_saved_by_itself(
    desk: Workspace, clock: StoppedClock, opened: Callable[[], Workspace]
) -> None:
    first, second, third, fourth, *others = critics(desk, clock, 15)
    edit(desk, first)
    assert desk.learning.offer(first) is None
    clock.advance(60)
    edit(desk, second)
    found = desk.learning.offer(second)
    assert found is not None
    assert (found.text, found.move) == (MINE, "THANK")
    assert desk.learning.offer(first) is None
    assert desk._library.voice.own() == ()
    assert desk.learning.save(found).deed is Deed.PHRASE_SAVED
    assert desk.learning.offer(second) is None
    again = opened()
    for key in others:
        clock.advance(60)
        again.replying.copied(key, "Something else.")
    made = [again.replying.plan(third, None, number).suggestions for number in range(8)]
    shown = next(one for suggestions in made for one in suggestions if MINE in one.text)
    again.replying.copied(third, shown.text, shown)
    later = " ".join(one.text for one in again.replying.plan(fourth).suggestions)
    assert MINE not in later


def test_what_was_declined_is_not_asked_again_until_it_is_wanted(
    desk: Workspace, clock: StoppedClock
) -> None:
    first, second, third = critics(desk, clock, 3)
    edit(desk, first)
    edit(desk, second)
    found = desk.learning.offer(second)
    assert found is not None
    assert desk.learning.decline(found).deed is Deed.PHRASE_UNWANTED
    edit(desk, third)
    assert desk.learning.offer(third) is None
    assert desk.learning.things().unwanted == (MINE,)
    desk.learning.ask_again(MINE)
    assert desk.learning.offer(third) == found
    desk.undo()
    assert desk.learning.offer(third) is None


def test_taking_the_copy_back_takes_the_question_back(desk: Workspace, clock: StoppedClock) -> None:
    first, second = critics(desk, clock, 2)
    edit(desk, first)
    edit(desk, second)
    assert desk.learning.offer(second) is not None
    desk.undo()
    assert desk.learning.offer(second) is None


def test_two_hundred_phrases_are_enough(desk: Workspace, clock: StoppedClock) -> None:
    phrase = OwnPhrase(0, "en", "THANK", "x")
    with desk._library.writing():
        for number in range(OWN_PHRASES_MOST):
            desk._library.voice.add_own(replace(phrase, text=f"Words {number}."))
    assert desk.learning.save(phrase).count == 0
    first, second = critics(desk, clock, 2)
    edit(desk, first)
    edit(desk, second)
    assert desk.learning.offer(second) is None


def test_one_list_holds_all_of_it_and_each_can_be_removed(
    desk: Workspace, clock: StoppedClock
) -> None:
    first, second = critics(desk, clock, 2)
    shown = edit(desk, first)
    edit(desk, second)
    found = desk.learning.offer(second)
    assert found is not None
    desk.learning.save(found)
    things = desk.learning.things()
    assert [one.text for one in things.own] == [MINE]
    assert f"en:{shown.phrases[0]}" in {name for name, _, _ in things.phrases}
    assert all(words for _, words, _ in things.phrases)
    assert things.style is None
    assert desk.learning.remove_own(things.own[0].id).deed is Deed.PHRASE_REMOVED
    assert desk.learning.things().own == ()
    desk.undo()
    assert desk.learning.things().own == things.own
    kept = json.loads(desk.care.own_things.as_json())
    assert [one["text"] for one in kept["own_phrases"]] == [MINE]
    assert kept["learned_phrases"]


def test_style_is_read_from_ten_used_replies(desk: Workspace, clock: StoppedClock) -> None:
    keys = critics(desk, clock, 10)
    for key in keys:
        clock.advance(1)
        desk.replying.copied(key, "Hi, thanks for this. /Maja")
    style = desk.learning.things().style
    assert style is not None
    assert (style.replies, style.greeting, style.sign_off) == (10, 1.0, "/Maja")


def test_everything_is_forgotten_at_once_and_can_be_taken_back(
    desk: Workspace, clock: StoppedClock
) -> None:
    for key in critics(desk, clock, 11):
        clock.advance(1)
        edit(desk, key, f"Hi. {MINE}")
    before = desk.learning.things()
    assert before.style is not None
    assert before.phrases
    clock.advance(1)
    change = desk.learning.forget_all()
    assert (change.deed, change.areas) == (Deed.LEARNING_FORGOTTEN, Area.VOICE)
    after = desk.learning.things()
    assert (after.own, after.phrases, after.unwanted, after.style) == ((), (), (), None)
    assert desk.learning.forget_all().count == 0
    (late,) = critics(desk, clock, 1)
    clock.advance(1)
    edit(desk, late)
    assert desk.learning.offer(late) is None
    desk.undo()
    desk.undo()
    assert desk.learning.things() == before
