"""In a process of its own: no Qt, no sockets, nothing left in temporary folders, colour only for eyes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from creator_calm import paths

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import sys
calls = []
sys.addaudithook(lambda event, given: calls.append(event) if event.startswith("socket") else None)
from creator_calm.__main__ import main
code = main(sys.argv[1:])
loaded = sorted({name.split(".")[0] for name in sys.modules})
bad = [name for name in loaded if name in {"PySide6", "shiboken6", "socket", "ssl", "asyncio", "logging"}]
sys.stderr.write(f"|{code}|{bad}|{calls}|")
"""
CANARY = "zorkblat"


def child(
    *arguments: str, home: Path, given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command as a program of its own, with a temporary folder of its own."""
    temporary = home / "tmp"
    temporary.mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, "-c", ASK, *arguments],
        check=False,
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )


@pytest.mark.parametrize(
    "command", ["triage {file}", "import {file}", "reply", "check-draft", "formats", "export {out}"]
)
def test_commands_need_neither_qt_nor_sockets_and_leave_no_words(home: Path, command: str) -> None:
    sample = home / f"{CANARY}.csv"
    sample.write_text(f"text,author\nyou are a pathetic {CANARY} idiot,{CANARY}\n")
    words = command.format(file=sample, out=home / "out.json").split()
    done = child(*words, home=home, given=f"you are a pathetic {CANARY} idiot")
    assert done.stderr == "|0|[]|[]|"
    sample.unlink()
    left = [path for path in home.rglob("*") if path.is_file()]
    assert not [path for path in left if CANARY.encode() in path.read_bytes()]
    assert not list((home / "tmp").iterdir())


def test_the_self_test_passes(home: Path) -> None:
    done = child("self-test", home=home)
    assert done.stderr == "|0|[]|[]|"
    assert done.stdout.splitlines()[-1].endswith(" passed, 0 failed")
    assert not list((home / "tmp").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of POSIX")
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_colour_is_for_terminals_and_can_be_refused(
    home: Path, environment: dict[str, str]
) -> None:
    import pty

    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("no terminals to be had here")
    sample = paths.resource("samples", "comments.jsonl")
    command = [sys.executable, "-m", "creator_calm", "triage", str(sample)]
    clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=theirs, env={**clean, **environment}
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(ours)
    assert process.returncode == 0
    assert (b"\x1b[" in shown) is not bool(environment)
