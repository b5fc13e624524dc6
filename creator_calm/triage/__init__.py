"""From a comment to an Assessment: pure, offline, deterministic."""
