"""Show the formulas of a page as MathML, and report those that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.core.diagnostics import Location
from primer.kit.locations import without_code
from primer.kit.page import CurrentPage
from primer.text.formulas import formulas, latex_of, problem_of, show


class Formulas(Treeprocessor):
    """Turns what the reader of formulas has marked into MathML; ``current`` returns the page."""

    def __init__(self, md: Markdown, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._current = current

    def run(self, root: Element) -> None:
        page, seen = self._current(), dict[str, int]()
        for mark in list(formulas(root)):
            latex = latex_of(mark)
            broken = problem_of(mark)
            if broken and page is not None:
                place = _location(latex, seen.get(latex, 0), broken.offset, page)
                page.report.extend([broken.problem.at(place)])
                seen[latex] = seen.get(latex, 0) + 1
            show(mark)


def _location(latex: str, nth: int, offset: int, page: CurrentPage) -> Location:
    """Return where a formula stands, as many characters into it as ``offset``.

    Markdown does not say where an element comes from: the n-th broken formula is taken for the n-th of the same text.
    """
    text = without_code(page.markdown)
    at = -1
    for _ in range(nth + 1):
        at = text.find(latex, at + 1)
    if at < 0:
        return page.location(0)  # lines of it are indented, or it stands in what Markdown has changed
    end = at + offset
    return page.location(text.count("\n", 0, end), end - (text.rfind("\n", 0, end) + 1))
