"""Figures can be read on a phone, without scripts, on paper and in any colours, and are there in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import set_scheme
from tests.browser.conftest import HOME, Visit
from tests.site_pages import DOCS, address_of

ADDRESSES = sorted(
    address_of(path)
    for path in DOCS.rglob("*.md")
    if DOCS / "_data" not in path.parents and "about" not in path.parts and "``` figure\n" in path.read_text("utf-8")
)

SIZES = """() => [...document.querySelectorAll(".figure__drawing text")].map((text) => {
    const drawing = text.ownerSVGElement;
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    return parseFloat(getComputedStyle(text).fontSize) * scale;
})"""

CUT_OFF = """() => [...document.querySelectorAll(".figure__drawing text")].filter((text) => {
    const drawing = text.ownerSVGElement.getBoundingClientRect(), box = text.getBoundingClientRect();
    return box.left < drawing.left - 1 || box.right > drawing.right + 1 || box.bottom > drawing.bottom + 4;
}).map((text) => text.textContent)"""


def contrasts(page: Page) -> list[float]:
    """The lightness of every text of a drawing, from 0 to 255: is it dark, or light?"""
    colours: list[list[float]] = page.evaluate(
        """() => [...document.querySelectorAll(".figure__drawing text:not(.figure__on-mark)")]
            .map((text) => getComputedStyle(text).fill.match(/[0-9.]+/g).slice(0, 3).map(Number))"""
    )
    return [sum(colour) / 3 for colour in colours]


# The ratio of WCAG between the page and the edge of each bar.
EDGES = """() => {
    const light = (colour) => {
        const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3)
            .map((one) => one / 255).map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = light(getComputedStyle(document.body).backgroundColor);
    return [...document.querySelectorAll(".figure__drawing rect")].map((bar) => {
        const { stroke, fill, opacity } = getComputedStyle(bar);
        if (opacity !== "1") return 0;
        const edge = light(stroke === "none" ? fill : stroke);
        return (Math.max(page, edge) + 0.05) / (Math.min(page, edge) + 0.05);
    });
}"""


def test_the_edge_of_what_is_drawn_can_be_told_from_the_page(visit: Visit):
    """Graphics need 3 to 1 (1.4.11)."""
    page = visit("/about/")
    seen = []
    for address in ADDRESSES:
        page.goto(HOME + address)
        seen += page.evaluate(EDGES)
        set_scheme(page, "dark", "slate")
        seen += page.evaluate(EDGES)
        set_scheme(page, "light", "default")
    assert len(seen) > 20
    assert min(seen) >= 3


@pytest.mark.parametrize("address", ADDRESSES)
def test_text_is_large_enough_on_a_phone_and_never_cut_off(visit: Visit, address: str):
    page = visit(address, width=320)
    page.evaluate("document.fonts.ready")
    assert min(page.evaluate(SIZES)) >= 12
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_figure_has_a_name_and_opens_in_words_without_scripts(visit: Visit, address: str):
    page = visit(address, java_script_enabled=False)
    figure = page.locator(".figure").first
    expect(figure.get_by_role("img")).to_be_visible()
    assert figure.get_by_role("img").get_attribute("aria-label")
    words = figure.locator("details > p").first
    expect(words).to_be_hidden()
    figure.get_by_text("This figure in words").click()
    expect(words).to_be_visible()


def test_colours_follow_the_reader(visit: Visit):
    page = visit(ADDRESSES[0])
    assert max(contrasts(page)) < 110
    page.emulate_media(color_scheme="dark")
    expect(page.locator("[data-md-color-scheme=slate]")).to_be_attached()
    assert min(contrasts(page)) > 160
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("[data-md-color-scheme=default]")).to_be_attached()
    assert max(contrasts(page)) < 60


@pytest.mark.parametrize("address", ["/trust/does-it-matter-evidence/", ADDRESSES[0]])
def test_a_figure_is_printed_and_said_in_words_where_that_is_asked_for(visit: Visit, address: str):
    page = visit(address)
    page.locator("#print-page > summary").click()
    for ticked in (False, True):
        page.get_by_label("pictures in words").set_checked(ticked)
        page.emulate_media(media="print")
        expect(page.locator(".figure svg").first).to_be_visible()
        expect(page.locator(".figure details").first).to_be_visible(visible=ticked)
        page.emulate_media(media="screen")
