"""The receipt of a command, from which all screens refresh and undo follows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, StrEnum, auto


class Area(Flag):
    """What a command touched. Screens refresh by area."""

    NOTHING = 0
    COMMENTS = auto()
    ASSESSMENTS = auto()
    STATES = auto()
    DRAFTS = auto()
    IMPORTS = auto()
    CONTACTS = auto()
    NOTES = auto()
    SCHEDULE = auto()
    BREAKS = auto()
    SETTINGS = auto()
    RULES = auto()
    KIND_WORDS = auto()
    MOODS = auto()
    HELP_LINES = auto()
    FACTS = auto()
    OWN_WORDS = auto()
    TO_DO = auto()
    PROMISES = auto()
    VOICE = auto()


class Deed(StrEnum):
    """What was done, as a code; `wording.py` words it for toasts and the undo menu."""

    IMPORTED = "imported"
    IMPORT_TAKEN_BACK = "import_taken_back"
    MARKED_DONE = "marked_done"
    REOPENED = "reopened"
    MARKED_READ = "marked_read"
    MARKED_UNREAD = "marked_unread"
    LET_REST = "let_rest"
    PUT_AWAY = "put_away"
    BROUGHT_BACK = "brought_back"
    KIND_PICKED = "kind_picked"
    JUDGED_ANEW = "judged_anew"
    KEPT = "kept"
    NO_LONGER_KEPT = "no_longer_kept"
    DRAFT_SAVED = "draft_saved"
    DRAFT_CLEARED = "draft_cleared"
    COPIED = "copied"
    DRAFT_PUT_BACK = "draft_put_back"
    REST_STARTED = "rest_started"
    REST_ENDED = "rest_ended"
    CONTACT_SAVED = "contact_saved"
    CONTACT_REMOVED = "contact_removed"
    NOTE_SAVED = "note_saved"
    NOTE_REMOVED = "note_removed"
    SCHEDULE_SAVED = "schedule_saved"
    SCHEDULE_REMOVED = "schedule_removed"
    SCHEDULE_ANSWERED = "schedule_answered"
    SETTING_CHANGED = "setting_changed"
    RULES_CHANGED = "rules_changed"
    CORRECTED_AWAY = "corrected_away"
    CORRECTED_SHOWN = "corrected_shown"
    HISTORY_EMPTIED = "history_emptied"
    REVEALED = "revealed"
    TIME_OFF_PLANNED = "time_off_planned"
    TIME_OFF_ENDED = "time_off_ended"
    COVERED = "covered"
    UNCOVERED = "uncovered"
    KIND_SAVED = "kind_saved"
    KIND_REMOVED = "kind_removed"
    MOOD_NOTED = "mood_noted"
    MOODS_REMOVED = "moods_removed"
    LINE_SAVED = "line_saved"
    LINE_REMOVED = "line_removed"
    CARE_ERASED = "care_erased"
    EVIDENCE_SETTLED = "evidence_settled"
    ASKED_TO_STOP = "asked_to_stop"
    PHRASE_SAVED = "phrase_saved"
    PHRASE_REMOVED = "phrase_removed"
    PHRASE_UNWANTED = "phrase_unwanted"
    PHRASE_WANTED_BACK = "phrase_wanted_back"
    LEARNING_FORGOTTEN = "learning_forgotten"
    FACT_NOTED = "fact_noted"
    FACT_REMOVED = "fact_removed"
    FACTS_ENOUGH = "facts_enough"
    FACTS_REOPENED = "facts_reopened"
    OWN_WORDS_SAVED = "own_words_saved"
    OWN_WORDS_REMOVED = "own_words_removed"
    OWN_WORDS_MOVED = "own_words_moved"
    TO_DO_ADDED = "to_do_added"
    TO_DO_CHANGED = "to_do_changed"
    TO_DO_DONE = "to_do_done"
    TO_DO_REOPENED = "to_do_reopened"
    TO_DO_REMOVED = "to_do_removed"
    TO_DO_MOVED = "to_do_moved"
    TRUE_WORDS_SAVED = "true_words_saved"
    TOLD_ALL = "told_all"
    PROMISE_MADE = "promise_made"
    PROMISE_NOTED = "promise_noted"
    PROMISE_MOVED = "promise_moved"
    PROMISE_CLOSED = "promise_closed"
    PROMISE_REMOVED = "promise_removed"


@dataclass(frozen=True, slots=True)
class UndoToken:
    """Names one step that can be taken back, as long as it is among the steps kept."""

    number: int


@dataclass(frozen=True, slots=True)
class Change:
    """What a command did: the areas it touched, how many things, and how to take it back."""

    areas: Area
    count: int
    deed: Deed
    undo: UndoToken | None = None


class NoticeCode(StrEnum):
    """What the library has to say once after it was opened."""

    UNCLEAN_END = "unclean_end"
    IMPORT_REMOVED = "import_removed"
    CHANGES_MISSING = "changes_missing"
    KEY_FILE_REPAIRED = "key_file_repaired"
    JOURNAL_SET_ASIDE = "journal_set_aside"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line for the start page. `number` is comments or changes, 0 where there is nothing to count."""

    code: NoticeCode
    number: int = 0
