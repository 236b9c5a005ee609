"""References as a feature: the list of all, citations in text, and the sources at the end of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markupsafe import Markup

from primer.features.references.check import check_references
from primer.features.references.model import REFERENCES, Reference
from primer.features.references.naming import citables
from primer.features.references.numbering import CITED, PageCitations
from primer.features.references.strings import ReferencesStrings
from primer.features.references.view import all_references, sources_of
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.feature import Feature, Item, PublishedIds
from primer.kit.page import CITED_IN_DATA, CurrentPage
from primer.kit.placement import Placer, only_once, without_settings
from primer.kit.sources import DataFolder, Key, ListFile
from primer.kit.strings import StringTable
from primer.kit.texts import AnchorLink
from primer.text.citing import Citables, CitationMarker, CitationNumbers, LinkMaker

MARKERS = 175  # before Markdown's own links in brackets (170), after code (190)
NUMBERS = 4  # after attr_list (8) and toc (5), so that headings keep their own words


class References(Feature):
    """The bibliography, and what cites it."""

    name = "references"
    sources = (ListFile(REFERENCES, "references.yml", Reference, "reference"),)
    strings = (ReferencesStrings,)
    placed = ("references",)
    styles = ("references.css",)
    used: ClassVar = {CITED: REFERENCES, CITED_IN_DATA: REFERENCES}
    published_ids = PublishedIds("references", "ids that /references/#… links use", REFERENCES)

    def citables(self, loaded: Mapping[Key[Any], Any], strings: StringTable, locale: str) -> Citables:
        """Return the references."""
        return citables(loaded[REFERENCES], strings[ReferencesStrings], locale)

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what does not fit together in the references file."""
        check_references(content[REFERENCES], folder.report)
        yield from ()

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``references``."""
        placer = without_settings(lambda page: _place(page, context))
        return {"references": only_once("references", context.templates, placer)}

    def extend_markdown(self, md: Markdown, context: Context, current: Callable[[], CurrentPage | None]) -> None:
        """Mark citations, and number them in document order."""

        def begin(root: Element) -> LinkMaker | None:
            page = current()
            return PageCitations(context.content, page, root).links if page else None

        md.inlinePatterns.register(CitationMarker(md), "primer-citations", MARKERS)
        md.treeprocessors.register(CitationNumbers(md, begin), "primer-citation-numbers", NUMBERS)

    def may_bring(self, id: str, content: Content) -> bool:
        """Tell whether an id is that of the sources, of one of them, or of a place in the text that cites one."""
        kind, _, rest = id.partition("-")
        known = content[REFERENCES].items
        reference, _, number = rest.rpartition("-")
        cited = kind == "cite" and number.isdigit() and reference in known
        return id == "page-sources" or cited or (kind == "source" and rest in known)

    def page_end(self, page: CurrentPage, context: Context) -> Markup:
        """Return the sources of a page."""
        sources = sources_of(page, context)
        if sources:
            page.on_request.add("sources")
        return context.templates.render("references/page-end.html", sources=sources) if sources else Markup()

    def describe_sources(self, page: CurrentPage, content: Content) -> Sequence[Item]:
        """Return what the text of a page cites."""
        return [_described(content[REFERENCES].items[id]) for id in page.used(CITED)]


FEATURE = References()


def _place(page: CurrentPage, context: Context) -> Markup:
    """Place the list of all references. It shows where each is cited, so every page must be known."""
    page.assets.add("references.css")
    page.anchors |= {*context.content[REFERENCES].items, *context.content[REFERENCES].broken}

    def part() -> Markup:
        used_on = context.pages.links_to_users((CITED, CITED_IN_DATA), page.src_uri, context.content.language)
        return context.templates.render("references/references.html", references=all_references(context, used_on))

    return page.defer(part)


def _described(reference: Reference) -> Item:
    record = reference.csl
    return {
        "@type": "ScholarlyArticle" if record.type == "article-journal" else "CreativeWork",
        "name": record.title,
        "datePublished": str(record.issued),
        **({"url": reference.address} if reference.address else {}),
    }
