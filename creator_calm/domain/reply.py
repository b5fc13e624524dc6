"""Advice for one comment. Advice is never an action: nothing here is ever sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.domain.learned import NOTHING_LEARNED, Learned
from creator_calm.domain.voice import ANY_MOMENT, AS_USUAL, NOTHING_BEFORE, Before, Moment, Voice

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Evidence
    from creator_calm.domain.promises import PromiseState


class Strategy(StrEnum):
    """What to do about a comment; one file each in replies/strategies."""

    SAFETY = "safety"
    CARE = "care"
    NORM_NOTE = "norm_note"
    ACKNOWLEDGE_AND_ACT = "acknowledge_and_act"
    CORRECT = "correct"
    RESOLVE_COMPLAINT = "resolve_complaint"
    HOLD = "hold"
    ANSWER = "answer"
    DISAGREE = "disagree"
    BOUNDARY = "boundary"
    THANKS = "thanks"
    SILENCE = "silence"
    STEP_BACK = "step_back"
    ASK_TO_STOP = "ask_to_stop"


RESTS = frozenset({Strategy.SILENCE, Strategy.STEP_BACK})
"""Advice to leave it, or to leave it for now: an answer of equal rank."""


class Intent(StrEnum):
    """What a suggestion is for. At most one suggestion per intent."""

    OWN_IT = "own_it"
    ACKNOWLEDGE = "acknowledge"
    ASK = "ask"
    HOLD = "hold"
    HOLD_WITH_DATE = "hold_with_date"
    SEE_IT_DIFFERENTLY = "see_it_differently"
    CORRECT = "correct"
    CHECK_FIRST = "check_first"
    CREDIT = "credit"
    ACKNOWLEDGE_AND_PRIVATE = "acknowledge_and_private"
    SOLUTION_PRIVATE = "solution_private"
    ANSWER = "answer"
    POINT_TO = "point_to"
    LATER = "later"
    MAYBE = "maybe"
    NO_KINDLY = "no_kindly"
    SPECIFIC_THANKS = "specific_thanks"
    BRIEF_THANKS = "brief_thanks"
    KIND_LIMIT = "kind_limit"
    REDIRECT = "redirect"
    NORM_EMPATHY = "norm_empathy"
    NORM_RULE = "norm_rule"
    PAY_BACK = "pay_back"
    FOLLOW_UP = "follow_up"
    NO_ANSWER_YET = "no_answer_yet"
    CHECK_BACK = "check_back"
    UPDATE_OTHERS = "update_others"


class Tone(StrEnum):
    """Voice of a suggestion."""

    WARM = "warm"
    PLAIN = "plain"
    BRIEF = "brief"


class Audience(StrEnum):
    """Who can read it once the creator pastes it."""

    PUBLIC = "public"
    PRIVATE = "private"


class ReasonCode(StrEnum):
    """Why a strategy fits; the ids of replies.md, worded by `wording`."""

    # silence, with a reason
    BAIT = "bait"
    NOTHING_IN_IT = "nothing_in_it"
    ALREADY_ANSWERED = "already_answered"
    TWO_ROUNDS = "two_rounds"
    OTHERS_ANSWERED = "others_answered"
    SAFETY = "safety"
    STORM = "storm"
    LATE_HOUR = "late_hour"
    LOW_TODAY = "low_today"
    SPAM = "spam"
    CANNOT_JUDGE = "cannot_judge"
    OLD = "old"
    # the other strategies
    HAS_A_POINT = "has_a_point"
    NEEDS_AN_ANSWER = "needs_an_answer"
    WANTS_SOMETHING = "wants_something"
    FACT_TO_CORRECT = "fact_to_correct"
    COST_SOMEONE_SOMETHING = "cost_someone_something"
    FACTS_MISSING = "facts_missing"
    CLAIM_TO_CHECK = "claim_to_check"
    OTHER_VIEW = "other_view"
    LET_DOWN = "let_down"
    KIND_WORDS = "kind_words"
    OWN_STORY = "own_story"
    BOUNDARY = "boundary"
    SOMEONE_IN_DISTRESS = "someone_in_distress"
    VIEWERS_HURT = "viewers_hurt"
    HEAVY_MOMENT = "heavy_moment"
    UNWANTED_CONTACT = "unwanted_contact"
    AIMED_AT_YOU = "aimed_at_you"
    NOT_SURE = "not_sure"
    OTHER_LANGUAGE = "other_language"
    YOUR_OWN_WORDS = "your_own_words"


class Action(StrEnum):
    """A step beside or instead of a reply, in the order to do them."""

    SAVE_EVIDENCE = "save_evidence"
    TELL_SOMEONE = "tell_someone"
    REPORT = "report"
    POLICE_INFO = "police_info"
    BLOCK = "block"
    MUTE = "mute"
    SECURITY_CHECKLIST = "security_checklist"
    SUPPORT_CARD = "support_card"
    CARE_STEPS = "care_steps"
    HELP_DIRECTORIES = "help_directories"
    ADD_ACTION_ITEM = "add_action_item"
    FOLLOW_UP = "follow_up"
    UPDATE_OTHERS = "update_others"
    PRIVATE_MESSAGE = "private_message"
    CORRECTION_NOTE = "correction_note"
    PIN = "pin"
    LOCK_THREAD = "lock_thread"
    SLOW_MODE = "slow_mode"
    ADD_TO_IDEAS = "add_to_ideas"
    ADD_TO_FAQ = "add_to_faq"
    KEEP_ON_SHELF = "keep_on_shelf"
    DOCUMENT = "document"
    STORM_CARD = "storm_card"
    SNOOZE = "snooze"
    TAKE_BREAK = "take_break"
    TRUSTED_READER = "trusted_reader"
    PICK_KIND = "pick_kind"
    MARK_DONE = "mark_done"


class Chip(StrEnum):
    """A fact only the creator can tick. Nothing is claimed without one."""

    GOT_IT_WRONG = "got_it_wrong"
    PARTLY_WRONG = "partly_wrong"
    SEE_IT_DIFFERENTLY = "see_it_differently"
    MY_CHOICE = "my_choice"
    NOT_SURE_YET = "not_sure_yet"
    WILL_CHANGE = "will_change"
    ALREADY_FIXED = "already_fixed"
    WONT_CHANGE = "wont_change"
    AGREE_ON = "agree_on"
    ANSWER = "answer"
    BECAUSE = "because"
    WHEN = "when"
    WHAT = "what"
    WHERE = "where"
    POINTER = "pointer"
    OFFER = "offer"
    OUTCOME = "outcome"
    MAYBE = "maybe"
    NO = "no"
    CREDIT_THEM = "credit_them"
    LATE = "late"
    BOUNDARY = "boundary"


TEXT_CHIPS = frozenset(
    {
        Chip.SEE_IT_DIFFERENTLY,
        Chip.AGREE_ON,
        Chip.ANSWER,
        Chip.BECAUSE,
        Chip.WHEN,
        Chip.WHAT,
        Chip.WHERE,
        Chip.POINTER,
        Chip.OFFER,
        Chip.OUTCOME,
    }
)
"""Chips that carry words of the creator's own; they are inserted as typed."""

