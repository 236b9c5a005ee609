"""Mark each item of a list, or row of a table, that is about one country."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.features.directory.help_lines import Place
from primer.kit.page import CurrentPage
from primer.kit.sources import Loaded

BY_COUNTRY = "by-country"
"""The class of what holds items about several countries."""

LEAST = 2
"""So many countries make what holds their items a list by country."""


class CountryItems(Treeprocessor):
    """Says of which country an item is that begins with one in bold, and a row that begins with one.

    A script can then put the country of a reader first, where it stands among others.
    """

    def __init__(
        self, md: Markdown, places: Loaded[Place], assets: frozenset[str], current: Callable[[], CurrentPage | None]
    ) -> None:
        super().__init__(md)
        self._named = {name: place.id for place in places.items.values() for name in (place.name, *place.called)}
        names = sorted(self._named, key=len, reverse=True)  # "Northern Ireland" before "Ireland"
        self._names = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        self._assets = assets
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        if page is None or not self._named:
            return
        for held in root.iter():
            if held.tag not in ("ul", "tbody"):
                continue
            found = [(item, place) for item, begins in _begun(held) if (place := self._place_in(begins))]
            if len({place for _, place in found}) < LEAST:
                continue
            for item, place in found:
                item.set("data-place", place)
            held.set("class", f"{held.get('class', '')} {BY_COUNTRY}".strip())
            page.assets |= self._assets

    def _place_in(self, text: str) -> str | None:
        """Return the one country that a text names; None where it names none, or several."""
        places = {self._named[name] for name in self._names.findall(text)}
        return places.pop() if len(places) == 1 else None


def _begun(held: Element) -> Iterator[tuple[Element, str]]:
    """Yield each item of a list with the bold words that it begins with, each row with its first cell."""
    for item in held:
        first = next(iter(item), None)
        if first is not None and first.tag == "p":
            item_text, first = first.text, next(iter(first), None)
        else:
            item_text = item.text
        if first is not None and (first.tag in ("td", "th") or (first.tag == "strong" and _is_blank(item_text))):
            yield item, "".join(first.itertext())


def _is_blank(text: str | None) -> bool:
    return not (text or "").strip()
