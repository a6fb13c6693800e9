"""Reported clauses: cue, content and source within a sentence."""
