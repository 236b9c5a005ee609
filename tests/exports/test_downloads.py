"""Pages say what can be taken away, or that a build has nothing to take."""

from __future__ import annotations

from primer.outputs.exports.downloads.strings import DownloadStrings
from primer.outputs.exports.downloads.view import Published, panel, table
from primer.outputs.exports.formats import Platform
from primer.outputs.exports.registry import FORMATS

from tests.building import ROOT
from tests.exports.quizzes import ADDRESS, our_quizzes
from tests.rendering import load_site, strings

WORDS = strings()[DownloadStrings]


def published(*names: str) -> Published:
    """A build of which these files are known."""
    quizzes = tuple(quiz for _, quiz in our_quizzes().values())
    return Published(quizzes, FORMATS, dict.fromkeys([f"exports/{name}" for name in names], 2_400_000))


def test_a_file_that_was_not_made_is_not_offered():
    _, quiz = our_quizzes()["trust"]
    [found] = panel(quiz, published("trust/moodle.xml", "power/canvas.zip"), "quizzes/trust/")

    assert [(one.url, one.type, one.size) for one in found.files] == [
        ("../../exports/trust/moodle.xml", "XML", "2.4 MB")
    ]
    assert found.platform == "Moodle"


def test_files_of_several_quizzes_stand_with_their_platform():
    made = published("all/moodle.xml", "all/everything.zip", "glossary/glossary.apkg", "glossary/glossary.json")
    found = {row.title: dict(row.cells) for row in table(made, "educators/", WORDS).rows}

    def names(title: str, platform: Platform) -> list[str]:
        return [file.name for file in found[title][WORDS.platform(platform)]]

    assert names(WORDS.every_quiz, Platform.MOODLE) == ["moodle.xml"]
    assert names(WORDS.every_quiz, Platform.PROGRAMS) == ["everything.zip"]
    assert names(WORDS.every_quiz, Platform.CANVAS) == []
    assert names(WORDS.glossary, Platform.ANKI) == ["glossary.apkg"]
    assert names(WORDS.glossary, Platform.PROGRAMS) == ["glossary.json"]


def test_every_platform_has_a_name_and_a_file():
    assert {WORDS.platform(one) for one in Platform}.isdisjoint({""})
    assert {format.platform for format in FORMATS} <= {*Platform}


def test_a_preview_says_how_to_have_downloads():
    context = load_site(ROOT / "docs", site_url=ADDRESS).context
    html = context.templates.render("outputs/exports/downloads/panel.html", id="x", formats=None)

    assert WORDS.preview in html
    assert WORDS.preview in context.templates.render("outputs/exports/downloads/table.html", table=None)
