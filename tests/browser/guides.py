"""Go through a guide or the planner as a reader does."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.quizzes import tab_to


def guide(page: Page) -> Locator:
    """The guide of the page, once its script runs."""
    parts = page.locator("course-guide[data-ready]")
    expect(parts).to_be_visible()
    return parts


def step(page: Page) -> Locator:
    """The one question that is shown."""
    return guide(page).locator(".guide__step:visible")


def ending(page: Page) -> Locator:
    """The one ending that is shown."""
    return guide(page).locator(".guide__ending:visible")


def question(page: Page) -> str:
    """The question that is shown."""
    return step(page).locator("legend").inner_text()


def choose(page: Page, number: int) -> str:
    """Choose an option with the mouse, go on, and return its words."""
    option = step(page).get_by_role("radio").nth(number)
    option.check()
    words: str = option.evaluate("one => one.labels[0].textContent.trim()")
    go_on(page)
    return words


def go_on(page: Page) -> None:
    """Press 'Continue'."""
    step(page).get_by_role("button", name="Continue").click()


def choose_by_keyboard(page: Page, number: int) -> None:
    """Choose an option and go on with keys alone."""
    options = step(page).get_by_role("radio")
    tab_to(page, options.first)
    page.keyboard.press("Space")
    for _ in range(number):
        page.keyboard.press("ArrowDown")
    expect(options.nth(number)).to_be_checked()
    tab_to(page, step(page).get_by_role("button", name="Continue"))
    page.keyboard.press("Enter")


def to_the_end(page: Page, number: int) -> list[tuple[str, str]]:
    """Choose this option, or the last, of each question until there is an ending; return questions and answers."""
    path = []
    while not ending(page).count():
        at = min(number, step(page).get_by_role("radio").count() - 1)
        path.append((question(page), choose(page, at)))
    return path


def kept(page: Page) -> list[str]:
    """The keys of all that the browser keeps of the site, but for the theme's list of pages."""
    names: list[str] = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return [name for name in names if "sitemap" not in name]
