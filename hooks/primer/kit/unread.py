"""Report Markdown of a page that nothing has read, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Collection
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.kit.locations import Finder, without_code
from primer.kit.page import CurrentPage
from primer.text.list_indents import short_indents
from primer.text.unread_markdown import reads, unread


class UnreadMarkdown(Treeprocessor):
    """Reports what is left of Markdown in the text of a page; ``current`` returns the page.

    ``references`` are the ids that pages can cite, and ``formulas`` says that they may hold some.
    """

    def __init__(
        self,
        md: Markdown,
        current: Callable[[], CurrentPage | None],
        references: Collection[str],
        *,
        formulas: bool,
    ) -> None:
        super().__init__(md)
        self._current = current
        self._references = references
        self._formulas = formulas

    def run(self, root: Element) -> None:
        page = self._current()
        if page is None:
            return
        for line, column, problem in short_indents(without_code(page.markdown).split("\n")):
            page.report.extend([problem.at(page.location(line, column))])
        found = list(unread(root, page.markdown, reads(self.md), self._references, formulas=self._formulas))
        if found:
            finder = Finder(page)
            page.report.extend(problem.at(finder.next(written)) for written, problem in found)
