"""Posts of forums, comments, reviews and accounts: a name and a date over or under the words."""
