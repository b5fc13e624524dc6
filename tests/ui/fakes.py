"""A whole workspace in memory with made-up comments, for the list, the panel and the window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from creator_calm.domain.assessment import (
    Confidence,
    Digest,
    DigestLine,
    Evidence,
    Facet,
    Kind,
    Lane,
    Point,
)
from creator_calm.domain.change import Area, Change, Deed, UndoToken
from creator_calm.domain.comment import CommentKey, Moment, Platform, Precision
from creator_calm.domain.draft import DraftFinding, DraftReport, DraftVersion, FindingLevel
from creator_calm.domain.facts import FactList
from creator_calm.domain.inbox import (
    CommentView,
    Draft,
    InboxCounts,
    InboxQuery,
    InboxRow,
    Perspective,
    Pile,
    Pill,
    SearchResult,
    Thread,
    Today,
)
from creator_calm.domain.own_rules import Says
from creator_calm.domain.posting import Posted, Reading
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import (
    Action,
    Audience,
    Chip,
    Intent,
    ReasonCode,
    ReplyPlan,
    Strategy,
    Suggestion,
    Tone,
)
from creator_calm.domain.resting import Rest, Resting, RestOffer, Wait
from creator_calm.domain.settings import SETTINGS_BY_KEY, SettingValue
from creator_calm.domain.standing import ANSWERABLE_KINDS
from creator_calm.domain.to_do import Board, Item
from creator_calm.domain.voice import AS_SET
from creator_calm.wellbeing import cooling_off
from creator_calm.wording.comments import QUESTIONS, USEFUL
from tests.ui.pages.fakes import FakeCare, FakeImporting, FakePromises

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from creator_calm.domain.stopping import StopStep
    from creator_calm.domain.voice import ReplyWish
    from creator_calm.workspace.workspace import Workspace
    from tests.clock import StoppedClock

CANARY = "qzxcanaryword"
"""Stands in every put-away comment and in its author's name; it must be seen nowhere."""


@dataclass
class Made:
    """A comment of the fake library: what is known of it, and its words."""

    row: InboxRow
    text: str
    author: str


