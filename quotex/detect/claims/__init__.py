"""Who claims which words: turns, reports and speech tags together, so that no two quotations cut across each other."""
