"""The command line in this process, and its words."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any
from unittest import mock

from creator_calm.__main__ import main
from creator_calm.wording import use_language


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """Every line of standard output as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def sentence(self) -> str:
        """The one line of standard error, which is a sentence: it ends like one."""
        (line,) = self.err.splitlines()
        assert line.endswith((".", "”"))
        return line


def run(*arguments: str, given: bytes | str = b"") -> Said:
    """Run `creator-calm` with `given` on standard input."""
    data = given.encode() if isinstance(given, str) else given
    out, err = io.StringIO(), io.StringIO()
    stdin = io.TextIOWrapper(io.BytesIO(data))
    with mock.patch.object(sys, "stdin", stdin), redirect_stdout(out), redirect_stderr(err):
        code = main(list(arguments))
    use_language("en")
    return Said(code, out.getvalue(), err.getvalue())
