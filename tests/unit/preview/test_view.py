"""What pages say of problems: those of their own file and of the data that they show, with all signs as text."""

from __future__ import annotations

from pathlib import Path

from lxml import html as lxml_html
from primer.core.diagnostics import Diagnostic, Location
from primer.site.preview.editors import Editor
from primer.site.preview.view import MOST, Preview, stopped_page

from tests.rendering import FRONT_MATTER, load_site, render_site

RAW = "<script>alert(1)</script> & \"'"
SHELL = '<html><head></head><body><main id="main-content">{}</main></body></html>'
DATA = {
    "_data/glossary.yml": "- {id: moon, term: moon, definition: It pulls., forms: [moon]}\n"
    "- {id: tide, term: tide, definition: It rises., forms: [tide]}\n",
    "_data/quizzes/one.yml": "title: T\n",
    "page.md": FRONT_MATTER + "The moon.\n\n## Here\n\n``` quiz\nid: one\n```\n",
    "glossary.md": FRONT_MATTER + "``` glossary\n```\n",
    "index.md": FRONT_MATTER + "Nothing.\n",
}


def preview_of(docs: Path, *found: Diagnostic, editor: str | None = None) -> tuple[Preview, dict[str, str]]:
    """A preview that found these problems, and the HTML of each page."""
    for name, text in DATA.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text)
    site = load_site(docs)
    views = render_site(site, docs)
    pages = {path: SHELL.format(view.lead_html + view.rest_html) for path, view in views.items()}
    return Preview(site.features, site.context, found, "docs", Path("/site"), Editor(editor)), pages


def at(path: str, line: int, message: str = "wrong") -> Diagnostic:
    return Diagnostic(Location(path, line, 3), message, "some-code", "a hint")


def shown(preview: Preview, html: str, address: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(preview.page(html, address, "/"))


def test_a_page_says_what_is_wrong_with_what_it_shows_and_how_much_more_there_is(tmp_path: Path):
    moon, tide = at("docs/_data/glossary.yml", 1), at("docs/_data/glossary.yml", 2)
    quiz, own, menu = at("docs/_data/quizzes/one.yml", 1), at("docs/page.md", 10), at("mkdocs.yml", 1)
    preview, pages = preview_of(tmp_path, moon, tide, quiz, own, menu)

    def said(path: str, address: str) -> list[str]:
        page = shown(preview, pages[path], address)
        return [*page.xpath("//main/section[1]/ol/li/p[1]/code/text()"), *page.xpath("//main/section[1]/h2/text()")]

    assert said("page.md", "page/") == [
        "docs/page.md:10:3",
        "docs/_data/glossary.yml:1:3",
        "docs/_data/quizzes/one.yml:1:3",
        "3 problems on this page",
    ]
    assert said("glossary.md", "glossary/")[:-1] == ["docs/_data/glossary.yml:1:3", "docs/_data/glossary.yml:2:3"]
    assert said("quizzes/one.md", "quizzes/one/")[:-1] == ["docs/_data/quizzes/one.yml:1:3"]
    assert said("index.md", "") == ["No problems on this page"]
    assert shown(preview, pages["index.md"], "").xpath("//main/section[1]/p/a/text()") == ["5 elsewhere on the site"]


def test_a_problem_is_marked_where_it_is(tmp_path: Path):
    preview, pages = preview_of(
        tmp_path, at("docs/_data/glossary.yml", 1), at("docs/_data/quizzes/one.yml", 1), at("docs/page.md", 10)
    )
    page = shown(preview, pages["page.md"], "page/")

    assert page.xpath("//*[@class='preview-mark']/@href") == [
        "#preview-problem-2",
        "#preview-problem-1",
        "#preview-problem-3",
    ]
    assert page.xpath("//a[@data-term='moon']/following-sibling::*[1]/@class") == ["preview-mark"]
    assert page.xpath("//h2[@id='here']/following-sibling::*[1]/@class") == ["preview-mark"]
    assert page.xpath("//div[@class='placement']/*[1]/@class") == ["preview-mark"]


def test_signs_in_messages_stay_text(tmp_path: Path):
    raw = Diagnostic(Location(f"docs/{RAW}.yml", 1, 1), RAW, RAW, RAW)
    own = Diagnostic(Location("docs/page.md", 10, 1), RAW, RAW, RAW)
    preview, pages = preview_of(tmp_path, raw, own, editor="x://{file}")
    everything = [
        preview.page(pages["page.md"], "page/", "/", [RAW]),
        preview.page(SHELL.format('<div id="preview-problems"></div>'), "_problems/", "/", [RAW]),
        str(stopped_page([RAW], "/a.css")),
    ]

    for html in everything:
        assert "<script>" not in html
        assert RAW in lxml_html.document_fromstring(html).text_content()


def test_a_page_says_so_many_problems_and_where_the_others_are(tmp_path: Path):
    preview, pages = preview_of(tmp_path, *(at("docs/page.md", 10, f"wrong {number}") for number in range(MOST + 9)))
    page = shown(preview, pages["page.md"], "page/")

    assert len(page.xpath("//main/section[1]/ol/li")) == MOST
    assert page.xpath("//main/section[1]/h2/text()") == [f"{MOST + 9} problems on this page"]
    assert page.xpath("//main/section[1]/p/a/text()") == [f"All {MOST + 9} problems of the site"]


def test_a_site_without_problems_says_so_where_all_are_listed_and_nowhere_else(tmp_path: Path):
    preview, pages = preview_of(tmp_path)

    assert preview.page(pages["page.md"], "page/", "/") == pages["page.md"]
    listed = preview.page(SHELL.format('<div id="preview-problems"></div>'), "_problems/", "/")
    assert "No problems" in listed


def test_a_page_says_that_it_is_old_where_there_is_no_newer_one(tmp_path: Path):
    preview, pages = preview_of(tmp_path)
    page = lxml_html.document_fromstring(preview.page(pages["page.md"], "page/", "/", ["mkdocs.yml: no"]))

    assert page.xpath("//main/section[1]/h2/text()") == ["The site cannot be built"]
    assert page.xpath("//main/section[1]/pre/text()") == ["mkdocs.yml: no"]
