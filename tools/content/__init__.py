"""The rules that this site's own text is held to."""
