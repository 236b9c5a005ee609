"""Make the menu that stands beside a page: that of its language, with the section it is in open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url
from primer.core.languages import Language
from primer.kit.content import Content
from primer.site.page_view import PageView


class Entry(NamedTuple):
    """What the menu shows of a page or a section."""

    title: str | None
    url: str | None
    """From the page that shows it; None where it is the title of an open section, which has no page of its own."""
    is_current: bool
    is_section: bool
    inside: tuple[Entry, ...]
    """What an open section lists."""


@dataclass(frozen=True)
class _Beside:
    """Stands for every page right below a folder: they have the same ways to all that is not below themselves."""

    url: str


class Menus:
    """The menu of each language, made once."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._made: dict[Language, list[StructureItem]] = {}
        self._made_by: dict[str, dict[Entry, Markup]] = defaultdict(dict)
        self._ways: dict[str, dict[str, str]] = defaultdict(dict)
        """The ways from the pages right below a folder to each address."""

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

    @pass_context
    def entries(self, context: Context, items: Sequence[StructureItem]) -> tuple[Entry, ...]:
        """Return how the page of a template shows ``items``."""
        page: Page | None = context["page"]
        return _entries(items, page, self._way_from(page, context["base_url"]))

    def each_made_by(self, entries: Sequence[Entry], macro: Macro) -> Markup:
        """Return what a macro makes of each entry; of one that says the same beside many pages, it is asked once."""
        made = self._made_by[macro.name]
        found: list[Markup] = []
        for entry in entries:
            if entry.is_current or entry.inside:
                found.append(Markup(macro(entry)))
                continue
            if entry not in made:
                made[entry] = Markup(macro(entry))
            found.append(made[entry])
        return Markup("").join(found)

    def _way_from(self, page: Page | None, root: str) -> Callable[[StructureItem], str]:
        """Return what tells the way to an entry from a page, or from ``root`` where there is none."""

        def way(item: StructureItem) -> str:
            return normalize_url(_url(item), page, root)

        if page is None or not (own := page.url).endswith("/"):
            return way
        folder = own[:-1].rpartition("/")[0]
        ways, beside = self._ways[folder], _Beside(f"{folder}/\0/")

        def kept_way(item: StructureItem) -> str:
            url = _url(item)
            if not isinstance(item, Page) or url.startswith(own):
                return way(item)
            if url not in ways:
                ways[url] = normalize_url(url, beside)  # type: ignore[arg-type]  # it reads the address alone
            return ways[url]

        return kept_way

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


def _entries(
    items: Sequence[StructureItem], page: Page | None, way: Callable[[StructureItem], str]
) -> tuple[Entry, ...]:
    return tuple(_entry(item, page, way) for item in items)


def _entry(item: StructureItem, page: Page | None, way: Callable[[StructureItem], str]) -> Entry:
    """Return what is shown of a page, a link or a section; of a closed section, that is a link to its first page."""
    if not isinstance(item, Section) or not item.children:
        return Entry(item.title, way(item), item is page, is_section=False, inside=())
    pages, index = item.children, item.children[0]
    has_index = isinstance(index, Page) and index.is_index
    is_open = item.active and len(pages) > 1
    inside = _entries(pages[1:] if has_index else pages, page, way) if is_open else ()
    if is_open and not has_index:
        return Entry(item.title, None, is_current=False, is_section=True, inside=inside)
    first = _first(item)
    return Entry(item.title, way(first), first is page, is_section=True, inside=inside)


def _first(item: StructureItem) -> StructureItem:
    return _first(item.children[0]) if isinstance(item, Section) and item.children else item


def _url(item: StructureItem) -> str:
    return str(item.url) if isinstance(item, Page | Link) else ""
