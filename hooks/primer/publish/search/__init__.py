"""The index in which the search of a browser looks words up, in pieces."""
