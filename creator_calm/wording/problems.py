"""Expected trouble in one plain sentence each: what, where, what to do."""

from __future__ import annotations

from typing import Final

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.clean import inline
from creator_calm.wording.catalogue import N_, _, marked, number

_ABOUT_FILES: Final = {
    ProblemCode.FILE_MISSING: N_(
        "There is no file at {name}. Check the name, or drag the file into the window."
    ),
    ProblemCode.FILE_UNREADABLE: N_(
        "{name} cannot be read. Check that you are allowed to open it, or copy it to another folder."
    ),
    ProblemCode.NOT_A_FILE: N_(
        "{name} is a folder or a device, not a file. Choose one file in it."
    ),
    ProblemCode.FILE_EMPTY: N_("{name} is empty. Export it once more where it came from."),
    ProblemCode.FILE_TOO_BIG: N_(
        "{name} is larger than this kind of file may be ({mb} MB). Export a shorter period, or split it."
    ),
    ProblemCode.FILE_LOCKED_BY_OFFICE: N_(
        "{name} is a lock file of an office program. Close the spreadsheet there and choose the real file."
    ),
    ProblemCode.FILE_CHANGED: N_(
        "{name} changed while it was being read. Nothing was kept. Bring it in again when it is finished."
    ),
    ProblemCode.NOT_TEXT: N_(
        "{name} does not hold text that can be read. Save it as CSV or text in the program it came from."
    ),
    ProblemCode.PICTURE: N_(
        "{name} is a picture. Copy the comments as text and paste them instead."
    ),
    ProblemCode.PDF: N_("{name} is a PDF. Copy the comments out of it and paste them instead."),
    ProblemCode.ARCHIVE: N_(
        "{name} is an archive. Unpack it and choose the file with the comments."
    ),
    ProblemCode.DATABASE: N_("{name} is a database. Export the comments from it as CSV first."),
    ProblemCode.WEB_PAGE: N_(
        "This is a saved web page, not an export. Copy the comments and paste them instead."
    ),
}


_ABOUT_READING: Final = {
    ProblemCode.TRUNCATED: N_(
        "{name} stops in the middle of row {row}. Nothing was kept. Export it once more where it came from."
    ),
    ProblemCode.TOO_DEEP: N_(
        "{name} is nested deeper than any export of comments. Nothing was kept. Check that it is the right file."
    ),
    ProblemCode.SPREADSHEET_TOO_WIDE: N_(
        "A sheet in {name} is too large to be comments. Save the sheet with the comments as a CSV file of its own."
    ),
    ProblemCode.SPREADSHEET_DAMAGED: N_(
        "The spreadsheet {name} is damaged. Open it in its own program and save it again, or save it as CSV."
    ),
    ProblemCode.SPREADSHEET_PROTECTED: N_(
        "The spreadsheet {name} is locked with a password. Save a copy without it and choose that."
    ),
    ProblemCode.BAD_JSON: N_(
        "{name} looks like JSON but breaks off near row {row}. Nothing was kept. Export it once more."
    ),
    ProblemCode.OWN_WORDS_EXPORT: N_(
        "{name} holds what you wrote yourself, not comments to you. Nothing was kept. Paste the comments, or export them."
    ),
    ProblemCode.PRIVATE_MESSAGES: N_(
        "{name} holds private messages, which are not brought in. Nothing was kept. Choose a file with public comments."
    ),
    ProblemCode.PRIVATE_CHAT: N_(
        "{name} is a private conversation. Nothing was kept. Say that it may be brought in, or choose another file."
    ),
    ProblemCode.FORBIDDEN_XML: N_(
        "{name} holds XML declarations that no export needs. It was not read. Export it once more."
    ),
    ProblemCode.BAD_XML: N_(
        "{name} looks like XML but breaks off near line {row}. Nothing was kept. Export it once more."
    ),
    ProblemCode.WANTS_JSON: N_(
        "{name} is an export made as HTML. Ask for it again as JSON, or copy and paste the comments."
    ),
    ProblemCode.PACKED_WITH_ZSTD: N_(
        "{name} is packed with zstd, which cannot be opened here. Unpack it first, with zstd -d, and choose the result."
    ),
    ProblemCode.ARCHIVE_DAMAGED: N_(
        "The archive {name} is damaged. Nothing was kept. Download it once more."
    ),
    ProblemCode.ARCHIVE_PROTECTED: N_(
        "The archive {name} has a password. Unpack it first, and choose the file inside."
    ),
    ProblemCode.ARCHIVE_BOMB: N_(
        "Unpacked, {name} would be far larger than any export. It was not read. Choose the file inside by itself."
    ),
    ProblemCode.NO_COMMENTS: N_(
        "No comments were found in {name}. Check that it is the export with the comments, or paste them instead."
    ),
    ProblemCode.UNKNOWN_FORMAT: N_(
        "There is no format called {name}. The command “creator-calm formats” lists them."
    ),
    ProblemCode.WRONG_FORMAT: N_(
        "{name} does not fit the format that was chosen. Leave the choice open and it is found by its content."
    ),
    ProblemCode.COLUMNS_WITHOUT_TABLE: N_(
        "{name} is not taken for a table, so it has no columns to choose. Choose the format as well: --format table."
    ),
    ProblemCode.PASTE_TOO_LONG: N_(
        "This is more text than can be pasted at once. Save it as a text file and import that."
    ),
    ProblemCode.PASTE_EMPTY: N_("There is no text to paste. Copy some comments first."),
    ProblemCode.TOO_BIG: N_(
        "{name} needs more memory than reading may take. Nothing was kept. Split it into smaller files."
    ),
}


