"""Everything that can go wrong ends in one sentence and an exit code, and leaves things as they were."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from contextlib import redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING, Never
from unittest import mock

import pytest

from creator_calm.__main__ import main
from creator_calm.cli import library, out_file, output
from creator_calm.clock import SystemClock
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.paths import folders
from creator_calm.workspace import Workspace
from tests.cli.running import run

if TYPE_CHECKING:
    from collections.abc import Callable

COMMENTS = "text,author\nWhat brush do you use?,Bo\nThank you so much!,Ann\n"


@pytest.fixture
def file(tmp_path: Path, home: Path) -> str:
    """Two comments."""
    path = tmp_path / "comments.csv"
    path.write_text(COMMENTS, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    "arguments",
    [
        ("triage",),
        ("triage", ""),
        ("import",),
        ("import", ""),
        ("bogus",),
        ("--bogus",),
        ("--lang", "sv", "formats"),
        ("--language", "xx", "formats"),
        ("--data-dir", "", "formats"),
        ("triage", "FILE", "--limit", "0"),
        ("triage", "FILE", "--limit", "-3"),
        ("triage", "FILE", "--limit", "x"),
        ("reply", "--tone", "loud"),
        ("a" * 5000,),
    ],
)
def test_wrong_usage_is_2(file: str, home: Path, arguments: tuple[str, ...]) -> None:
    said = run(*(file if word == "FILE" else word for word in arguments))
    assert said.code == 2
    assert said.err
    assert said.out == ""
    assert "Traceback" not in said.err
    assert not list(home.iterdir())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(500)),
        ("page.csv", b"<!doctype html><html><p>hi"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000)),
        ("broken.json", b'[{"text": "one"}, {"text": "tw'),
        ("~$open.xlsx", b"\x05me"),
        ("new\nline \x1b[31m\u202e.csv", b""),
        ("å" * 120 + ".csv", b""),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, home: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    english, swedish = run("triage", str(path)), run("import", str(path), "--language", "sv")
    assert english.code == swedish.code == 1
    assert english.sentence != swedish.sentence
    assert english.out == swedish.out == ""
    assert not {"\x1b", "\u202e", "\u2068"} & set(english.err)
    assert english.err.count(". ") >= 1, "what, and what to do"


def test_names_in_output_are_cleaned(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "new\nline \x1b[31m\u202e.csv"
    path.write_text(COMMENTS)
    said = run("import", str(path))
    assert said.code == 0
    first, *rest = said.out.splitlines()
    assert first.endswith("2 new.")
    assert not any("csv" in line for line in rest)
    assert not {"\x1b", "\u202e"} & set(said.out)


@pytest.mark.parametrize("command", ["triage -", "import -", "reply", "check-draft"])
@pytest.mark.parametrize("given", ["", " \n\t\n"])
def test_nothing_on_standard_input(home: Path, command: str, given: str) -> None:
    said = run(*command.split(), given=given)
    assert said.code == 1
    assert "standard input" in said.sentence


@pytest.mark.parametrize("command", ["triage -", "reply"])
def test_standard_input_that_cannot_be_read(home: Path, command: str) -> None:
    """`creator-calm reply < folder`."""

    class Folder(io.BytesIO):
        def read(self, _size: int | None = -1) -> Never:
            raise IsADirectoryError

        read1 = read

    err = io.StringIO()
    stdin = io.TextIOWrapper(Folder())
    with mock.patch.object(sys, "stdin", stdin), redirect_stderr(err):
        assert main(command.split()) == 1
    assert err.getvalue().startswith("Standard input cannot be read.")


def test_more_than_memory_should_hold(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_DATA_CAP", 10_000)
    said = run("triage", "-", given="a word " * 2_000)
    assert said.code == 1
    assert "standard input" in said.sentence
    assert run("reply", given="a" * 2_000_001).code == 1


def test_closed_streams_are_opened_on_nothing(file: str) -> None:
    """`<&- >&- 2>&-`: otherwise the library would be opened as standard output."""
    for command, code in ((["reply"], 1), (["triage", file], 0)):
        with (
            mock.patch.object(sys, "stdin", None),
            mock.patch.object(sys, "stdout", None),
            mock.patch.object(sys, "stderr", None),
        ):
            try:
                assert main(command) == code
            finally:
                for stream in (sys.stdin, sys.stdout, sys.stderr):
                    stream.close()


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_full_disk_behind_standard_output(file: str, more: tuple[str, ...]) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> Never:
            raise OSError(errno.ENOSPC, "")

    err = io.StringIO()
    with mock.patch.object(sys, "stdout", Full()), redirect_stderr(err):
        assert main(["triage", file, *more]) == 1
    assert err.getvalue().startswith("The result could not be written")


def test_a_reader_that_goes_away_is_no_trouble(file: str) -> None:
    class Gone(io.StringIO):
        def write(self, _text: str) -> Never:
            raise BrokenPipeError

    err = io.StringIO()
    with mock.patch.object(sys, "stdout", Gone()), redirect_stderr(err):
        assert main(["formats"]) == 0
    assert err.getvalue() == ""


@pytest.mark.parametrize("out", ["missing/out.html", "out.txt", "", ".", "folder.html"])
def test_a_report_that_cannot_be_is_said_before_the_work(
    file: str, tmp_path: Path, out: str
) -> None:
    (tmp_path / "folder.html").mkdir()
    said = run("triage", file, "--report", f"{tmp_path}/{out}")
    assert said.code == 1
    assert said.sentence
    assert said.out == ""


def test_a_report_does_not_take_the_place_of_the_comments(file: str) -> None:
    assert run("triage", file, "--report", file).code == 1
    assert Path(file).read_text(encoding="utf-8") == COMMENTS


@pytest.mark.parametrize("out", ["missing/out.json", "out.txt", "folder.json", "fifo.csv"])
def test_an_export_that_cannot_be(file: str, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "fifo.csv")
    said = run("export", str(tmp_path / out))
    assert said.code == 1
    assert said.sentence
    assert not list(tmp_path.glob("**/*.part"))


@pytest.mark.parametrize("name", ["vault.json", "new.json"])
def test_an_export_keeps_out_of_the_apps_own_folder(file: str, home: Path, name: str) -> None:
    """`export vault.json` would have replaced the key of the library."""
    run("import", file)
    before = (home / "data" / "vault.json").read_bytes()
    said = run("export", str(home / "data" / name))
    assert said.code == 1
    assert said.sentence
    assert (home / "data" / "vault.json").read_bytes() == before
    assert not (home / "data" / "new.json").exists()


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, ""), Problem(ProblemCode.LIBRARY_DAMAGED), KeyboardInterrupt()])  # fmt: skip
def test_an_export_cut_short_leaves_the_older_one(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: BaseException
) -> None:
    run("import", file)
    out = tmp_path / ("n" * 250 + ".json")
    assert run("export", str(out)).code == 0
    before = out.read_bytes()

    def stop(_row: object) -> Never:
        raise trouble

    monkeypatch.setattr(library, "_cells", stop)
    assert run("export", str(out)).code == (130 if isinstance(trouble, KeyboardInterrupt) else 1)
    assert out.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"comments.csv", "home", out.name}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    with out_file.whole_file(tmp_path / "link") as file:
        file.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_data_folder_of_any_sort(file: str, tmp_path: Path) -> None:
    """A folder that exists was once taken for a file to open."""
    there = tmp_path / "there"
    there.mkdir()
    said = run("--data-dir", str(there), "--version")
    assert said.code == 0
    for bad in (file, f"{file}/x", str(tmp_path / "no" / "such"), "~nobody-of-that-name/x"):
        refused = run("--data-dir", bad, "import", file)
        assert refused.code == 1
        assert refused.sentence


def test_a_library_that_is_open_elsewhere(file: str, home: Path) -> None:
    desk = Workspace.open(folders(home), SystemClock())
    try:
        for command in (("import", file), ("export", f"{home}.json")):
            said = run(*command)
            assert said.code == 1
            assert "is open on this library" in said.sentence
        assert run("import", "--dry-run", file).code == 0
        assert run("triage", file).code == 0
    finally:
        desk.close()
    assert not Path(f"{home}.json").exists()


def test_what_the_library_has_to_say_is_said(file: str, home: Path) -> None:
    run("import", file)
    (home / "data" / "vault.2.json").unlink()
    said = run("import", file)
    assert said.code == 0
    assert "key file" in said.sentence


def test_an_unexpected_fault_shows_no_words(
    file: str, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    expect_log("unexpected")
    words = "zork" + "blat"

    def fault(*_: object) -> Never:
        raise ValueError(words)

    monkeypatch.setattr("creator_calm.cli.triage.source_of", fault)
    said = run("triage", file)
    assert said.code == 1
    assert said.sentence == "The program met a fault. What was saved stays saved."
    loud = run("triage", file, "--debug")
    assert "ValueError" in loud.err
    assert words not in loud.err


def test_ctrl_c_is_quiet(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> Never:
        raise KeyboardInterrupt

    monkeypatch.setattr("creator_calm.cli.triage.source_of", stop)
    said = run("triage", file)
    assert (said.code, said.out, said.err) == (130, "", "")


def test_codes_that_do_not_exist(home: Path) -> None:
    for command in (("reply", "--fact", "nope"), ("check-draft", "--to", "nope")):
        said = run(*command, given="hello")
        assert said.code == 1
        assert "nope" in said.sentence
    assert run("triage", "-", "--as", "nope", given="hello").code == 1


def test_a_lone_surrogate_is_readable_json(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_text(json.dumps([{"text": "hello \ud800 there", "author": "\udfff"}]))
    said = run("triage", str(path), "--json", "--with-text")
    said.out.encode("utf-8")
    assert said.lines[0]["text"] == "hello \ufffd there"
