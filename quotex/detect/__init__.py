"""What was said: marks, passages, reported clauses."""
