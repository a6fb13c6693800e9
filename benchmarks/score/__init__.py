"""Accuracy on gold documents."""
