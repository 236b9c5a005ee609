"""What pages tell machines about themselves, in the vocabulary of schema.org and in the tags of reference managers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.meta import get_data

from tests.building import SITE_URL, Site
from tests.ship.schema_org import misfits
from tests.site_pages import ADDRESSES, DOCS, QUIZZES, TEMPLATES, address_of

PAGES = [address for address in ADDRESSES if address not in TEMPLATES]

PAGE = """---
title: A page
description: A page of a test.
sources_checked: 2026-11-22
review_by: 2027-11-22
{review}
---

Some words.
"""

HOSTILE = "A </script><script>alert('in')</script> & a <!-- <script> \"quoted\""
QUOTED = json.dumps(HOSTILE)

QUIZ = f"""title: {QUOTED}
summary: {QUOTED}
level: introductory
minutes: 1
questions:
  - id: one
    type: choice
    prompt: {QUOTED}
    options:
      - {{text: {QUOTED}, correct: true}}
      - {{text: Another, feedback: No.}}
    explanation: Because.
"""


def test_every_page_keeps_to_the_vocabulary(built_site: Site, tmp_path: Path):
    items = {f"{address} {item['@type']}": item for address in PAGES for item in described(built_site, address)}

    assert len(items) > len(PAGES)
    assert misfits(items.values(), tmp_path) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "WebSite", "lastReviewed": "2026-11-22"},
        {"@type": "Quiz", "hasPart": [{"@type": "Question", "acceptedAnswr": []}]},
        {"@type": "DefinedTermSet", "hasDefinedTerm": [{"@type": "DefinedTerm", "termCode": 3}]},
        {"@type": "MedicalWebPag"},
    ],
)
def test_a_description_outside_the_vocabulary_is_noticed(tmp_path: Path, wrong: dict[str, Any]):
    assert len(misfits([{"@context": "https://schema.org", **wrong}], tmp_path)) == 1


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_what_it_is_and_where(built_site: Site, address: str):
    about, *rest = described(built_site, address)

    assert about["@type"] == kind(address)
    assert about["url"] == about["@id"] == SITE_URL.rstrip("/") + address
    assert about["name"] == heading(built_site, address)
    assert [item["@type"] for item in rest] == ([] if address == "/" else ["BreadcrumbList"])


@pytest.mark.parametrize("address", [address for address in PAGES if address != "/"])
def test_the_way_to_a_page_begins_at_home_and_ends_at_the_page(built_site: Site, address: str):
    steps = described(built_site, address)[1]["itemListElement"]

    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert [steps[0]["item"], steps[-1]["item"]] == [SITE_URL, SITE_URL.rstrip("/") + address]
    for step in steps:
        assert step["name"] == heading(built_site, "/" + step["item"].removeprefix(SITE_URL))


def test_every_term_of_the_glossary_is_described_with_its_address(built_site: Site):
    terms = described(built_site, "/glossary/")[0]["hasDefinedTerm"]
    anchors = {str(id) for id in built_site.tree("/glossary/").xpath("//@id")}

    assert len(terms) > 100
    assert {term["url"] for term in terms} == {f"{SITE_URL}glossary/#{term['termCode']}" for term in terms}
    assert {term["termCode"] for term in terms} <= anchors


@pytest.mark.parametrize("address", QUIZZES)
def test_every_question_of_a_quiz_is_described_with_its_answers(built_site: Site, address: str):
    questions = described(built_site, address)[0]["hasPart"]

    assert len(questions) == len(built_site.tree(address).xpath("//course-quiz//form"))
    assert all(question["acceptedAnswer"] for question in questions)
    chosen = [question for question in questions if question["eduQuestionType"] in ("Multiple choice", "Checkbox")]
    assert chosen
    assert all(question["suggestedAnswer"] for question in chosen)


def test_a_medical_review_is_claimed_only_where_there_was_one(built_site: Site):
    claims = {address for address in PAGES if "lastReviewed" in described(built_site, address)[0]}
    reviewed = {
        address_of(path)
        for path in DOCS.rglob("*.md")
        if get_data(path.read_text("utf-8"))[1].get("status") == "clinically-reviewed"
    }
    assert claims == reviewed


def test_a_medical_review_is_claimed_once_there_was_one(build_site):
    review = "status: {}\nreviewer: A. Tester\nreviewed: 2026-11-20"
    site = build_site(
        {
            "docs/_data/site.yml": "review: {status: clinically-reviewed}\n",
            "docs/reviewed.md": PAGE.format(review=review.format("clinically-reviewed")),
            "docs/not-reviewed.md": PAGE.format(review=review.format("unreviewed")),
        }
    )

    assert described(site, "/reviewed/")[0]["lastReviewed"] == "2026-11-20"
    assert described(site, "/reviewed/")[0]["reviewedBy"]["name"] == "A. Tester"
    assert not {"lastReviewed", "reviewedBy"} & described(site, "/not-reviewed/")[0].keys()


def test_nothing_that_an_author_writes_ends_the_description(build_site):
    site = build_site({"docs/_data/quizzes/hostile.yml": QUIZ})
    head = site.html("/quizzes/hostile/").partition("</head>")[0]
    [about] = described(site, "/quizzes/hostile/")

    assert site.warnings == []
    assert about["name"] == about["description"] == HOSTILE
    assert about["hasPart"][0]["text"] == about["hasPart"][0]["acceptedAnswer"][0]["text"] == HOSTILE
    assert not re.search(r"<script>|<!--", head)
    assert site.tree("/quizzes/hostile/").xpath("//meta[@name='description' or @name='citation_title']/@content") == [
        HOSTILE,
        HOSTILE,
    ]


def test_without_an_address_a_page_makes_none_up(built_site_without_address: Site):
    [about] = described(built_site_without_address, "/trust/why-trust-matters/")

    assert not {"url", "@id"} & about.keys()


@pytest.mark.parametrize("address", PAGES)
def test_reference_managers_find_title_date_and_address(built_site: Site, address: str):
    tags = {
        str(tag.get("name")): str(tag.get("content"))
        for tag in built_site.tree(address).xpath("//head/meta[starts-with(@name, 'citation_')]")
    }

    assert tags["citation_title"] == heading(built_site, address)
    assert tags["citation_public_url"] == SITE_URL.rstrip("/") + address
    assert re.fullmatch(r"\d{4}/\d{2}/\d{2}", tags.get("citation_online_date", "2026/11/22"))
    assert "citation_author" not in tags


def described(site: Site, address: str) -> list[dict[str, Any]]:
    """What a page says about itself."""
    return [json.loads(block) for block in site.tree(address).xpath("//script[@type='application/ld+json']/text()")]


def heading(site: Site, address: str) -> str:
    return str(site.tree(address).xpath("string(//main//h1)")).strip()


def kind(address: str) -> str:
    if address in QUIZZES:
        return "Quiz"
    if address == "/guides/" or address.startswith(("/about/", "/educators/", "/quizzes/", "/references/")):
        return "WebPage"
    return {"/": "WebSite", "/glossary/": "DefinedTermSet"}.get(address, "MedicalWebPage")
