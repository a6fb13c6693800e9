"""How weights are fitted."""
