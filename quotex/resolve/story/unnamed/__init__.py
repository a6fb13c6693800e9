"""Speakers whom the text only describes: "the waiter", "his mother"."""
