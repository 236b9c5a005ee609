"""Places: what help lines and routes, which are both listed by country, have in common."""
