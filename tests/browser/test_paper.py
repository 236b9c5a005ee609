"""Paper: an article takes two sheets, can be read there, and has with it what its reader asks for."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page
from primer.kit.paper import PAPER_PARTS
from pypdf import PdfReader

from tests.browser.conftest import Visit
from tests.site_pages import ADDRESSES

SECTIONS = (
    *("what-it-is", "trust", "warning-signs", "options", "starting", "endings", "questions", "online", "people"),
)
DIRECTORY = "/options/routes-by-country/"
"""A list of bodies and addresses in many countries: as help lines are, it's no article."""
ON_LETTER = (
    *("/warning-signs/", "/trust/why-trust-matters/", "/options/complain/", "/people/teens/", "/options/bad-fit/"),
)

#: What is printed with each part, by the page that shows it.
ASKED = {
    "quiz": ("/trust/why-trust-matters/", "Introductory"),
    "folded": ("/trust/why-trust-matters/", "Nobody seems to have pooled the research"),
    "drawn": ("/options/complain/", "This figure in words"),
    "next": ("/trust/why-trust-matters/", "Why is it hard to be honest with my therapist?"),
    "words": ("/trust/why-trust-matters/", "A way of working that takes past harm into account"),
    "sources": ("/trust/why-trust-matters/", "Congruence/genuineness"),
}

SMALLEST = """() => {
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const sizes = {};
  while (words.nextNode()) {
    const around = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || around.closest("sup, svg") || !around.checkVisibility()) continue;
    sizes[parseFloat(getComputedStyle(around).fontSize)] = words.currentNode.data.trim();
  }
  return Math.min(...Object.keys(sizes));
}"""

PIXELS = 96 / 72
"""How many of them are a point."""


def printed(page: Page, format: str = "A4") -> PdfReader:
    """What the browser's own menu prints."""
    return PdfReader(io.BytesIO(page.pdf(format=format, prefer_css_page_size=True)))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("section", SECTIONS)
def test_an_article_takes_two_sheets_and_no_letter_on_them_is_too_small(look: Visit, section: str):
    articles = [one for one in ADDRESSES if one.startswith(f"/{section}/") and one != DIRECTORY]
    assert articles
    long, small = {}, {}
    for address in articles:
        page = look(address)
        sheets = len(printed(page).pages)
        if sheets > 2:
            long[address] = sheets
        page.emulate_media(media="print")
        points = page.evaluate(SMALLEST) / PIXELS
        if points < 9:
            small[address] = points
        page.emulate_media(media="null")
    assert (long, small) == ({}, {})


@pytest.mark.parametrize("address", ON_LETTER)
def test_so_it_does_where_paper_is_wider_and_shorter(look: Visit, address: str):
    assert len(printed(look(address), "Letter").pages) <= 2


def test_without_scripts_the_same_is_printed(visit: Visit):
    address = "/trust/why-trust-matters/"
    with_scripts, without = (words(printed(visit(address, java_script_enabled=on))) for on in (True, False))
    assert without == with_scripts


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("part", PAPER_PARTS)
def test_what_is_ticked_is_printed_with_a_page_and_nothing_else(visit: Visit, part: str, *, scripts: bool):
    address, said = ASKED[part]
    page = visit(address, java_script_enabled=scripts)
    assert said not in words(printed(page))
    page.locator("#print-page > summary").click()
    page.locator(f"#print-page [value={part}]").check()
    both = words(printed(page))
    assert [one for one, (at, other) in ASKED.items() if at == address and other in both] == [part]


def test_paper_says_where_the_rest_is_and_where_help_is(visit: Visit):
    text = words(printed(visit("/trust/why-trust-matters/"))).replace(" ", "")
    rest = "the quiz, how sure we are and other details, where to go next, words explained, sources."
    assert f"Printed only if ticked: {rest}".replace(" ", "") in text
    assert "Printedfromhttp://site.test/base/go/why-trust-matters/" in text
    assert "Gethelpnow:http://site.test/base/go/help-now/" in text


def test_what_to_do_when_not_safe_is_always_on_paper(visit: Visit):
    text = words(printed(visit("/warning-signs/")))
    for said in ("Do this next", "Get safe: what to do", "Tell someone you trust, or a help line", "don't stop it all"):
        assert said in text


def test_the_quiz_of_an_article_is_printed_alone_where_its_questions_are_asked_for(visit: Visit):
    page = visit("/trust/why-trust-matters/", before="window.print = () => {};")
    page.locator(".quiz__folded > summary").click()
    page.get_by_text("Print, save or forget").click()
    page.get_by_role("button", name="Print the questions", exact=True).click()
    page.locator("course-quiz[data-print]").wait_for(state="attached")
    text = words(printed(page))
    assert "Question 12 of 12" in text
    assert "Trust is earned in ways you can check" not in text
