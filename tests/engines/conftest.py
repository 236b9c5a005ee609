"""Three engines, and our own sites in them under watch."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.questions_site import build_questions_site
from tests.building import Site, made_once
from tests.engines.chromium import Chromium
from tests.engines.engine import Engine
from tests.engines.watching import BLANK, Watch
from tests.engines.webdriver import Firefox, WebKit
from tests.serving import served

ENGINES = ["chromium", "firefox", "webkit"]


@dataclass(frozen=True)
class Origin:
    """A site of ours, where it is served."""

    root: str
    base: str
    watch: Watch

    def at(self, address: str) -> str:
        """Where a page is: at("/help-now/")."""
        return f"{self.root}{self.base}{address.removeprefix('/')}"


@pytest.fixture(scope="session", params=os.environ.get("ENGINES", ",".join(ENGINES)).split(","))
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return a browser of each engine in turn; $ENGINES names those to try."""
    start: dict[str, Callable[[], Engine]] = {
        "chromium": lambda: Chromium(request.getfixturevalue("playwright")),
        "firefox": lambda: Firefox(tmp_path_factory.mktemp("profile")),
        "webkit": WebKit,
    }
    browser = start[request.param]()
    yield browser
    browser.close()


@pytest.fixture
def engine(browser: Engine) -> Engine:
    """Return the browser, as wide as a desk."""
    browser.resize(1280, 800)
    return browser


@pytest.fixture(scope="session")
def own_site(built_site: Site) -> Iterator[Origin]:
    """Serve our own site for all tests of a worker."""
    watch = Watch()
    with served(built_site.folder, built_site.base, watch.handler()) as port:
        yield Origin(f"http://127.0.0.1:{port}", built_site.base, watch)


@pytest.fixture(scope="session")
def types_site(shared_folder: Path) -> Iterator[Origin]:
    """Serve the site of all types of question for all tests of a worker."""
    watch = Watch()
    with served(made_once(shared_folder / "questions", build_questions_site) / "site", "/", watch.handler()) as port:
        yield Origin(f"http://127.0.0.1:{port}", "/", watch)


@pytest.fixture
def site(engine: Engine, own_site: Origin) -> Iterator[Origin]:
    """Return our own site, of which the browser keeps nothing yet; nothing may go wrong in its pages."""
    yield from watched(engine, own_site)


@pytest.fixture
def questions(engine: Engine, types_site: Origin) -> Iterator[Origin]:
    """Return the site of all types of question, likewise."""
    yield from watched(engine, types_site)


def watched(engine: Engine, origin: Origin) -> Iterator[Origin]:
    """Forget what the browser keeps of a site, and watch over it while a test runs."""
    engine.go(origin.root + BLANK)
    engine.evaluate("localStorage.clear(); sessionStorage.clear()")
    origin.watch.problems.clear()
    yield origin
    engine.go(origin.root + BLANK)
    assert not origin.watch.problems, "\n".join(origin.watch.problems)
