"""Make HTML that was written for one address fit for another: every link leads where it led."""

from __future__ import annotations

import posixpath
import re
from functools import partial
from html import escape, unescape

from primer.core.urls import relative_url

_MARKUP = re.compile(
    r"""<!--.*?-->|<(?P<tag>[a-z][\w-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>""", re.IGNORECASE | re.DOTALL
)
"""A comment, or the beginning of an element. What stands in quotes is part of it: ``<a title="a > b">``."""

_ATTRIBUTE = re.compile(
    r"""(?P<before>\s)(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)
_LEADS = {"a": "href", "area": "href", "img": "src", "source": "src", "audio": "src", "video": "src", "track": "src"}
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)


def moved_to(html: str, base: str, old: str) -> str:
    """Return ``html``, which was written for the page at ``old``, as it has to be written at ``base``.

    Both are addresses below the site's root. Links within the page stay in it; all others open outside the frame.
    What looks like a link in a comment, in text or in the value of another attribute is left as it is.
    """
    return _MARKUP.sub(partial(_element, base=base, old=old), html)


def _element(match: re.Match[str], base: str, old: str) -> str:
    tag = (match["tag"] or "").lower()
    lead = _LEADS.get(tag)
    if lead is None:
        return match[0]
    found = {attribute["name"].lower(): _value(attribute) for attribute in _ATTRIBUTE.finditer(match["attributes"])}
    address = found.get(lead)
    if address is None or address.startswith("#"):
        return match[0]

    def attribute(one: re.Match[str]) -> str:
        if one["name"].lower() != lead or _ABSOLUTE.match(address):
            return one[0]
        return f'{one["before"]}{one["name"]}="{escape(_relative(address, base, old))}"'

    target = ' target="_top"' if lead == "href" and "target" not in found else ""
    return f"<{match['tag']}{target}{_ATTRIBUTE.sub(attribute, match['attributes'])}>"


def _value(attribute: re.Match[str]) -> str:
    return unescape(next((attribute[name] for name in ("double", "single", "bare") if attribute[name] is not None), ""))


def _relative(address: str, base: str, old: str) -> str:
    """Return the way from ``base`` to where the relative ``address`` leads from ``old``."""
    parts = _PARTS.fullmatch(address)
    assert parts is not None  # noqa: S101 - the pattern matches anything
    path, rest = parts.groups()
    whole = posixpath.normpath(posixpath.join("/", old, path)).lstrip("/")
    folder = path.endswith("/") or posixpath.basename(path) in ("", ".", "..")
    slash = "/" if folder and whole else ""
    return relative_url(f"{whole}{slash}", base) + rest