@dataclass
class FakeInbox:
    """Masks as the real one does: a put-away row has neither text nor author."""

    made: dict[CommentKey, Made] = field(default_factory=dict)
    publish: Callable[[Change], Change] = lambda change: change
    revealed: list[CommentKey] = field(default_factory=list)
    pages_asked: int = 0
    answers: dict[CommentKey, CommentKey | None] = field(default_factory=dict)
    now: Today = field(default_factory=Today)

    def _rows(self, query: InboxQuery) -> list[InboxRow]:
        rows = [m.row for m in self.made.values() if not m.row.done]
        rows = [r for r in rows if r.put_away == (query.pile is Pile.AWAY)]
        if query.pill is Pill.USEFUL:
            rows = [r for r in rows if r.kind in USEFUL]
        elif query.pill is Pill.QUESTIONS:
            rows = [r for r in rows if r.kind in QUESTIONS]
        elif query.pill is Pill.KIND:
            rows = [r for r in rows if r.lane is Lane.KIND]
        elif query.pill is Pill.NOT_SURE:
            rows = [r for r in rows if r.lane is Lane.CANNOT_JUDGE or r.candidates]
        elif query.pill is Pill.NOT_ANSWERED:
            rows = [r for r in rows if r.kind in ANSWERABLE_KINDS and not r.answered]
        words = query.search.casefold()
        return [r for r in rows if not words or words in (r.text or "").casefold()]

    def count(self, query: InboxQuery) -> int:
        return len(self._rows(query))

    def page(self, query: InboxQuery, first: int, limit: int = 100) -> tuple[InboxRow, ...]:
        self.pages_asked += 1
        return tuple(self._rows(query)[first : first + limit])

    def position(self, query: InboxQuery, key: CommentKey) -> int | None:
        keys = [row.key for row in self._rows(query)]
        return keys.index(key) if key in keys else None

    def search(self, query: InboxQuery) -> SearchResult:
        words = query.search.casefold()
        away = sum(words in m.text.casefold() for m in self.made.values() if m.row.put_away)
        return SearchResult(len(self._rows(query)), away)

    def row(self, key: CommentKey) -> InboxRow:
        if key not in self.made:
            raise Problem(ProblemCode.COMMENT_GONE)
        return self.made[key].row

    def view(self, key: CommentKey) -> CommentView:
        row = self.row(key)
        text = "" if row.put_away else self.made[key].text
        author = None if row.put_away else self.made[key].author
        evidence = (Evidence(0, 1, "praise"),)
        return CommentView(row, text, author, evidence, thread=self._thread(key))

    def _thread(self, key: CommentKey) -> Thread | None:
        parent = self.answers.get(key)
        replies = sum(answered == key for answered in self.answers.values())
        if parent is None and key not in self.answers and not replies:
            return None
        return Thread(
            key in self.answers, None if parent is None else self.made[parent].row, False, replies
        )

    def reveal(self, key: CommentKey) -> CommentView:
        self.revealed.append(key)
        made = self.made[key]
        return CommentView(made.row, made.text, made.author, (), revealed=True)

    def counts(self) -> InboxCounts:
        rows = [m.row for m in self.made.values() if not m.row.done]
        return InboxCounts(
            to_read=sum(not r.read and not r.put_away for r in rows),
            some_away=any(r.put_away for r in rows),
            safety=any(r.lane is Lane.SAFETY for r in rows),
            distress=False,
            total=len(rows),
        )

    def today(self) -> Today:
        return self.now

    def perspective(self) -> Perspective:
        return Perspective(212, 3, 2, 1, 41)

    def safety(self) -> tuple[InboxRow, ...]:
        return tuple(m.row for m in self.made.values() if m.row.lane is Lane.SAFETY)

    def digest(self) -> Digest:
        line = DigestLine("sound", "too_quiet", False, "3:20", 2, 2)
        return Digest(5, 4, (line,), nothing_to_act_on=3)

    def in_short(self) -> tuple[Digest, Perspective | None]:
        return self.digest(), self.perspective()

    def change(self, keys: Iterable[CommentKey], deed: Deed, **marks: Any) -> Change:
        keys = list(keys)
        for key in keys:
            made = self.made[key]
            row = replace(made.row, **marks)
            shown = not row.put_away and not row.resting
            text = made.text[:300] if shown else None
            author = None if row.put_away else made.author
            made.row = replace(row, text=text, author=author)
        return self.publish(Change(Area.STATES, len(keys), deed, UndoToken(1)))

    def mark_done(self, keys: Iterable[CommentKey]) -> Change:
        return self.change(keys, Deed.MARKED_DONE, done=True)

    def mark_read(self, keys: Iterable[CommentKey]) -> Change:
        return self.change(keys, Deed.MARKED_READ, read=True)

    def seen(self, key: CommentKey) -> Change:
        return replace(self.change([key], Deed.MARKED_READ, read=True), undo=None)

    def mark_unread(self, keys: Iterable[CommentKey]) -> Change:
        return self.change(keys, Deed.MARKED_UNREAD, read=False)

    def let_rest(self, key: CommentKey) -> Change:
        return self.change([key], Deed.LET_REST, done=True)

    def put_away(self, keys: Iterable[CommentKey]) -> Change:
        return self.change(keys, Deed.PUT_AWAY, put_away=True)

    def bring_back(self, keys: Iterable[CommentKey]) -> Change:
        return self.change(keys, Deed.BROUGHT_BACK, put_away=False)

    def pick_kind(self, key: CommentKey, kind: Kind) -> Change:
        return self.change([key], Deed.KIND_PICKED, kind=kind, candidates=())

    def keep(self, keys: Iterable[CommentKey]) -> Change:
        return self.change(keys, Deed.KEPT, kept=True)

    def unkeep(self, keys: Iterable[CommentKey]) -> Change:
        return self.change(keys, Deed.NO_LONGER_KEPT, kept=False)


