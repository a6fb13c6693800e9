"""What shows whose a quotation is that has no source of its own."""
