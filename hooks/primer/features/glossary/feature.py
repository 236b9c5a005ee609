"""The glossary as a feature: its page, links to its terms, and the terms at the end of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markupsafe import Markup
from pydantic import BeforeValidator, Field

from primer.core.diagnostics import Report, did_you_mean
from primer.core.yaml import Document
from primer.features.glossary.check import check_terms
from primer.features.glossary.definitions import PAGE, Definitions
from primer.features.glossary.exported import exported_terms
from primer.features.glossary.model import TERMS, GlossaryChoice, Term, TermId
from primer.features.glossary.strings import GlossaryStrings
from primer.features.glossary.view import glossary_letters, words_used
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.exported import ExportedTerm, Origin
from primer.kit.feature import Feature, Item, PageField, PublishedIds
from primer.kit.page import CurrentPage
from primer.kit.placement import Placer, only_once, without_settings
from primer.kit.sources import DataFolder, ListFile
from primer.kit.texts import AnchorLink
from primer.text.term_links import GlossaryLinks, LinkingPage

USED = "term"
"""The kind of what the text of a page links to."""

LINKS = 3  # after attr_list (8), so that a class can opt out; before MkDocs makes links relative (0)


def _choice(value: object) -> object:
    return {"link": value} if isinstance(value, bool) else value


class Glossary(Feature):
    """Words and what they mean."""

    name = "glossary"
    translated = sources = (ListFile(TERMS, "glossary.yml", Term, "glossary"),)
    strings = (GlossaryStrings,)
    placed = ("glossary",)
    shows: ClassVar = {"glossary": TERMS}
    used: ClassVar = {USED: TERMS}
    styles = ("glossary.css",)
    scripts = ("glossary.js", "inner-words.js", "glossary-list.js")
    page_field = PageField(
        "glossary",
        Annotated[
            GlossaryChoice,
            BeforeValidator(_choice, json_schema_input_type=GlossaryChoice | bool),
            Field(description="false links no term on the page"),
        ],
        GlossaryChoice(),
    )
    published_ids = PublishedIds("terms", "ids that /glossary/#… links use", TERMS)

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what does not fit together in the glossary."""
        return check_terms(content[TERMS], content.language, content.text, folder.report)

    def check_page(
        self, value: object, document: Document, src_uri: str, content: Content, report: Report
    ) -> Iterator[AnchorLink]:
        """Report terms that a page does not want linked, and that are not there."""
        terms = content[TERMS]
        for index, term in enumerate(value.skip if isinstance(value, GlossaryChoice) else ()):
            if term not in terms.items and term not in terms.broken:
                place = document.location_of("glossary", "skip", index)
                report.add(place, f"there is no term '{term}'", "glossary-unknown", did_you_mean(term, terms.items))
        yield from ()

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``glossary``."""
        placer = without_settings(lambda page: _place(page, context))
        return {"glossary": only_once("glossary", context.templates, placer)}

    def extend_markdown(self, md: Markdown, context: Context, current: Callable[[], CurrentPage | None]) -> None:
        """Link the first mention of each term."""
        if context.content.own(PAGE) not in context.content.pages:
            return
        page = context.content.own(PAGE)
        definitions = context.once(Definitions)
        links = GlossaryLinks(md, definitions.index, lambda: _linking(current(), page, definitions))
        md.treeprocessors.register(links, "primer-glossary-links", LINKS)

    def may_bring(self, id: str, content: Content) -> bool:
        """Tell whether an id is that of the terms at the end of a page."""
        return id == "page-words"

    def page_end(self, page: CurrentPage, context: Context) -> Markup:
        """Return the terms that a page uses."""
        terms = words_used(context.content, context.once(Definitions), page.src_uri, page.used(USED))
        if terms:
            page.on_request.add("words")
        return context.templates.render("glossary/page-end.html", terms=terms) if terms else Markup()

    def describe(self, page: CurrentPage, content: Content, address: str | None) -> Item | None:
        """Return the glossary as a set of terms."""
        if page.src_uri != content.own(PAGE):
            return None
        return {
            "@type": "DefinedTermSet",
            "hasDefinedTerm": [
                {
                    "@type": "DefinedTerm",
                    "termCode": id,
                    "name": term.term,
                    "description": content.text.plain(term.definition),
                    **({"url": f"{address}#{id}"} if address else {}),
                }
                for id, term in content[TERMS].items.items()
            ],
        }

    def exported_terms(self, content: Content, origin: Origin) -> Iterator[ExportedTerm]:
        """Yield every term, from A to Z."""
        return exported_terms(content, origin)

    def notes(self, context: Context) -> Iterator[str]:
        """Yield the terms that have forms and are linked on no page."""
        used = context.pages.used(USED)
        unused = [id for id, term in context.content[TERMS].items.items() if term.forms and id not in used]
        if unused:
            yield f"Terms that no page uses: {', '.join(unused)}"


FEATURE = Glossary()


def _place(page: CurrentPage, context: Context) -> Markup:
    """Place the whole glossary. It shows where each term is used, so every page must be known."""
    content, definitions = context.content, context.once(Definitions)
    page.assets |= {"glossary.css", "glossary-list.js"}
    letters = (f"letter-{letter.lower()}" for letter, _ in glossary_letters(content, definitions, page.src_uri, {}))
    page.anchors |= {*content[TERMS].items, *content[TERMS].broken, "glossary-filter", "glossary-filter-hint", *letters}

    def part() -> Markup:
        used_on = context.pages.links_to_users((USED,), page.src_uri, content.language)
        letters = glossary_letters(content, definitions, page.src_uri, used_on)
        return context.templates.render("glossary/glossary.html", letters=letters)

    return page.defer(part)


def _linking(page: CurrentPage | None, glossary: str, definitions: Definitions) -> LinkingPage | None:
    """Return what to link on a page to the page ``glossary``; None for nothing."""
    choice = page.settings.get("glossary", GlossaryChoice()) if page else None
    if page is None or not isinstance(choice, GlossaryChoice) or not choice.link:
        return None

    def link(term: TermId) -> Element:
        has_inner = definitions.mention_each_other(term, page.used(USED))
        page.use(USED, term)
        page.assets |= {"glossary.js", "inner-words.js"} if has_inner else {"glossary.js"}
        return Element("a", {"class": "glossary-term", "href": f"/{glossary}#{term}", "data-term": term})

    return LinkingPage(frozenset(choice.skip), link, page.texts_in)
