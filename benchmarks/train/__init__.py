"""Trainers: one a model, of the same name."""
