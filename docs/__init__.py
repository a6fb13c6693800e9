"""Build the documentation, and refresh the outputs printed in it."""
