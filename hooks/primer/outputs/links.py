"""Make HTML that was written for one address fit for another: every link leads where it led."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape

from primer.core.urls import absolute_url, relative_url

_SPACE = " \t\n\f\r"
_ATTRIBUTE = re.compile(
    r"""(?P<before>[ \t\n\f\r/]*)(?P<name>[^ \t\n\f\r/>=]+)(?:[ \t\n\f\r]*=[ \t\n\f\r]*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^ \t\n\f\r"'>][^ \t\n\f\r>]*)))?"""
)
_END = re.compile(r"[ \t\n\f\r/=]*>")
_REGULAR = r"""(?:[ \t\n\f\r]+[a-zA-Z][a-zA-Z0-9:._-]*(?:="[^"]*")?)"""
"""An attribute that is written as nearly all are."""
_UNLIKE = _REGULAR.replace("[a-zA-Z]", r"(?!(?i:href|xlink:href|ping|target)[ \t\n\f\r=/>])[a-zA-Z]", 1)
"""The same, if it neither holds an address of a link nor says where it opens."""
_OPENING = re.compile(rf"""<(?:!--|(?P<name>[a-zA-Z][^ \t\n\f\r/>]*)(?P<rest>{_REGULAR}*[ \t\n\f\r]*/?>)?)""")
"""A comment's beginning, or a tag's, with the rest of one that is written as nearly all are; any other is read
attribute by attribute."""
_RAW_TEXT = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
"""Elements whose content is no markup (https://html.spec.whatwg.org/multipage/parsing.html)."""

_LEADS: dict[str, tuple[str, ...]] = {
    "href": ("a", "area", "base", "image", "link", "use"),
    "xlink:href": ("a", "image", "use"),
    "src": ("audio", "embed", "iframe", "img", "input", "script", "source", "track", "video"),
    "poster": ("video",),
    "data": ("object",),
    "action": ("form",),
    "formaction": ("button", "input"),
    "cite": ("blockquote", "del", "ins", "q"),
    "longdesc": ("iframe", "img"),
    "background": ("body", "table", "td", "th"),
    "srcset": ("img", "source"),
    "imagesrcset": ("link",),
    "ping": ("a", "area"),
    "srcdoc": ("iframe",),
}
"""The attributes that hold an address, by name (https://html.spec.whatwg.org/multipage/indices.html#attributes-3)."""

_LEADS_OF = {
    element: tuple(lead for lead, those in _LEADS.items() if element in those)
    for element in {element for those in _LEADS.values() for element in those}
}
"""The same by element: it holds addresses in these attributes."""
_HOLDS = {element: re.compile("|".join(leads), re.IGNORECASE) for element, leads in _LEADS_OF.items()}
"""What stands in each tag of an element that holds an address."""

_TEXT_OR_TAG = "|".join(sorted(_RAW_TEXT | _LEADS_OF.keys()))
_PLAIN = re.compile(
    rf"""(?:[^<]+|</|<(?!(?i:{_TEXT_OR_TAG})[ \t\n\f\r/>])[a-zA-Z][^ \t\n\f\r/>]*{_REGULAR}*[ \t\n\f\r]*/?>)*"""
)
"""Text, ends of elements, and tags of those that hold neither an address nor raw text: nearly all of a page."""

_LINK = re.compile(
    rf"""<a(?P<before>{_UNLIKE}*)(?P<name>[ \t\n\f\r]+href)="(?P<address>[^"&]*)"(?P<after>{_UNLIKE}*[ \t\n\f\r]*/?>)"""
)
"""A link as nearly all are written: it has one address, without entities, and says nothing of where it opens."""

_LEAVES = {"a": "href", "area": "href", "form": "action"}
"""What takes the reader to another page, and by which attribute: that opens outside the frame."""
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_CANDIDATE = re.compile(r"(?P<before>[ \t\n\f\r,]*)(?P<url>[^ \t\n\f\r]+)")


