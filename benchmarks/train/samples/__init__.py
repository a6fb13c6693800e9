"""Gold documents as training samples."""
