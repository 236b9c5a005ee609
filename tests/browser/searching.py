"""Searching in a browser as readers do, and holding back what the search waits for."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Route, expect

# A script of a page that counts what the search's worker answers, and can hold it back: `hold()`, `held`, `release()`.
# How much it holds stands in the page, because its policy lets no test wait for an expression.
ANSWERS = """
let holding = false;
window.answers = 0;
window.held = [];
window.hold = () => (holding = true);
window.Worker = class extends Worker {
  constructor(address) {
    super(address);
    this.addEventListener("message", (event) => {
      if (event.isTrusted) answers += 1;
      if (!holding) return;
      event.stopImmediatePropagation();
      document.body.dataset.held = held.push(event.data);
    });
    window.release = () => {
      holding = false;
      for (const data of held.splice(0)) this.dispatchEvent(new MessageEvent("message", { data }));
    };
  }
};
"""


def field(page: Page) -> Locator:
    """Return the field of the search."""
    return page.get_by_role("combobox", name="Search")


def status(page: Page) -> Locator:
    """Return the line in which the search says how it goes."""
    return page.get_by_role("search").get_by_role("status")


def results(page: Page) -> Locator:
    """Return what can be chosen: pages and passages of them."""
    return page.get_by_role("search").get_by_role("option")


def chosen(page: Page) -> Locator:
    """Return the result that the arrow keys have chosen."""
    return page.get_by_role("search").get_by_role("option", selected=True)


def is_answered(page: Page) -> None:
    """Wait until what is in the field has its answer, whatever was answered before."""
    expect(page.locator(".search__list")).to_have_attribute("aria-busy", "false")


def is_held(page: Page) -> None:
    """Wait until an answer is held back, and find that it is the only one."""
    expect(page.locator("body")).to_have_attribute("data-held", "1")


def search(page: Page, words: str) -> None:
    """Type words into the field and wait for their answer."""
    field(page).focus()
    page.keyboard.type(words)
    is_answered(page)


class Held:
    """What a page asks for and waits for until it is let go, as on a slow line."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        self._address = address
        self._routes: list[Route] = []
        page.context.route(address, self._hold)

    def let_go(self) -> None:
        """Answer what was asked for, and hold nothing from now on."""
        self._page.context.route(self._address, lambda route: route.continue_())
        for route in self._routes:
            route.continue_()

    def _hold(self, route: Route) -> None:
        self._routes.append(route)
