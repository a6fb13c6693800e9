"""What speaks for and against each candidate of a turn."""
