"""Settings of the library, and what the app remembers for itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from creator_calm.domain.settings import SettingValue
    from creator_calm.storage.database import Database


class Settings:
    """The tables `settings` (the creator's choices) and `memory` (the app's own)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, object]:
        """Return every choice that differs from its default; unreadable ones are left out."""
        found = self._database.rows("SELECT key, value FROM settings")
        return {key: value for key, text in found if (value := _load(text)) is not None}

    def put(self, key: str, value: SettingValue | None) -> None:
        """Keep a choice; None forgets it. Inside `writing`."""
        if value is None:
            self._database.run("DELETE FROM settings WHERE key = ?", (key,))
        else:
            self._database.run(
                "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)",
                (key, json.dumps(value)),
            )

    def remembered(self, key: str) -> object:
        """Return what `remember` was given, None when there is nothing."""
        found = self._database.row("SELECT value FROM memory WHERE key = ?", (key,))
        return None if found is None else _load(found[0])

    def remember(self, key: str, value: object) -> None:
        """Keep a JSON value for the app itself. Inside `writing`."""
        self._database.run(
            "INSERT OR REPLACE INTO memory (key, value) VALUES (?, ?)", (key, json.dumps(value))
        )


def _load(text: str) -> object:
    try:
        value: object = json.loads(text)
    except ValueError:
        return None
    return value
