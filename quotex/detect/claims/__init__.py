"""Settle which turn, report or speech tag each word belongs to, so that no two quotations cut across each other."""
