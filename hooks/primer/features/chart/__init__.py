"""Charts and drawings with the same in words."""
