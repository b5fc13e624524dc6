"""Expected trouble as codes and numbers, never a comment's text."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class ProblemCode(StrEnum):
    """What went wrong. `wording.py` says it in one sentence: what, where, what to do."""

    # files
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    NOT_A_FILE = "not_a_file"
    FILE_EMPTY = "file_empty"
    FILE_TOO_BIG = "file_too_big"
    FILE_LOCKED_BY_OFFICE = "file_locked_by_office"
    FILE_CHANGED = "file_changed"
    NOT_TEXT = "not_text"
    PICTURE = "picture"
    PDF = "pdf"
    ARCHIVE = "archive"
    DATABASE = "database"
    WEB_PAGE = "web_page"
    TRUNCATED = "truncated"
    TOO_DEEP = "too_deep"
    SPREADSHEET_TOO_WIDE = "spreadsheet_too_wide"
    SPREADSHEET_DAMAGED = "spreadsheet_damaged"
    SPREADSHEET_PROTECTED = "spreadsheet_protected"
    BAD_JSON = "bad_json"
    NO_COMMENTS = "no_comments"
    UNKNOWN_FORMAT = "unknown_format"
    WRONG_FORMAT = "wrong_format"
    COLUMNS_WITHOUT_TABLE = "columns_without_table"
    PASTE_TOO_LONG = "paste_too_long"
    PASTE_EMPTY = "paste_empty"
    TOO_BIG = "too_big"
    OWN_WORDS_EXPORT = "own_words_export"
    PRIVATE_MESSAGES = "private_messages"
    PRIVATE_CHAT = "private_chat"
    FORBIDDEN_XML = "forbidden_xml"
    BAD_XML = "bad_xml"
    WANTS_JSON = "wants_json"
    PACKED_WITH_ZSTD = "packed_with_zstd"
    ARCHIVE_DAMAGED = "archive_damaged"
    ARCHIVE_PROTECTED = "archive_protected"
    ARCHIVE_BOMB = "archive_bomb"
    # work
    CANCELLED = "cancelled"
    WORKER_DIED = "worker_died"
    WORKER_SILENT = "worker_silent"
    DISK_FULL = "disk_full"
    CANNOT_WRITE = "cannot_write"
    FOLDER_MISSING = "folder_missing"
    NOT_A_FOLDER = "not_a_folder"
    OUTPUT_LOST = "output_lost"
    INPUT_TOO_BIG = "input_too_big"
    REPORT_ENDING = "report_ending"
    OWN_FILE = "own_file"
    # library
    ALREADY_OPEN = "already_open"
    KEY_FILE_MISSING = "key_file_missing"
    KEY_FILE_DAMAGED = "key_file_damaged"
    KEY_FILE_ALTERED = "key_file_altered"
    PASSPHRASE_NEEDED = "passphrase_needed"  # noqa: S105 - a code, not a secret
    NEWER_VERSION = "newer_version"
    LIBRARY_MISSING = "library_missing"
    LIBRARY_EMPTY = "library_empty"
    LIBRARY_DAMAGED = "library_damaged"
    LIBRARY_FOREIGN = "library_foreign"
    LIBRARY_READ_ONLY = "library_read_only"
    LIBRARY_BUSY = "library_busy"
    LIBRARY_FORBIDDEN = "library_forbidden"
    # input of the creator
    TEXT_TOO_LONG = "text_too_long"
    FIELD_EMPTY = "field_empty"
    BAD_TIME = "bad_time"
    BAD_TIMES = "bad_times"
    BAD_SPAN = "bad_span"
    BAD_COUNTRY = "bad_country"
    BAD_BREATH = "bad_breath"
    BAD_DATES = "bad_dates"
    COVERED = "covered"
    NO_DAYS = "no_days"
    PHRASE_TOO_SMALL = "phrase_too_small"
    PHRASE_TOO_LONG = "phrase_too_long"
    PHRASE_KNOWN = "phrase_known"
    TOO_MANY_PHRASES = "too_many_phrases"
    NO_PHRASES = "no_phrases"
    NOT_CORRECTABLE = "not_correctable"
    NO_ACCOUNT = "no_account"
    RULES_MOVED = "rules_moved"
    SETTING_UNKNOWN = "setting_unknown"
    SETTING_INVALID = "setting_invalid"
    COMMENT_GONE = "comment_gone"
    NO_PROMISE_HERE = "no_promise_here"
    PROMISE_GONE = "promise_gone"
    DAY_PASSED = "day_passed"
    NOTHING_TO_UNDO = "nothing_to_undo"
    REPLY_NOT_OFFERED = "reply_not_offered"
    INPUT_EMPTY = "input_empty"
    TOO_MANY_FACTS = "too_many_facts"
    SAVED_REPLY_EMPTY = "saved_reply_empty"
    TOO_MANY_SLOTS = "too_many_slots"
    TITLE_TAKEN = "title_taken"
    LINE_KNOWN = "line_known"
    TOO_MANY_OF_THESE = "too_many_of_these"
    FACT_UNKNOWN = "fact_unknown"
    KIND_UNKNOWN = "kind_unknown"
    ENDING_UNKNOWN = "ending_unknown"
    RESOURCE_DAMAGED = "resource_damaged"


class Problem(Exception):  # noqa: N818 - the field's word: trouble that was expected, not a defect
    """Expected trouble.

    `numbers` are counts, rows, sizes. `name` is a file or format name the creator chose
    (shown cleaned, never logged); it never holds words of a comment.
    """

    def __init__(self, code: ProblemCode, *, name: str = "", **numbers: float) -> None:
        super().__init__(code.value)
        self.code = code
        self.name = name
        self.numbers: Mapping[str, float] = MappingProxyType(dict(numbers))
