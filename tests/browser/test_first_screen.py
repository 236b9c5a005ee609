"""What a reader meets first on a phone, and what a finger or the Tab key can reach."""

from __future__ import annotations

import pytest
from mkdocs.utils.meta import get_data
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.searching import field, results, search
from tests.site_pages import ADDRESSES, DOCS, SENSITIVE, address_of, source_of
from tests.told import tell
from tools.content.measured import late_message, late_short

WIDTH, HEIGHT, TALLER = 360, 640, 740

#: Home, help, and the page that has every part.
KINDS = ["/", "/help-now/", "/about/components/"]


#: The pages that say something in short.
SHORT = [
    address_of(path)
    for path in sorted(DOCS.rglob("*.md"))
    if DOCS / "_data" not in path.parents and "short" in get_data(path.read_text("utf-8"))[1]
]


# Where the first paragraph ends, or where its first sentence does.
ENDS = """(sentence) => {
    const main = document.querySelector("main");
    const shown = (one) => one.checkVisibility() && !one.closest(".content-note") && one.innerText.trim();
    const first = [...main.querySelectorAll("p, dt")].find(shown);
    if (!sentence) return Math.ceil(first.getBoundingClientRect().bottom);
    let left = first.textContent.search(/[.!?](\\s|$)/) + 1;
    const texts = document.createTreeWalker(first, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    range.selectNodeContents(first);
    while (texts.nextNode()) {
        const { length } = texts.currentNode;
        if (left <= length) { range.setEnd(texts.currentNode, left); break; }
        left -= length;
    }
    return Math.ceil(range.getBoundingClientRect().bottom);
}"""


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address != "/404.html"])
def test_the_main_message_is_on_the_first_screen_of_a_phone(look: Visit, address: str):
    """Criterion C01: the first paragraph, or its first sentence where a note on the content comes before it."""
    page = look(address, width=WIDTH, is_mobile=True, has_touch=True)
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.evaluate("document.fonts.ready")
    end = page.evaluate(ENDS, address in SENSITIVE)
    tell([late_message(source_of(address), end, HEIGHT)] if end > HEIGHT else [])


def test_what_a_page_says_in_short_ends_on_the_first_screen_of_a_phone(look: Visit):
    """Its title, the panel, and the button in it."""
    ends = {}
    for address in SHORT:
        page = look(address, width=WIDTH, is_mobile=True, has_touch=True)
        page.set_viewport_size({"width": WIDTH, "height": TALLER})
        page.evaluate("document.fonts.ready")
        ends[address] = page.evaluate("Math.ceil(document.querySelector('.short').getBoundingClientRect().bottom)")
    assert ends, "no page says anything in short"
    tell(late_short(source_of(address), end, TALLER) for address, end in ends.items() if end > TALLER)


@pytest.mark.parametrize("address", KINDS)
def test_nothing_to_press_is_smaller_than_24_pixels(visit: Visit, address: str):
    """Criterion C37: target size (2.5.8); links inside a sentence are exempt, and so is what has room around it."""
    page = visit(address, width=WIDTH)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, textarea, summary, nav a, .leave__button")]
            .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
            .map((one) => [one.closest("label") ?? one, one])
            .map(([target, one]) => [target.getBoundingClientRect(), one])
            .filter(([box]) => box.width && box.height && Math.min(box.width, box.height) < 24)
            .map(([box, one]) => `${Math.round(box.width)} by ${Math.round(box.height)}: ${one.outerHTML}`)"""
    )
    assert not small, "\n".join(small)


@pytest.mark.parametrize("address", [*SENSITIVE[:3], "/", "/trust/why-trust-matters/"])
def test_what_the_tab_key_reaches_is_never_wholly_covered(visit: Visit, address: str):
    """Criterion C37: focus not obscured (2.4.11), by the bar at the top of sensitive pages for one.

    The definition of the word before may still be open: it closes in a moment, as test_glossary.py sees.
    """
    page = visit(address, width=WIDTH)
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    hidden = []
    for _ in range(40):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
                const one = document.activeElement;
                if (one === document.body) return null;
                const seen = [...one.getClientRects()].some((box) => {
                    const spot = [box.x + box.width / 2, box.y + box.height / 2];
                    const own = one.closest(".definition");
                    const there = document.elementsFromPoint(...spot);
                    const top = there.find((other) => own || !other.closest(".definition"));
                    return top && (one.contains(top) || one.labels?.[0]?.contains(top));
                });
                return seen ? null : one.outerHTML.slice(0, 120);
            }"""
        )
        hidden += [covered] if covered else []
    assert not hidden, "\n".join(hidden)


# What readers may set, and nothing may be lost: text spacing (1.4.12).
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }
    `);
    document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("address", KINDS)
def test_text_with_more_space_is_not_cut_off(visit: Visit, address: str):
    page = visit(address, width=320)
    page.evaluate("document.fonts.ready")
    page.evaluate(SPACED)
    outside = page.evaluate(
        """() => [...document.querySelectorAll("a, button, h1, h2, p")]
            .filter((one) => one.checkVisibility() && !one.closest(".skip-link, table"))
            .filter((one) => {
                const { left, right } = one.getBoundingClientRect();
                return right > innerWidth + 1 || left < -1 || one.scrollWidth > one.clientWidth + 1 && one.clientWidth;
            })
            .map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert not outside, "\n".join(outside)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("spaced", [False, True], ids=["as it is", "with more space"])
def test_the_menu_leaves_the_way_out_in_view(visit: Visit, *, spaced: bool):
    page = visit("/help-now/", width=320)
    if spaced:
        page.evaluate(SPACED)
    page.get_by_role("button", name="Menu").click()
    menu = page.get_by_role("navigation", name="Pages of this site").bounding_box()
    bar = page.locator(".help-bar").bounding_box()
    assert menu
    assert bar
    assert 0 <= menu["y"] - (bar["y"] + bar["height"]) < 8


def test_the_search_stays_where_it_is_when_a_phone_opens_it(visit: Visit):
    page = visit("/", width=390, is_mobile=True, has_touch=True)
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate("document.fonts.ready")
    field(page).tap()  # which brings it to the top, above the keyboard
    before, scrolled = field(page).bounding_box(), page.evaluate("scrollY")
    assert scrolled > 0
    search(page, "trust")
    expect(results(page).first).to_be_visible()
    assert page.evaluate("scrollY") == scrolled
    assert field(page).bounding_box() == before
    page.keyboard.press("Escape")
    expect(results(page)).to_have_count(0)
    assert field(page).bounding_box() == before


def test_a_colour_that_is_unknown_is_as_on_the_device(visit: Visit):
    page = visit("/")
    page.evaluate("localStorage.setItem('/base/#site.colours', 'purple')")
    page.reload()
    expect(page.get_by_role("radio", name="As on my device")).to_be_checked()
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "default")
