"""Pages: front matter, addresses and what is shown around the text."""
