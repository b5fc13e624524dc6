"""A small library in memory with the workspace's own calls, so that pages are tried without a disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

from creator_calm.domain.assessment import Confidence, Kind, Lane, Point
from creator_calm.domain.care import (
    Answer,
    BreakEvent,
    BreakRule,
    BreakState,
    Note,
    Phase,
    PlannedItem,
    ScheduleItem,
    SocialBreak,
    SupportContact,
    Tick,
    TimeOff,
)
from creator_calm.domain.change import Area, Change, Deed, UndoToken
from creator_calm.domain.comment import CommentKey, Moment, Platform, Precision
from creator_calm.domain.inbox import InboxRow, Perspective, Today
from creator_calm.domain.intake import FormatInfo, Found, Progress, ReadOptions, Receipt, Source
from creator_calm.domain.own_rules import (
    Correction,
    HistoryEntry,
    Match,
    Phrase,
    Regular,
    Says,
    Trusted,
    Wish,
)
from creator_calm.domain.own_rules import Deed as RuleDeed
from creator_calm.domain.preview import PastedBlock, Preview, PreviewColumn, PreviewRow
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.promise_view import PromiseView, RoundsAdvice
from creator_calm.domain.promises import Outcome, Promise, PromiseState, Solution
from creator_calm.domain.settings import SETTINGS_BY_KEY, SettingValue
from creator_calm.wellbeing import breaks, schedule, time_off
from creator_calm.workspace.skip_list import write_skips
from tests.clock import StoppedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from creator_calm.domain.imported import ImportEntry, Interrupted
    from creator_calm.workspace import Workspace

CANARY = "zyxwvut-put-away-words"


def change(area: Area, deed: Deed) -> Change:
    return Change(area, 1, deed, UndoToken(1))


def row(key: int, text: str, author: str, kind: Kind = Kind.PRAISE, **more: Any) -> InboxRow:
    lane = {Kind.PRAISE: Lane.KIND}.get(kind, Lane.NEEDS_YOU)
    return InboxRow(
        key=CommentKey(key),
        put_away=False,
        kind=kind,
        lane=more.pop("lane", lane),
        confidence=Confidence.HIGH,
        facets=frozenset(),
        platform=Platform.YOUTUBE,
        written_at=Moment(StoppedClock().utc(), Precision.EXACT),
        points=more.pop("points", ()),
        text=text,
        author=author,
        **more,
    )


class FakeBreaks:
    def __init__(self, clock: StoppedClock) -> None:
        self.clock = clock
        self.state = BreakState()
        self.rule = BreakRule()
        self.ticks = 0
        self.saves = 0
        self.live_for_s = 0.0

    def _step(self, step: breaks.Step) -> tuple[BreakEvent, ...]:
        self.state, events = step
        return events

    def phase(self) -> Phase:
        return self.state.phase

    def now(self, active: bool = True, typing: bool = False) -> Tick:
        clock = self.clock
        return Tick(clock.monotonic(), clock.utc(), active, typing, clock.zone())

    def tick(self, active: bool, typing: bool) -> tuple[BreakEvent, ...]:
        self.ticks += 1
        return self._step(breaks.tick(self.state, self.rule, self.now(active, typing)))

    def save(self) -> None:
        self.saves += 1

    def take(self) -> tuple[BreakEvent, ...]:
        return self._step(breaks.take(self.state, self.rule))

    def postpone(self) -> tuple[BreakEvent, ...]:
        return self._step(breaks.postpone(self.state, self.rule))

    def skip(self) -> tuple[BreakEvent, ...]:
        return self._step(breaks.skip(self.state, self.rule))

    def go_on(self) -> tuple[BreakEvent, ...]:
        return self._step(breaks.go_on(self.state, self.rule))

    def end_break(self) -> tuple[BreakEvent, ...]:
        return self._step(breaks.end_break(self.state, self.rule))

    def end_quiet(self) -> tuple[BreakEvent, ...]:
        return self._step(breaks.end_quiet(self.state, self.rule))

    def enter_live(self) -> tuple[BreakEvent, ...]:
        self.live_for_s = 0.0
        return self._step(breaks.enter_live(self.state, self.rule))

    def leave_live(self) -> tuple[BreakEvent, ...]:
        return self._step(breaks.leave_live(self.state, self.rule))

    def quiet_for(self, seconds: float | None) -> tuple[BreakEvent, ...]:
        return self._step(breaks.quiet_for(self.state, self.rule, self.now(), seconds))


class FakeTimeOff:
    def __init__(self) -> None:
        self.now = TimeOff.NONE
        self.planned: SocialBreak | None = None
        self.backs = 0

    def standing(self) -> TimeOff:
        return self.now

    def social_break(self) -> SocialBreak | None:
        return self.planned

    def plan(self, planned: SocialBreak) -> Change:
        self.planned = time_off.checked(planned)
        return change(Area.SCHEDULE, Deed.TIME_OFF_PLANNED)

    def end(self) -> Change:
        self.planned = None
        return change(Area.SCHEDULE, Deed.TIME_OFF_ENDED)

    def back_today(self) -> Change:
        self.backs += 1
        return change(Area.SCHEDULE, Deed.TIME_OFF_ENDED)

    def done_for_today(self) -> None:
        self.now = TimeOff.DONE_TODAY


class FakeMoods:
    low = False

    def low_today(self) -> bool:
        return self.low

    def low_days(self) -> bool:
        return False

    def said_low_line(self) -> None:
        raise AssertionError


class FakeShelf:
    def all(self) -> tuple[()]:
        return ()


class FakeCare:
    def __init__(self, clock: StoppedClock) -> None:
        self.clock = clock
        self.breaks = FakeBreaks(clock)
        self.time_off = FakeTimeOff()
        self.moods = FakeMoods()
        self.kind_shelf = FakeShelf()
        self.people: dict[int, SupportContact] = {}
        self.written: dict[int, Note] = {}
        self.items: dict[int, ScheduleItem] = {}
        self.answers: dict[int, tuple[Answer, Any]] = {}
        self.listeners: list[Callable[[Change], None]] = []
        self.refuses: Problem | None = None
        self._next = 0

    def _number(self) -> int:
        self._next += 1
        return self._next

    def _done(self, area: Area, deed: Deed) -> Change:
        receipt = change(area, deed)
        for listener in self.listeners:
            listener(receipt)
        return receipt

    def contacts(self) -> tuple[SupportContact, ...]:
        return tuple(self.people.values())

    def save_contact(self, contact: SupportContact) -> Change:
        if self.refuses is not None:
            raise self.refuses
        kept = replace(contact, id=contact.id or self._number())
        self.people[kept.id] = kept
        return self._done(Area.CONTACTS, Deed.CONTACT_SAVED)

    def remove_contact(self, contact_id: int) -> Change:
        del self.people[contact_id]
        return self._done(Area.CONTACTS, Deed.CONTACT_REMOVED)

    def notes(self, search: str = "") -> tuple[Note, ...]:
        words = search.casefold().split()
        found = [n for n in self.written.values() if all(w in n.text.casefold() for w in words)]
        return tuple(sorted(found, key=lambda note: (note.changed_at, note.id), reverse=True))

    def save_note(self, note_id: int | None, text: str) -> Change:
        if self.refuses is not None:
            raise self.refuses
        number = note_id or self._number()
        self.written[number] = Note(number, text, self.clock.utc())
        return self._done(Area.NOTES, Deed.NOTE_SAVED)

    def remove_note(self, note_id: int) -> Change:
        del self.written[note_id]
        return self._done(Area.NOTES, Deed.NOTE_REMOVED)

    def schedule(self) -> tuple[ScheduleItem, ...]:
        return tuple(self.items.values())

    def save_item(self, item: ScheduleItem) -> Change:
        item = schedule.checked(item)
        kept = replace(item, id=item.id or self._number())
        self.items[kept.id] = kept
        return self._done(Area.SCHEDULE, Deed.SCHEDULE_SAVED)

    def remove_item(self, item_id: int) -> Change:
        del self.items[item_id]
        return self._done(Area.SCHEDULE, Deed.SCHEDULE_REMOVED)

    def answer(self, item_id: int, answer: Answer) -> Change:
        self.answers[item_id] = (answer, self.clock.utc())
        return self._done(Area.SCHEDULE, Deed.SCHEDULE_ANSWERED)

    def planned_today(self) -> tuple[PlannedItem, ...]:
        clock = self.clock
        return schedule.planned(self.items.values(), self.answers, clock.utc(), clock.zone())


class FakePreferences:
    def __init__(self, listeners: list[Callable[[Change], None]]) -> None:
        self.listeners = listeners
        self.kept: dict[str, SettingValue] = {}

    def get(self, key: str) -> SettingValue:
        return self.kept.get(key, SETTINGS_BY_KEY[key].default)

    def set(self, key: str, value: SettingValue) -> Change:
        value = SETTINGS_BY_KEY[key].tidy(value)
        if not SETTINGS_BY_KEY[key].accepts(value):
            raise Problem(ProblemCode.SETTING_INVALID)
        self.kept[key] = value
        receipt = change(Area.SETTINGS, Deed.SETTING_CHANGED)
        for listener in self.listeners:
            listener(receipt)
        return receipt


class FakeInbox:
    def __init__(self) -> None:
        self.now = Today(empty=True)
        self.safe: tuple[InboxRow, ...] = ()

    def today(self) -> Today:
        return self.now

    def safety(self) -> tuple[InboxRow, ...]:
        return self.safe


class FakeJob:
    """Hands out its answers one per poll, then is done."""

    def __init__(self, *answers: Any, problem: Problem | None = None) -> None:
        self.answers = list(answers)
        self.fails_with = problem
        self.problem: Problem | None = None
        self.done = False
        self.cancelled = False
        self.progress = Progress(50, 100, 120)
        self.receipt: Receipt | None = None
        self.change: Change | None = None
        self.outcomes: list[Receipt | Problem] = []

    def poll(self, timeout_s: float = 0.0) -> Any:
        if self.answers:
            return self.answers.pop(0)
        self.problem = self.fails_with
        self.done = True
        return None

    def cancel(self) -> None:
        self.cancelled = True


class FakeImporting:
    def __init__(self) -> None:
        self.asked: list[tuple[Source, ReadOptions]] = []
        self.jobs: list[FakeJob] = []
        self.entries: tuple[ImportEntry, ...] = ()
        self.files: tuple[str, ...] = ()
        self.taken: list[int] = []
        self.next_preview: Callable[[], FakeJob] = lambda: FakeJob(table_preview())
        self.next_import: Callable[[], FakeJob] = finished_import

    def formats(self) -> tuple[FormatInfo, ...]:
        return (
            FormatInfo("table", Platform.OTHER, "R"),
            FormatInfo("json", Platform.OTHER, "R"),
        )

    def preview(self, source: Source, options: ReadOptions) -> FakeJob:
        self.asked.append((source, options))
        self.jobs.append(self.next_preview())
        return self.jobs[-1]

    def start_all(self, wanted: Sequence[tuple[Source, ReadOptions]]) -> FakeJob:
        self.asked += wanted
        self.jobs.append(self.next_import())
        return self.jobs[-1]

    def interrupted(self) -> tuple[Interrupted, ...]:
        return ()

    def recent(self) -> tuple[ImportEntry, ...]:
        return self.entries

    def recent_files(self) -> tuple[str, ...]:
        return self.files

    def forget_files(self) -> None:
        self.files = ()

    def take_back(self, import_id: int) -> Change:
        self.taken.append(import_id)
        return change(Area.IMPORTS, Deed.IMPORT_TAKEN_BACK)

    def save_skips(self, path: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bool:
        write_skips(path, head, rows)
        return True


def finished_import() -> FakeJob:
    job = FakeJob(None)
    job.receipt = receipt()
    job.change = change(Area.COMMENTS, Deed.IMPORTED)
    return job


def receipt(**more: Any) -> Receipt:
    from creator_calm.domain.intake import Skipped, SkipReason

    skipped = (Skipped("14", SkipReason.EMPTY), Skipped("101", SkipReason.BROKEN))
    values: dict[str, Any] = {
        "source": "comments.csv", "format": "table", "encoding": "utf-8", "read": 212,
        "new": 198, "duplicates": 12, "skipped": skipped, "skipped_count": 2,
    }  # fmt: skip
    return Receipt(**{**values, **more})


def table_preview() -> Preview:
    from creator_calm.domain.intake import Role

    found = Found("table", "utf-8", "comma", day_first=True)
    rows = [
        PreviewRow("2", False, "Love the topic, but the audio is so quiet around 3:20.", "@lena"),
        PreviewRow("3", True),
        PreviewRow("4", False, "Vilken pensel använder du vid 7:10?", "@jonas"),
        PreviewRow("5", False, "I drew along and finally finished a piece. Thank you.", "@noor"),
    ]
    columns = (
        PreviewColumn(0, "Name", Role.AUTHOR, "@lena"),
        PreviewColumn(1, "Comment", Role.TEXT, None, away=True),
        PreviewColumn(2, "When", Role.DATE, "05/11/25"),
    )
    return Preview(found, receipt(), tuple(rows * 3), columns)


def paste_preview() -> Preview:
    from creator_calm.domain.preview import BlockState

    found = Found("text", "", "blocks")
    texts = ["First one\nwith two lines", "Second 🎨 one", "Third"]
    blocks = [PastedBlock(n, 0, BlockState.COMMENT, words, words) for n, words in enumerate(texts)]
    blocks.append(PastedBlock(3, 0, BlockState.COMMENT, None, None, put_away=True))
    blocks.append(PastedBlock(4, 0, BlockState.NOT_RECOGNISED, "View replies", "View replies"))
    return Preview(found, receipt(new=4, read=4, duplicates=0, skipped=(), skipped_count=0),
                   blocks=tuple(blocks))  # fmt: skip


class FakeOwnRules:
    """Own rules that hold one of everything; nothing is tried here (tests/ui/pages/test_rules.py)."""

    def __init__(self, clock: StoppedClock) -> None:
        self.clock = clock

    def phrases(self) -> tuple[Phrase, ...]:
        exceptions = ("nose boop", "brown nose")
        return (
            Phrase(2, "captain", Wish.KEEP, note="what the regulars call me"),
            Phrase(1, "that nose of yours", match=Match.STARTS, exceptions=exceptions),
        )

    def hits(self) -> dict[int, tuple[int, int]]:
        return {1: (12, 1_234)}

    def trusted(self) -> tuple[Trusted, ...]:
        return (Trusted("youtube:a", "Åsa"), Trusted("youtube:b", "Bo", None, self.clock.utc()))

    def regulars(self) -> tuple[Regular, ...]:
        return (Regular("youtube:c", "Loyal viewer", 41, CommentKey(1)),)

    def never(self, *_: object) -> None:
        raise NotImplementedError

    trust = end_trust = take_back = never

    def history(self) -> tuple[HistoryEntry, ...]:
        return (HistoryEntry(1, RuleDeed.PHRASES_ADDED, 2, self.clock.utc(), 3, 11),)


class FakeCorrecting:
    """One correction of each sort."""

    def __init__(self, clock: StoppedClock) -> None:
        self.clock = clock

    def corrections(self) -> tuple[Correction, ...]:
        now = self.clock.utc()
        return (
            Correction(3, Says.KIND, 3, Kind.SARCASM, made_at=now),
            Correction(2, Says.NOT_HARSH, 2, made_at=now),
            Correction(1, Says.HARSH, 1, spreads=True, made_at=now),
        )

    forget = reset = FakeOwnRules.never


class FakeResting:
    """Says which replies have rested."""

    def __init__(self) -> None:
        self.over: tuple[CommentKey, ...] = ()

    def rested(self) -> tuple[CommentKey, ...]:
        return self.over


class FakePromises:
    """What a test says was promised."""

    def __init__(self) -> None:
        self.made: tuple[PromiseView, ...] = ()

    def open(self) -> tuple[PromiseView, ...]:
        return tuple(view for view in self.made if view.promise.is_open)

    def closed(self) -> tuple[PromiseView, ...]:
        return tuple(view for view in self.made if not view.promise.is_open)

    def due(self) -> int:
        return sum(view.due for view in self.made)

    def of(self, _key: CommentKey) -> None:
        return None

    def posted(self, _key: CommentKey) -> str:
        return ""

    def default_day(self) -> date:
        return date(2026, 5, 22)


class FakeOffers:
    """One thing that can be offered."""

    def fitting(self, _language: str | None) -> tuple[str, ...]:
        return ("a new print",)


class FakeWorkspace:
    def __init__(self, clock: StoppedClock) -> None:
        self.resting = FakeResting()
        self.own_rules = FakeOwnRules(clock)
        self.correcting = FakeCorrecting(clock)
        self.care = FakeCare(clock)
        self.preferences = FakePreferences(self.care.listeners)
        self.inbox = FakeInbox()
        self.importing = FakeImporting()
        self.promises = FakePromises()
        self.offers = FakeOffers()

    def real(self) -> Workspace:
        """The same object under the type the pages name."""
        return cast("Workspace", self)


def promised() -> tuple[PromiseView, ...]:
    """One decided, one answered and waiting, one of a put-away comment, one closed."""
    at, today = StoppedClock().utc(), date(2026, 5, 20)
    point = Point("sound", "too_quiet", request=True, place="3:20")
    asker = row(1, "the audio is quiet", "@lenapaints", Kind.CRITIQUE, points=(point,))
    away = replace(row(2, "", "", Kind.HARSH_CRITIQUE), put_away=True, text=None, author=None)
    state = PromiseState

    def view(promise: Promise, *rows: InboxRow, **more: Any) -> PromiseView:
        due = promise.is_open and promise.due_on <= today
        return PromiseView(promise, rows, today, due=due, **({"asleep": False} | more))

    key = CommentKey(1)
    return (
        view(Promise(1, (key,), at, date(2026, 5, 18), state.SOLUTION), asker),
        view(
            Promise(2, (key,), at, date(2026, 5, 22), state.FOLLOWED_UP, solution=Solution.FIX,
                    words="the new file", snoozed_until=at + timedelta(days=3)),
            asker, asleep=True, rounds=2, advice=RoundsAdvice.STOP,
        ),
        view(Promise(3, (CommentKey(2),), at, date(2026, 6, 20), state.OTHERS_UPDATED), away),
        view(Promise(4, (), at, today, state.CLOSED, who="Mira", about="The list of songs",
                     outcome=Outcome.BETTER, closed_at=at)),
    )  # fmt: skip


def busy_today() -> Today:
    point = Point("sound", "too_quiet", request=True, place="3:20")
    return Today(
        needs_you=(
            row(1, "Love the topic, but the audio is so quiet around 3:20 that I gave up.",
                "@lenapaints", Kind.CRITIQUE, points=(point,)),
            row(2, "Vilken pensel använder du vid 7:10? Jag hittar den inte i beskrivningen.",
                "@jonas_h", Kind.QUESTION),
            row(3, "The link to the brushes gives me an empty page.", "@tidewater",
                Kind.TECH_PROBLEM),
        ),
        needs_you_count=9,
        kind=(
            row(4, "I drew along with the whole thing and finally finished a piece. Thank you.",
                "@noor.sketch"),
            row(5, "First video of yours I've seen. Subscribed!", "@miraandthefox"),
            row(6, "Din serie om ljus hjälpte mig genom hela vintern.", "@elin_m"),
        ),
        safety=True,
        perspective=Perspective(212, 3, 2, 1, 41),
        empty=False,
    )  # fmt: skip
