"""The glossary: terms, the links to them and the page that lists them."""
