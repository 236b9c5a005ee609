"""Questions that ask to mark the sentences of a passage that show something."""
