"""Questions that ask what belongs to each item."""
