"""Who said it in news and other reports."""
