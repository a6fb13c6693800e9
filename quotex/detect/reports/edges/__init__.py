"""Where reported words begin and end."""
