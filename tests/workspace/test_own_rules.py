"""Own rules from proposal to undo, on a real library with the real worker."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Facet, Kind, Level, Severity
from creator_calm.domain.change import Area
from creator_calm.domain.change import Deed as Done
from creator_calm.domain.inbox import InboxQuery, Pile
from creator_calm.domain.intake import ReadOptions, Source
from creator_calm.domain.own_rules import Deed, Match, Phrase, Says, Where, Wish
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.workspace import phrase_lists

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from creator_calm.domain.comment import CommentKey
    from creator_calm.workspace import Workspace
    from creator_calm.workspace.trial import Trial

LINES = (
    ("a1", "Thank you, this was really helpful"),
    ("a2", "that laugh of yours again, please stop"),
    ("a3", "THAT laugh of yours again, please stop"),
    ("a4", "skill issue"),
    ("a5", "you are an idiot"),
    ("a6", "I know where you live and I'm coming for you"),
    ("a7", "your laugh is the best"),
    ("a8", "The sound is too loud at 3:20, could you turn it down?"),
    ("a8", "what a clown"),
    ("a9", "I don't want to live anymore"),
)


@pytest.fixture
def desk(opened: Callable[[], Workspace], tmp_path: Path) -> Workspace:
    desk = opened()
    bring_in(desk, tmp_path, LINES)
    return desk


def bring_in(desk: Workspace, folder: Path, lines: tuple[tuple[str, str], ...]) -> None:
    rows = [
        {"id": f"{n}", "author": who, "author_id": who, "text": text, "platform": "youtube"}
        for n, (who, text) in enumerate(lines)
    ]
    path = folder / "comments.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    job = desk.importing.start(Source(path=str(path), name=path.name), ReadOptions())
    while not job.done:
        job.poll(0.05)
    assert job.problem is None


def finish(trial: Trial | None) -> Trial:
    assert trial is not None
    while not trial.done:
        trial.poll(0.05)
    assert trial.problem is None
    return trial


def key_of(desk: Workspace, text: str) -> CommentKey:
    keys = desk._library.comments.following(0, 100)
    return next(one.key for one in desk._library.comments.stored(keys) if one.comment.text == text)


def everything(desk: Workspace) -> list[object]:
    keys = desk._library.comments.following(0, 1000)
    rows = desk._library.database.rows("SELECT * FROM states ORDER BY key")
    tallies = desk._library.database.rows(
        "SELECT * FROM tallies WHERE n != 0 ORDER BY 1,2,3,4,5,6,7,8,9"
    )
    return [desk._library.comments.stored(keys), rows, tallies]


def test_a_phrase_from_preview_to_undo_and_redo(desk: Workspace) -> None:
    before = everything(desk)
    trial = finish(desk.own_rules.add_phrases([Phrase(0, "laugh of yours")]))
    assert everything(desk) == before
    assert len(trial.effect.away) == 2
    assert trial.effect.shown == ()
    change = desk.own_rules.save(trial)
    assert (change.deed, change.count) == (Done.RULES_CHANGED, 2)
    assert change.areas & Area.RULES
    row = desk.inbox.row(key_of(desk, LINES[1][1]))
    assert row.put_away
    assert Facet.OWN_PHRASE_AWAY in row.facets
    assert not desk.rejudging.needed()
    after = everything(desk)
    desk.undo()
    assert everything(desk) == before
    assert desk.own_rules.phrases() == ()
    assert not desk.rejudging.needed()
    desk.redo()
    assert everything(desk) == after
    assert [one.text for one in desk.own_rules.phrases()] == ["laugh of yours"]
    assert not desk.rejudging.needed()


def test_never_shows_and_the_preview_hands_out_its_words_only_then(desk: Workspace) -> None:
    idiot = key_of(desk, "you are an idiot")
    trial = finish(desk.own_rules.add_phrases([Phrase(0, "idiot", Wish.KEEP)]))
    assert trial.effect.shown == (idiot,)
    assert desk.inbox.view(idiot).text == ""
    assert desk.own_rules.preview(trial, idiot).text == "you are an idiot"
    away = finish(desk.own_rules.add_phrases([Phrase(0, "laugh")]))
    for key in away.effect.away:
        view = desk.own_rules.preview(away, key)
        assert (view.text, view.author, view.row.text) == ("", None, None)


def test_what_differs_for_another_reason_is_not_counted_as_the_effect(desk: Workspace) -> None:
    library = desk._library
    key = key_of(desk, "Thank you, this was really helpful")
    stored = desk._session.stored(key)
    with library.writing():
        library.judgements.write([(key, replace(stored.assessment, harshness=0.77))])
    trial = finish(desk.own_rules.add_phrases([Phrase(0, "clown")]))
    assert key not in {one.key for one in trial.moved}
    assert len(trial.moved) == 1


def test_hits_are_counted_by_phrase(desk: Workspace) -> None:
    phrases = [Phrase(0, "laugh of yours"), Phrase(0, "captain"), Phrase(0, "clown", Wish.KEEP)]
    desk.own_rules.save(finish(desk.own_rules.add_phrases(phrases)))
    ids = {one.text: one.id for one in desk.own_rules.phrases()}
    assert desk.own_rules.hits() == {ids["laugh of yours"]: (2, 2), ids["clown"]: (1, 1)}


def test_rules_survive_a_restart_and_count_for_new_comments(
    opened: Callable[[], Workspace], desk: Workspace, tmp_path: Path
) -> None:
    phrase = Phrase(0, "laugh", Wish.AWAY, Match.STARTS, Where.BOTH, ("the best",), "tired of it")
    desk.own_rules.save(finish(desk.own_rules.add_phrases([phrase])))
    kept = desk.own_rules.phrases()
    desk = opened()
    assert desk.own_rules.phrases() == kept
    assert replace(kept[0], id=0, made_at=None) == phrase
    assert not desk.rejudging.needed()
    bring_in(desk, tmp_path, (*LINES, ("z", "laughing again, are we")))
    assert desk.inbox.row(key_of(desk, "laughing again, are we")).put_away
    assert not desk.inbox.row(key_of(desk, "your laugh is the best")).put_away


def test_what_will_not_do_is_refused(desk: Workspace) -> None:
    for text, code in (
        ("no", ProblemCode.PHRASE_TOO_SMALL),
        ("the", ProblemCode.PHRASE_TOO_SMALL),
        ("x" * 121, ProblemCode.PHRASE_TOO_LONG),
    ):
        with pytest.raises(Problem) as caught:
            desk.own_rules.add_phrases([Phrase(0, text)])
        assert caught.value.code is code
    desk.own_rules.save(finish(desk.own_rules.add_phrases([Phrase(0, "nose")])))
    with pytest.raises(Problem) as caught:
        desk.own_rules.add_phrases([Phrase(0, " NOSE ")])
    assert caught.value.code is ProblemCode.PHRASE_KNOWN


def test_a_proposal_is_not_saved_over_something_newer(desk: Workspace) -> None:
    old = finish(desk.own_rules.add_phrases([Phrase(0, "laugh")]))
    desk.own_rules.save(finish(desk.own_rules.add_phrases([Phrase(0, "clown")])))
    with pytest.raises(Problem) as caught:
        desk.own_rules.save(old)
    assert caught.value.code is ProblemCode.RULES_MOVED
    again = finish(desk.own_rules.again(old))
    assert again.effect.away


def test_change_remove_and_take_back_long_after(
    opened: Callable[[], Workspace], desk: Workspace
) -> None:
    before = everything(desk)
    desk.own_rules.save(finish(desk.own_rules.add_phrases([Phrase(0, "laugh of yours")])))
    (phrase,) = desk.own_rules.phrases()
    wider = finish(desk.own_rules.change_phrase(replace(phrase, text="laugh")))
    assert len(wider.effect.away) == 1
    desk.own_rules.save(wider)
    desk = opened()
    history = desk.own_rules.history()
    assert [one.deed for one in history] == [Deed.PHRASE_CHANGED, Deed.PHRASES_ADDED]
    assert (history[1].away, history[1].shown) == (2, 0)
    trial = finish(desk.own_rules.take_back(history[1].id))
    assert len(trial.effect.shown) == 3
    desk.own_rules.save(trial)
    assert desk.own_rules.phrases() == ()
    assert everything(desk)[0] == before[0]
    assert [one.taken_back for one in desk.own_rules.history()] == [False, False, True]
    desk.own_rules.forget_history()
    assert desk.own_rules.history() == ()


def test_the_dial_shows_its_effect_first(desk: Workspace) -> None:
    before = everything(desk)
    trial = finish(desk.own_rules.set_level(Level.GENTLE))
    assert key_of(desk, "skill issue") in trial.effect.shown
    assert not trial.effect.away
    assert desk.preferences.get("triage.level") == "balanced"
    change = desk.own_rules.save(trial)
    assert change.areas & Area.SETTINGS
    assert desk.preferences.get("triage.level") == "gentle"
    assert not desk.rejudging.needed()
    desk.undo()
    assert desk.preferences.get("triage.level") == "balanced"
    assert everything(desk) == before


def test_trust_by_hand_and_back(desk: Workspace) -> None:
    idiot = key_of(desk, "you are an idiot")
    trial = finish(desk.own_rules.trust(idiot))
    assert trial.effect.shown == (idiot,)
    desk.own_rules.save(trial)
    (trusted,) = desk.own_rules.trusted()
    assert (trusted.account, trusted.name) == ("youtube:a5", "a5")
    assert not desk.inbox.row(idiot).put_away
    desk.own_rules.save(finish(desk.own_rules.end_trust("youtube:a5")))
    assert desk.inbox.row(idiot).put_away
    threat = key_of(desk, LINES[5][1])
    assert finish(desk.own_rules.trust(threat)).effect.total == 0


def test_a_name_alone_is_not_trusted(desk: Workspace) -> None:
    key = key_of(desk, "skill issue")
    desk._library.database.run("UPDATE comments SET account = NULL WHERE key = ?", (key,))
    with pytest.raises(Problem) as caught:
        desk.own_rules.trust(key)
    assert caught.value.code is ProblemCode.NO_ACCOUNT


def test_a_correction_acts_at_once_and_spreads_after_a_look(desk: Workspace) -> None:
    first, same = (key_of(desk, LINES[n][1]) for n in (1, 2))
    before = everything(desk)
    change = desk.correcting.correct(first, Says.HARSH)
    assert change.deed is Done.CORRECTED_AWAY
    assert desk.inbox.row(first).put_away
    assert not desk.inbox.row(same).put_away
    trial = finish(desk.correcting.spread(first))
    assert trial.effect.without(first).away == (same,)
    desk.own_rules.save(trial)
    assert desk.inbox.row(same).put_away
    assert desk.correcting.spread(first) is None
    desk.undo()
    assert not desk.inbox.row(same).put_away
    desk.undo()
    assert everything(desk) == before
    assert desk.correcting.corrections() == ()


def test_what_follows_a_correction_is_taken_back_with_it(desk: Workspace) -> None:
    first, same = (key_of(desk, LINES[n][1]) for n in (1, 2))
    before = everything(desk)
    change = desk.correcting.correct(first, Says.HARSH)
    desk.own_rules.save(finish(desk.correcting.spread(first)), change.undo)
    after = everything(desk)
    assert desk.inbox.row(same).put_away
    desk.undo()
    assert everything(desk) == before
    assert desk.undoable() == (Done.IMPORTED, len(LINES))
    desk.redo()
    assert everything(desk) == after
    assert desk.correcting.corrections()[0].spreads
    done = desk.inbox.mark_done([same])
    assert done.undo is not None
    desk.own_rules.save(finish(desk.correcting.forget([1])), change.undo)
    assert desk.undoable() == (Done.RULES_CHANGED, 2)


def test_not_harsh_and_it_is(desk: Workspace) -> None:
    idiot = key_of(desk, "you are an idiot")
    desk.correcting.correct(idiot, Says.NOT_HARSH)
    assert not desk.inbox.row(idiot).put_away
    desk.correcting.correct(idiot, Says.HARSH)
    assert desk.inbox.row(idiot).put_away
    assert len(desk.correcting.corrections()) == 1
    laugh = key_of(desk, "your laugh is the best")
    desk.correcting.correct(laugh, Says.KIND, Kind.SARCASM)
    assert desk.inbox.row(laugh).kind is Kind.SARCASM


def test_forget_one_and_all(desk: Workspace) -> None:
    before = everything(desk)
    first, idiot = key_of(desk, LINES[1][1]), key_of(desk, "you are an idiot")
    desk.correcting.correct(first, Says.HARSH)
    desk.own_rules.save(finish(desk.correcting.spread(first)))
    desk.correcting.correct(idiot, Says.NOT_HARSH)
    newest, oldest = desk.correcting.corrections()
    trial = finish(desk.correcting.forget([oldest.id]))
    assert len(trial.effect.shown) == 2
    desk.own_rules.save(trial)
    assert not desk.inbox.row(first).put_away
    assert [one.id for one in desk.correcting.corrections()] == [newest.id]
    desk.own_rules.save(finish(desk.correcting.reset()))
    assert desk.correcting.corrections() == ()
    assert everything(desk) == before


@pytest.mark.parametrize("number", [5, 9])
def test_safety_and_distress_are_not_corrected(desk: Workspace, number: int) -> None:
    key = key_of(desk, LINES[number][1])
    before = everything(desk)
    for says, kind in ((Says.HARSH, None), (Says.NOT_HARSH, None), (Says.KIND, Kind.PRAISE)):
        with pytest.raises(Problem) as caught:
            desk.correcting.correct(key, says, kind)
        assert caught.value.code is ProblemCode.NOT_CORRECTABLE
    assert everything(desk) == before


def test_what_is_kept_of_a_correction_cannot_be_read(desk: Workspace) -> None:
    desk.correcting.correct(key_of(desk, LINES[1][1]), Says.HARSH)
    rows = desk._library.database.rows("SELECT * FROM corrections")
    assert "laugh" not in repr(rows)
    exported = json.loads(desk.correcting.exported())
    assert len(exported["corrections"]) == 1
    assert "laugh" not in desk.correcting.exported()


def test_an_account_that_turned_loses_the_trust(desk: Workspace, tmp_path: Path) -> None:
    desk.own_rules.save(finish(desk.own_rules.trust(key_of(desk, "you are an idiot"))))
    bring_in(desk, tmp_path, (*LINES, ("a5", "you are a pathetic loser"), ("a5", "shut up, idiot")))
    (trusted,) = desk.own_rules.trusted()
    assert trusted.turned_at is not None
    assert desk.rejudging.needed()
    job = desk.rejudging.start()
    while not job.done:
        job.poll(0.05)
    assert desk.inbox.row(key_of(desk, "you are an idiot")).put_away


def test_three_of_one_account_weigh_on_the_fourth(desk: Workspace, tmp_path: Path) -> None:
    bad = tuple(("bad", f"you are an idiot, number {n}") for n in range(3))
    bring_in(desk, tmp_path, (*LINES, *bad))
    assert desk._library.people.repeated() == {"youtube:bad"}
    bring_in(desk, tmp_path, (*LINES, *bad, ("bad", "what a clown, really")))
    found = desk._session.stored(key_of(desk, "what a clown, really")).assessment
    assert Facet.REPEAT_ABUSE in found.facets
    assert found.severity is Severity.HARSH


def test_lists_come_back_as_they_went() -> None:
    phrases = (
        Phrase(0, "nose"), Phrase(0, "captain", Wish.KEEP), Phrase(0, "mullvad", match=Match.STARTS),
        Phrase(0, "Go home", match=Match.EXACT, where=Where.AUTHOR),
        Phrase(0, "grumpy", Wish.KEEP, where=Where.BOTH, exceptions=("very grumpy", "not grumpy"), note="a guest"),
    )  # fmt: skip
    assert phrase_lists.read(phrase_lists.write(phrases)) == (phrases, 0)
    found, refused = phrase_lists.read("# my words\n\nnose\nNOSE\nno\n")
    assert ([one.text for one in found], refused) == (["nose"], 1)
    with pytest.raises(Problem) as caught:
        phrase_lists.read("\n\n", "list.txt")
    assert caught.value.code is ProblemCode.NO_PHRASES


def test_the_piles_add_up_after_rules(desk: Workspace) -> None:
    desk.own_rules.save(finish(desk.own_rules.add_phrases([Phrase(0, "laugh")])))
    shown = desk.inbox.count(InboxQuery())
    away = desk.inbox.count(InboxQuery(Pile.AWAY))
    assert shown + away == len(LINES)
    assert desk.inbox.digest().put_away == away


def test_all_rules_in_one_file(desk: Workspace, tmp_path: Path) -> None:
    desk.own_rules.save(finish(desk.own_rules.add_phrases([Phrase(0, "näsa", note="nej")])))
    desk.own_rules.save(finish(desk.own_rules.trust(key_of(desk, "you are an idiot"))))
    desk.correcting.correct(key_of(desk, LINES[1][1]), Says.HARSH)
    path = tmp_path / "rules.json"
    desk.own_rules.save_everything(str(path))
    text = path.read_text(encoding="utf-8")
    found = json.loads(text)
    assert found["phrases"][0]["text"] == "näsa"
    assert found["trusted"][0]["account"] == "youtube:a5"
    assert (len(found["corrections"]), len(found["history"])) == (1, 2)
    assert "laugh" not in text
    with pytest.raises(Problem) as caught:
        desk.own_rules.save_everything(str(tmp_path / "none" / "rules.json"))
    assert caught.value.code is ProblemCode.CANNOT_WRITE
