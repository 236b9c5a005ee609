"""Questions that ask to put items in order."""
