"""The index of the search is written so that a browser, and a test, can read it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from primer.publish.search.index import HEAD, SHOWN, SearchTerms, search_files
from primer.publish.search.lexicon import groups_of, lexicon_text
from primer.publish.search.lines import SearchedPage, read_lines, searched_page
from primer.publish.search.postings import posting_text
from primer.publish.search.stems import stems_of
from primer.publish.search.words import words_of

from tests.building import ROOT
from tests.searched import read_postings, searched_lines

GOLDEN = ROOT / "tests/node/search-index.json"
"""The index of these pages, which the tests of the scripts read."""

PAGES = [
    searched_page("<p>All about boats.</p>", "", "Boats", "What floats & sails."),
    searched_page(
        '<p>The sea goes up and down.</p><h2 id="neap">Neap <code>&lt;b&gt;</code> tides</h2>'
        "<p>Small ones<sup>[1]</sup>, twice a month.</p><ul><li>Anchor in a lagoon.</li></ul>",
        "tides/",
        "What are tides?",
        "Why the sea & the moon move.",
        asked={"neap": ["Why does the harbour run dry?"]},
    ),
    searched_page("<p>A bowline holds.</p>", "knots/", "Knots", None),
    searched_page("<p>Who moors where.</p>", "quays/", "Lagoon", None, boost=0.1),
    searched_page(
        '<h2 id="lagoon-error">A lagoon of errors</h2><p>Harbour, mast and sail.</p>',
        "errors/",
        "Errors",
        "For authors.",
        headings_only=True,
    ),
    searched_page('<h2 id="rocks">Rocks</h2><p>Wrecked.</p>', "reef/", "Reefs", "Shallow.", note="About wrecks."),
]
TERMS = SearchTerms("what the a is", [(["skiff", "row boat"], ["boat"]), (["slack water"], ["tide", "the moon"])])


def index(pages: list[SearchedPage], terms: SearchTerms = TERMS) -> dict[str, object]:
    return {path: json.loads(content) for path, content in search_files(read_lines(pages), terms, "en")}


def test_the_index_is_what_the_tests_of_the_scripts_read():
    assert index(PAGES) == json.loads(GOLDEN.read_text("utf-8"))


def test_each_line_holds_its_words_but_for_small_ones_in_running_text():
    lines = searched_lines(index(PAGES))

    assert lines["/tides/"] == [
        {"what", "are", "tide"},
        {"boat", "what", "are", "tide"},
        {"why", "the", "sea", "moon", "move"},
        {"sea", "goes", "up", "and", "down"},
    ]
    assert lines["/tides/#neap"] == [
        {"neap", "b", "tide"},
        {"why", "does", "the", "harbour", "run", "dry"},
        {"small", "ones", "twice", "month"},
        {"anchor", "in", "lagoon"},
    ]
    assert lines["/errors/#lagoon-error"] == [{"a", "lagoon", "of", "errors"}]


@pytest.mark.parametrize("other", [[*PAGES[1:]], [replace(PAGES[0], title="Ships"), *PAGES[1:]]])
def test_another_site_has_its_pieces_in_another_folder(other: list[SearchedPage]):
    assert index(other)[HEAD]["folder"] != index(PAGES)[HEAD]["folder"]  # type: ignore[index]


def test_the_same_site_is_the_same_bytes():
    assert list(search_files(read_lines(PAGES), TERMS, "en")) == list(search_files(read_lines(PAGES), TERMS, "en"))


def test_what_browsers_fetch_first_is_written_last():
    assert [path for path, _ in search_files(read_lines(PAGES), TERMS, "en")][-1] == HEAD


def test_a_site_without_pages_has_an_index_too():
    assert index([])[HEAD]["pages"] == []  # type: ignore[index]


def test_a_long_text_is_cut_between_words_and_a_sensitive_one_is_not_shown():
    long = searched_page(f'<h2 id="a">A</h2><p>{"word " * 99}</p>', "long/", "Long", "About.")
    shown = [path for path in index([long]) if "page-0" in path]
    [(_, _, about), (_, _, text)] = index([long])[shown[0]]["sections"]  # type: ignore[index]

    assert about == "About."
    assert text.endswith(" word…")
    assert len(text) <= SHOWN
    reef = [content for path, content in index(PAGES).items() if path.endswith("page-5-0.json")]
    assert "Wrecked" not in json.dumps(reef)
    assert "About wrecks." in json.dumps(reef)


# Its parts


def test_words_are_small_letters_without_accents_and_apostrophes():
    assert words_of("Don't, I’m at the CAFÉ_2!") == ["dont", "im", "at", "the", "cafe", "2"]


@pytest.mark.parametrize(
    ("language", "stems"),
    [
        ("en", {"cancelled": "cancel", "cancelling": "cancel", "gilt": "gilt"}),
        ("en-GB", {"cancelled": "cancel", "cancelling": "cancel", "gilt": "gilt"}),
        ("mi", {"cancelled": "cancelled", "cancelling": "cancelling", "gilt": "gilt"}),
        ("no language", {"cancelled": "cancelled", "cancelling": "cancelling", "gilt": "gilt"}),
    ],
)
def test_forms_of_a_word_have_its_stem_in_a_language_that_is_known(language: str, stems: dict[str, str]):
    assert stems_of(stems, language) == stems


def test_groups_are_written_with_what_each_word_shares_with_the_last():
    groups = groups_of({"cats": "cat", "cattle": "cattl", "cat": "cat", "dog": "dog"})

    assert groups == [["cat", "cats"], ["cattle"], ["dog"]]
    assert lexicon_text(groups) == "0cat,3s 3tle 0dog"
    assert lexicon_text([["x" * 40, "x" * 41]]) == f"0{'x' * 40},z{'x' * 6}"


@pytest.mark.parametrize(("numbers", "text"), [([], ""), ([0, 1, 3], "AAB"), ([31, 64], "fgB"), ([5000], "o8E")])
def test_numbers_are_written_as_the_steps_between_them(numbers: list[int], text: str):
    assert posting_text(numbers) == text
    assert read_postings(text) == numbers