_ABOUT_WORK: Final = {
    ProblemCode.CANCELLED: N_("Cancelled. Nothing was kept."),
    ProblemCode.WORKER_DIED: N_(
        "Reading {name} stopped unexpectedly. Nothing was kept. Try once more."
    ),
    ProblemCode.WORKER_SILENT: N_(
        "Reading {name} took too long and was stopped. Nothing was kept. Try once more, or split the file."
    ),
    ProblemCode.DISK_FULL: N_(
        "There is not enough room to save. {mb} MB are needed. Nothing was changed."
    ),
    ProblemCode.CANNOT_WRITE: N_(
        "{name} cannot be written. Choose another folder, or check that you may write there."
    ),
    ProblemCode.FOLDER_MISSING: N_(
        "The folder {name} cannot be reached. Connect the drive, or choose another folder."
    ),
    ProblemCode.NOT_A_FOLDER: N_(
        "{name} is a file, and a folder is needed there. Choose another folder with --data-dir."
    ),
    ProblemCode.OUTPUT_LOST: N_(
        "The result could not be written to standard output. Check that its disk has room."
    ),
    ProblemCode.RESOURCE_DAMAGED: N_(
        "A file that belongs to Creator Calm is missing or damaged. Install it once more. Your comments are safe."
    ),
}


_ABOUT_THE_LIBRARY: Final = {
    ProblemCode.ALREADY_OPEN: N_("Creator Calm is open on this library. Close it there first."),
    ProblemCode.KEY_FILE_MISSING: N_(
        "The library is there, but its key file vault.json is missing. Put it back into the folder. Nothing was changed."
    ),
    ProblemCode.KEY_FILE_DAMAGED: N_(
        "Both copies of the key file are damaged. Put back vault.json from a copy of the folder. Nothing was changed."
    ),
    ProblemCode.KEY_FILE_ALTERED: N_(
        "The key file was altered and no longer fits. Put back vault.json from a copy of the folder. Nothing was changed."
    ),
    ProblemCode.PASSPHRASE_NEEDED: N_(
        "This library is protected by a passphrase, which this version cannot ask for. Nothing was changed."
    ),
    ProblemCode.NEWER_VERSION: N_(
        "This library was made by a newer Creator Calm. Update the program. Nothing was changed."
    ),
    ProblemCode.LIBRARY_MISSING: N_(
        "The key file is there, but the library is missing. Was it moved? Put it back. Nothing was changed."
    ),
    ProblemCode.LIBRARY_EMPTY: N_(
        "The library’s file is empty. Put it back from a copy of the folder. Nothing was changed."
    ),
    ProblemCode.LIBRARY_DAMAGED: N_(
        "The library is damaged and was not opened, so that nothing gets worse. Put it back from a copy of the folder."
    ),
    ProblemCode.LIBRARY_FOREIGN: N_(
        "The library belongs to another key file. Put back the pair that belongs together. Nothing was changed."
    ),
    ProblemCode.LIBRARY_READ_ONLY: N_(
        "The library’s folder cannot be written to. Check its rights, or choose another with --data-dir."
    ),
    ProblemCode.LIBRARY_BUSY: N_(
        "The library is busy. Try again in a moment. Nothing was changed."
    ),
    ProblemCode.LIBRARY_FORBIDDEN: N_(
        "You may not open {name}. Check whose file it is and its rights. Nothing was changed."
    ),
}


