"""Whose a labelled turn is: a label names the person whom the text introduces with it."""
