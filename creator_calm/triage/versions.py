"""What a verdict rests on. Known without loading a list or the model: the app compares it often."""

from __future__ import annotations

from typing import Final

from creator_calm.domain.assessment import RULES_ALONE
from creator_calm.language.normalise import NORMALISER_VERSION
from creator_calm.triage.lexicon import LISTS_VERSION, RULES_VERSION

MODEL_DIGEST: Final = "d61a1dd5268453d77efb00632a899a1000657aaf777533d85fda1d252ab41c35"
"""SHA-256 of the arrays of `resources/harshness/harshness.npz` (see `harshness.content_digest`)."""

_RULES: Final = f"normaliser {NORMALISER_VERSION}, rules {RULES_VERSION}, lists {LISTS_VERSION}"
JUDGED_BY: Final = f"{_RULES}, model {MODEL_DIGEST[:8]}"
"""The versions a stored assessment depends on: it is recomputed when one changes."""

JUDGED_BY_RULES: Final = f"{_RULES}, {RULES_ALONE}"
"""The same where the model's file could not be read."""
