"""The directory: help lines and routes by country."""
