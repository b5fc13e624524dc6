"""Every format there is, found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

# At once, not when first asked for: the package has a function of the same name, which an import
# later on would hide.
from creator_calm.importers.formats import __path__ as _folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.intake import FormatInfo, Skipped
    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading
    from creator_calm.importers.records import Record


_FOLDER = "creator_calm.importers.formats"


class Format(Protocol):
    """What a module in formats/ has to have; see there for the optional rest."""

    INFO: FormatInfo

    def sniff(self, opening: Opening) -> int:
        """Say how sure it is that this is its file, 0 to 100."""

    def read(self, reading: Reading) -> Iterator[Record | Skipped]:
        """Yield every record in file order."""


@cache
def all_formats() -> tuple[Format, ...]:
    """Return the modules in formats/ in the order of their names."""
    modules = (module.name for module in pkgutil.iter_modules(_folder))
    names = sorted(name for name in modules if not name.startswith("_"))
    found = [importlib.import_module(f"{_FOLDER}.{name}") for name in names]
    return cast("tuple[Format, ...]", tuple(found))


def formats() -> tuple[FormatInfo, ...]:
    """Return every format there is, the generic ones last."""
    generic = ("table", "json", "jsonl", "lines")
    infos = [module.INFO for module in all_formats()]
    order = {name: place for place, name in enumerate(generic, start=1)}
    return tuple(sorted(infos, key=lambda info: (order.get(info.name, 0), info.name)))
