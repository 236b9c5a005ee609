"""Questions that ask to choose one option, or several."""
