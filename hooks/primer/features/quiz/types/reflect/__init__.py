"""Questions to write about freely, which are never scored."""
