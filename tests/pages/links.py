"""Where the links of a built site lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.building import SITE_URL, Site

HOST = "https://site.invalid"

# Elements and relations that make a browser fetch something by itself.
FETCHES = {
    "script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "embed": "src",
    "object": "data", "track": "src",
}  # fmt: skip
FETCHING_RELATIONS = {
    "stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest",
}  # fmt: skip


@dataclass(frozen=True)
class Link:
    """A link on a page, as it is written and as a browser resolves it."""

    page: str
    tag: str
    written: str
    resolved: str
    fetched: bool

    def address(self, site: Site) -> str | None:
        """The address below the site's base, or None when it leads elsewhere."""
        url, _ = urldefrag(self.resolved)
        for start in (HOST + site.base, SITE_URL):
            if url.startswith(start):
                return "/" + unquote(urlsplit(url.removeprefix(start)).path)
        return None

    @property
    def fragment(self) -> str:
        """The anchor it leads to, if any."""
        return unquote(urldefrag(self.resolved).fragment)

    @property
    def is_web(self) -> bool:
        """Whether it leads to a page or file (and not to a telephone or mail program)."""
        return urlsplit(self.resolved).scheme in ("http", "https")

    def __str__(self) -> str:
        """Say where it stands and what it says."""
        return f"{self.page}: <{self.tag}> {self.written}"


def links(site: Site, address: str) -> Iterator[Link]:
    """All links of a page, in document order."""
    here = HOST + site.base + address.removeprefix("/")
    for element in site.tree(address).iter():
        if not isinstance(element.tag, str):
            continue
        relations = set((element.get("rel") or "").split())
        fetched = element.tag in FETCHES or bool(element.tag == "link" and relations & FETCHING_RELATIONS)
        for name in ("href", FETCHES.get(element.tag, "src")):
            written = element.get(name)
            if written is not None:
                yield Link(address, element.tag, written, urljoin(here, written), fetched)
