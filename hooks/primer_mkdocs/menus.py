"""Part the menu of a site by the languages of its pages."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from primer.core.languages import Language
from primer.kit.content import Content
from primer.site.page_view import PageView


class Menus:
    """The menu of each language, made once."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._made: dict[Language, list[StructureItem]] = {}

    def of(self, nav: Navigation, view: PageView | None) -> list[StructureItem]:
        """Return what the menu shows beside a page; None for a page that nobody wrote.

        Another language has what stands in the sections that hold its pages alone, and the default one all the rest.
        """
        default = self._content.languages[0]
        language = view.language if view else default
        if language not in self._made:
            found = [item for item in nav.items if self._only(item) == language or language == default]
            if language == default:
                self._made[language] = [item for item in found if self._only(item) in (None, default)]
            else:
                self._made[language] = [one for item in found for one in _inside(item)]
        return self._made[language]

    def _only(self, item: StructureItem) -> Language | None:
        """Return the language of all pages in an entry; None where there are several, or no page."""
        found = {self._content.language_of(page.file.src_uri) for page in _pages(item)}
        return found.pop() if len(found) == 1 else None


def _pages(item: StructureItem) -> Iterator[Page]:
    """Yield each page in an entry of the menu."""
    if isinstance(item, Page):
        yield item
    for one in item.children if isinstance(item, Section) else ():
        yield from _pages(one)


def _inside(item: StructureItem) -> list[StructureItem]:
    """Return what stands in a section; a page alone is itself."""
    return list(item.children) if isinstance(item, Section) else [item]
