"""Whose the reported words are: the noun phrase of the sentence that is their source."""
