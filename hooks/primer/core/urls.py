"""Where pages live, seen from the site's root and from each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

EMBEDS = "embed/"
"""What every address of an embed begins with. Other sites may frame these alone, and no page lives there."""
_UNTIDY = frozenset(["", ".", ".."])
"""Parts of an address that are none of its folders."""
_INDEXES = ("index", "README")  # the two names that MkDocs gives the address of their folder


@dataclass(frozen=True)
class Link:
    """Where something is, seen from the page that shows the link, and what it is called.

    ``language`` is set where that is not the language of the page that shows it, as HTML names languages.
    """

    url: str
    title: str
    language: str | None = None


@cache
def page_id(src_uri: str) -> str:
    """Return the id of a page: its file name, or its folder's for an ``index.md`` (``home`` at the root)."""
    path = PurePosixPath(src_uri)
    return path.stem if path.stem not in _INDEXES else path.parent.name or "home"


@cache
def page_url(src_uri: str) -> str:
    """Return the address of a page below the site's root: ``trust/why-trust-matters/``; the home page's is empty."""
    path = PurePosixPath(src_uri)
    folder = path.parent if path.stem in _INDEXES else path.with_suffix("")
    return "" if str(folder) == "." else f"{folder}/"


@lru_cache(maxsize=1000)  # a page asks for the same few again and again; all pages together ask for too many to keep
def relative_url(target: str, base: str) -> str:
    """Return the way to ``target`` from the page at ``base``; both are addresses below the site's root."""
    address, hash_sign, anchor = target.partition("#")
    there, here = address.removesuffix("/").split("/") if address else [], base.split("/")[:-1]
    if _UNTIDY.isdisjoint(there) and _UNTIDY.isdisjoint(here):
        common, most = 0, min(len(here), len(there))
        while common < most and here[common] == there[common]:
            common += 1
        way = "/".join([".."] * (len(here) - common) + there[common:]) or "."
    else:
        way = posixpath.relpath(f"/{address}", f"/{'/'.join(here)}")
    slash = "/" if not address or address.endswith("/") else ""
    return f"{way}{slash}{hash_sign}{anchor}"


def origin_of(site_url: str | None) -> str | None:
    """Return the scheme and the host of an address, ``https://site.example``, if there is one."""
    parts = urlsplit(site_url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else None


def absolute_url(site_url: str | None, address: str) -> str | None:
    """Return the whole address of what stands at ``address`` below the site's root; None without ``site_url``."""
    return f"{site_url.rstrip('/')}/{address}" if site_url else None
