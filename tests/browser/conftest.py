"""A browser, our own site in it, and a watch on everything it must never do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Playwright, Request, expect

from tests.browser.questions_site import QUESTIONS_URL, build_questions_site
from tests.building import SITE_URL, Site, made_once
from tests.serving import served
from tools.system import ensure

HOME = SITE_URL.rstrip("/")
HOST = urlsplit(SITE_URL).netloc
QUESTIONS_HOST = urlsplit(QUESTIONS_URL).netloc
OURS = re.compile(rf"http://({re.escape(HOST)}|{re.escape(QUESTIONS_HOST)})/|(data|blob|about):")

# The two parts of Chromium's own window cost as much as a page; the others are those of Playwright's list that matter
# here, because this list takes the place of its own.
NOT_NEEDED = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
]

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    f"--disable-features={','.join(NOT_NEEDED)}",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    # as if they were published with https
    f"--unsafely-treat-insecure-origin-as-secure=http://{HOST},http://{QUESTIONS_HOST}",
]

# A page tells of what its policy stopped; the console alone leaves some of it out.
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
  console.error(`policy violation: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
});
"""

expect.set_options(timeout=10_000)  # a busy machine is slow, but not wrong

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser(playwright: Playwright, built_site: Site, shared_folder: Path) -> Iterator[Browser]:
    """One browser a worker; it finds our own site and that of all types of question, and no other site at all."""
    questions = made_once(shared_folder / "questions", build_questions_site) / "site"
    with served(built_site.folder, built_site.base) as port, served(questions, "/") as other_port:
        ours = f"MAP {HOST} 127.0.0.1:{port}, MAP {QUESTIONS_HOST} 127.0.0.1:{other_port}"
        names = f"--host-resolver-rules={ours}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
        browser = playwright.chromium.launch(executable_path=ensure("browser"), args=[*ARGUMENTS, names])
        yield browser
        browser.close()


@pytest.fixture
def watch() -> Watch:
    """What went wrong in this test's pages, and the addresses elsewhere that the test answers itself."""
    return Watch()


@pytest.fixture
def visit(browser: Browser, watch: Watch) -> Iterator[Visit]:
    """Return a function that opens a page of our site in a browser without history, as in visit("/", width=320).

    ``before`` is a script that runs before any of the page's own, ``home`` where another site than ours is.
    When the test ends, no page may have logged an error, broken its policy, asked another site for anything or
    set a cookie.
    """
    contexts: list[BrowserContext] = []

    def open_page(address: str, *, width: int = 1280, before: str = "", home: str = HOME, **options: Any) -> Page:
        context = new_context(browser, watch, width=width, before=before, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(home + address)
        return page

    yield open_page
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
    watch.check(cookies)


@pytest.fixture
def look(tabs: Tabs) -> Iterator[Visit]:
    """Return a function like ``visit`` that uses a tab again, which takes a quarter of the time.

    It is for tests that only look: what they change on a page is gone, what they store would stay.
    """
    tabs.watch.problems.clear()
    yield tabs.open
    tabs.watch.check(tabs.leave())


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[Tabs]:
    """The tabs of a worker that are used again."""
    tabs = Tabs(browser)
    yield tabs
    tabs.close()


def new_context(browser: Browser, watch: Watch, *, width: int, before: str, **options: Any) -> BrowserContext:
    """A browser without history; ``before`` is a script that runs before any of a page's own."""
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **options)
    context.set_default_timeout(20_000)
    context.add_init_script(before)
    watch.over(context)
    return context


@pytest.fixture
def visit_types(visit: Visit) -> Visit:
    """Return a function like ``visit`` for the site of all types of question: visit_types("?exam").

    All questions are on one page, unless the ``view`` is "one".
    """

    def open_page(address: str = "", *, quiz: str = "every-type", view: str = "all", **options: Any) -> Page:
        address = address if view == "one" else all_on_one_page(address)
        return visit(f"/quizzes/{quiz}/{address}", home=QUESTIONS_URL.rstrip("/"), **options)

    return open_page


def all_on_one_page(address: str) -> str:
    """The address of a quiz's page, or the end of one, at which all its questions are shown at once."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query=f"{parts.query}&view=all" if parts.query else "view=all"))


class Tabs:
    """A tab for each width and other options that a test asked for."""

    def __init__(self, browser: Browser) -> None:
        self.watch = Watch()
        self._browser = browser
        self._pages: dict[str, Page] = {}

    def open(self, address: str, *, width: int = 1280, before: str = "", **options: Any) -> Page:
        """Go to a page of our site in a tab as it was when it was new."""
        key = repr((width, before, sorted(options.items())))
        if key not in self._pages:
            self._pages[key] = new_context(self._browser, self.watch, width=width, before=before, **options).new_page()
        page = self._pages[key]
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(HOME + address)
        return page

    def leave(self) -> list[Any]:
        """Empty every tab; return the cookies that were set."""
        cookies = []
        for page in self._pages.values():
            page.context.unroute_all()
            if page.url != "about:blank":
                page.goto("about:blank")
            cookies += page.context.cookies()
            page.context.clear_cookies()
        return cookies

    def close(self) -> None:
        """Close every tab."""
        for page in self._pages.values():
            page.context.close()


class Watch:
    """Collects what pages must never do."""

    def __init__(self) -> None:
        self.allowed: set[str] = set()
        self.problems: list[str] = []
        self.forgiven: list[str] = []
        """Parts of what a browser may say all the same: what a test forbids on purpose."""

    def over(self, context: BrowserContext) -> None:
        """Watch all pages of a context from now on."""
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._heard)
        context.on("request", self._asked)
        context.on("weberror", lambda error: self._failed(error.error))

    def check(self, cookies: Sequence[Any]) -> None:
        """Fail where a page did what it must not do, or set a cookie."""
        assert not self.problems, "\n".join(self.problems)
        assert not cookies

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(part in message.text for part in self.forgiven):
            self.problems.append(f"{message.type}: {message.text} ({message.location['url']})")

    def _asked(self, request: Request) -> None:
        if not OURS.match(request.url) and request.url not in self.allowed:
            self.problems.append(f"a request to another site: {request.url}")

    def _failed(self, error: Error) -> None:
        self.problems.append(f"uncaught: {error}")
