"""Labels of turns: which forms they have, and which of them a text bears out."""
