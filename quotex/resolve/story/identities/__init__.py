"""Who is one person under two names: first described and later named, or called "Uncle" and known as another."""
