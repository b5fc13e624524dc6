"""Expected trouble in one plain sentence each: what, where, what to do."""

from __future__ import annotations

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.clean import inline
from creator_calm.wording.catalogue import _, number


def problem_sentence(problem: Problem) -> str:
    """Say what went wrong, what it means for the data and what can be done."""
    sentence = _sentences().get(problem.code, "")
    numbers = {key: number(int(value)) for key, value in problem.numbers.items()}
    fields = {"name": inline(problem.name) if problem.name else _("this file"), "mb": "?", "row": "?", "kept": "?"}
    return sentence.format_map({**fields, **numbers})


def _sentences() -> dict[ProblemCode, str]:
    return {**_about_files(), **_about_reading(), **_about_work(), **_about_the_library(), **_about_input()}


def _about_files() -> dict[ProblemCode, str]:
    return {
        ProblemCode.FILE_MISSING: _("There is no file at {name}. Check the name, or drag the file into the window."),
        ProblemCode.FILE_UNREADABLE: _("{name} cannot be read. Check that you are allowed to open it, or copy it to another folder."),
        ProblemCode.NOT_A_FILE: _("{name} is a folder or a device, not a file. Choose one file in it."),
        ProblemCode.FILE_EMPTY: _("{name} is empty. Export it once more where it came from."),
        ProblemCode.FILE_TOO_BIG: _("{name} is larger than this kind of file may be ({mb} MB). Export a shorter period, or split it."),
        ProblemCode.FILE_LOCKED_BY_OFFICE: _("{name} is a lock file of an office program. Close the spreadsheet there and choose the real file."),
        ProblemCode.FILE_CHANGED: _("{name} changed while it was being read. Nothing was kept. Bring it in again when it is finished."),
        ProblemCode.NOT_TEXT: _("{name} does not hold text that can be read. Save it as CSV or text in the program it came from."),
        ProblemCode.PICTURE: _("{name} is a picture. Copy the comments as text and paste them instead."),
        ProblemCode.PDF: _("{name} is a PDF. Copy the comments out of it and paste them instead."),
        ProblemCode.ARCHIVE: _("{name} is an archive. Unpack it and choose the file with the comments."),
        ProblemCode.DATABASE: _("{name} is a database. Export the comments from it as CSV first."),
        ProblemCode.WEB_PAGE: _("This is a saved web page, not an export. Copy the comments and paste them instead."),
    }


def _about_reading() -> dict[ProblemCode, str]:
    return {
        ProblemCode.TRUNCATED: _("{name} stops in the middle of row {row}. {kept} rows can be read. Export it once more to get the rest."),
        ProblemCode.TOO_DEEP: _("{name} is nested deeper than any export of comments. Nothing was kept. Check that it is the right file."),
        ProblemCode.SPREADSHEET_TOO_WIDE: _("A sheet in {name} is too large to be comments. Save the sheet with the comments as a CSV file of its own."),
        ProblemCode.SPREADSHEET_DAMAGED: _("The spreadsheet {name} is damaged. Open it in its own program and save it again, or save it as CSV."),
        ProblemCode.SPREADSHEET_PROTECTED: _("The spreadsheet {name} is locked with a password. Save a copy without it and choose that."),
        ProblemCode.BAD_JSON: _("{name} looks like JSON but breaks off near row {row}. Nothing was kept. Export it once more."),
        ProblemCode.NO_COMMENTS: _("No comments were found in {name}. Check that it is the export with the comments, or paste them instead."),
        ProblemCode.UNKNOWN_FORMAT: _("There is no format called {name}. The command “creator-calm formats” lists them."),
        ProblemCode.WRONG_FORMAT: _("{name} does not fit the format that was chosen. Leave the choice open and it is found by its content."),
        ProblemCode.PASTE_TOO_LONG: _("This is more text than can be pasted at once. Save it as a text file and import that."),
        ProblemCode.PASTE_EMPTY: _("There is no text to paste. Copy some comments first."),
        ProblemCode.TOO_BIG: _("{name} needs more memory than reading may take. Nothing was kept. Split it into smaller files."),
    }


