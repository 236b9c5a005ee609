"""Questions that ask to judge a statement."""
