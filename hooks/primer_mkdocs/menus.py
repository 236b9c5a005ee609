"""Make the menu that stands beside a page: that of its language, with the section it is in open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
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


Known = dict[int, tuple[str, Entry]]
"""What the pages right below a folder show of an item, by its identity, with the address that it leads to."""


class Menus:
    """The menu of each language, made once."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._made: dict[Language, list[StructureItem]] = {}
        self._made_by: dict[str, dict[Entry, Markup]] = defaultdict(dict)
        self._known: dict[str, Known] = defaultdict(dict)
        """By the folder of a page: those in one folder have the same ways to all that is not below themselves."""

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
        own = page.url if page is not None else ""
        known = self._known[own[:-1].rpartition("/")[0]] if own.endswith("/") else {}
        return _Beside(page, own, context["base_url"], known).entries(items)

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


@dataclass(frozen=True)
class _Beside:
    """The menu beside a page at the address ``own``, or below ``root`` beside none."""

    page: Page | None
    own: str
    root: str
    known: Known

    def entries(self, items: Sequence[StructureItem]) -> tuple[Entry, ...]:
        """Return what is shown of each item."""
        return tuple(self._known_entry(item) for item in items)

    def _known_entry(self, item: StructureItem) -> Entry:
        if isinstance(item, Page | Section) and item.active:
            return self._entry(item)
        address, known = self.known.get(id(item), ("", None))
        if known is not None and not address.startswith(self.own):
            return known
        entry, first = self._entry(item), _first(item)
        if isinstance(first, Page) and not first.url.startswith(self.own):
            self.known[id(item)] = first.url, entry
        return entry

    def _entry(self, item: StructureItem) -> Entry:
        """Return what is shown of an item; of a closed section, that is a link to its first page."""
        if not isinstance(item, Section) or not item.children:
            return Entry(item.title, self._way(item), item is self.page, is_section=False, inside=())
        pages, index = item.children, item.children[0]
        has_index = isinstance(index, Page) and index.is_index
        is_open = item.active and len(pages) > 1
        inside = self.entries(pages[1:] if has_index else pages) if is_open else ()
        if is_open and not has_index:
            return Entry(item.title, None, is_current=False, is_section=True, inside=inside)
        first = _first(item)
        return Entry(item.title, self._way(first), first is self.page, is_section=True, inside=inside)

    def _way(self, item: StructureItem) -> str:
        address = str(item.url) if isinstance(item, Page | Link) else ""
        return normalize_url(address, self.page, self.root)


def _first(item: StructureItem) -> StructureItem:
    return _first(item.children[0]) if isinstance(item, Section) and item.children else item
