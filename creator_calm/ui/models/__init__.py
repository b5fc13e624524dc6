"""Item models over the workspace."""
