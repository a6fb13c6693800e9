"""Who said it: names, entities, pronouns and descriptions, and the resolver that decides."""
