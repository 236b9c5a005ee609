"""References: the bibliography, numbered citations and the sources of a page."""
