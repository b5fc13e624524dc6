"""The log holds codes and numbers and cannot be made to hold text."""

from __future__ import annotations

import subprocess
import sys
import threading
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm import log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECRET = "nobody likes you"


class Kind(StrEnum):
    """An enum whose value is not its name."""

    ABUSE = "its value"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A log file of this test's own."""
    log.set_up(tmp_path, hooks=False)
    yield tmp_path
    log.close()


def written(folder: Path) -> str:
    """Return everything the log files hold."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.log")))


def test_an_event_is_one_line(folder: Path) -> None:
    """Code, then numbers; enum members by name."""
    log.event("import.done", read=212, share=0.25, ok=True, kind=Kind.ABUSE)
    line = written(folder)
    assert line.endswith(" note import.done read=212 share=0.25 ok=yes kind=abuse\n")
    assert line.count("\n") == 1


def test_only_its_owner_may_read_it(folder: Path) -> None:
    """0600."""
    assert (folder / log.FILE_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("value", [SECRET, SECRET.encode(), [SECRET], None, ValueError(SECRET)])
def test_text_is_refused(folder: Path, value: object) -> None:
    """A TypeError in tests, and nothing written."""
    with pytest.raises(TypeError):
        log.event("import.done", what=value)  # type: ignore[arg-type]
    assert written(folder) == ""


@pytest.mark.parametrize("code", [SECRET, "", "A", "a b", "a\nb", "x" * 65, "å"])
def test_a_code_is_ours(folder: Path, code: str) -> None:
    """Lower case, dots and underscores."""
    with pytest.raises(TypeError):
        log.event(code)
    assert written(folder) == ""


def test_refusal_never_stops_the_work(
    folder: Path, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    """Outside of tests the text is left out and the fact noted."""
    expect_log("log.refused")
    monkeypatch.setattr(log._log, "strict", False)
    log.event("import.done", what=SECRET)  # type: ignore[arg-type]
    assert "log.refused" in written(folder)
    assert SECRET not in written(folder)


@given(st.text(min_size=1), st.floats() | st.integers())
def test_no_text_comes_through(text: str, number: float) -> None:
    """Whatever the text: it is refused or it is one of our own codes."""
    try:
        log.event(text, n=number)
    except TypeError:
        return
    assert text.replace(".", "").replace("_", "").isalnum()
    assert text.isascii()


def test_a_crash_is_type_and_places(folder: Path, expect_log: Callable[[str], None]) -> None:
    """Never the message, which may be a comment; never the path of a home folder."""
    expect_log("unexpected")
    try:
        int(SECRET)
    except ValueError as error:
        log.crash(type(error), error.__traceback__)
    text = written(folder)
    assert "crash unexpected type=ValueError\n    tests/test_log.py:" in text
    assert ":test_a_crash_is_type_and_places\n" in text
    assert SECRET not in text
    assert str(Path.home()) not in text


def test_hooks_report_threads_too(folder: Path, expect_log: Callable[[str], None]) -> None:
    """An exception in a thread reaches the log and not the standard error."""
    expect_log("unexpected")
    log.install_hooks()
    thread = threading.Thread(target=int, args=(SECRET,))
    thread.start()
    thread.join()
    assert "type=ValueError" in written(folder)
    assert SECRET not in written(folder)


def test_a_process_that_dies_says_where_only(tmp_path: Path) -> None:
    """sys.excepthook and faulthandler of a real process: no message, no traceback on stderr."""
    code = (
        "from pathlib import Path; import sys; from creator_calm import log\n"
        "log.set_up(Path(sys.argv[1]))\n"
        f"def fall(): raise KeyError({SECRET!r})\n"
        "fall()"
    )
    command = [sys.executable, "-P", "-c", code, str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "type=KeyError" in written(tmp_path)
    assert ":fall" in written(tmp_path)
    assert SECRET not in written(tmp_path) + done.stderr + done.stdout


def test_three_files_and_no_more(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest events stay; together they never exceed three files."""
    monkeypatch.setattr(log, "MAX_BYTES", 2000)
    for number in range(400):
        log.event("tick", n=number)
    files = sorted(folder.glob("*.log"))
    assert len(files) == log.FILES
    assert all(path.stat().st_size <= 2000 for path in files)
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert "n=399" in (folder / log.FILE_NAME).read_text(encoding="utf-8")


def test_the_last_codes_are_remembered(folder: Path) -> None:
    """Fifty, for the report of a crash."""
    for number in range(80):
        log.event("tick", n=number)
    assert len(log.recent()) == log.KEPT_CODES
    assert log.recent()[-1].numbers == (("n", "79"),)


def test_details_only_when_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CREATOR_CALM_DEBUG changes how many, never what."""
    log.event("frame", log.Level.DETAIL, n=1)
    assert written(folder) == ""
    monkeypatch.setattr(log._log, "detail", True)
    log.event("frame", log.Level.DETAIL, n=1)
    assert " detail frame n=1\n" in written(folder)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """No log is no trouble."""
    log.set_up(tmp_path / "missing", hooks=False)
    log.event("start")
    assert not (tmp_path / "missing").exists()
