"""A home page: the search first, then worries, topics and what is for people at work."""
