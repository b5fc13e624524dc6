"""Settings of appearance, `look.*`: a file of their own, read before there is a library or a window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from creator_calm.domain.settings import SETTINGS_BY_KEY
from creator_calm.storage.files import read_small, write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from creator_calm.domain.settings import SettingValue

LOOK_FILE = "look.json"
_MOST_BYTES = 64 * 1024


def read_look(config: Path) -> dict[str, SettingValue]:
    """Return the appearance settings from the config folder; what cannot be read is the default."""
    try:
        found = json.loads(read_small(config / LOOK_FILE, _MOST_BYTES) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return allowed(found) if isinstance(found, dict) else {}


def write_look(config: Path, settings: Mapping[str, SettingValue]) -> None:
    """Keep the appearance settings. Raises Problem CANNOT_WRITE; the old file is then untouched."""
    content = json.dumps(settings, indent=1, sort_keys=True)
    write_whole(config / LOOK_FILE, content.encode())


def allowed(found: Mapping[str, object]) -> dict[str, SettingValue]:
    """Return those settings that exist and hold what they may hold."""
    return {
        key: value
        for key, value in found.items()
        if key in SETTINGS_BY_KEY
        and isinstance(value, bool | int | str)
        and SETTINGS_BY_KEY[key].accepts(value)
    }