@dataclass
class FakeReplying:
    """Advises by kind; finds "As I already said" in a draft."""

    inbox: FakeInbox
    publish: Callable[[Change], Change] = lambda change: change
    drafts: dict[CommentKey, Draft] = field(default_factory=dict)
    copies: list[str] = field(default_factory=list)
    off: set[str] = field(default_factory=set)
    wishes: list[ReplyWish] = field(default_factory=list)

    def plan(
        self,
        key: CommentKey,
        facts: Mapping[Chip, str] | None = None,
        attempt: int = 0,
        wish: ReplyWish = AS_SET,
    ) -> ReplyPlan:
        self.wishes.append(wish)
        row = self.inbox.row(key)
        if row.lane is Lane.SAFETY:
            actions = (Action.SAVE_EVIDENCE, Action.TELL_SOMEONE, Action.REPORT, Action.BLOCK)
            return ReplyPlan(
                Strategy.SAFETY,
                ReasonCode.SAFETY,
                actions=actions,
                public_allowed=False,
                may_write=False,
            )
        if row.put_away and not row.points:
            return ReplyPlan(Strategy.SILENCE, ReasonCode.NOTHING_IN_IT, public_allowed=False)
        if row.lane is Lane.KIND:
            return ReplyPlan(
                Strategy.THANKS,
                ReasonCode.KIND_WORDS,
                suggestions=(
                    suggestion(Intent.SPECIFIC_THANKS, "Finishing a piece is the best part. Thank you for telling me."),
                    suggestion(Intent.BRIEF_THANKS, "Thank you, that means a lot."),
                ),
            )  # fmt: skip
        asks = (Chip.GOT_IT_WRONG, Chip.WILL_CHANGE, Chip.NOT_SURE_YET, Chip.ANSWER)
        words = "Other words: " if attempt else ""
        return ReplyPlan(
            Strategy.ACKNOWLEDGE_AND_ACT,
            ReasonCode.HAS_A_POINT,
            suggestions=(
                suggestion(Intent.OWN_IT, f"{words}You're right, the sound drops at 3:20, and I'm sorry it made you stop watching. I'll fix that part this week."),
                suggestion(Intent.ASK, f"{words}Thank you for telling me. Is it quiet on headphones too?"),
                suggestion(Intent.ACKNOWLEDGE_AND_PRIVATE, f"{words}Thank you. Write to me, and I'll sort it out.", Audience.PRIVATE),
            ),
            actions=(Action.ADD_ACTION_ITEM, Action.UPDATE_OTHERS),
            asks=asks,
        )  # fmt: skip

    def check(
        self, draft: str, key: CommentKey | None = None, audience: Audience = Audience.PUBLIC
    ) -> DraftReport:
        start = draft.find("As I already said")
        if start < 0 or "if_you_had_watched" in self.off:
            return DraftReport(positives=("short", "names_the_topic"))
        finding = DraftFinding(
            start,
            start + 17,
            "if_you_had_watched",
            FindingLevel.FLAG,
            "“As I already said” can sound defensive.",
            "",
        )
        return DraftReport((finding,), ("names_the_topic",))

    def turn_off(self, rule: str) -> Change:
        self.off.add(rule)
        return self.publish(Change(Area.SETTINGS, 1, Deed.SETTING_CHANGED, UndoToken(1)))

    def draft(self, key: CommentKey) -> Draft | None:
        return self.drafts.get(key)

    def save_draft(self, key: CommentKey, text: str, facts: Mapping[Chip, str]) -> Change:
        from tests.clock import StoppedClock

        kept = {str(chip): words for chip, words in facts.items()}
        self.drafts[key] = Draft(key, text, StoppedClock().utc(), kept)
        self.inbox.made[key].row = replace(self.inbox.made[key].row, has_draft=bool(text))
        return self.publish(Change(Area.DRAFTS, 1, Deed.DRAFT_SAVED, UndoToken(1)))

    def copied(
        self,
        key: CommentKey,
        text: str,
        _start: Suggestion | None = None,
        _audience: Audience = Audience.PUBLIC,
    ) -> Change:
        self.copies.append(text)
        return self.inbox.change([key], Deed.COPIED, answered=True)


def suggestion(intent: Intent, text: str, audience: Audience = Audience.PUBLIC) -> Suggestion:
    return Suggestion(text, "en", intent, Tone.PLAIN, audience, (), (), frozenset())


@dataclass
class FakeCorrecting:
    """Notes what was corrected; nothing is like it."""

    inbox: FakeInbox
    said: list[tuple[CommentKey, Says, Kind | None]] = field(default_factory=list)
    spreads: Any = None

    def correct(self, key: CommentKey, says: Says, kind: Kind | None = None) -> Change:
        self.said.append((key, says, kind))
        if kind is not None:
            return self.inbox.pick_kind(key, kind)
        away = says is Says.HARSH
        deed = Deed.CORRECTED_AWAY if away else Deed.CORRECTED_SHOWN
        return self.inbox.change([key], deed, put_away=away)

    def spread(self, _key: CommentKey) -> Any:
        return self.spreads

    def corrections(self) -> tuple[()]:
        return ()


