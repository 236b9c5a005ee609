"""Check that what the links of pages lead to is there."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from primer.core.diagnostics import Problem, closest, did_you_mean
from primer.core.model import is_readable
from primer.core.urls import page_url
from primer.kit.page import WrittenLink
from primer.text.inline import unreadable_link


def link_problem(
    link: WrittenLink, *, src_uri: str, anchors: Mapping[str, Collection[str]], files: Collection[str]
) -> Problem | None:
    """Return what is wrong with a link on the page ``src_uri``; None where it leads somewhere, or to another site.

    ``anchors`` holds the ids on each page, and ``files`` the path of all else that is published.
    """
    address = link.address
    if not is_readable(address):
        return unreadable_link(address)
    scheme, host, path, _, anchor = urlsplit(address)
    if scheme or host or not (path or anchor):
        return None
    target = _target(unquote(path), src_uri) if path else src_uri
    if target in anchors:
        ids = anchors[target]
        if not anchor or unquote(anchor) in ids or anchor in ids:
            return None
        return Problem(
            f"/{target} has no passage '#{anchor}'", "link-unknown-anchor", did_you_mean(anchor, ids) or _listed(ids)
        )
    return None if target in files else _unknown(address, target, anchors, files, is_picture=link.is_picture)


def _target(path: str, src_uri: str) -> str:
    """Return the file below the docs folder that a link names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(f"/{src_uri}"), path)).lstrip("/")


def _unknown(address: str, target: str, pages: Collection[str], files: Collection[str], *, is_picture: bool) -> Problem:
    if is_picture:
        found = closest(f"/{target}", (f"/{file}" for file in files)) or _namesake(target, files)
        return Problem(f"there is no file '/{target}'", "picture-unknown", found and f"did you mean '{found}'?")
    if target.startswith("_data/"):
        path = PurePosixPath(target).relative_to("_data").with_suffix(".md").as_posix()
        hint = f"write /{path}" if path in pages else "link to the page that shows it"
        return Problem(f"'{address}' is a data file, which is not published", "link-unknown", hint)
    if PurePosixPath(target).suffix not in ("", ".md", ".html"):
        found = closest(f"/{target}", (f"/{file}" for file in files)) or _namesake(target, files)
        return Problem(f"there is no file '/{target}'", "link-unknown", found and f"did you mean '{found}'?")
    return Problem(f"there is no page '{address}'", "link-unknown", _meant_page(target, pages))


def _meant_page(target: str, pages: Collection[str]) -> str | None:
    """Return the hint for a link to a page by its address, from the wrong folder, or with a typing mistake."""
    way = target.removesuffix(".html").removesuffix("/index").rstrip("/")
    way = "" if way in (".", "index") else way
    at_address = next((page for page in pages if page_url(page).rstrip("/") == way), None)
    if at_address:
        return f"write /{at_address}"
    bare = f"/{target}".removesuffix(".md")
    found = _namesake(target, pages)
    if not found and (like := closest(bare, (f"/{page.removesuffix('.md')}" for page in pages))):
        found = f"{like}.md"
    return found and f"did you mean '{found}'?"


def _namesake(target: str, known: Collection[str]) -> str | None:
    """Return the only file of the same name in another folder."""
    name = PurePosixPath(target).name
    found = [file for file in known if PurePosixPath(file).name == name and name not in ("index.md", "README.md")]
    return f"/{found[0]}" if len(found) == 1 else None


def _listed(ids: Collection[str]) -> str | None:
    """Return the hint that names what there is, where that is little."""
    return f"one of: {', '.join(sorted(ids))}" if 0 < len(ids) <= 5 else None
