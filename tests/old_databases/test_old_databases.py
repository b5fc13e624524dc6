"""A library of every schema there ever was opens, with everything in it."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.care import Answer, Phase
from creator_calm.domain.facts import FactList
from creator_calm.domain.inbox import InboxQuery, Pill
from creator_calm.domain.learned import PhraseMemory
from creator_calm.domain.moods import DayRead
from creator_calm.domain.own_rules import Deed
from creator_calm.domain.promises import Outcome, Solution
from creator_calm.domain.standing import Place
from creator_calm.paths import Folders
from creator_calm.storage.opening import newest_schema, schema_files
from creator_calm.workspace import Workspace
from tests.old_databases import example
from tests.storage.builders import START, bring_in, sighting

if TYPE_CHECKING:
    from tests.clock import StoppedClock

HERE = Path(__file__).resolve().parent
VERSIONS = sorted(path.name for path in HERE.iterdir() if path.name.isdigit())


def test_every_schema_has_its_example_and_its_number() -> None:
    assert [path.name[:3] for path in schema_files()] == VERSIONS
    assert [int(version) for version in VERSIONS] == list(range(1, newest_schema() + 1))


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_library_opens_with_everything_in_it(
    version: str, tmp_path: Path, clock: StoppedClock
) -> None:
    folders = Folders(*(tmp_path / role for role in ("data", "config", "cache", "state")))
    shutil.copytree(HERE / version, folders.data)
    folders.config.mkdir()
    desk = Workspace.open(folders, clock)
    try:
        _everything_is_there(desk)
        _rules_are_there(desk, since=int(version))
        _own_things_are_there(desk, since=int(version))
        _facts_are_there(desk, since=int(version))
        _own_words_are_there(desk, since=int(version))
        _to_do_is_there(desk, since=int(version))
        _writing_is_there(desk, since=int(version))
        _promises_are_there(desk, since=int(version))
        _voice_is_there(desk, since=int(version))
    finally:
        desk.close()


def _everything_is_there(desk: Workspace) -> None:
    library = desk._library
    assert library.database.connection.pragma("user_version") == newest_schema()
    assert desk.notices() == ()
    stored = library.comments.stored(range(1, example.COMMENTS + 1))
    expected = [sighting(number) for number in range(example.COMMENTS)]
    assert [one.comment for one in stored] == [one.comment for one in expected]
    assert [one.assessment for one in stored] == [one.assessment for one in expected]
    assert library.listing.total(places=(Place.ARCHIVE,)) == 1
    assert desk.inbox.row(example.DONE).done
    assert desk.inbox.row(example.PICKED).kind is Kind.QUESTION
    assert desk.inbox.row(example.AWAY).put_away
    assert desk.inbox.search(InboxQuery(search="sound")).shown > 0
    draft = desk.replying.draft(example.DRAFT)
    assert draft is not None
    assert (draft.text, draft.facts) == ("Tack så mycket!", {"when": "på fredag"})
    assert desk.care.contacts() == (replace(example.CONTACT, id=1),)
    assert desk.care.schedule() == (replace(example.ITEM, id=1),)
    assert desk.care.planned_today()[0].answer is Answer.DONE
    assert [note.text for note in desk.care.notes("launch")] == [example.NOTE]
    assert desk.care.breaks.state.phase is Phase.QUIET
    assert desk.preferences.get("triage.level") == "gentle"
    assert library.database.rows("PRAGMA integrity_check") == [("ok",)]


def _voice_is_there(desk: Workspace, *, since: int) -> None:
    voice, asks = desk._library.voice, desk._library.stop_asks
    if since < 11:
        assert (voice.memories(), voice.own(), asks.all()) == ({}, (), ())
        return
    assert voice.memories() == {example.LEARNED: PhraseMemory(1, 2, 2, retired=True)}
    assert voice.own() == (example.OWN_PHRASE,)
    assert voice.unwanted() == {"Hej hej."}
    assert asks.all() == (example.STOP,)


def _promises_are_there(desk: Workspace, *, since: int) -> None:
    if since < 9:
        assert desk.promises.open() == ()
        desk.promises.make(about="now")
        return
    ((open_one,), (closed,)) = desk.promises.open(), desk.promises.closed()
    assert open_one.promise.comments == (example.TO_DO,)
    assert open_one.promise.due_on == example.PROMISED_ON
    assert (open_one.promise.solution, open_one.promise.words) == (
        Solution.OFFER,
        "ett nytt tryck",
    )
    assert (closed.promise.who, closed.promise.outcome) == ("Mira", Outcome.BETTER)


def _rules_are_there(desk: Workspace, *, since: int) -> None:
    if since < 2:
        assert desk.own_rules.phrases() == ()
        return
    assert desk.own_rules.phrases() == (example.PHRASE,)
    assert desk.own_rules.trusted() == (example.TRUSTED,)
    assert desk.correcting.corrections() == (example.CORRECTION,)
    assert [one.deed for one in desk.own_rules.history()] == [Deed.PHRASES_ADDED]


def _own_things_are_there(desk: Workspace, *, since: int) -> None:
    shelf = desk.care.kind_shelf.all()
    if since < 3:
        assert shelf == ()
        return
    assert [(one.comment, one.tag, one.why) for one in shelf] == [(example.KEPT, "mix", "because")]
    assert desk.inbox.row(example.KEPT).kept
    assert desk.care.moods.all() == (example.MOOD,)
    assert desk.care.help_lines.own() == (example.OWN_LINE,)
    day = START.date()
    assert desk._library.days.all() == (DayRead(day, 600, 1),)


def _to_do_is_there(desk: Workspace, *, since: int) -> None:
    """What waits for an answer is known of every library, and what may be done about it too."""
    waiting = {row.kind for row in desk.inbox.page(InboxQuery(pill=Pill.NOT_ANSWERED), 0, 100)}
    assert waiting == {Kind.QUESTION, Kind.CRITIQUE, Kind.REQUEST}
    assert (
        desk._library.database.rows("SELECT key FROM states WHERE waiting = 1 AND answered") == []
    )
    topics = desk._library.mentioned.topics(0)
    assert set(topics) == {"sound"}
    if since < 7:
        assert desk.to_do.board().empty
        return
    (done,) = desk.to_do.board().done
    assert (done.item.topic, done.item.outcome) == ("sound", "Jämnt ljud")
    assert done.found_true == (example.TRUE_WORDS,)
    assert desk._library.to_do.told(1) == ((4711, START),)


def _writing_is_there(desk: Workspace, *, since: int) -> None:
    versions, rest = desk.draft_history.versions(example.RESTS), desk.resting.rest(example.RESTS)
    if since < 8:
        assert (versions, rest) == ((), None)
        return
    assert [(one.text, one.facts) for one in versions] == [(example.WENT, {"will_change": ""})]
    assert rest is not None
    assert rest.resting.seconds == 600


def _facts_are_there(desk: Workspace, *, since: int) -> None:
    kept = desk._library.facts.get(example.DRAFT)
    assert kept == (example.FACTS if since >= 6 else FactList())


def _own_words_are_there(desk: Workspace, *, since: int) -> None:
    kept = (desk.saved_replies.all(), desk.offers.all(), desk.channels.all())
    there = (example.SAVED, example.OFFERS, example.CHANNELS)
    assert kept == (there if since >= 10 else ((), (), ()))


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ('"my shop inbox"', ["my shop inbox"]),
        ('"  by mail — åäö 😀 "', ["by mail — åäö 😀"]),
        ('""', []),
        ("not json", []),
        ("17", []),
    ],
)
def test_the_place_that_was_a_setting_is_the_first_of_the_list(
    value: str, names: list[str]
) -> None:
    """Until schema 9 it was one line in the settings."""
    step = next(path for path in schema_files() if path.name.startswith("010"))
    with contextlib.closing(apsw.Connection(":memory:")) as old:
        old.execute("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        old.execute("INSERT INTO settings VALUES ('reply.private_channel', ?)", (value,))
        old.execute("INSERT INTO settings VALUES ('reply.tone', '\"warm\"')")
        old.execute(step.read_text(encoding="utf-8"))
        assert [row[0] for row in old.execute("SELECT name FROM channels")] == names
        assert list(old.execute("SELECT key FROM settings")) == [("reply.tone",)]


def test_what_was_marked_as_kept_before_there_was_a_shelf_is_copied(
    tmp_path: Path, clock: StoppedClock
) -> None:
    folders = Folders(*(tmp_path / role for role in ("data", "config", "cache", "state")))
    folders.data.mkdir(parents=True)
    folders.config.mkdir()
    desk = Workspace.open(folders, clock)
    bring_in(desk._library, [sighting(number) for number in range(24)])
    desk.inbox.keep([example.KEPT])
    text = desk.inbox.view(example.KEPT).text
    database = desk._library.database
    with desk._library.writing():
        database.run("UPDATE states SET kept = 1 WHERE key = 3")  # put away meanwhile
        for table in ("kind_words", "moods", "own_lines", "days"):
            database.run(f"DROP TABLE {table}")
    script = next(path for path in schema_files() if path.name.startswith("003"))
    with desk._library.writing():
        database.connection.execute(script.read_text(encoding="utf-8"))
    try:
        assert [one.text for one in desk.care.kind_shelf.all()] == [text]
        assert database.number("SELECT count(*) FROM kind_words") == 1
    finally:
        desk.close()
