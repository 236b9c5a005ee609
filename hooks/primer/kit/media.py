"""Report what a page shows and browsers will not, and pictures without words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from primer.core.diagnostics import Problem
from primer.kit.locations import Finder
from primer.kit.page import CurrentPage
from primer.text.blocked_html import TypedTags, blocked

_MAY_BE_BLOCKED = re.compile(
    r"<(?:a|audio|embed|h1|iframe|img|input|link|object|script|source|style|track|video)\b|[\s\"'/](?:style|on\w+)\s*=",
    re.IGNORECASE,
)
SECOND_TITLE = "the page has its title from the front matter, and this would be a second one"
_PAGE = re.compile(r"(?![a-z]+:|//)[^#?]+\.md(?:$|[#?])")
"""An address that only a link in Markdown is led on from."""
_HEADING = re.compile(r"^ {0,3}#(?!#)|^.*\S.*\n=+[ \t]*$", re.MULTILINE)


class ShownMedia(Treeprocessor):
    """Reports what is refused in a page, and makes a second title the heading of a part.

    ``current`` returns the page.
    """

    def __init__(self, md: Markdown, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        if page is None:
            return
        found = [*self._in_tree(root), *self._in_html()]
        titles = list(root.iter("h1"))
        if not found and not titles:
            return
        finder = Finder(page)
        page.report.extend(problem.at(finder.next(written)) for written, problem in found)
        for nth, title in enumerate(titles):
            title.tag = "h2"
            place, hint = finder.match(_HEADING, nth), "begin it with '##', or remove it"
            page.report.add(place, SECOND_TITLE, "page-second-title", hint)

    def _in_tree(self, root: Element) -> Iterator[tuple[str, Problem]]:
        for element in root.iter():
            refused = list(blocked(str(element.tag), element.attrib))
            yield from refused
            if element.tag == "img" and not refused and not _is_described(element):
                yield element.get("src", ""), _no_words(element.get("src", ""), "write what it shows: ![High water](…)")

    def _in_html(self) -> Iterator[tuple[str, Problem]]:
        for html in self.md.htmlStash.rawHtmlBlocks:
            if not isinstance(html, str) or isinstance(html, Markup) or not _MAY_BE_BLOCKED.search(html):
                continue
            for tag, attributes in TypedTags(html).tags:
                refused = list(blocked(tag, attributes))
                yield from refused
                if tag == "img" and not refused and "alt" not in attributes:
                    yield attributes.get("src", ""), _no_words(attributes.get("src", ""), 'write alt="what it shows"')
                if tag == "a" and _PAGE.match(attributes.get("href", "")):
                    yield attributes["href"], _not_followed(attributes["href"])
                if tag == "h1":
                    yield "<h1", Problem(SECOND_TITLE, "page-second-title", "write <h2>, or remove it")


def _is_described(picture: Element) -> bool:
    """Tell whether a picture has words, or needs none because it only decorates."""
    return bool(picture.get("alt", "").strip()) or picture.get("role") == "presentation"


def _no_words(source: str, hint: str) -> Problem:
    return Problem(f"the picture '{source}' has no words for those who cannot see it", "picture-no-words", hint)


def _not_followed(address: str) -> Problem:
    message = f"the link to '{address}' is HTML, so it leads to a file that is not published"
    return Problem(message, "link-in-html", f"write [words]({address})")
