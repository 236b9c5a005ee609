"""Let a text that promises a kind of help line have one to give, in each country that it names."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import html
from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import Corpus
from tools.content.reading import Page

Service = Mapping[str, Any]
Places = dict[str, list[Service]]

# What a page says when it promises a kind of line.
PROMISES = {
    "violence-at-home": r"\b(domestic|family) (abuse|violence) (help)?(line|service)s?\b"
    r"|\b(help)?(line|service)s? for violence at home\b",
    "sexual-violence": r"\bsexual (violence|assault|abuse) (help)?lines?\b|\brape crisis (help)?lines?\b",
    "young-people": r"\byouth (help)?lines?\b|\byoung people['’]s (help)?lines?\b|\b(help)?lines? for young people\b",
    "poison": r"\bpoisons? (help)?lines?\b",
}
# A service of another kind serves these too, if it says so where it says whom it is for.
ALSO_SERVES = {
    "violence-at-home": r"\b(violence|abuse) at home\b|\bdomestic (abuse|violence)\b",
    "sexual-violence": r"\bsexual (violence|assault|abuse)\b",
}
COUNTRIES = {
    "united-states": r"\b(United States|US)\b",
    "united-kingdom": r"\b(United Kingdom|UK)\b",
    "ireland": r"(?<!Northern )\bIreland\b",
    "canada": r"\bCanada\b",
    "australia": r"\bAustralia\b",
    "new-zealand": r"\bNew Zealand\b",
}
# Each has services of its own, all of them listed under one place.
PARTS = ("England", "Wales", "Scotland", "Northern Ireland")
PARTS_OF = "united-kingdom"
EVERYWHERE = "anywhere-else"
# Where lines are listed by country, apart from the page of all help lines.
LISTS = {"#lines", "#support", "#who-can-help"}


@dataclass(frozen=True)
class Passage:
    """A paragraph, a list item or a text of a data file, with where its links lead and what they are called."""

    location: Location
    text: str
    links: tuple[tuple[str, str], ...]
    """The label and the target of each."""


def promises_of_pages(corpus: Corpus) -> Iterator[Diagnostic]:
    """A page gives the lines that it promises, and its links lead to the country that they name."""
    places = help_lines(corpus)
    for page in corpus.pages_for_readers:
        for passage in passages(page):
            yield from broken_promises(passage, places)
            yield from mislabelled_links(passage, places)


def promises_of_data(corpus: Corpus) -> Iterator[Diagnostic]:
    """Quizzes, guides give the lines that they promise."""
    places = help_lines(corpus)
    for written in corpus.written:
        if "/strings/" not in written.location.path:
            links = re.findall(r"\[([^\]]*)\]\(([^)]*)\)", written.text)
            yield from broken_promises(Passage(written.location, written.text, tuple(links)), places)


def broken_promises(passage: Passage, places: Places) -> Iterator[Diagnostic]:
    """Yield what a passage promises and the data do not have."""
    for kind, pattern in PROMISES.items():
        if found := re.search(pattern, passage.text, re.IGNORECASE):
            for where in _missing(kind, passage, places):
                message = f"'{found[0]}' is promised, and help-lines.yml has none for {where}"
                hint = f"add one with 'kind: {kind}', or name the countries that have one"
                yield Diagnostic(passage.location, message, "content-promised-line", hint)
            if not any("/help-now.md" in link or f"#{link.partition('#')[2]}" in LISTS for _, link in passage.links):
                message = f"'{found[0]}' is promised, and no link here leads to it"
                hint = "link to /help-now.md, or to a list of lines on a page"
                yield Diagnostic(passage.location, message, "content-unlinked-line", hint)


def _missing(kind: str, passage: Passage, places: Places) -> Iterator[str]:
    named = [id for id, pattern in COUNTRIES.items() if re.search(pattern, passage.text)]
    parts = [part for part in PARTS if re.search(rf"\b{part}\b", passage.text)]
    for id in named or ([] if parts else [id for id in places if id != EVERYWHERE]):
        if not any(serves(service, kind) for service in places.get(id, [])):
            yield id
    for part in parts:
        if not any(serves(service, kind) and _covers(service, part) for service in places.get(PARTS_OF, [])):
            yield part


def serves(service: Service, kind: str) -> bool:
    """Whether a service is of a kind, or says that it is for the same people."""
    also = ALSO_SERVES.get(kind)
    return service.get("kind") == kind or bool(also and re.search(also, str(service.get("for"))))


def _covers(service: Service, part: str) -> bool:
    said = f"{service.get('name')} {service.get('for')}"
    only = [one for one in PARTS if one in said]
    return not only or part in only


def mislabelled_links(passage: Passage, places: Places) -> Iterator[Diagnostic]:
    """Yield links to a service of another country than their label names."""
    home = {service.get("id"): id for id, services in places.items() for service in services}
    for label, link in passage.links:
        service = link.partition("#")[2]
        for id, pattern in COUNTRIES.items():
            if service in home and home[service] != id and re.search(pattern, label):
                message = f"'{label}' leads to '{service}', which is in {home[service]}"
                hint = f"link to a service in {id}, or say where this one is"
                yield Diagnostic(passage.location, message, "content-other-country", hint)


def help_lines(corpus: Corpus) -> Places:
    """The services of each place, by its id."""
    return {
        place.id or "": [one.data for one in place.part("services").items() if isinstance(one.data, Mapping)]
        for document in corpus.data("help-lines.yml")
        for place in document.items()
    }


def passages(page: Page) -> Iterator[Passage]:
    """The paragraphs and list items of a page."""
    for element in page.tree.iter("p", "li"):
        own = _without_lists(element)
        links = [(" ".join(a.text_content().split()), a.get("href", "")) for a in own.iter("a")]
        # On the page of all help lines, a line is never far.
        links += [("", "/help-now.md")] if page.name == "help-now.md" else []
        text = " ".join(own.text_content().split())
        yield Passage(page.location_of(element), text, tuple(links))


def _without_lists(element: html.HtmlElement) -> html.HtmlElement:
    own = copy.deepcopy(element)
    for inner in own.xpath(".//ul | .//ol | .//p | .//dl"):
        inner.drop_tree()
    return own


RULES = (promises_of_pages, promises_of_data)
