"""The search knows a quiz by its title and what it is about, and none of its questions and answers."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from primer.publish.search_index import TEXTS

from tests.building import Site
from tests.site_pages import DOCS, QUIZZES

ENOUGH_WORDS = 5  # for a text to be this quiz's, and not a phrase that a page may use as well


@pytest.fixture(scope="module")
def searched(built_site: Site) -> dict[str, str]:
    """What the search reads of each passage, without markup, by its address."""
    docs = json.loads((built_site.folder / TEXTS).read_text("utf-8"))
    return {f"/{doc['location']}": plain(f"{doc['title']} {doc['text']}") for doc in docs}


def plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def texts(part: Any) -> Iterator[str]:
    """Every text in a question: its prompt, options, hints and what is said to an answer."""
    if isinstance(part, str):
        yield from (" ".join(piece.split()) for piece in re.split(r"\[@[^\]]*\]|\]\([^)]*\)|[*_`\[\]{}]|\n\n", part))
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from texts(inner)


@pytest.mark.parametrize("address", QUIZZES)
def test_no_question_and_nothing_said_to_an_answer_is_searched(searched: dict[str, str], address: str):
    quiz = yaml.safe_load((DOCS / f"_data{address.rstrip('/')}.yml").read_text("utf-8"))
    # A page may say what an explanation says. Where the quiz itself stands, nothing may.
    here = [passage for passage in searched if passage.startswith("/quizzes/") or "#quiz-" in passage]
    near = "\n".join(searched[passage] for passage in here)

    asked = [text for text in texts(quiz["questions"]) if len(text.split()) >= ENOUGH_WORDS]
    assert len(asked) > len(quiz["questions"])
    assert [text for text in asked if text in near] == []


@pytest.mark.parametrize("address", QUIZZES)
def test_a_quiz_is_searched_by_its_title_and_summary(searched: dict[str, str], address: str):
    quiz = yaml.safe_load((DOCS / f"_data{address.rstrip('/')}.yml").read_text("utf-8"))

    assert searched[address].startswith(f"{quiz['title']} {' '.join(quiz['summary'].split())}")
    assert [passage for passage in searched if passage.startswith(f"{address}#")] == []


def test_what_the_search_reads_is_written_once(built_site: Site):
    assert [path for path in built_site.files if path.startswith("search/")] == [TEXTS]