@dataclass
class FakeResting:
    """Rests as the real ones do, but for what is kept over a restart."""

    inbox: FakeInbox
    clock: StoppedClock
    publish: Callable[[Change], Change] = lambda change: change
    rows: dict[CommentKey, Resting] = field(default_factory=dict)
    severity: int = 0
    low: bool = False
    usual: Wait = Wait.TEN

    def offer(self, key: CommentKey, findings: tuple[DraftFinding, ...]) -> RestOffer | None:
        if key in self.rows:
            return None
        now = self.clock.utc()
        return cooling_off.offer(findings, self.severity, now, self.usual, low=self.low)

    def rest(self, key: CommentKey) -> Rest | None:
        resting = self.rows.get(key)
        if resting is None:
            return None
        return Rest(resting, cooling_off.by_the_wall(resting, self.clock.utc()))

    def rested(self) -> tuple[CommentKey, ...]:
        return tuple(key for key in self.rows if cast("Rest", self.rest(key)).over)

    def start(self, key: CommentKey, wait: Wait) -> Change:
        now = self.clock.utc()
        end = cooling_off.until(wait, now, self.clock.zone())
        self.rows[key] = Resting(key, now, end, int((end - now).total_seconds()))
        return self.inbox.change([key], Deed.REST_STARTED, resting=True)

    def end(self, key: CommentKey) -> Change:
        self.rows.pop(key, None)
        return self.inbox.change([key], Deed.REST_ENDED, resting=False)

    def leave(self, key: CommentKey) -> Change:
        self.rows.pop(key, None)
        return self.inbox.change([key], Deed.LET_REST, done=True, resting=False)

    def may_go_now(
        self, start: Suggestion | None, text: str, findings: tuple[DraftFinding, ...]
    ) -> bool:
        return start is not None and cooling_off.may_go_now(
            start.moves, findings, as_offered=start.text in text
        )


@dataclass
class FakeHistory:
    """Earlier versions by hand; putting one back writes the draft."""

    replying: FakeReplying
    kept: dict[CommentKey, tuple[DraftVersion, ...]] = field(default_factory=dict)

    def versions(self, key: CommentKey) -> tuple[DraftVersion, ...]:
        return self.kept.get(key, ())

    def put_back(self, key: CommentKey, version_id: int) -> Change:
        version = next(one for one in self.kept[key] if one.id == version_id)
        self.replying.drafts[key] = Draft(key, version.text, version.saved_at, version.facts)
        return self.replying.publish(Change(Area.DRAFTS, 1, Deed.DRAFT_PUT_BACK, UndoToken(1)))


class FakePosting:
    """Counts for a platform of 40 characters; reads nothing but one name."""

    limit: int | None = 10_000

    def posted(self, _key: CommentKey, text: str) -> Posted:
        found = (Reading.MENTION, "@sam") if "@sam" in text else (None, "")
        return Posted(len(text), self.limit, *found)


class FakeFacts:
    """Nothing to look into."""

    def of(self, _key: CommentKey) -> FactList:
        return FactList()


class FakeToDo:
    """A list of keys; whatever has a point may stand on it."""

    def __init__(self, inbox: FakeInbox, publish: Callable[[Change], Change]) -> None:
        self.inbox = inbox
        self.publish = publish
        self.listed: list[CommentKey] = []
        self.true: dict[CommentKey, str] = {}
        self.draft: Suggestion | None = None

    def board(self) -> Board:
        return Board()

    def items_of(self, key: CommentKey) -> tuple[Item, ...]:
        from tests.clock import StoppedClock

        made = Item(1, 1, StoppedClock().utc(), topic="sound")
        return (made,) if key in self.listed else ()

    def may_add(self, keys: Iterable[CommentKey]) -> bool:
        rows = [self.inbox.row(key) for key in keys]
        return any(row.kind in ANSWERABLE_KINDS and row.lane is not Lane.SAFETY for row in rows)

    def add(self, keys: Iterable[CommentKey]) -> Change:
        new = [key for key in keys if key not in self.listed and self.may_add((key,))]
        self.listed += new
        area = Area.TO_DO if new else Area.NOTHING
        return self.publish(Change(area, len(new), Deed.TO_DO_ADDED, UndoToken(1)))

    def pay_back(self, _key: CommentKey) -> Suggestion | None:
        return self.draft

    def true_words(self, key: CommentKey) -> str:
        return self.true.get(key, "")

    def save_true_words(self, key: CommentKey, words: str) -> Change:
        self.true[key] = words.strip()
        return self.publish(Change(Area.TO_DO, 1, Deed.TRUE_WORDS_SAVED, UndoToken(1)))


