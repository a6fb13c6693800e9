"""Quotation marks: which glyphs there are, which open and which close, and the passages between them."""
