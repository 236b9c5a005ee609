"""The search finds what people look for, and knows none of the questions and answers of a quiz."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from primer.publish.search.words import words_of

from tests.building import Site
from tests.searched import published, read_lexicon, searched_lines
from tests.site_pages import DOCS, QUIZZES
from tools.search_report import FIRST, answers

FOR_AUTHORS = ("/about/authoring-guide/", "/about/errors/", "/about/decisions/")
ENOUGH_WORDS = 5  # for a text to be this quiz's, and not a phrase that a page may use as well


@pytest.fixture(scope="module")
def searched(built_site: Site) -> dict[str, list[set[str]]]:
    """The words of each line that the search reads, by the address of the passage."""
    return searched_lines(published(built_site.folder))


def texts(part: Any) -> Iterator[str]:
    """Every text in a question: its prompt, options, hints and what is said to an answer."""
    if isinstance(part, str):
        yield from (" ".join(piece.split()) for piece in re.split(r"\[@[^\]]*\]|\]\([^)]*\)|[*_`\[\]{}]|\n\n", part))
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from texts(inner)


@pytest.fixture(scope="module")
def small_words(built_site: Site) -> str:
    """The words that say little, which running text is not searched for."""
    return str(published(built_site.folder)["search/index.json"]["small"])


@pytest.fixture(scope="module")
def first_forms(built_site: Site) -> dict[str, str]:
    """The first form of each word that the search knows."""
    lexicon = read_lexicon(published(built_site.folder)["search/index.json"]["lexicon"])
    return {word: group[0] for group in lexicon for word in group}


@pytest.mark.parametrize("address", QUIZZES)
def test_no_question_and_nothing_said_to_an_answer_is_searched(
    searched: dict[str, list[set[str]]], first_forms: dict[str, str], small_words: str, address: str
):
    quiz = yaml.safe_load((DOCS / f"_data{address.rstrip('/')}.yml").read_text("utf-8"))
    # A page may say what an explanation says. Where the quiz itself stands, nothing may.
    lines = [
        line
        for passage in searched
        if passage.startswith("/quizzes/") or "#quiz-" in passage
        for line in searched[passage]
    ]

    asked = [text for text in texts(quiz["questions"]) if len(text.split()) >= ENOUGH_WORDS]
    assert len(asked) > len(quiz["questions"])
    small = set(small_words.split())
    known = {text: {first_forms.get(word, "?") for word in words_of(text) if word not in small} for text in asked}
    told = {text: words for text, words in known.items() if len(words) >= ENOUGH_WORDS}
    assert len(told) > len(quiz["questions"])
    assert [text for text, words in told.items() if any(words <= line for line in lines)] == []


@pytest.mark.parametrize("address", QUIZZES)
def test_a_quiz_is_searched_by_its_title_and_summary(
    searched: dict[str, list[set[str]]], first_forms: dict[str, str], small_words: str, address: str
):
    quiz = yaml.safe_load((DOCS / f"_data{address.rstrip('/')}.yml").read_text("utf-8"))
    read = set().union(*searched[address])

    said = set(words_of(f"{quiz['title']} {quiz['summary']}")) - set(small_words.split())
    assert {first_forms[word] for word in said} <= read
    assert [passage for passage in searched if passage.startswith(f"{address}#")] == []


# What people look for


@pytest.mark.parametrize("query", ["español", "no hablo inglés", "quiz trust", "my therapist lied in an error"])
def test_pages_for_authors_are_found_by_their_own_words_alone(built_site: Site, query: str):
    [found] = answers(built_site.folder, [query])
    assert not [address for address in found if address.startswith(FOR_AUTHORS)]


@pytest.mark.parametrize(
    ("query", "passage"),
    [
        ("quiz-no-answer", "/about/errors/#quiz-no-answer"),
        ("page-no-front-matter", "/about/errors/#page-no-front-matter"),
        ("add a question", "/about/authoring-guide/"),
    ],
)
def test_authors_find_their_pages(built_site: Site, query: str, passage: str):
    [found] = answers(built_site.folder, [query])
    assert [address for address in found[:FIRST] if address.startswith(passage)]


@pytest.mark.parametrize(
    "query", ["confidenciality", "transferance", "theraputic relationship", "therpist", "boundries"]
)
def test_a_slip_finds_what_the_word_finds(built_site: Site, query: str):
    right = {
        "confidenciality": "confidentiality",
        "transferance": "transference",
        "theraputic relationship": "therapeutic relationship",
        "therpist": "therapist",
        "boundries": "boundaries",
    }
    slip, whole = answers(built_site.folder, [query, right[query]])
    assert slip[0] in whole[:FIRST]
