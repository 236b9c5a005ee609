"""The glossary: terms, links to them, and the page that lists them."""
