"""Visit what the site's data rests on, to see whether each number, limit and name still stands there."""
