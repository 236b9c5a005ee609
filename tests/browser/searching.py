"""Searching in a browser as readers do, and holding back what the search waits for."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Route, expect


def field(page: Page) -> Locator:
    """Return the field of the search."""
    return page.get_by_role("combobox", name="Search")


def open_search(page: Page) -> None:
    """Show the field where a phone has a link in its place."""
    if not field(page).is_visible():
        page.locator("[data-search-opens]").click()
        expect(field(page)).to_be_focused()


def status(page: Page) -> Locator:
    """Return the line in which the search says how it goes."""
    return page.get_by_role("search").get_by_role("status")


def results(page: Page) -> Locator:
    """Return what can be chosen: of each page that was found, the passage that answers best."""
    return page.get_by_role("search").get_by_role("option")


def chosen(page: Page) -> Locator:
    """Return the result that the arrow keys have chosen."""
    return page.get_by_role("search").get_by_role("option", selected=True)


def is_answered(page: Page) -> None:
    """Wait until what is in the field has its answer, whatever was answered before."""
    expect(page.locator(".search__list")).to_have_attribute("aria-busy", "false")


def search(page: Page, words: str) -> None:
    """Type words into the field and wait for their answer."""
    open_search(page)
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

    def is_asked(self) -> None:
        """Wait until it was asked for."""
        for _ in range(10_000):
            if self._routes:
                return
            self._page.evaluate("0")  # what happens in the browser is heard meanwhile
        raise AssertionError(f"nothing has asked for {self._address}")

    def let_go(self) -> None:
        """Answer what was asked for, and hold nothing from now on."""
        self._page.context.route(self._address, lambda route: route.continue_())
        for route in self._routes:
            route.continue_()

    def _hold(self, route: Route) -> None:
        self._routes.append(route)
