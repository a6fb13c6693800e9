"""How predictions are scored against gold documents."""
