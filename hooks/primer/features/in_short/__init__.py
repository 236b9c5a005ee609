"""What a page answers, in a few points above its text."""
