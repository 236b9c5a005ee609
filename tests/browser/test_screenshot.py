"""`make screenshot` makes the picture that the README shows, and the one that is there is of the right kind."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import HOME
from tests.building import ROOT, Site
from tools import screenshot

MOST = 150_000
"""Bytes of a picture that everybody fetches who looks at the repository."""


def size_of(browser: Browser, picture: bytes) -> tuple[int, int]:
    """Width and height, as a browser decodes the file."""
    page = browser.new_page()
    page.set_content(f"<img src='data:image/webp;base64,{base64.b64encode(picture).decode()}'>")
    page.evaluate("document.images[0].decode()")
    width, height = page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]")
    page.close()
    return width, height


@pytest.fixture(scope="module")
def made(browser: Browser) -> bytes:
    return screenshot.picture(browser, HOME)


def test_it_is_a_small_picture_of_a_wide_screen_and_a_phone(browser: Browser, made: bytes):
    assert size_of(browser, made) == screenshot.SIZE == (1680, 800)
    assert 20_000 < len(made) < MOST


def test_the_picture_of_the_readme_is_such_a_picture(browser: Browser):
    picture = screenshot.PICTURE.read_bytes()

    assert f"({screenshot.PICTURE.relative_to(ROOT)})" in (ROOT / "README.md").read_text("utf-8")
    assert size_of(browser, picture) == screenshot.SIZE
    assert len(picture) < MOST


def test_no_site_publishes_it(built_site: Site):
    assert [path for path in built_site.files if Path(path).stem.startswith("screenshot")] == []


def test_a_folder_is_served_while_it_is_looked_at(browser: Browser, tmp_path: Path):
    (tmp_path / "index.html").write_text("<h1>Here</h1>", "utf-8")
    with screenshot.served(tmp_path) as home:
        page = browser.new_page()
        page.goto(f"{home}/")
        assert page.inner_text("h1") == "Here"
        page.close()
