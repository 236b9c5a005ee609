"""The addresses of our own pages, known before the site is built, so that each can be a test of its own."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from mkdocs.utils.meta import get_data
from primer.core.diagnostics import Location

from tests.building import ROOT

DOCS = ROOT / "docs"


def address_of(path: Path) -> str:
    """The address of a page, from its file: '/', '/glossary/', '/trust/why-trust-matters/'."""
    parts = path.relative_to(DOCS).with_suffix("").parts
    kept = parts[:-1] if parts[-1] == "index" else parts
    return "/" + "".join(f"{part}/" for part in kept)


_WRITTEN = {address_of(path): path for path in DOCS.rglob("*.md") if DOCS / "_data" not in path.parents}
_GUIDES = {f"/guides/{path.stem}/": path for path in DOCS.glob("_data/guides/*.yml")}
_QUIZZES = {f"/quizzes/{path.stem}/": path for path in DOCS.glob("_data/quizzes/*.yml")}


def language_root(address: str) -> str:
    """What the addresses of the language of a page begin with: nothing, or '/es'."""
    return "/es" if address.startswith("/es/") else ""


def in_order(address: str) -> tuple[str, str]:
    """What pages are sorted by: those in English come first."""
    return language_root(address), address


def source_of(address: str) -> Location:
    """The file that an author edits to change a page; of what is made of a template alone, the settings."""
    path = {**_WRITTEN, **_GUIDES, **_QUIZZES}.get(address, ROOT / "mkdocs.yml")
    return Location(path.relative_to(ROOT).as_posix())


#: Every page with the site's header and footer, the page of each quiz and each guide among them.
ADDRESSES = sorted({*_WRITTEN, *_QUIZZES, *_GUIDES, "/404.html", "/all-pages/"}, key=in_order)

#: Those of them that are made of a template alone, and are no page of the menu.
TEMPLATES = ("/404.html", "/all-pages/")

QUIZZES = sorted(_QUIZZES)
GUIDES = sorted(_GUIDES)

#: The address of each page, guide and quiz in a frame on another site.
EMBEDS = sorted(
    [
        f"{language_root(address)}/embed/pages/{address.rstrip('/').rpartition('/')[2] or 'home'}/"
        for address in (*_WRITTEN, *_GUIDES)
    ]
    + [f"/embed{address}" for address in _QUIZZES]
)

#: What leads on to a sensitive page in a frame from its neutral address, whatever kind of page it is.
NEUTRAL_EMBEDS = sorted(
    f"{root}/embed/{kind}/{name}/"
    for root in ("", "/es")
    for name in re.findall(
        rf"^  {root}/go/(k\d+)/: ", (DOCS / f"_data{root}/permalinks.yml").read_text("utf-8"), re.MULTILINE
    )
    for kind in ("pages", "quizzes")
)

#: Pages, quizzes and guides that are marked as sensitive by their authors.
SENSITIVE = sorted(
    [address for address, path in _WRITTEN.items() if get_data(path.read_text("utf-8"))[1].get("sensitive")]
    + [
        address
        for address, path in {**_QUIZZES, **_GUIDES}.items()
        if yaml.safe_load(path.read_text("utf-8")).get("sensitive")
    ],
    key=in_order,
)


def _features(address: str) -> set[str]:
    """What makes a page look unlike others: how it is made, its fences and what else Markdown writes in its own way."""
    hidden = "sensitive " if address in SENSITIVE else ""
    if address not in _WRITTEN:
        return {f"{hidden}page made from {address.split('/')[1]}"}
    text = re.sub(r"^````.*?^````$", "", _WRITTEN[address].read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    signs = {
        "table": r"^\|",
        "quotation": r"^> ",
        "note": r"^(!!!|\?\?\?)",
        "tabs": r"^===",
        "asked": r"^asked:",
        "code": r"^```[a-z]+$",
    }
    fences = re.findall(r"^``` ([a-z-]+)$", text, re.MULTILINE)
    written = {name for name, sign in signs.items() if re.search(sign, text, re.MULTILINE)}
    depth = "home" if address == "/" else "section" if _WRITTEN[address].stem == "index" else "page"
    return {*fences, *written, hidden + depth}


def _one_of_each_kind() -> list[str]:
    """The fewest pages that together have all features, as far as taking the richest page next finds them."""
    features = {address: _features(address) for address in ADDRESSES if not language_root(address)}
    missing = set().union(*features.values())
    chosen: list[str] = []
    while missing:
        richest = max(features, key=lambda address: len(features[address] & missing))
        chosen.append(richest)
        missing -= features[richest]
    return sorted(chosen)


#: Pages in which every template, every fence and every kind of text occurs.
KINDS = _one_of_each_kind()
