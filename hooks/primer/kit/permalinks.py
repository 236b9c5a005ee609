"""Keep the link to a heading out of the heading's name."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class QuietPermalinks(Treeprocessor):
    """Takes the links that Python-Markdown puts into headings from screen readers, and from the Tab key.

    A heading is called by all that is in it, so each would be called "… Link to this section", and each be a stop more
    on the way through a page. The list of a page's parts has the same addresses. Where the settings, which call them
    something, are in another language than the page, they are ``called`` otherwise.
    """

    def __init__(self, md: Markdown, called: str | None = None) -> None:
        super().__init__(md)
        self._called = called

    def run(self, root: Element) -> None:
        for heading in root.iter():
            if heading.tag in HEADINGS:
                for link in heading.findall("a[@class='headerlink']"):
                    link.attrib |= {"aria-hidden": "true", "tabindex": "-1"}
                    link.text = self._called or link.text
