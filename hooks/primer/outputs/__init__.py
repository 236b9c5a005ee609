"""What leaves the site, one module a format."""
