"""How reading tells whoever waits that it is alive."""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """Told now and then how far reading is. May raise Problem to end it."""

    def step(self, done: int, total: int) -> None:
        """So many bytes of the source are read."""

    def busy(self, stage: str, seconds: float) -> None:
        """Say that a call into a library begins that may stay silent for so long; `stage` is a code."""


class Unwatched:
    """Nobody waits."""

    def step(self, done: int, total: int) -> None:
        """Do nothing."""

    def busy(self, stage: str, seconds: float) -> None:
        """Do nothing."""