@dataclass(frozen=True)
class _Way:
    """From where to where HTML moves, and what opens in the frame itself."""

    base: str
    old: str
    framed: Mapping[str, str] = field(default_factory=dict)
    opens: str = ' target="_top"'
    """What the tag of a link gets that leads to another page."""

    def out(self, address: str) -> str | None:
        """Return where a link leads that leaves the page; None where it can lead nowhere."""
        return self.moved(address)

    def moved(self, address: str) -> str:
        """Return the way from ``base`` to where ``address`` leads, unless it is absolute or in the page."""
        if (bare := address.strip(_SPACE)).startswith("#") or _ABSOLUTE.match(bare):
            return address
        whole, rest = self._target(bare)
        return relative_url(self.framed.get(whole, whole), self.base) + rest

    def is_leaving(self, address: str) -> bool:
        """Tell whether an address leads to a page that opens outside the frame."""
        bare = address.strip(_SPACE)
        return not bare.startswith("#") and (bool(_ABSOLUTE.match(bare)) or self._target(bare)[0] not in self.framed)

    def _target(self, bare: str) -> tuple[str, str]:
        """Return where a relative address leads, below the site's root, and the query and fragment that it ends in."""
        parts = _PARTS.fullmatch(bare)
        assert parts is not None  # noqa: S101 - the pattern matches anything
        path, rest = parts.groups()
        return _joined(self.old, path), rest


@lru_cache(1024)  # a page links to some pages many times, above all to its glossary
def _joined(old: str, path: str) -> str:
    """Return where a relative path leads from the page at ``old``, below the site's root."""
    whole = posixpath.normpath(posixpath.join("/", old, path)).lstrip("/")
    folder = path.endswith("/") or posixpath.basename(path) in ("", ".", "..")
    return f"{whole}/" if folder and whole else whole


@dataclass(frozen=True)
class _WayOut(_Way):
    """Out of the site: the pages stay where they are, and what is shown in the page comes along."""

    opens: str = ' target="_blank" rel="noopener"'
    site_url: str | None = None

    def out(self, address: str) -> str | None:
        if not self.is_leaving(address) or _ABSOLUTE.match(address.strip(_SPACE)):
            return address
        whole, rest = self._target(address.strip(_SPACE))
        url = absolute_url(self.site_url, whole)
        return f"{url}{rest}" if url else None


def taken_out(html: str, old: str, site_url: str | None) -> str:
    """Return ``html``, which was written for the page at ``old``, as it has to be in a folder away from the site.

    Its pictures lie in that folder as they do below the site's root. Links to pages lead to the site, in a tab of
    their own; where nobody knows the address of the site, they lead nowhere.
    """
    return "".join(_pieces(str(html), _WayOut("", old, site_url=site_url)))


def moved_to(html: str, base: str, old: str, framed: Mapping[str, str] | None = None) -> str:
    """Return ``html``, which was written for the page at ``old``, as it has to be written at ``base``.

    Both are addresses below the site's root. Links within the page stay in it; so do those to the pages at the
    addresses in ``framed``, which lead to the frames that it names. All others open outside the frame.
    What looks like a link in a comment, in text or in the value of another attribute is left as it is.
    """
    text = str(html)  # Markup would escape what is put beside it
    return "".join(_pieces(text, _Way(base, old, framed or {})))


def _pieces(html: str, way: _Way) -> Iterator[str]:
    """Yield the HTML in pieces, each address moved. What never ends is left as it is."""
    done = at = 0
    while True:
        plain = _PLAIN.match(html, at)
        at = plain.end() if plain else at
        if link := _LINK.match(html, at):
            if written := _link(link, way):
                yield html[done:at] + written
                done = link.end()
            at = link.end()
            continue
        opening = _OPENING.search(html, at)
        if opening is None:
            break
        if opening["name"] is None:
            at = html.find("-->", opening.end())
            if at < 0:
                break
            continue
        name, at = opening["name"].lower(), opening.end("name")
        holds = _HOLDS.get(name)
        if opening["rest"] and not (holds and holds.search(html, at, opening.end())):
            at = opening.end()
        else:
            attributes, end = _attributes(html, at)
            if end is None:
                break
            if holds and (written := _element(name, attributes, way)):
                yield html[done:at] + written
                done = attributes[-1].end()
            at = end
        if name in _RAW_TEXT:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
            if closing is None:
                break
            at = closing.start() + 1
    yield html[done:]


