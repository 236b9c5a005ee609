"""The tests of the site and its generator."""
