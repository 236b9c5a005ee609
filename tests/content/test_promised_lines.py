"""A page that promises a kind of help line has one to give, in each country that it names."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
import yaml
from lxml import html

from tests.content.reading import DOCS, Page, pages_for_readers, written_in_data

Service = dict[str, Any]
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
    """A paragraph, a list item or a text of a data file, with where its links lead."""

    place: str
    text: str
    links: tuple[str, ...]


def broken_promises(passage: Passage, places: Places) -> list[str]:
    """What a passage promises and the data do not have."""
    return [
        message
        for kind, pattern in PROMISES.items()
        if re.search(pattern, passage.text, re.IGNORECASE)
        for message in _missing(kind, passage, places)
    ]


def _missing(kind: str, passage: Passage, places: Places) -> Iterator[str]:
    named = [id for id, pattern in COUNTRIES.items() if re.search(pattern, passage.text)]
    parts = [part for part in PARTS if re.search(rf"\b{part}\b", passage.text)]
    for id in named or ([] if parts else [id for id in places if id != EVERYWHERE]):
        if not any(serves(service, kind) for service in places.get(id, [])):
            yield f"{passage.place}: promises '{kind}', and there is none for {id}: {passage.text}"
    for part in parts:
        if not any(serves(service, kind) and _covers(service, part) for service in places.get(PARTS_OF, [])):
            yield f"{passage.place}: promises '{kind}', and there is none for {part}: {passage.text}"
    if not any("/help-now.md" in link or f"#{link.partition('#')[2]}" in LISTS for link in passage.links):
        yield f"{passage.place}: promises '{kind}', and no link leads to it: {passage.text}"


def serves(service: Service, kind: str) -> bool:
    """Whether a service is of a kind, or says that it is for the same people."""
    also = ALSO_SERVES.get(kind)
    return service["kind"] == kind or bool(also and re.search(also, service["for"]))


def _covers(service: Service, part: str) -> bool:
    said = f"{service['name']} {service['for']}"
    only = [one for one in PARTS if one in said]
    return not only or part in only


def mislabelled_links(passage: Passage, labels: list[tuple[str, str]], places: Places) -> list[str]:
    """Links to a service of another country than their label names."""
    home = {service["id"]: id for id, services in places.items() for service in services}
    return [
        f"{passage.place}: '{label}' leads to '{service}', which is in {home[service]}"
        for label, service in labels
        if service in home
        for id, pattern in COUNTRIES.items()
        if re.search(pattern, label) and home[service] != id
    ]


@cache
def help_lines() -> Places:
    """The services of each place, by its id."""
    listed = yaml.safe_load((DOCS / "_data/help-lines.yml").read_text("utf-8"))
    return {place["id"]: place["services"] for place in listed}


def passages(page: Page) -> Iterator[tuple[Passage, list[tuple[str, str]]]]:
    """The paragraphs and list items of a page, with the labels of links to single services."""
    for element in page.tree.iter("p", "li"):
        own = _without_lists(element)
        links = [(" ".join(a.text_content().split()), a.get("href", "")) for a in own.iter("a")]
        text = " ".join(own.text_content().split())
        services = [(label, link.partition("#")[2]) for label, link in links if "#" in link]
        # On the page of all help lines, a line is never far.
        leads = tuple(link for _, link in links) + (("/help-now.md",) if page.name == "help-now.md" else ())
        yield Passage(page.place, text, leads), services


def _without_lists(element: html.HtmlElement) -> html.HtmlElement:
    own = copy.deepcopy(element)
    for inner in own.xpath(".//ul | .//ol | .//p | .//dl"):
        inner.drop_tree()
    return own


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in pages_for_readers()])
def test_a_page_gives_the_lines_that_it_promises(page: Page):
    broken = [
        message
        for passage, services in passages(page)
        for message in [
            *broken_promises(passage, help_lines()),
            *mislabelled_links(passage, services, help_lines()),
        ]
    ]
    assert not broken, "\n".join(broken)


def test_quizzes_and_guides_give_the_lines_that_they_promise():
    texts = [
        Passage(written.place, written.text, tuple(re.findall(r"\]\(([^)]*)\)", written.text)))
        for written in written_in_data()
        if "/strings/" not in written.place
    ]
    broken = [message for passage in texts for message in broken_promises(passage, help_lines())]
    assert not broken, "\n".join(broken)


def test_pages_do_promise_lines():
    """The test above would hold for a site that promises nothing."""
    promised = {
        kind
        for page in pages_for_readers()
        for passage, _ in passages(page)
        for kind, pattern in PROMISES.items()
        if re.search(pattern, passage.text, re.IGNORECASE)
    }
    assert promised == set(PROMISES)


def service(kind: str, name: str = "A line", for_whom: str = "Anyone.", id: str = "a-line") -> Service:
    """A service with no more than the checker reads."""
    return {"id": id, "name": name, "for": for_whom, "kind": kind}


def promise(text: str, *links: str) -> Passage:
    """A passage that leads to help, if no links are given."""
    return Passage("page.md", text, links or ("/help-now.md",))


POISON_IN_IRELAND: Places = {"ireland": [service("poison")], "canada": [service("crisis")]}


def test_a_line_for_a_country_that_has_one_is_no_broken_promise():
    assert not broken_promises(promise("In Ireland, call a poison line."), POISON_IN_IRELAND)


def test_a_line_for_a_country_that_has_none_is_a_broken_promise():
    assert len(broken_promises(promise("In Canada, call a poison line."), POISON_IN_IRELAND)) == 1


def test_a_line_for_no_country_in_particular_is_promised_to_all():
    found = broken_promises(promise("A poison line can tell you what to do."), POISON_IN_IRELAND)
    assert [message.split(" for ")[1].split(":")[0] for message in found] == ["canada"]


def test_northern_ireland_is_not_ireland():
    assert broken_promises(promise("Call a poison line in Northern Ireland."), POISON_IN_IRELAND)


def test_a_part_of_a_country_needs_a_line_of_its_own_or_one_for_all_parts():
    england = {"united-kingdom": [service("violence-at-home", for_whom="Women in England.")]}
    all_parts = {"united-kingdom": [service("violence-at-home", for_whom="Men.")]}
    wales = promise("Call the domestic abuse helpline in Wales.")
    assert broken_promises(wales, england)
    assert not broken_promises(wales, all_parts)


def test_a_service_of_another_kind_counts_if_it_says_whom_it_is_for():
    both = {"australia": [service("sexual-violence", for_whom="Anyone hurt by violence or abuse at home.")]}
    one = {"australia": [service("sexual-violence")]}
    text = promise("A line for violence at home can help you plan.")
    assert not broken_promises(text, both)
    assert broken_promises(text, one)


def test_a_promise_has_to_lead_somewhere():
    assert not broken_promises(promise("Call a youth line.", "/people/teens.md#lines"), {})
    assert broken_promises(promise("Call a youth line.", "/people/teens.md"), {})


def test_a_crisis_line_is_no_youth_line():
    assert broken_promises(promise("A youth line in Canada can help."), POISON_IN_IRELAND)


def test_a_country_leads_to_a_service_of_that_country():
    two: Places = {
        "ireland": [service("poison", id="ireland-poison")],
        "canada": [service("poison", id="canada-poison")],
    }
    here = promise("Poison lines")
    assert not mislabelled_links(here, [("Ireland", "ireland-poison")], two)
    assert mislabelled_links(here, [("Ireland", "canada-poison")], two)
