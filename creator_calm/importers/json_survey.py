"""What the beginning of a JSON text holds: its lists with samples, and its single values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from creator_calm.domain.intake import Role
from creator_calm.importers import columns, limits

Path = tuple[str, ...]
"""Keys from the root object to a list; () is a list at the root."""

SAMPLE_ITEMS = 20
_MOST_VALUES = 500
_VALUE_CHARACTERS = 10 * limits.LABEL_CHARACTERS


@dataclass(slots=True)
class Survey:
    """What the beginning of a JSON text holds.

    `root` is list, object, text or value. `lists` maps the path of every list up to three keys
    deep to the number of items seen and the first 20 of them.
    """

    root: str
    keys: tuple[str, ...] = ()
    lists: dict[Path, tuple[int, list[Any]]] = field(default_factory=dict)
    values: dict[Path, Any] = field(default_factory=dict)
    """Texts and numbers up to three keys deep, None for keys that hold more; at most 500 of them."""
    single: dict[str, Any] | None = None
    """The root object itself, when it holds no list at all."""

    _looked_at: int = 0
    _found: bool = False

    def has_texts(self) -> bool:
        """Say whether a list was seen whose items hold a text. Cheap when nothing new was seen."""
        if not self._found and len(self.lists) != self._looked_at:
            self._looked_at = len(self.lists)
            labels = (
                tuple(str(key) for item in samples if isinstance(item, dict) for key in item)
                for _, samples in self.lists.values()
            )
            self._found = any(Role.TEXT in columns.roles(keys) for keys in labels)
        return self._found

    def note(self, path: Path, value: object, *, is_item: bool) -> None:
        """Take down an item of the list at `path`, or the value under it."""
        if is_item:
            times, samples = self.lists.setdefault(path, (0, []))
            if len(samples) < SAMPLE_ITEMS:
                samples.append(value)
            self.lists[path] = times + 1, samples
        elif len(self.values) < _MOST_VALUES and not isinstance(value, dict | list):
            # A key is told of before its value, as None; what lies deeper is not kept.
            self.values[path] = value[:_VALUE_CHARACTERS] if isinstance(value, str) else value
