"""Run other systems on the same texts."""
