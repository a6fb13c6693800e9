"""Whose the words are in features and profiles, which keep names back, speak of families and leave tags out."""
