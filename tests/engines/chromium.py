"""Chromium, driven by Playwright as in the other tests."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import ElementHandle, Error, Frame, Page, Playwright

from tests.engines.engine import FIND, Engine
from tools.system import ensure

GONE = ("context was destroyed", "Cannot find context", "navigat", "was detached")


class Chromium(Engine):
    """Chromium, with the pages kept for Back that Playwright switches off."""

    name = "chromium"

    def __init__(self, playwright: Playwright) -> None:
        super().__init__()
        self._browser = playwright.chromium.launch(
            executable_path=ensure("browser"), ignore_default_args=["--disable-back-forward-cache"]
        )
        self._page: Page = self._browser.new_page(reduced_motion="reduce")
        self._accessibility = self._page.context.new_cdp_session(self._page)
        self._at: Page | Frame = self._page

    def evaluate(self, script: str, *arguments: Any) -> Any:
        return self._at.evaluate(function(script), list(arguments))

    def click(self, css: str, words: str = "") -> None:
        self._reached(css, words).click(no_wait_after=True)

    def double_click(self, css: str, words: str = "") -> None:
        self._reached(css, words).dblclick(no_wait_after=True)

    def hover(self, css: str, words: str = "") -> None:
        self._reached(css, words).hover()

    def down(self, key: str) -> None:
        self._page.keyboard.down(key)

    def up(self, key: str) -> None:
        self._page.keyboard.up(key)

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def wheel(self, css: str) -> None:
        self.hover(css)
        self._page.mouse.wheel(0, 50)

    def pick(self, css: str, value: str) -> None:
        self.element(css).select_option(value)

    def role(self, css: str, words: str = "") -> str:
        return self._heard(css, words, "role")

    def label(self, css: str, words: str = "") -> str:
        return self._heard(css, words, "name")

    def resize(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def close(self) -> None:
        self._browser.close()

    def _handle(self, script: str, *arguments: Any) -> ElementHandle | None:
        return self._at.evaluate_handle(function(script), list(arguments)).as_element()

    def _reached(self, css: str, words: str) -> ElementHandle:
        element: ElementHandle = self.element(css, words)
        element.evaluate("one => one.scrollIntoView({ block: 'center', behavior: 'instant' })")
        return element

    def _heard(self, css: str, words: str, what: str) -> str:
        self.element(css, words)
        call = f"({function(FIND)})({[css, words]!r})"
        found = self._accessibility.send("Runtime.evaluate", {"expression": call})["result"]
        node, *_ = self._accessibility.send("Accessibility.getPartialAXTree", {"objectId": found["objectId"]})["nodes"]
        return str(node[what]["value"])

    def _go(self, address: str) -> None:
        self._page.goto(address, wait_until="commit")

    def _back(self) -> None:
        self._page.evaluate("history.back()")

    def _forward(self) -> None:
        self._page.evaluate("history.forward()")

    def _reload(self) -> None:
        self._page.reload(wait_until="commit")

    def _enter(self, frame: ElementHandle) -> None:
        inner = frame.content_frame()
        assert inner
        self._at = inner

    def _leave_frames(self) -> None:
        self._at = self._page

    def _is_gone(self, problem: Exception) -> bool:
        return isinstance(problem, Error) and any(word in problem.message for word in GONE)


def function(script: str) -> str:
    """A script as a function of a list of its arguments."""
    return f"given => (function () {{ {script} }}).apply(null, given)"
