"""Our pages in frames on another site, with and without a sandbox, in each engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest

from tests.engines.conftest import Origin
from tests.engines.engine import Engine
from tests.serving import served

QUIZ = "/embed/quizzes/every-type/?view=all"
PAGE = "/embed/pages/why-trust-matters/"
FORM = "form[data-question=pick-one]"
HELP = ".embed__help a"
HELP_IS_SHOWN = """
return location.pathname.endsWith("/help-now/") && document.querySelector("h1")?.checkVisibility();
"""
# On a slow machine they come too late to be used, and wait for the next page. What may not be read has no status.
LETTERS_ARE_THERE = """
const isThere = ({ family, status }) => family.includes("Atkinson") && status === "loaded";
const isRead = ({ name, responseStatus }) => name.endsWith(".woff2") && responseStatus === 200;
return [...document.fonts].some(isThere) || performance.getEntriesByType("resource").some(isRead);
"""
SANDBOXES = [None, "allow-scripts", "allow-scripts allow-same-origin", "allow-scripts allow-forms allow-popups"]

Show = Callable[[str, str | None], None]


@pytest.fixture
def show(engine: Engine, tmp_path: Path) -> Iterator[Show]:
    """Return a function that shows a page of ours in a frame on another site, with or without a sandbox."""
    (tmp_path / "_headers").touch()
    with served(tmp_path, "/") as port:

        def show(address: str, sandbox: str | None) -> None:
            attribute = "" if sandbox is None else f' sandbox="{sandbox}"'
            frame = f'<iframe src="{escape(address)}" width="600" height="700"{attribute}></iframe>'
            (tmp_path / "index.html").write_text(
                f"<!doctype html><title>A class</title><link rel=icon href=data:,>{frame}"
            )
            engine.go(f"http://127.0.0.1:{port}/")

        yield show


@pytest.mark.parametrize("sandbox", SANDBOXES)
def test_a_quiz_is_answered_in_a_frame(engine: Engine, questions: Origin, show: Show, sandbox: str | None):
    show(questions.at(QUIZ), sandbox)
    with engine.inside("iframe"):
        engine.shows("course-quiz[data-ready]")
        engine.click(f"{FORM} input[data-correct]")
        engine.click(f"{FORM} button", "Check my answer")
        engine.shows(f"{FORM}[data-state=right]")


@pytest.mark.parametrize("sandbox", SANDBOXES)
def test_help_opens_in_a_frame(engine: Engine, site: Origin, show: Show, sandbox: str | None):
    show(site.at(PAGE), sandbox)
    with engine.inside("iframe"):
        engine.is_loaded()
        engine.click(HELP)
    with engine.inside("iframe"):
        engine.until(HELP_IS_SHOWN)


@pytest.mark.parametrize("sandbox", SANDBOXES)
def test_our_letters_are_there_in_a_frame(engine: Engine, site: Origin, show: Show, sandbox: str | None):
    show(site.at(PAGE), sandbox)
    with engine.inside("iframe"):
        engine.shows("h1")
        engine.until(LETTERS_ARE_THERE)
