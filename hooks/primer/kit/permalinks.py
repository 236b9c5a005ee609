"""Say in the language of the site what the links lead to that Python-Markdown makes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.kit.strings import MarkdownStrings

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Permalinks(Treeprocessor):
    """Names the links in headings and those back from footnotes.

    The first are taken from screen readers, and from the Tab key.
    A heading is called by all that is in it, so each would be called "… Link to this section", and each be a stop more
    on the way through a page. The list of a page's parts has the same addresses.
    """

    def __init__(self, md: Markdown, strings: MarkdownStrings) -> None:
        super().__init__(md)
        self._strings = strings

    def run(self, root: Element) -> None:
        number = 0
        for element in root.iter():
            if element.tag in HEADINGS:
                for link in element.findall("a[@class='headerlink']"):
                    link.attrib |= {"aria-hidden": "true", "tabindex": "-1"}
                    link.text = self._strings.link_to_section
            elif element.tag == "li" and element.get("id", "").startswith("fn:"):
                number += 1
                for link in element.iterfind(".//a[@class='footnote-backref']"):
                    link.set("title", self._strings.back_to_footnote.format(number=number))
