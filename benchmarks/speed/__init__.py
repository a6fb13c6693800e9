"""Time, memory and robustness."""
