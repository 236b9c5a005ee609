"""What the pages of our own site offer to take away is there, and is what the list of downloads says."""

from __future__ import annotations

import json
import posixpath
from hashlib import sha256
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement
from primer.outputs.exports.downloads.feature import ANCHOR
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.strings import ExportStrings

from tests.building import Site
from tests.exports.quizzes import our_quizzes


def page(site: Site, address: str) -> HtmlElement:
    return html.fromstring(site.file(address).read_text("utf-8"))


def offered(found: HtmlElement, address: str) -> set[str]:
    """Where the links below an element lead, below the site's root."""
    return {urljoin(address, link).removeprefix("/") for link in found.xpath(".//a[@download]/@href")}


def test_every_file_on_the_panel_of_a_quiz_is_there_and_in_every_format(built_site: Site):
    for id, (_, quiz) in our_quizzes().items():
        address = f"/quizzes/{id}/"
        [found] = page(built_site, address).xpath(f"//details[@id='{ANCHOR}']")
        links = offered(found, address)
        writable = [format for format in FORMATS if format.writing(quiz).questions]

        assert found.get("open") is None
        assert links == {f"exports/{id}/{name}" for format in writable for name in format.files}
        assert [path for path in links if not (built_site.folder / path).is_file()] == []


def test_the_panel_says_what_the_table_of_losses_says(built_site: Site):
    for id, (_, quiz) in our_quizzes().items():
        [found] = page(built_site, f"/quizzes/{id}/").xpath(f"//details[@id='{ANCHOR}']")
        said = {item.xpath("string(a[1])"): item.text_content() for item in found.xpath(".//li")}
        words = quiz.strings[ExportStrings]
        for format in FORMATS:
            writing = format.writing(quiz)
            if not writing.questions:
                continue
            text = said[format.files[0]]
            lost = {loss for answered in writing.questions for loss in format.lost(answered)}
            assert {loss for loss in lost if words.loss(loss) not in text} == set()
            assert ("not tried" in text) is not format.is_tried
            assert (f"{len(writing.left_out)} of {len(quiz.questions)} questions" in text) is bool(writing.left_out)


def test_the_panel_is_on_no_embed(built_site: Site):
    for id in our_quizzes():
        assert page(built_site, f"/embed/quizzes/{id}/").xpath(f"//*[@id='{ANCHOR}']") == []


def test_the_list_offers_every_file_that_is_listed(built_site: Site):
    address = "/educators/"
    [table] = page(built_site, address).xpath("//div[@class='downloads-list']")
    listed = {
        one["path"]: one for one in json.loads(built_site.file("/api/v1/downloads.json").read_text())["downloads"]
    }
    links = offered(table, address)

    assert {*listed} - links == {path for path in listed if posixpath.basename(path) == "README.txt"}
    for path in links:
        content = (built_site.folder / path).read_bytes()
        assert (listed[path]["size"], listed[path]["sha256"]) == (len(content), sha256(content).hexdigest())
    versions = {id: quiz.version for id, (_, quiz) in our_quizzes().items()}
    assert {
        id: version for id, version in versions.items() if listed[f"exports/{id}/moodle.xml"]["version"] != version
    } == {}
    rows = table.xpath("./details/summary")
    assert [row.text_content().strip() for row in rows[: len(versions)]] == [
        quiz.title for _, quiz in our_quizzes().values()
    ]
    assert len(rows) == len(versions) + 2


def test_each_link_says_which_file_of_which_quiz_it_is(built_site: Site):
    labels = page(built_site, "/educators/").xpath("//div[@class='downloads-list']//a[@download]/@aria-label")

    assert labels
    assert len({*labels}) == len(labels)
