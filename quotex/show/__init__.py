"""What a reader sees: tables, pictures, explanations, the text in colours."""