EXCLUSIVE_CHIPS: tuple[frozenset[Chip], ...] = (
    frozenset({Chip.GOT_IT_WRONG, Chip.SEE_IT_DIFFERENTLY, Chip.MY_CHOICE}),
    frozenset({Chip.WILL_CHANGE, Chip.WONT_CHANGE, Chip.ALREADY_FIXED}),
    frozenset({Chip.MAYBE, Chip.NO, Chip.ANSWER}),
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One ready text. It claims only what `claims` lists."""

    text: str
    language: str
    intent: Intent
    tone: Tone
    audience: Audience
    moves: tuple[str, ...]
    phrases: tuple[str, ...]
    claims: frozenset[str]
    facts: tuple[Chip, ...] = ()
    parts: tuple[str, ...] = ()
    """What each of `phrases` became, in the same order; greeting and sign-off stand in none."""


@dataclass(frozen=True, slots=True)
class ReplyPlan:
    """Advice for one comment. No suggestion means silence, and `reason` says why."""

    strategy: Strategy
    reason: ReasonCode
    evidence: tuple[Evidence, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    actions: tuple[Action, ...] = ()
    asks: tuple[Chip, ...] = ()
    public_allowed: bool = True
    private_allowed: bool = False
    may_write: bool = True
    """Whether words of the creator's own are invited, also where none are suggested."""


@dataclass(frozen=True, slots=True)
class ReplyContext:
    """What the advisor may know beside the comment.

    `facts` maps a ticked chip to its text ("" for chips without words). `attempt` asks for
    another wording; `used` are phrase ids and `openers` first words (lower case, three of
    them) not to repeat. `private_channel` is the creator's own name for where to write in
    private, "" when they have none; `community` likewise where viewers talk with each other,
    `work` what the creator calls what they make. `recent` are phrase ids to avoid where others
    are left. `norm_notes` is the creator's wish to be offered words to the audience under a
    hateful comment. `facts_wait` says that they have begun to look into it and are not done: a
    full answer comes later. `anyway` asks for words although waiting or silence is the advice.
    `promise` is how far a promise about this comment has come, None without one, `promise_said`
    whether the author was told of it; `between` is what stays between the two, as an offer does;
    `ask_first` are the facts that its decision lets the creator
    tick.
    `learned` is what the creator's edits have taught.
    """

    interface_language: str = "en"
    reply_language: str | None = None
    platform: Platform = Platform.OTHER
    tone: Tone = Tone.PLAIN
    facts: dict[Chip, str] = field(default_factory=dict)
    private_channel: str = ""
    attempt: int = 0
    used: frozenset[str] = frozenset()
    openers: tuple[str, ...] = ()
    recent: frozenset[str] = frozenset()
    community: str = ""
    work: str = ""
    norm_notes: bool = False
    facts_wait: bool = False
    voice: Voice = AS_USUAL
    moment: Moment = ANY_MOMENT
    before: Before = NOTHING_BEFORE
    anyway: bool = False
    learned: Learned = NOTHING_LEARNED
    promise: PromiseState | None = None
    promise_said: bool = False
    between: tuple[str, ...] = ()
    ask_first: tuple[Chip, ...] = ()
