"""Which passages in marks are speech."""
