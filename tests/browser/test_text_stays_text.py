"""What scripts show is text, whatever it says, where no policy would stop it too: above all what the search finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, Playwright, expect
from primer.kit.loading import strings_file
from primer.outputs.registry import OUTPUTS

from tests.browser.searching import search, status
from tests.building import Site, write_project
from tests.rendering import FRONT_MATTER, features
from tests.serving import served
from tools.system import ensure

#: In front of a word by which it is found: an element that runs something as soon as it is made, and one that does not.
LIVE = "<img src=x onerror='window.ran=1'><x-born>"
TITLE = f"Lighthouse {LIVE} &lt;b>"
DESCRIPTION = f"Seagull {LIVE}"
TERM = f"Anchor {LIVE}"
TEXT = f"""\
A lead of oysters `{LIVE}`.

## Barnacle `{LIVE}`

Below a heading with code, herring &lt;img src=x onerror='window.ran=1'>&lt;x-born>.

## Cormorant &#60;img src=x onerror='window.ran=1'>&#60;x-born>

Below a heading with signs.

## &lt;img src=x onerror='window.ran=1'&gt;&lt;x-born&gt; dolphin &amp;lt;x-born&amp;gt;

Below a heading with entities.
"""
#: HTML that an author wrote: a part of the page, but not of a result.
RAW = f"## Penguin {LIVE}</x-born>\n\nBelow a heading with an element, puffin {LIVE}</x-born>.\n"
FILES = {
    "docs/index.md": FRONT_MATTER + "Home.\n",
    "docs/raw.md": FRONT_MATTER + RAW,
    "docs/untitled.md": "---\ndescription: A page of a test.\n---\n\n" + TEXT,
    "docs/glossary.md": FRONT_MATTER + "``` glossary\n```\n",
    "docs/quizzes/index.md": FRONT_MATTER + "``` quizzes\n```\n",
}
WORDS = ["lighthouse", "seagull", "anchor", "oysters", "barnacle", "herring", "cormorant", "dolphin", "kelp"]
RAW_WORDS = ["penguin", "puffin"]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def marked(words: Any) -> Any:
    """All words of the templates with the mark at their end; a locale and a direction have to be one."""
    if isinstance(words, dict):
        return {
            name: inner if name in ("locale", "language", "direction") else marked(inner)
            for name, inner in words.items()
        }
    return f"{words} {LIVE}"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as a preview shows it: without a policy."""
    project = tmp_path_factory.mktemp("live")
    page = FRONT_MATTER.replace("A page\n", f"{quoted(TITLE)}\n", 1).replace("A page of a test.", quoted(DESCRIPTION))
    glossary = f"- {{id: anchor, term: {quoted(TERM)}, forms: [anchor], definition: {quoted('It holds. ' + LIVE)}}}\n"
    quiz = f"""\
title: {quoted("Kelp " + LIVE)}
summary: {quoted("Kelp " + LIVE)}
level: introductory
minutes: 1
questions:
  - {{id: one, type: true-false, prompt: {quoted(LIVE)}, answer: true, feedback: {{wrong: No.}}, explanation: Yes.}}
"""
    words = yaml.safe_load(strings_file([*features(), *OUTPUTS]))
    write_project(
        project,
        {
            **FILES,
            "docs/live.md": page + TEXT,
            "docs/_data/glossary.yml": glossary,
            "docs/_data/quizzes/kelp.yml": quiz,
            "docs/_data/strings/en.yml": yaml.safe_dump(marked(words)),
        },
    )
    config = load_config(str(project / "mkdocs.yml"), dev_addr="127.0.0.1:0")
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_startup(command="build", dirty=False)
        config.plugins.on_shutdown()
    (project / "site/_headers").write_text("")
    site = Site(Path(config.site_dir))
    assert "Content-Security-Policy" not in site.html("/")
    return site


@pytest.fixture(scope="module")
def tab(playwright: Playwright, preview: Site) -> Iterator[Page]:
    browser: Browser = playwright.chromium.launch(executable_path=ensure("browser"))
    with served(preview.folder, "/") as port:
        page = browser.new_context(base_url=f"http://127.0.0.1:{port}").new_page()
        yield page
        browser.close()


@pytest.mark.parametrize("word", [*WORDS, *RAW_WORDS])
def test_a_result_is_text(tab: Page, word: str):
    tab.goto("/")
    search(tab, word)
    results = tab.locator(".search__list")
    expect(results).to_contain_text(word, ignore_case=True)

    assert results.locator("a").count()
    assert results.locator("img, x-born, b").count() == 0
    assert tab.evaluate("window.ran") is None
    if word not in (*RAW_WORDS, "oysters"):
        expect(results).to_contain_text("<img src=x onerror='window.ran=1'><x-born>")


@pytest.mark.parametrize("address", ["/live/", "/glossary/", "/quizzes/", "/quizzes/kelp/", "/untitled/", "/go/live/"])
def test_a_page_is_text_too(tab: Page, address: str):
    tab.goto(address)
    tab.wait_for_load_state("networkidle")

    assert tab.locator("img, x-born").count() == 0
    assert tab.evaluate("window.ran") is None


def test_the_title_of_a_page_is_text_when_another_page_leads_to_it(tab: Page):
    tab.goto("/")
    tab.get_by_role("navigation", name="Pages of this site").get_by_role("link", name="Lighthouse").click()
    tab.wait_for_url("**/live/")

    expect(tab.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert tab.title().startswith(TITLE)
    assert tab.locator("img, x-born").count() == 0
    assert tab.evaluate("window.ran") is None


def test_words_that_scripts_show_are_text(tab: Page):
    tab.goto("/quizzes/kelp/?view=all")
    quiz = tab.locator("course-quiz").first
    expect(quiz.get_by_role("button").first).to_be_visible()
    for _ in range(4):
        for option in quiz.locator("input[type=radio]:visible").all()[:1]:
            option.check()
        for button in quiz.locator("button:visible").all()[:2]:
            button.click()
    expect(quiz).to_contain_text("<x-born>")
    assert tab.locator("img, x-born").count() == 0

    tab.goto("/")
    search(tab, "zzzzzzzz")
    expect(status(tab)).to_contain_text("<x-born>")
    assert tab.locator("img, x-born").count() == 0
    assert tab.evaluate("window.ran") is None
