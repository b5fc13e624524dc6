"""Makes the .mo files before a wheel is built: the repository holds the .po only."""

from __future__ import annotations

import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
import i18n


class Catalogues(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002
        """Compile, except for an editable install: run.py does it there, when a .po changed."""
        if (i18n.LOCALE / i18n.PSEUDO).exists():
            raise SystemExit(
                "Remove resources/locale/xx first: the made-up language is not shipped."
            )
        if version == "standard":
            i18n.compile_all()
