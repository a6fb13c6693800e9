"""Runs of capitalised words: where they stand, what belongs together in them, and which names they hold."""
