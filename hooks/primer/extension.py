"""The Python-Markdown extension: wires placements, citations and glossary links together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor
from markupsafe import Markup

from primer import placement
from primer.assignments.placement import place_builder, place_codes
from primer.content import Content
from primer.current import CurrentPage
from primer.figures.placement import place_figure
from primer.fragments import Fragments
from primer.glossary.linking import GlossaryLinks, LinkingPage
from primer.glossary.model import TermId
from primer.glossary.placement import place_glossary
from primer.guides.placement import place_guide, place_guides
from primer.help_lines.placement import place_emergency_numbers, place_help_lines
from primer.pages.addresses import GLOSSARY_PAGE, page_url, relative_url
from primer.pages.ids import RepeatedIds, apart_from_ours
from primer.pages.lead import LeadEnd
from primer.pages.links import UnreadableLinks
from primer.pages.placement import place_publisher
from primer.placement import FenceTokens, Placements
from primer.planner.placement import place_planner
from primer.quizzes.placement import place_catalogue, place_quiz
from primer.references.citing import CitationMarker, CitationNumbers, LinkMaker
from primer.references.model import ReferenceId
from primer.references.numbering import PageCitations
from primer.references.placement import place_references
from primer.routes.placement import place_routes
from primer.view import Link

# Both after attr_list (8) and toc (5), so that a class can opt out and headings keep their own words;
# before MkDocs makes links relative (0).
CITATION_NUMBERS = 4
GLOSSARY_LINKS = 3
LEAD_END = 2
UNREADABLE_LINKS = 1
REPEATED_IDS = 0.5  # after the citations, whose ids are the page's own
CITATION_MARKERS = 175  # before Markdown's own links in brackets (170), after code (190)


class PrimerExtension(Extension):
    """Renders quizzes, guides, citations and glossary links. Call ``now_on`` before each page.

    ``site_url`` is the address that readers will find the site at; None where that is not known.
    """

    def __init__(self, content: Content, fragments: Fragments, site_url: str | None = None) -> None:
        super().__init__()
        self.content = content
        self.fragments = fragments
        self.site_url = site_url
        self._current: CurrentPage | None = None
        self.pages: dict[str, CurrentPage] = {}
        """Every page rendered so far, by its path below the docs folder."""
        alone = {
            "quizzes": place_catalogue(content, fragments),
            "glossary": place_glossary(content, fragments, self.terms_used_on),
            "references": place_references(content, fragments, self.references_used_on),
            "help-lines": place_help_lines(content, fragments),
            "planner": place_planner(content, fragments),
            "assignment-builder": place_builder(content, fragments, site_url),
        }
        self._placers = {
            "quiz": place_quiz(content, fragments),
            "guide": place_guide(content, fragments),
            "guides": place_guides(content, fragments),
            "emergency-numbers": place_emergency_numbers(content, fragments),
            "routes": place_routes(content, fragments),
            "figure": place_figure(content, fragments),
            "publisher": place_publisher(content, fragments),
            "quiz-codes": place_codes(content, fragments, site_url),
            **{name: placement.once(name, placer, self._placed_already) for name, placer in alone.items()},
        }

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processors; the comments on their priorities say why they run in this order."""
        tokens = FenceTokens(md, self._placers, self._page)
        md.preprocessors.register(tokens, "primer-fences", placement.TOKENS)
        placements = Placements(md, tokens, self._placers, self._page)
        md.treeprocessors.register(placements, "primer-placements", placement.PLACEMENTS)
        md.inlinePatterns.register(CitationMarker(md), "primer-citations", CITATION_MARKERS)
        md.treeprocessors.register(CitationNumbers(md, self._citations), "primer-citation-numbers", CITATION_NUMBERS)
        links = GlossaryLinks(md, self.content.term_index, self._linking)
        md.treeprocessors.register(links, "primer-glossary-links", GLOSSARY_LINKS)
        md.treeprocessors.register(LeadEnd(md, self._page), "primer-lead-end", LEAD_END)
        md.treeprocessors.register(UnreadableLinks(md, self._page), "primer-unreadable-links", UNREADABLE_LINKS)
        md.treeprocessors.register(RepeatedIds(md, self._page), "primer-repeated-ids", REPEATED_IDS)
        for processor in md.treeprocessors:
            if isinstance(processor, TocTreeprocessor):
                processor.slugify = apart_from_ours(processor.slugify, self._page, self.content.references)

    def now_on(self, page: CurrentPage) -> None:
        """Say which page is rendered next."""
        self._current = self.pages[page.src_uri] = page

    def terms_used_on(self, src_uri: str) -> Mapping[TermId, list[Link]]:
        """Return the pages that link each term, as the page ``src_uri`` lists them."""
        return self._used_on(src_uri, {page: self.pages[page].use.terms for page in self.pages})

    def references_used_on(self, src_uri: str) -> Mapping[ReferenceId, list[Link]]:
        """Return the pages that cite each reference, as the page ``src_uri`` lists them."""
        uses = {page: [*self.pages[page].use.sources, *self.pages[page].use.data_sources] for page in self.pages}
        return self._used_on(src_uri, uses)

    def _used_on(self, src_uri: str, uses: Mapping[str, Iterable[str]]) -> dict[str, list[Link]]:
        base = page_url(src_uri)
        found: dict[str, list[Link]] = {}
        for page in sorted(uses, key=lambda page: (self.pages[page].title, page)):
            for id in dict.fromkeys(uses[page]):
                found.setdefault(id, []).append(Link(relative_url(page_url(page), base), self.pages[page].title))
        return found

    def _placed_already(self) -> Markup:
        return self.fragments.render("missing.html", message=self.content.strings.missing.placed_twice)

    def _page(self) -> CurrentPage | None:
        return self._current

    def _citations(self, root: Element) -> LinkMaker | None:
        return PageCitations(self.content, self._current, root).links if self._current else None

    def _linking(self) -> LinkingPage | None:
        page = self._current
        if page is None or not page.link_terms or GLOSSARY_PAGE not in self.content.pages:
            return None

        def link(term: TermId) -> Element:
            page.use.terms[term] = None
            href = f"/{GLOSSARY_PAGE}#{term}"
            return Element("a", {"class": "glossary-term", "href": href, "data-term": term})

        return LinkingPage(page.skip_terms, link)