class FakeSavedReplies:
    """None are saved."""

    def find(self, _words: str, _language: str = "") -> tuple[()]:
        return ()


class FakeLines:
    """Nothing can be offered, and there is no place for private answers."""

    def fitting(self, *_for: object) -> tuple[()]:
        return ()


@dataclass
class FakeStopping:
    """Where asking once to stop stands, the same for every comment."""

    publish: Callable[[Change], Change]
    now: StopStep | None = None
    asked_of: list[CommentKey] = field(default_factory=list)

    def step(self, _key: CommentKey) -> StopStep | None:
        return self.now

    def settle_evidence(self, _key: CommentKey, *, saved: bool) -> Change:
        del saved
        assert self.now is not None
        self.now = replace(self.now, evidence_settled=True)
        return self.publish(Change(Area.VOICE, 1, Deed.EVIDENCE_SETTLED, UndoToken(1)))

    def asked(self, key: CommentKey) -> Change:
        from tests.clock import StoppedClock

        assert self.now is not None
        self.now = replace(self.now, asked_at=StoppedClock().utc())
        self.asked_of.append(key)
        return self.publish(Change(Area.VOICE, 1, Deed.ASKED_TO_STOP, UndoToken(1)))


class FakeLearning:
    """Learns nothing."""

    def offer(self, _key: CommentKey) -> None:
        return None


class FakePreferences:
    """The settings; every change is told."""

    def __init__(self, publish: Callable[[Change], Change]) -> None:
        self.kept: dict[str, SettingValue] = {}
        self.publish = publish
        self.interface_language = "en"

    def get(self, key: str) -> SettingValue:
        return self.kept.get(key, SETTINGS_BY_KEY[key].default)

    def set(self, key: str, value: SettingValue) -> Change:
        if not SETTINGS_BY_KEY[key].accepts(value):
            raise Problem(ProblemCode.SETTING_INVALID)
        self.kept[key] = value
        return self.publish(Change(Area.SETTINGS, 1, Deed.SETTING_CHANGED, UndoToken(1)))


class FakeWorkspace:
    """The workspace's own calls over the fakes."""

    def __init__(self, clock: StoppedClock) -> None:
        self.listeners: list[Callable[[Change], None]] = []
        self.care = FakeCare(clock)
        self.preferences = FakePreferences(self.publish)
        self.importing = FakeImporting()
        self.inbox = FakeInbox(publish=self.publish)
        self.replying = FakeReplying(self.inbox, self.publish)
        self.correcting = FakeCorrecting(self.inbox)
        self.facts = FakeFacts()
        self.posting = FakePosting()
        self.draft_history = FakeHistory(self.replying)
        self.resting = FakeResting(self.inbox, clock, self.publish)
        self.to_do = FakeToDo(self.inbox, self.publish)
        self.saved_replies = FakeSavedReplies()
        self.offers = self.channels = FakeLines()
        self.learning = FakeLearning()
        self.stopping = FakeStopping(self.publish)
        self.promises = FakePromises()
        self.undone = 0
        self.closed = False

    def real(self) -> Workspace:
        return cast("Workspace", self)

    def publish(self, change: Change) -> Change:
        for listener in tuple(self.listeners):
            listener(change)
        return change

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def undo(self) -> Change | None:
        self.undone += 1
        return self.publish(Change(Area.STATES, 1, Deed.MARKED_DONE))

    def redo(self) -> Change | None:
        return None

    def undoable(self) -> tuple[Deed, int] | None:
        return (Deed.MARKED_DONE, 1)

    def redoable(self) -> tuple[Deed, int] | None:
        return None

    def close(self) -> None:
        self.closed = True

    def add(self, text: str, author: str, kind: Kind, **more: Any) -> CommentKey:
        """Add a comment; `away=True` puts it away, `hours` is its age."""
        key = CommentKey(len(self.inbox.made) + 1)
        away = more.pop("away", False)
        written = self.care.clock.utc() - timedelta(hours=more.pop("hours", 2))
        row = InboxRow(
            key=key,
            put_away=away,
            kind=kind,
            lane=more.pop("lane", _LANES.get(kind, Lane.NEEDS_YOU)),
            confidence=more.pop("confidence", Confidence.HIGH),
            facets=more.pop("facets", frozenset()),
            platform=more.pop("platform", Platform.YOUTUBE),
            written_at=Moment(written, Precision.EXACT),
            points=more.pop("points", ()),
            text=None if away else text[:300],
            author=None if away else author,
            cut=not away and len(text) > 300,
            **more,
        )
        self.inbox.made[key] = Made(row, text, author)
        return key

    def answer(self, key: CommentKey, parent: CommentKey | None) -> None:
        """Make a comment a reply to another one, or to one that is not here."""
        made = self.inbox.made[key]
        made.row = replace(made.row, is_reply=True)
        self.inbox.answers[key] = parent


