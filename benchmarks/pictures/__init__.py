"""Pictures for the documentation, and a browser to look at pages with."""
