"""Posts of forums, comments, reviews: a name and a date over or under the words."""
