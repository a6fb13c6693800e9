"""Speech that the layout shows: labels, dashes, headlines, statements."""
