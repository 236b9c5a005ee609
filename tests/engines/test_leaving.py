"""'Leave this site' in each engine: what leaves, and what must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.engines.conftest import Origin
from tests.engines.engine import Engine
from tests.engines.watching import BLANK

PAGE = "/warning-signs/"
BUTTON = "leave-site a"
STATUS = "leave-site [role=status]"
KEPT = "localStorage['/base/#quiz:a:b'] = sessionStorage['/base/#quiz:a:b'] = 1"

Act = Callable[[Engine], None]


@pytest.fixture
def page(engine: Engine, site: Origin) -> Origin:
    """Open a sensitive page, of which something is kept, and whose way out leads to nothing."""
    engine.go(site.at(PAGE))
    engine.until("return Boolean(customElements.get('leave-site'))")
    engine.evaluate("document.querySelector(arguments[0]).href = arguments[1]", BUTTON, BLANK)
    engine.evaluate(KEPT)
    return site


def is_elsewhere(engine: Engine, page: Origin) -> None:
    engine.until("return location.href === arguments[0]", page.root + BLANK)


def stays(engine: Engine, page: Origin) -> None:
    """Find that the page is still there, with what was kept."""
    engine.press("Escape")  # what was pressed before has been heard by now
    assert engine.evaluate("return location.href") == page.at(PAGE)
    assert engine.evaluate("return sessionStorage['/base/#quiz:a:b'] && localStorage['/base/#quiz:a:b']") == "1"


@pytest.mark.parametrize(
    "leave",
    [lambda engine: engine.click(BUTTON), lambda engine: engine.press("Shift", "Shift", "Shift")],
    ids=["click", "Shift"],
)
def test_leaving_forgets_and_back_does_not_return(engine: Engine, page: Origin, leave: Act):
    leave(engine)
    is_elsewhere(engine, page)
    assert engine.evaluate("return localStorage.length + sessionStorage.length") == 0

    engine.evaluate("history.back()")
    engine.until("return location.pathname !== arguments[0]", PAGE)
    assert engine.evaluate("return location.href") == page.root + BLANK  # where the browser was before that page


def test_each_press_is_counted_aloud(engine: Engine, page: Origin):
    for count in ("two", "one"):
        engine.press("Shift")
        said = (
            "const leave = document.querySelector('leave-site');"
            "return leave.querySelector('[role=status]').textContent === leave.dataset[arguments[0]]"
        )
        engine.until(said, count)
    stays(engine, page)


def with_alt(engine: Engine) -> None:
    engine.down("Alt")
    engine.press("Shift", "Shift", "Shift")
    engine.up("Alt")


def with_a_click(engine: Engine) -> None:
    for _ in range(3):
        engine.down("Shift")
        engine.click("main h1")
        engine.up("Shift")


def with_the_wheel(engine: Engine) -> None:
    for _ in range(3):
        engine.down("Shift")
        engine.wheel("main h1")
        engine.up("Shift")


def with_an_arrow(engine: Engine) -> None:
    for _ in range(3):
        engine.down("Shift")
        engine.press("ArrowDown")
        engine.up("Shift")


@pytest.mark.parametrize("act", [with_alt, with_a_click, with_the_wheel, with_an_arrow])
def test_what_is_done_with_shift_does_not_leave(engine: Engine, page: Origin, act: Act):
    act(engine)
    stays(engine, page)


def test_capitals_neither_leave_nor_count(engine: Engine, page: Origin):
    engine.click("site-search input")
    for letter in "WHY":
        engine.down("Shift")
        engine.press(letter)
        engine.up("Shift")
        assert engine.evaluate("return document.querySelector(arguments[0]).textContent", STATUS) == ""
    assert engine.evaluate("return document.querySelector('site-search input').value") == "WHY"
    stays(engine, page)
