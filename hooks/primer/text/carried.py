"""Render the texts of data files for files that leave the site.

Links are whole addresses, a citation says its authors, its year and where to read it, and pictures come along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2s
from posixpath import basename
from xml.etree.ElementTree import Element, SubElement

from primer.core.urls import absolute_url, page_url
from primer.text.citing import Citable
from primer.text.formulas import formulas, latex_of
from primer.text.inline import DataText
from primer.text.inline_markdown import split_at_gaps
from primer.text.rich import PICTURES, Rich, plain_words

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


class CarriedText(DataText):
    """Renders texts for elsewhere. Without ``site_url``, links to pages of the site are words and no links."""

    def __init__(self, text: DataText, site_url: str | None) -> None:
        super().__init__(text.citables, text.pages, text.files, formulas=text.has_formulas)
        self._parsed = text._parsed  # noqa: SLF001 - what it says is the same everywhere
        self._site_url = site_url
        self._pictures: list[str] = []

    def line(self, text: str) -> Rich:
        """Return a text that stands in a line."""
        return self._rich(str(self.inline(_with_plain_ends(text), "")))

    def whole(self, text: str) -> Rich:
        """Return a text that may have paragraphs; one that has none, and no table or code, stands in a line."""
        html = str(self.paragraphs(_with_plain_ends(text), ""))
        inner = html.removeprefix("<p>").removesuffix("</p>")
        return self._rich(inner if "<p>" not in inner and html == f"<p>{inner}</p>" else html)

    def gapped(self, text: str) -> Rich:
        """Return a text in which gaps stand; ``pieces`` takes it apart."""
        around = "".join(
            f'<span data-gap="{piece}"></span>' if index % 2 else piece
            for index, piece in enumerate(self.around_gaps(_with_plain_ends(text), ""))
        )
        words = "".join(
            f"[{number // 2 + 1}]" if number % 2 else piece for number, piece in enumerate(split_at_gaps(around))
        )
        return Rich(around, plain_words(words), self._taken())

    def address(self, target: str, base: str) -> str:
        """Return the whole address of a page; empty where nobody knows where the site will stand."""
        page, sign, anchor = target.removeprefix("/").partition("#")
        return absolute_url(self._site_url, page_url(page) + sign + anchor) or ""

    def picture(self, source: str, base: str) -> str:
        """Return the name of a picture in the files that hold it."""
        self._pictures.append(source.removeprefix("/"))
        return PICTURES + picture_name(source.removeprefix("/"))

    def _finish(self, root: Element, base: str, *, listed: bool = True) -> None:
        latex = [(mark, latex_of(mark)) for mark in formulas(root)]
        super()._finish(root, base, listed=listed)
        for link in root.iter("a"):
            if not link.get("href"):
                link.tag, link.attrib = "span", {}
        for element in root.iter():
            element.attrib.pop("class", None)  # of the style sheets of this site
        for mark, typed in latex:
            if (formula := mark.find("math")) is not None:
                formula.set("alttext", typed)

    def _cite(self, mark: Element, known: Sequence[Citable], sources: str) -> None:
        last: Element | None = None
        said = "("
        for reference in known:
            said += self.citables.labels[reference.id]
            if reference.address:
                said += ", "
                _append(mark, last, said)
                last = SubElement(mark, "a", {"href": reference.address})
                last.text, said = reference.address, ""
            said += "; "
        _append(mark, last, said.removesuffix("; ") + ")")

    def _rich(self, html: str) -> Rich:
        html = html.replace("&#39;", "'").replace("&#34;", '"')  # between tags, where both are nothing but themselves
        return Rich(html, plain_words(html), self._taken())

    def _taken(self) -> tuple[str, ...]:
        """Return the pictures of the text that was just rendered."""
        taken = tuple(dict.fromkeys(self._pictures))
        self._pictures.clear()
        return taken


def pieces(gapped: Rich, folder: str = "") -> list[str]:
    """Return the HTML of a text with gaps in pieces, of which every other one is the id of a gap."""
    return split_at_gaps(gapped.html(folder))


def picture_name(path: str) -> str:
    """Return what the picture at ``path`` below the docs folder is called in files: readable, and like no other."""
    name = _NOT_IN_NAMES.sub("-", basename(path))
    return f"{blake2s(path.encode(), digest_size=4).hexdigest()}-{name}"


def _append(mark: Element, last: Element | None, said: str) -> None:
    """Put words at the end of an element."""
    if last is None:
        mark.text = said
    else:
        last.tail = said


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
