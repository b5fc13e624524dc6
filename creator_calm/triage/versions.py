"""What a verdict rests on. Known without loading a list or the model: the app compares it often."""

from __future__ import annotations

from typing import Final

from creator_calm.domain.assessment import RULES_ALONE
from creator_calm.language.normalise import NORMALISER_VERSION
from creator_calm.triage.lexicon import LISTS_VERSION, RULES_VERSION

MODEL_DIGEST: Final = "37e0a79b186fc928940614a4be37c5cb0ef238622c1096993f12b303920ca3e5"
"""SHA-256 of the arrays of `resources/harshness/harshness.npz` (see `harshness.content_digest`)."""

_RULES: Final = f"normaliser {NORMALISER_VERSION}, rules {RULES_VERSION}, lists {LISTS_VERSION}"
JUDGED_BY: Final = f"{_RULES}, model {MODEL_DIGEST[:8]}"
"""The versions a stored assessment depends on: it is recomputed when one changes."""

JUDGED_BY_RULES: Final = f"{_RULES}, {RULES_ALONE}"
"""The same where the model's file could not be read."""
