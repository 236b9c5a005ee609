"""Keep the ids of a page apart: what authors write, what headings get and what stands on every page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import toc
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from primer.core.diagnostics import Location
from primer.kit.page import CurrentPage
from primer.text.typed_html import TypedHtml

_HAS_ID = re.compile(r"[\s/\"']id\s*=", re.IGNORECASE)  # browsers take a slash or a quote for a space here


def apart_from_ours(slugify: Callable[..., str], current: Callable[[], CurrentPage | None]) -> Callable[..., str]:
    """Return what makes the id of a heading: that of ``slugify``, with a number where something of ours has it."""

    def slug(*arguments: Any) -> str:
        made, page = slugify(*arguments), current()
        return f"{made}_1" if page is not None and page.is_taken(made) else made

    return slug


def in_any_script(slugify: Callable[..., str]) -> Callable[..., str]:
    """Return what makes the id of a heading where that of Python-Markdown would leave out letters, too."""
    if slugify is not toc.slugify:
        return slugify  # the site has chosen another one

    def slug(text: str, separator: str) -> str:
        letters = "".join(sign for sign in unicodedata.normalize("NFKD", text) if sign.isalpha())
        return slugify(text, separator) if letters.isascii() else toc.slugify_unicode(text, separator)

    return slug


class RepeatedIds(Treeprocessor):
    """Reports each id that an author wrote and the page has already; ``current`` returns the page."""

    def __init__(self, md: Markdown, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        if page is None:
            return
        ours = page.marks
        for id, count in Counter(self._ids(root)).items():
            allowed = 1 if id in ours or not page.is_taken(id) else 0  # a mark is itself one of those counted
            if count > allowed:
                locations = list(_locations(id, page)) or [page.location(0)]  # a heading's own id is written nowhere
                for location in locations[-(count - allowed) :]:
                    hint = f"write another one: {{ #{id}-2 }}"
                    page.report.add(location, f"the id '{id}' is on this page already", "page-repeated-anchor", hint)

    def _ids(self, root: Element) -> Iterator[str]:
        """Yield the ids of elements and then those in HTML that was typed."""
        for element in root.iter():
            id = element.get("id")
            if id:
                yield id
        for html in self.md.htmlStash.rawHtmlBlocks:
            if isinstance(html, str) and not isinstance(html, Markup) and _HAS_ID.search(html):
                yield from TypedHtml(html).ids


def _locations(id: str, page: CurrentPage) -> Iterator[Location]:
    """Yield where an id is written on a page, from top to bottom."""
    line = begin = 0
    for found in re.finditer(rf"(?<=[#\"'=]){re.escape(id)}(?![\w-])", page.markdown):
        line += page.markdown.count("\n", begin, found.start())
        begin = max(begin, page.markdown.rfind("\n", begin, found.start()) + 1)
        yield page.location(line, found.start() - begin)
