"""Know what browsers refuse of the HTML in a page, by the policy under which pages are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from primer.core.diagnostics import Problem

_LEADS = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "video": ("src", "poster"),
}
"""The attributes by which an element asks for a file."""
_NEVER_SHOWN = frozenset({"audio", "embed", "iframe", "object", "source", "track", "video"})
_REFUSED = frozenset({"link", "script", "style"})
_ELSEWHERE = ("http:", "https:", "//", "data:")


class TypedTags(HTMLParser):
    """The elements that begin in a piece of HTML, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


def blocked(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, Problem]]:
    """Yield what browsers refuse of an element, as it is written, with its problem."""
    elsewhere = [
        address for name in _LEADS.get(tag, ()) if (address := attributes.get(name, "").strip()).startswith(_ELSEWHERE)
    ]
    for address in elsewhere:
        if tag == "img" and address.startswith("data:"):
            continue
        yield address, _elsewhere(tag, address)
    if not elsewhere and tag in _NEVER_SHOWN:
        hint = "link to it: [words](address)"
        yield f"<{tag}", Problem(f"browsers are told to refuse <{tag}> in a page", "media-refused", hint)
    elif not elsewhere and tag in _REFUSED:
        hint = "remove it; what every page needs is set in mkdocs.yml: 'extra_css', 'extra_javascript'"
        yield f"<{tag}", Problem(f"browsers are told to refuse <{tag}> in a page", "html-refused", hint)
    for name in attributes:
        if name == "style" or name.startswith("on"):
            hint = "give it a class, { .name }, and style that in 'extra_css'" if name == "style" else "remove it"
            yield name, Problem(f"browsers are told to refuse '{name}=' in a page", "html-refused", hint)


def _elsewhere(tag: str, address: str) -> Problem:
    message = f"'{address}' is on another site, which no page asks for anything"
    hint = "put the file below the docs folder, or link to it: [words](address)"
    return Problem(message, "media-elsewhere", f"link to it: [words]({address})" if tag in _NEVER_SHOWN else hint)
