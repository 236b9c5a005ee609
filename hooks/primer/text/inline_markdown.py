"""The inline Markdown of data files: what is read in a text, and where a cloze has its gaps."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from primer.text.brackets import find_brackets_once
from primer.text.citing import CitationMarker
from primer.text.formulas import read_formulas

GAP = r"\{([a-z0-9-]+)\}"
"""Where a gap stands in the text of a cloze question: ``{its-id}``."""

_UNUSED = (
    "html",
    "entity",
    "automail",
    "reference",
    "short_reference",
    "image_reference",
    "short_image_ref",
)
_MARK = "data-gap"
_MARKED = re.compile(f'<span {_MARK}="([a-z0-9-]+)"></span>')


class GapMarker(InlineProcessor):
    """Leave an empty marked element where a gap stands. In code and in addresses, ``{words}`` are text."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return Element("span", {_MARK: m[1]}), m.start(0), m.end(0)


def inline_markdown(*, gaps: bool = False, formulas: bool = False) -> Markdown:
    """Return what reads the texts of data files; with ``gaps``, those of cloze questions.

    Where there may be gaps, formulas are always read: the braces of a formula are no gaps.
    """
    md = Markdown(output_format="html")
    for name in _UNUSED:
        md.inlinePatterns.deregister(name)
    md.inlinePatterns.register(CitationMarker(md), "primer-citation", 175)
    if formulas or gaps:
        read_formulas(md)
    if gaps:
        md.inlinePatterns.register(GapMarker(GAP, md), "primer-gap", 10)  # after all that holds text of its own
    find_brackets_once(md)
    return md


def parsed(md: Markdown, text: str) -> Element:
    """Return the element that holds what ``text`` means."""
    root = Element("div")
    SubElement(root, "span").text = text  # the inline processor reads children, not the root itself
    md.treeprocessors["inline"].run(root)
    md.treeprocessors["unescape"].run(root)
    inner = root[0]
    inner.tag = "div"
    return inner


def gaps_in(text: str) -> list[str]:
    """Return the ids of the gaps in ``text`` as they stand; ``{words}`` in code or an address are none."""
    if "{" not in text:
        return []
    return [element.attrib[_MARK] for element in parsed(_with_gaps(), text).iter("span") if _MARK in element.attrib]


def split_at_gaps(html: str) -> list[str]:
    """Return HTML made of a text with gaps in pieces, of which every other one is the id of a gap.

    A gap is an element there, and no text of an author can look like one, because all of it is escaped.
    """
    return _MARKED.split(html)


@cache
def _with_gaps() -> Markdown:
    return inline_markdown(gaps=True)
