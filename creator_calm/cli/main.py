"""Where `creator-calm` starts: arguments in, an exit code out, never a traceback."""

# ruff: noqa: PLC0415 - each command is imported when it is asked for, none of them for the window
from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from creator_calm import log, paths, preflight
from creator_calm.cli import output
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.wording import _, use_language

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence


def main(given: Sequence[str], open_window: Callable[[Path | None, list[Path]], int]) -> int:
    """Run `creator-calm` with the arguments `given`; return 0, 1 for a Problem, 2 for wrong usage.

    `open_window(data folder or None, files to bring in)` is handed in, because the command line
    knows nothing of Qt.
    """
    output.set_up_streams()
    use_language(_language_before_parsing(given))
    return _guarded(lambda: _start(given, open_window), debug="--debug" in given)


def _start(given: Sequence[str], open_window: Callable[[Path | None, list[Path]], int]) -> int:
    if not given:  # the window, in most cases: it opens sooner without the parser
        return _window_or_job(None, [], open_window)
    try:
        arguments, files = _parse(given)
    except SystemExit as stop:  # argparse has said what is wrong, or shown its help
        return stop.code if isinstance(stop.code, int) else 2
    return _run(arguments, files, open_window)


def _guarded(work: Callable[[], int], *, debug: bool) -> int:
    try:
        code = work()
        output.finish()
    except Problem as problem:
        if problem.code is ProblemCode.OUTPUT_LOST:
            output.give_up()
        return output.explain(problem)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        output.give_up()  # the reader went away (`| head`), which is its right
        return 0
    except Exception as fault:  # noqa: BLE001 - the last net: no traceback without --debug
        log.crash(type(fault), fault.__traceback__)
        output.complain(_("The program met a fault. What was saved stays saved."))
        if debug:
            # Frames only: the exception's own words may hold a comment's text.
            output.complain(type(fault).__name__)
            output.complain("".join(traceback.format_tb(fault.__traceback__)))
        return 1
    return code


def _parse(given: Sequence[str]) -> tuple[argparse.Namespace, list[Path]]:
    """Parse; files without a command (from a desktop's "Open with") are set apart."""
    from creator_calm.cli.parser import COMMANDS, build

    options, words = _apart(given)
    # os.path.exists answers where Path.exists raises: a name too long, a folder that is closed.
    if words and words[0] not in COMMANDS and all(os.path.exists(word) for word in words):  # noqa: PTH110
        return build().parse_args(options), [Path(word) for word in words]
    return build().parse_args(list(given)), []


def _apart(given: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the options, with the value two of them take, and the other words."""
    options: list[str] = []
    words: list[str] = []
    takes_value = False
    for word in given:
        (options if takes_value or word.startswith("-") else words).append(word)
        takes_value = not takes_value and word in {"--data-dir", "--language"}
    return options, words


def _language_before_parsing(given: Sequence[str]) -> str:
    """Find the language early, so that the help speaks it too."""
    for index, word in enumerate(given):
        if word.startswith("--language="):
            return word.split("=", maxsplit=1)[1]
        if word == "--language" and index + 1 < len(given):
            return given[index + 1]
    return "system"


def _run(
    arguments: argparse.Namespace,
    files: list[Path],
    open_window: Callable[[Path | None, list[Path]], int],
) -> int:
    from creator_calm.cli import advice, bringing_in, library, self_test, triage, versions

    if arguments.version:
        output.say(versions.lines())
        return 0
    if arguments.command is None:
        if arguments.no_window:
            return _terminal_job(files)
        return _window_or_job(arguments.data_dir, files, open_window)
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "triage": triage.run,
        "import": bringing_in.bring_in,
        "reply": advice.reply,
        "check-draft": advice.check_draft,
        "formats": library.list_formats,
        "export": library.export,
        "self-test": self_test.run,
    }
    return commands[arguments.command](arguments)


def _window_or_job(
    data_dir: Path | None, files: list[Path], open_window: Callable[[Path | None, list[Path]], int]
) -> int:
    """Open the window; where there is no screen, say so and do the job in the terminal."""
    reason = preflight.check()
    if not reason:
        return open_window(data_dir, files)
    output.complain(reason)
    return _terminal_job(files)


def _terminal_job(files: list[Path]) -> int:
    from creator_calm.cli import terminal_job

    return terminal_job.run(files or [paths.resource("samples", "comments.jsonl")], Path.cwd())
