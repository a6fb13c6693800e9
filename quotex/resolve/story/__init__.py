"""Who said it in a story."""
