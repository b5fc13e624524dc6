"""The creator's library on disk: encrypted, one writer, nothing half-done. The only SQL of the project."""
