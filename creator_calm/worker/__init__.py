"""The process behind `--worker`: reads files and judges comments, away from the window.

Frames come in on standard input and go out on standard output: four bytes of length, then a
marshalled tuple whose first element names it. Whatever a library does to this process, ends it or
hangs in it, the app only sees a pipe close or fall silent.
"""

from __future__ import annotations

from creator_calm.worker.serving import main

__all__ = ["main"]
