"""Render the short Markdown texts that stand in data files.

Inline Markdown is read, and tables and fenced code where there may be paragraphs. HTML is shown as it was typed, links
go to pages of the site or to the web, pictures come from the docs folder, and ``[@id]`` becomes the authors and year in
brackets, linked to the page's list of sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markupsafe import Markup, escape

from primer.core.diagnostics import Problem, closest, did_you_mean
from primer.core.model import is_readable
from primer.core.urls import page_url, relative_url
from primer.text.block_markdown import block_markdown, first_paragraph, has_blocks, paragraphs, rendered
from primer.text.citing import Citable, Citables, Citation, cited, markers, parse
from primer.text.claims import unsupported_figures
from primer.text.formulas import formulas, problem_of, show, show_source
from primer.text.inline_markdown import inline_markdown, parsed, split_at_gaps
from primer.text.unread_markdown import may_be_unread as may_be_unread_in
from primer.text.unread_markdown import unread

_PLAIN = re.compile(r"[^\\`*_\[\]<>&!\n\x02\x03]*")
_PLAIN_WITHOUT_FORMULAS = re.compile(r"[^\\`*_\[\]<>&!$\n\x02\x03]*")
_ELSEWHERE = ("http://", "https://", "mailto:", "tel:", "sms:")


class DataText:
    """Renders texts of data files against what can be cited and what pages there are.

    ``pages`` holds the path of each page below the docs folder, and ``files`` that of everything else there.
    ``formulas`` says that they may hold formulas in LaTeX.
    """

    def __init__(
        self, citables: Citables, pages: frozenset[str], files: frozenset[str] = frozenset(), *, formulas: bool = False
    ) -> None:
        self.citables = citables
        self.pages = pages
        self.files = files
        self.has_formulas = formulas
        self._plain = _PLAIN_WITHOUT_FORMULAS if formulas else _PLAIN
        self._signs = ("[@", "](", "<", "$", "\\(") if formulas else ("[@", "](", "<")
        """What each text begins something with that can be wrong."""
        self._md = inline_markdown(formulas=formulas)
        self._parsed: dict[str, Element] = {}

    @cached_property
    def _md_with_gaps(self) -> Markdown:
        return inline_markdown(gaps=True)

    @cached_property
    def _md_with_blocks(self) -> Markdown:
        return block_markdown(formulas=self.has_formulas)

    def inline(self, text: str, base: str, *, listed: bool = True) -> Markup:
        """Return the HTML of ``text`` for a page whose address is ``base``.

        Citations lead to the list of sources at the end of that page; unless ``listed``, to the list of all references.
        """
        if self._plain.fullmatch(text):
            return escape(text)
        return self.html(self.parsed(text), base, listed=listed)

    def around_gaps(self, text: str, base: str) -> list[Markup]:
        """Return the HTML of the text of a cloze in pieces, of which every other one is the id of a gap.

        Put together, with an element in place of each id, they are whole: a gap may stand inside of emphasis.
        """
        return [Markup(piece) for piece in split_at_gaps(self.html(parsed(self._md_with_gaps, text), base))]

    def parsed(self, text: str) -> Element:
        """Return the element that holds what ``text`` means, for ``html``, which changes it."""
        if text not in self._parsed:
            self._parsed[text] = parsed(self._md, text)
        return deepcopy(self._parsed[text])

    def html(self, root: Element, base: str, *, listed: bool = True) -> Markup:
        """Return the HTML of a parsed text for a page whose address is ``base``; of the element itself nothing is left.

        Citations lead where ``inline`` lets them lead.
        """
        self._finish(root, base, listed=listed)
        return Markup(self._md.serializer(root).strip()[len("<div>") : -len("</div>")])

    def _finish(self, root: Element, base: str, *, listed: bool = True) -> None:
        """Let links, pictures, citations and formulas be what the page at ``base`` shows."""
        in_links = {id(mark) for link in root.iter("a") for mark in markers(link)}
        for link in root.iter("a"):
            target = link.get("href", "")
            if target.startswith("/"):
                link.set("href", self.address(target, base))
            elif not target.startswith(_ELSEWHERE) or not is_readable(target):
                del link.attrib["href"]  # it was reported; 'javascript:…' would be a link in a preview all the same
        sources = "#source-" if listed else relative_url(page_url(self.citables.page), base) + "#"
        for mark in list(markers(root)):
            if id(mark) in in_links or not (known := self._known(mark)):
                mark.text = f"[{cited(mark)}]"
                mark.attrib = {"class": "citation-inline"}
            else:
                mark.attrib = {"class": "citation-inline"}
                self._cite(mark, known, sources)
        for picture in root.iter("img"):
            source = picture.get("src", "")
            if self._picture_problem(source):
                picture.tag, picture.text, picture.attrib = "span", picture.get("alt"), {}
            else:
                picture.set("src", self.picture(source, base))
        for formula in list(formulas(root)):
            show(formula) if self.has_formulas else show_source(formula)

    def plain(self, text: str) -> str:
        """Return what ``text`` says without any markup: of a picture its words, of a formula its LaTeX."""
        if "![" not in text and not (self.has_formulas and any(sign in text for sign in ("$", "\\("))):
            return self.inline(text, "").striptags()
        root = self.parsed(text)
        for picture in root.iter("img"):
            picture.text = picture.get("alt")
        return " ".join("".join(root.itertext()).split())

    def paragraphs(self, text: str, base: str) -> Markup:
        """Return ``text`` as paragraphs, parted where it has an empty line, with its tables and fenced code."""
        if has_blocks(text):
            return Markup(rendered(self._md_with_blocks, text, lambda root: self._finish(root, base)))
        return Markup("\n".join(f"<p>{self.inline(part, base)}</p>" for part in paragraphs(text)))

    def lead_and_rest(self, text: str, base: str) -> tuple[Markup, Markup]:
        """Return the first paragraph of ``text``, to stand where only a line of text may, and what comes after it."""
        first, rest = first_paragraph(text)
        return self.inline(first, base), self.paragraphs(rest, base) if rest else Markup()

    def address(self, target: str, base: str) -> str:
        """Return the relative address of ``/folder/page.md#anchor`` from the page at ``base``."""
        page, sign, anchor = target.removeprefix("/").partition("#")
        if anchor and page_url(page) == base:
            return f"#{anchor}"  # also where the page stands in a frame, at another address
        return relative_url(page_url(page) + sign + anchor, base)

    def picture(self, source: str, base: str) -> str:
        """Return the relative address of a picture, ``/folder/picture.svg``, from the page at ``base``."""
        return relative_url(source.removeprefix("/"), base)

    def citations(self, text: str) -> tuple[Citation, ...]:
        """Return what ``text`` cites, in order, as far as it is known."""
        if "[@" not in text:
            return ()
        found = (citation for mark in markers(self.parsed(text)) for citation in parse(cited(mark)))
        return tuple(citation for citation in found if citation.reference in self.citables.known)

    def has_links(self, text: str) -> bool:
        """Tell whether ``text`` holds a link or a citation, which is shown as one."""
        if not any(sign in text for sign in ("[@", "](", "<")):
            return False
        root = self.parsed(text)
        return next(root.iter("a"), None) is not None or next(iter(markers(root)), None) is not None

    def page_anchors(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return the (page, anchor) of each link in ``text`` to a passage of a page that is there."""
        if "](" not in text:
            return ()
        passages = (self.passage(link.get("href", "")) for link in self.parsed(text).iter("a"))
        return tuple(passage for passage in passages if passage)

    def passage(self, target: str) -> tuple[str, str] | None:
        """Return the (page, anchor) that a link leads to; None when it names no passage, or no page that is there."""
        page, _, anchor = target.removeprefix("/").partition("#")
        return (page, anchor) if anchor and target.startswith("/") and page in self.pages else None

    def problems(self, text: str) -> Iterator[Problem]:
        """Yield what is wrong with the citations, figures, links, pictures and formulas of ``text``."""
        may_be_formula = "$" in text and not self.has_formulas
        may_be_unread = may_be_formula or may_be_unread_in(text, self.citables.known)
        if not may_be_unread and not any(sign in text for sign in self._signs):
            return
        root = self.parsed(text)
        if may_be_unread:
            left = unread(root, text, None, self.citables.known, formulas=self.has_formulas)
            yield from (problem for _, problem in left)
        for mark in markers(root):
            for citation in parse(cited(mark)):
                yield from citation_problems(citation, self.citables)
        yield from (problem for _, problem in unsupported_figures(root, self.citables))
        for link in root.iter("a"):
            yield from self.link_problems(link.get("href", ""))
            yield from (citation_in_link(cited(mark)) for mark in markers(link))
        for picture in root.iter("img"):
            if problem := self._picture_problem(picture.get("src", "")):
                yield problem
            elif not picture.get("alt", "").strip():
                message = f"the picture '{picture.get('src')}' has no words for those who cannot see it"
                yield Problem(message, "picture-no-words", "write what it shows: ![High water at noon](…)")
        yield from (broken.problem for mark in formulas(root) if self.has_formulas and (broken := problem_of(mark)))

    def _picture_problem(self, target: str) -> Problem | None:
        """Return what is wrong with where a picture should come from."""
        file = target.removeprefix("/")
        if not target.startswith("/"):
            message = f"the picture '{target}' does not begin at the docs folder"
            return Problem(message, "picture-form", "put the file below docs and write /folder/picture.svg")
        if file not in self.files:
            found = closest(target, (f"/{known}" for known in self.files))
            return Problem(f"there is no file '{target}'", "picture-unknown", found and f"did you mean '{found}'?")
        return None

    def link_problems(self, target: str) -> Iterator[Problem]:
        """Yield what is wrong with a link: ``/folder/page.md``, ``/folder/page.md#anchor`` or a web address."""
        if not target.startswith(_ELSEWHERE):
            yield from self.page_problems(target)
        elif not is_readable(target):
            yield unreadable_link(target)

    def page_problems(self, target: str) -> Iterator[Problem]:
        """Yield what is wrong with a link to a page: ``/folder/page.md`` or ``/folder/page.md#anchor``."""
        page = target.removeprefix("/").partition("#")[0]
        if not target.startswith("/"):
            yield Problem(
                f"the link '{target}' does not begin at the docs folder", "link-form", "write /folder/page.md"
            )
        elif page not in self.pages:
            # without '.md', which every page has and which would make any two of them alike
            found = closest(f"/{page}".removesuffix(".md"), (f"/{known.removesuffix('.md')}" for known in self.pages))
            yield Problem(f"there is no page '/{page}'", "link-unknown", found and f"did you mean '{found}.md'?")

    def _known(self, mark: Element) -> list[Citable]:
        """Return what a marked element cites, as far as it is known."""
        return [
            self.citables.known[one.reference] for one in parse(cited(mark)) if one.reference in self.citables.known
        ]

    def _cite(self, mark: Element, known: Sequence[Citable], sources: str) -> None:
        """Put into a marked element what it cites, each linked to where it stands below ``sources``."""
        mark.text = "("
        for reference in known:
            link = SubElement(mark, "a", {"href": f"{sources}{reference.id}"})
            link.text = self.citables.labels[reference.id]
            link.tail = "; "
        mark[-1].tail = ")"


def as_typed(text: str) -> Element:
    """Return the element that holds a text without Markdown, for ``DataText.html``."""
    root = Element("div")
    root.text = text
    return root


def unreadable_link(target: str) -> Problem:
    """Return the problem that a web address cannot be taken apart."""
    return Problem(f"the address '{target}' cannot be read", "link-unreadable", "write https://, a host and a path")


def citation_in_link(inside: str) -> Problem:
    """Return the problem that a citation stands inside a link."""
    message = f"[{inside}] stands inside a link, and would be a link itself"
    return Problem(message, "citation-in-link", "move it behind the link")


def citation_problems(citation: Citation, citables: Citables) -> Iterator[Problem]:
    """Yield what is wrong with one citation. Those of a broken reference are not reported a second time."""
    reference = citables.known.get(citation.reference)
    if reference is None:
        if not citation.reference:
            message = "a citation has a ';' too many, or an '@' with no reference behind it"
            yield Problem(message, "reference-unknown", "remove it, or name a reference")
        elif citation.reference not in citables.broken:
            hint = did_you_mean(citation.reference, citables.known)
            yield Problem(f"there is no reference '{citation.reference}'", "reference-unknown", hint)
    elif citation.finding is not None:
        findings = [finding.id for finding in reference.findings]
        if citation.finding not in findings:
            hint = did_you_mean(citation.finding, findings) or (f"one of: {', '.join(findings)}" if findings else None)
            message = f"'{citation.reference}' has no finding '{citation.finding}'"
            yield Problem(message, "reference-unknown-finding", hint)
