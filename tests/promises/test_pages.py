"""The HTML of every kind of page and fence, as it was when somebody last looked at it.

``make pages`` writes it anew; what has changed is then seen in the review, line by line.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import unified_diff

import pytest
import yaml
from lxml import html as lxml_html
from lxml.html import HtmlElement

from tests.building import ROOT, Site, build_in_place, write_project
from tests.promises.page_lines import page_lines
from tests.question_types import every_type

FOLDER = ROOT / "tests/promises/pages"
SINK = ROOT / "tests/sites/kitchen-sink"

MOST_LINES = 200  # of the difference, in a message
#: What shows nothing that another page does not show.
ALIKE = ("/quizzes/moons/", "/quizzes/ropes/", "/quizzes/winds/")
#: What is kept whole, with the site around the text; of every other page the head and the text are.
WHOLE = (
    "/404.html",
    "/embed/pages/haven/",
    "/embed/pages/knots/",
    "/embed/quizzes/tides/",
    "/old/harbour/",
    "/sea/harbour/",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = tmp_path_factory.mktemp("pages")
    files = {path.relative_to(SINK).as_posix(): path.read_text("utf-8") for path in SINK.rglob("*") if path.is_file()}
    ledger = "docs/_data/permalinks.yml"
    files[ledger] = files[ledger].replace("addresses:\n", "addresses:\n  /quizzes/every-type/: every-type\n")
    every = yaml.safe_dump(every_type(), sort_keys=False)
    files["docs/_data/quizzes/every-type.yml"] = every.replace("/index.md#limits", "/sea/harbour.md#quay")
    write_project(project, files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # in May 2026, before anything in it has to be looked at again
        patch.setenv("SITE_URL", "https://example.org/tides/")
        return build_in_place(project, strict=True)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    """The lines of each page that is kept, by the path of its file below the folder of this test."""
    kept = [a for a in site.addresses if a in WHOLE or not a.startswith(("/embed/", "/go/", *ALIKE))]
    return {file_of(address): text_of(site.tree(address), whole=address in WHOLE) for address in kept}


def file_of(address: str) -> str:
    return f"{address.removesuffix('.html').strip('/') or 'index'}.html"


def text_of(page: HtmlElement, *, whole: bool) -> str:
    parts = [page] if whole else [page.find("head"), *page.iter("main")]
    return "".join(f"{line}\n" for part in parts for line in page_lines(part))


def recorded() -> dict[str, str]:
    return {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in FOLDER.rglob("*.html")}


def test_every_page_is_as_it_was(pages: dict[str, str]):
    if os.environ.get("WRITE_PAGES"):
        write(pages)
    was = recorded()
    changed = [file for file in sorted(was.keys() | pages.keys()) if was.get(file) != pages.get(file)]
    if changed:
        hint = "hint: if that is meant, make pages, and look at the difference"
        lines = list(difference(was, pages))[:MOST_LINES]
        pytest.fail("\n".join([*lines, *changed, hint]), pytrace=False)


def difference(was: dict[str, str], now: dict[str, str]) -> Iterator[str]:
    for file in sorted(was.keys() | now.keys()):
        old, new = was.get(file, "").splitlines(), now.get(file, "").splitlines()
        yield from unified_diff(old, new, f"was/{file}", f"now/{file}", n=1, lineterm="")


def write(pages: dict[str, str]) -> None:
    for file in recorded().keys() - pages.keys():
        (FOLDER / file).unlink()
    for file, text in pages.items():
        (FOLDER / file).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / file).write_text(text, "utf-8")


# ---- what counts as a change


def lines(text: str) -> list[str]:
    return page_lines(lxml_html.fragment_fromstring(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<p class="a" id="b">Text</p>', "<p id='b' class=a>\n  Text </p>"),
        ("<div><p>One</p><p>Two</p></div>", "<div>\n  <p>One</p>\n\n  <p>Two</p>\n</div>"),
        ("<p>One two</p>", "<p>One\n  two</p>"),
        ('<p><img src="a/x.0a1b2c3d.svg"></p>', '<p><img src="a/x.ffffffff.svg"></p>'),
        ('<p><a href="x.0a1b2c3d.min.js">x</a></p>', '<p><a href="x.01234567.min.js">x</a></p>'),
        ("<p>&quot;A&quot; &#38; B</p>", '<p>"A" &amp; B</p>'),
        ("<p>One<!-- two --></p>", "<p>One</p>"),
        ("<p>One <!-- two -->three</p>", "<p>One three</p>"),
    ],
)
def test_what_makes_no_difference_to_a_reader_is_no_change(one: str, other: str):
    assert lines(one) == lines(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>One <b>two</b></p>", "<p>One<b>two</b></p>"),
        ("<p><b>One</b> <i>two</i></p>", "<p><b>One</b><i>two</i></p>"),
        ("<p>One</p>", "<p>one</p>"),
        ('<p id="a">One</p>', '<p id="b">One</p>'),
        ("<pre>a\n  b</pre>", "<pre>a\n b</pre>"),
        ("<div><p>One</p><p>Two</p></div>", "<div><p>One Two</p></div>"),
        ("<div><div>One</div></div>", "<div>One</div>"),
        ("<p>&lt;b&gt;One&lt;/b&gt;</p>", "<p><b>One</b></p>"),
        ('<a href="a.b.html">One</a>', '<a href="a.html">One</a>'),
    ],
)
def test_whatever_a_reader_could_notice_is_a_change(one: str, other: str):
    assert lines(one) != lines(other)


def test_blocks_are_lines_and_text_stays_in_one():
    page = "<section><h2 id=a>Pace</h2><p>Go <em>slowly</em>.</p><ul><li>One<li>Two</ul></section>"

    assert lines(page) == [
        "<section>",
        '  <h2 id="a">Pace</h2>',
        "  <p>Go <em>slowly</em>.</p>",
        "  <ul>",
        "    <li>One</li>",
        "    <li>Two</li>",
        "  </ul>",
        "</section>",
    ]
