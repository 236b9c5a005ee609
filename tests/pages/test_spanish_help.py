"""Help in Spanish says what the help lines say, in Spanish, and is found from the English pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from primer.kit.loading import strings_file
from primer.outputs.registry import OUTPUTS

from tests.building import ROOT, Site
from tests.rendering import features

PAGE, ENGLISH = "/es/help-now/", "/help-now/"
DATA = ROOT / "docs/_data"


def read(name: str) -> list[dict[str, Any]]:
    """What a file of the data folder says."""
    found: list[dict[str, Any]] = yaml.safe_load((DATA / name).read_text("utf-8"))
    return found


def services(name: str) -> dict[str, dict[str, Any]]:
    """The services in a file of help lines, by id."""
    return {service["id"]: service for place in read(name) for service in place["services"]}


LINES, WORDS = services("help-lines.yml"), services("es/help-lines.yml")


def test_each_line_has_the_number_that_the_english_page_has(built_site: Site):
    page, english = built_site.tree(PAGE), built_site.tree(ENGLISH)

    for id in WORDS:
        numbers = [
            tree.get_element_by_id(id).xpath(".//a[starts-with(@href, 'tel:')]/@href") for tree in (page, english)
        ]
        assert numbers[0] == numbers[1] != []


def test_only_lines_of_which_a_page_says_that_they_answer_in_spanish_stand_there(built_site: Site):
    shown = {id for id in LINES if built_site.tree(PAGE).get_element_by_id(id, None) is not None}

    assert shown == WORDS.keys()
    for id, words in WORDS.items():
        if LINES[id]["kind"] != "emergency":
            assert words["languages"]
            assert words["seen_at"].startswith("https://")
            assert words["seen_on"]


def test_a_message_is_offered_only_with_the_word_that_asks_for_spanish(built_site: Site):
    messages = built_site.tree(PAGE).xpath("//a[starts-with(@href, 'sms:')]/text()")

    assert {*messages} == {"Mandar AYUDA al 988"}


def test_the_line_that_answers_in_spanish_stands_above_the_first_heading(built_site: Site):
    numbers = built_site.tree(PAGE).xpath("(//main//h2)[1]/preceding::a[@href='tel:988']")

    assert len(numbers) == 1


def test_what_to_say_in_english_is_marked_as_english(built_site: Site):
    said = built_site.tree(PAGE).xpath("//main//blockquote/p[@lang='en']/text()")

    assert said[0] == "Spanish, please. I need a Spanish speaker."
    assert len(said) == 3
    assert built_site.tree(PAGE).xpath("//aside//blockquote/@lang") == ["en"]


def test_links_to_english_pages_say_so_in_words_and_to_machines(built_site: Site):
    links = built_site.tree(PAGE).xpath(
        "//main//p/a[starts-with(@href, '../')] | //main//li/a[starts-with(@href, '../')]"
    )
    written = [link for link in links if not link.get("class") and "go/" not in link.get("href")]

    assert len(written) >= 5
    for link in written:
        assert link.get("hreflang") == "en-GB"
        assert (link.tail or "").startswith(" (en inglés)")


def test_no_english_of_the_site_stands_around_it(built_site: Site):
    """No string of two words and more that the English pages show is on the page."""
    english = yaml.safe_load(strings_file([*features(), *OUTPUTS]))
    own = yaml.safe_load((DATA / "strings/en.yml").read_text("utf-8"))
    strings = [text for group in (english, own) for part in group.values() for text in part.values()]
    page = " ".join(built_site.tree(PAGE).text_content().split())
    looked_for = {text for text in strings if isinstance(text, str) and " " in text and "{" not in text}
    shown = {text for text in looked_for if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", page)}

    assert len(looked_for) > 200
    assert shown == {"About this site"}  # a page in English, in the footer, marked as English


@pytest.mark.parametrize("address", ["/", "/trust/power/", "/quizzes/trust/", "/help-now/"])
def test_every_page_leads_there(built_site: Site, address: str):
    [link] = built_site.tree(address).xpath("//footer//a[@lang='es']")
    target = (built_site.file(address).parent / link.get("href") / "index.html").resolve()

    assert target == built_site.file(PAGE).resolve()
    assert link.get("hreflang") == "es"


def test_the_english_page_leads_there_above_its_first_heading(built_site: Site):
    [link] = built_site.tree(ENGLISH).xpath("//main//h2[@id='call-now']/preceding-sibling::p//a[@lang='es']")

    assert (link.text, link.get("hreflang")) == ("Ayuda en español", "es")


def test_it_is_as_careful_as_the_english_page(built_site: Site):
    page = built_site.tree(PAGE)

    assert page.xpath("//leave-site//a/span/text()") == ["Salir de este sitio"]
    assert page.xpath("//body/@data-ahead") == []
    assert built_site.tree("/es/go/k1/").xpath("//h1/text()") == ["You and your therapist"]
    assert "Ningún profesional clínico" in page.text_content()
    assert "Nadie lo ha confirmado por teléfono." in page.text_content()
