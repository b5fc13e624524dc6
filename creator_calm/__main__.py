"""`python -m creator_calm` and the commands `creator-calm` and `creator-calm-gui`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


INTERRUPTED = 130
"""The exit code of a program that was stopped with Ctrl+C, as shells have it."""


def main(arguments: list[str] | None = None) -> int:
    """Run the worker, the command line or the window; return the exit code.

    Imports stand here and not above: the worker must not load the command line, and neither of
    them may load Qt.
    """
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--worker"]:
        from creator_calm import worker  # noqa: PLC0415 - see above

        return worker.main()
    try:
        from creator_calm import cli  # noqa: PLC0415 - see above

        return cli.main(given, _open_window)
    except KeyboardInterrupt:  # while it was still starting: no traceback for a change of mind
        return INTERRUPTED


def _open_window(data_dir: Path | None, files: list[Path]) -> int:
    from creator_calm import app  # noqa: PLC0415 - see main

    return app.run(data_dir, files)


if __name__ == "__main__":
    sys.exit(main())
