"""Whom a description means in a report: "the senator", "his campaign manager", "the company"."""