_ABOUT_INPUT: Final = {
    ProblemCode.TEXT_TOO_LONG: N_(
        "The text is longer than fits here. Shorten it; what you wrote is still in the field."
    ),
    ProblemCode.FIELD_EMPTY: N_("This field needs a few words before it can be saved."),
    ProblemCode.BAD_TIME: N_("This is not a time of day. Write it like 08:30."),
    ProblemCode.BAD_TIMES: N_(
        "At most eight times of day fit here, with commas between: 09:00, 13:00. Left empty, it is off."
    ),
    ProblemCode.BAD_COUNTRY: N_(
        "Countries are written in two letters, at most two of them, like SE or SE, NO."
    ),
    ProblemCode.BAD_BREATH: N_(
        "Four numbers of seconds: in, hold, out, hold. Each up to 12, together 6 to 20, like 5, 0, 6, 0."
    ),
    ProblemCode.BAD_SPAN: N_(
        "Two different times of day fit here, like 22:00–07:00. Left empty, it is off."
    ),
    ProblemCode.BAD_DATES: N_(
        "The last day comes before the first one, or the time is longer than two years."
    ),
    ProblemCode.COVERED: N_(
        "Words are covered while “I’m live” is on. Turn it off to see them again."
    ),
    ProblemCode.NO_DAYS: N_("Pick at least one day."),
    ProblemCode.PHRASE_TOO_SMALL: N_(
        "This stands in nearly every comment. Write a longer word, or a few words together."
    ),
    ProblemCode.PHRASE_TOO_LONG: N_("At most {n} characters fit here. Shorten it a little."),
    ProblemCode.PHRASE_KNOWN: N_("This one is among your words already."),
    ProblemCode.TOO_MANY_PHRASES: N_("At most {n} words fit. Remove some first."),
    ProblemCode.TOO_MANY_FACTS: N_(
        "At most {n} questions fit one comment. Remove one of your own first."
    ),
    ProblemCode.SAVED_REPLY_EMPTY: N_("A saved reply needs a text. Write it, then save."),
    ProblemCode.TOO_MANY_SLOTS: N_(
        "At most {n} different words in braces fit one saved reply. Take some of the braces away."
    ),
    ProblemCode.TITLE_TAKEN: N_(
        "Another saved reply has this title. Give this one a title of its own."
    ),
    ProblemCode.LINE_KNOWN: N_("This stands in your list already."),
    ProblemCode.TOO_MANY_OF_THESE: N_("At most {n} fit in this list. Remove one first."),
    ProblemCode.NO_PHRASES: N_(
        "{name} holds no words that can be used. Write one word or phrase per line."
    ),
    ProblemCode.NOT_CORRECTABLE: N_(
        "What may be a matter of safety is not learned from. You can still bring this one back for yourself."
    ),
    ProblemCode.NO_ACCOUNT: N_(
        "The file this came from names no account, and a name alone could be anybody’s."
    ),
    ProblemCode.RULES_MOVED: N_("Something changed meanwhile. Look at the effect once more."),
    ProblemCode.SETTING_UNKNOWN: N_("There is no setting called {name}."),
    ProblemCode.SETTING_INVALID: N_("This value does not fit the setting. Nothing was changed."),
    ProblemCode.COMMENT_GONE: N_("This comment is no longer in the library."),
    ProblemCode.NO_PROMISE_HERE: N_(
        "Nothing is promised to whoever wrote this. You owe no answer."
    ),
    ProblemCode.PROMISE_GONE: N_("This promise is no longer there."),
    ProblemCode.DAY_PASSED: N_("That day has passed. Pick today or a later one."),
    ProblemCode.NOTHING_TO_UNDO: N_("There is nothing to undo."),
    ProblemCode.REPLY_NOT_OFFERED: N_("No reply is offered for this comment."),
    ProblemCode.FACT_UNKNOWN: N_(
        "There is no fact called {name}. “creator-calm reply --help” lists them."
    ),
    ProblemCode.KIND_UNKNOWN: N_(
        "There is no kind called {name}. “creator-calm triage --list-kinds” lists them."
    ),
    ProblemCode.ENDING_UNKNOWN: N_(
        "{name} does not end in .json or .csv. Nothing was written. Choose one of the two."
    ),
    ProblemCode.REPORT_ENDING: N_(
        "{name} does not end in .html. Nothing was written. Choose a name that does."
    ),
    ProblemCode.OWN_FILE: N_(
        "{name} is in Creator Calm’s own folder. Nothing was written. Choose another folder."
    ),
    ProblemCode.INPUT_TOO_BIG: N_(
        "More than {mb} MB came on standard input. Nothing was kept. Save it as a file and name that."
    ),
    ProblemCode.INPUT_EMPTY: N_(
        "There is no text to look at. Write or pipe it into standard input."
    ),
}

_SENTENCES: Final = {
    **_ABOUT_FILES,
    **_ABOUT_READING,
    **_ABOUT_WORK,
    **_ABOUT_THE_LIBRARY,
    **_ABOUT_INPUT,
}


_DISK_FULL_SOMEHOW: Final = N_(
    "The disk is full. Nothing was changed. Free some space there and try again."
)


def _sentence_for(problem: Problem) -> str:
    if problem.code is ProblemCode.DISK_FULL and "mb" not in problem.numbers:
        return _DISK_FULL_SOMEHOW  # it filled up while something was saved: nobody knows how much
    return _SENTENCES[problem.code]


def problem_sentence(problem: Problem) -> str:
    """Say what went wrong, what it means for the data and what can be done."""
    sentence = marked(_sentence_for(problem))
    numbers = {key: number(int(value)) for key, value in problem.numbers.items()}
    fields = {
        "name": inline(problem.name) if problem.name else _("this file"),
        "mb": "?",
        "row": "?",
        "n": "?",
    }
    return sentence.format_map({**fields, **numbers})
