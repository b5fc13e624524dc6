"""Reading files and pasted text. Knows nothing of the library, the judges or Qt."""

from __future__ import annotations

from creator_calm.importers.intake import Intake, formats, read

__all__ = ["Intake", "formats", "read"]