_LANES = {Kind.PRAISE: Lane.KIND, Kind.ABUSE: Lane.NOTHING_IN_IT, Kind.THREAT: Lane.SAFETY}


def filled(clock: StoppedClock, *, safety: bool = False) -> FakeWorkspace:
    """A library like the one in the pictures of the design."""
    made = FakeWorkspace(clock)
    sound = (Point("sound", "too_quiet", request=True, place="3:20"),)
    pace = (Point("pace", "too_slow"),)
    made.add(
        "Love the topic, but the audio is so quiet around 3:20 that I gave up. Please fix it, this isn't the first time.",
        "@lenapaints",
        Kind.CRITIQUE,
        points=sound,
        likes=14,
    )
    made.add(
        "I drew along with the whole thing and finally finished a piece. Thank you, really.",
        "@noor.sketch",
        Kind.PRAISE,
        platform=Platform.INSTAGRAM,
        likes=31,
        hours=3,
        kept=True,
    )
    made.add(
        f"{CANARY} you are the worst thing on this site",
        f"@{CANARY}",
        Kind.ABUSE,
        platform=Platform.TIKTOK,
        hours=3,
        away=True,
    )
    made.add(
        "Vilken pensel använder du vid 7:10? Jag hittar den inte i beskrivningen.",
        "@jonas_h",
        Kind.QUESTION,
        likes=3,
        hours=5,
    )
    made.add(
        f"{CANARY} the thumbnail promises something you never show",
        f"@{CANARY}2",
        Kind.HARSH_CRITIQUE,
        hours=6,
        away=True,
        facets=frozenset({Facet.VALID_POINT}),
        points=(Point("thumbnail"),),
        lane=Lane.USEFUL_BUT_HARSH,
    )
    made.add(
        "The pacing in the middle third dragged for me. The last part is the best thing you've made this year though.",
        "@tidewater",
        Kind.MIXED,
        platform=Platform.REDDIT,
        likes=22,
        hours=26,
        points=pace,
    )
    made.add(
        "First video of yours I've seen. Subscribed!",
        "@miraandthefox",
        Kind.PRAISE,
        likes=5,
        hours=27,
        read=True,
    )
    made.add(
        "Well, that was something.",
        "@greyscale",
        Kind.SARCASM,
        hours=30,
        confidence=Confidence.LOW,
        candidates=(Kind.SARCASM, Kind.PRAISE),
        lane=Lane.CAN_WAIT,
    )
    made.add(
        "شكرا جزيلا على هذا الفيديو الرائع",
        "@samar",
        Kind.UNCLEAR,
        hours=31,
        lane=Lane.CANNOT_JUDGE,
        language="ar",
    )
    made.add(f"{CANARY} short", f"@{CANARY}3", Kind.TROLL, hours=40, away=True)
    made.add(f"{CANARY} " * 500, f"@{CANARY}4", Kind.ABUSE, hours=50, away=True)
    if safety:
        made.add(f"{CANARY} I will find you", f"@{CANARY}5", Kind.THREAT, away=True)
    return made  # fmt: skip
