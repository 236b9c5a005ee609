"""Skeletons of what authors add: a page, a quiz, a term, a reference."""