def _link(link: re.Match[str], way: _Way) -> str | None:
    """Return a link as it has to be; None where it may stay."""
    address = link["address"]
    to, is_leaving = way.out(address), way.is_leaving(address)
    if to == address and not is_leaving:
        return None
    written = f'{link["name"]}="{address}"' if to == address else _written(link["name"], to)
    return f"<a{way.opens if is_leaving else ''}{link['before']}{written}{link['after']}"


def _attributes(html: str, at: int) -> tuple[list[re.Match[str]], int | None]:
    """Return the attributes of an element from ``at`` on, and where its tag ends; None where it never does."""
    found: list[re.Match[str]] = []
    while not (end := _END.match(html, at)):
        attribute = _ATTRIBUTE.match(html, at)
        if attribute is None:
            return found, None
        found.append(attribute)
        at = attribute.end()
    return found, end.end()


def _element(name: str, attributes: list[re.Match[str]], way: _Way) -> str | None:
    """Return the attributes of an element as they have to be; None where they may stay."""
    first: dict[str, re.Match[str]] = {}
    for attribute in attributes:
        first.setdefault(attribute["name"].lower(), attribute)  # of two with one name, browsers read the first
    new: dict[str, str | None] = {}
    leaves = _LEAVES.get(name)
    for lead in _LEADS_OF[name]:
        value = _value(first[lead]) if lead in first else None
        if value is not None:
            new[lead] = way.out(value) if lead == leaves else _rewritten(lead, value, way)
    to = first.get(leaves) if leaves else None
    address = _value(to) if to else None
    is_leaving = address is not None and "target" not in first and way.is_leaving(address)
    if not is_leaving and all(value == _value(first[lead]) for lead, value in new.items()):
        return None
    parts = [way.opens if is_leaving else ""]
    for attribute in attributes:
        lead = attribute["name"].lower()
        if attribute is not first[lead] or lead not in new or new[lead] == _value(attribute):
            parts.append(attribute[0])
        else:
            parts.append(_written(attribute["before"] + attribute["name"], new[lead]))
    return "".join(parts)


def _written(name: str, address: str | None) -> str:
    """Return an attribute that holds an address; nothing where there is none."""
    return "" if address is None else f'{name}="{escape(address)}"'


def _value(attribute: re.Match[str]) -> str | None:
    values = (attribute[name] for name in ("double", "single", "bare"))
    written = next((value for value in values if value is not None), None)
    return unescape(written) if written is not None else None


def _rewritten(lead: str, value: str, way: _Way) -> str:
    """Return the value of an attribute with each address in it moved."""
    if lead in ("srcset", "imagesrcset"):
        return "".join(_candidates(value, way))
    if lead == "ping":
        return " ".join(way.moved(address) for address in value.split())
    if lead == "srcdoc":
        return "".join(_pieces(value, way))
    return way.moved(value)


def _candidates(srcset: str, way: _Way) -> Iterator[str]:
    """Yield a list of pictures in pieces: each has an address, then perhaps a width or a density, then a comma."""
    at = 0
    while candidate := _CANDIDATE.match(srcset, at):
        url = candidate["url"].rstrip(",")
        yield candidate["before"] + (way.moved(url) if url else "") + candidate["url"][len(url) :]
        at = candidate.end()
        if url == candidate["url"]:
            comma = srcset.find(",", at)
            end = len(srcset) if comma < 0 else comma
            yield srcset[at:end]
            at = end
    yield srcset[at:]
