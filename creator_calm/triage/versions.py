"""What a verdict rests on. Known without loading a list or the model: the app compares it often."""

from __future__ import annotations

from typing import Final

from creator_calm.language.normalise import NORMALISER_VERSION
from creator_calm.triage.lexicon import LISTS_VERSION, RULES_VERSION

MODEL_DIGEST: Final = "3a428561034101126aa5397088ecf862c79897de07b8b180bf334a49dbaf2fb5"
"""SHA-256 of the arrays of `resources/harshness/harshness.npz` (see `harshness.content_digest`)."""

JUDGED_BY: Final = (
    f"normaliser {NORMALISER_VERSION}, rules {RULES_VERSION}, lists {LISTS_VERSION}, "
    f"model {MODEL_DIGEST[:8]}"
)
"""The versions a stored assessment depends on: it is recomputed when one changes."""
