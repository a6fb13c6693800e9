"""Whom "he" and "she" mean in the narration of a story, and what they tell of the gender of its people."""