def _about_work() -> dict[ProblemCode, str]:
    return {
        ProblemCode.CANCELLED: _("Cancelled. Nothing was kept."),
        ProblemCode.WORKER_DIED: _("Reading {name} stopped unexpectedly. Nothing was kept. Try once more."),
        ProblemCode.WORKER_SILENT: _("Reading {name} took too long and was stopped. Nothing was kept. Try once more, or split the file."),
        ProblemCode.DISK_FULL: _("There is not enough room to save. {mb} MB are needed. Nothing was changed."),
        ProblemCode.CANNOT_WRITE: _("{name} cannot be written. Choose another folder, or check that you may write there."),
        ProblemCode.FOLDER_MISSING: _("The folder {name} cannot be reached. Connect the drive, or choose another folder."),
        ProblemCode.RESOURCE_DAMAGED: _("A file that belongs to Creator Calm is missing or damaged. Install it once more. Your comments are safe."),
    }


def _about_the_library() -> dict[ProblemCode, str]:
    return {
        ProblemCode.ALREADY_OPEN: _("Creator Calm is open on this library. Close it there first."),
        ProblemCode.KEY_FILE_MISSING: _("The library is there, but its key file vault.json is missing. Put it back into the folder. Nothing was changed."),
        ProblemCode.KEY_FILE_DAMAGED: _("Both copies of the key file are damaged. Put back vault.json from a copy of the folder. Nothing was changed."),
        ProblemCode.KEY_FILE_ALTERED: _("The key file was altered and no longer fits. Put back vault.json from a copy of the folder. Nothing was changed."),
        ProblemCode.PASSPHRASE_NEEDED: _("This library is protected by a passphrase, which this version cannot ask for. Nothing was changed."),
        ProblemCode.NEWER_VERSION: _("This library was made by a newer Creator Calm. Update the program. Nothing was changed."),
        ProblemCode.LIBRARY_MISSING: _("The key file is there, but the library is missing. Was it moved? Put it back. Nothing was changed."),
        ProblemCode.LIBRARY_EMPTY: _("The library's file is empty. Put it back from a copy of the folder. Nothing was changed."),
        ProblemCode.LIBRARY_DAMAGED: _("The library is damaged and was not opened, so that nothing gets worse. Put it back from a copy of the folder."),
        ProblemCode.LIBRARY_FOREIGN: _("The library belongs to another key file. Put back the pair that belongs together. Nothing was changed."),
        ProblemCode.LIBRARY_READ_ONLY: _("The library's folder cannot be written to. Check its rights, or choose another with --data-dir."),
        ProblemCode.LIBRARY_BUSY: _("The library is busy. Try again in a moment. Nothing was changed."),
    }


def _about_input() -> dict[ProblemCode, str]:
    return {
        ProblemCode.TEXT_TOO_LONG: _("The text is longer than fits here. Shorten it; what you wrote is still in the field."),
        ProblemCode.FIELD_EMPTY: _("This field needs a few words before it can be saved."),
        ProblemCode.BAD_TIME: _("This is not a time of day. Write it like 08:30."),
        ProblemCode.NO_DAYS: _("Pick at least one day."),
        ProblemCode.SETTING_UNKNOWN: _("There is no setting called {name}."),
        ProblemCode.SETTING_INVALID: _("This value does not fit the setting. Nothing was changed."),
        ProblemCode.COMMENT_GONE: _("This comment is no longer in the library."),
        ProblemCode.NOTHING_TO_UNDO: _("There is nothing to undo."),
        ProblemCode.REPLY_NOT_OFFERED: _("No reply is offered for this comment."),
        ProblemCode.INPUT_EMPTY: _("There is no text to look at. Write or pipe it into standard input."),
    }
