"""What a quiz shows, by the page on which it stands and the types of its questions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from primer.features.quiz.model import Quiz
from primer.features.quiz.registry import TYPES
from primer.features.quiz.view import QuizView, quiz_summaries, quiz_view

from tests.question_types import example
from tests.rendering import content_of


def quiz(*options: str, level: str = "introductory", title: str = "Tides", see: str | None = None) -> Quiz:
    question: dict[str, Any] = {
        "id": "pull",
        "type": "choice",
        "prompt": "What pulls?",
        "options": tuple(
            {"text": text, "correct": number == 0, "feedback": "So."} for number, text in enumerate(options or "ab")
        ),
        "explanation": "Gravity.",
        "see": see,
    }
    return Quiz.model_validate(
        {"title": title, "summary": "One.", "level": level, "minutes": 1, "questions": (question,)}
    )


def view(of: Quiz, src_uri: str = "page.md") -> QuizView:
    return quiz_view("tides", content_of(quizzes={"tides": of}), src_uri)


@pytest.mark.parametrize("target", ["/../../secret.md#x", "/../secret.md", "/secret.md", f"/{'a' * 5000}.md"])
def test_the_title_of_a_file_that_is_no_page_is_never_shown(target: str, tmp_path: Path):
    (tmp_path / "docs/inner").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "docs", tmp_path / "docs/inner"):
        (folder / "secret.md").write_text("---\ntitle: Secret\n---\n")
    content = content_of(quizzes={"tides": quiz(see=target)})
    read_here = replace(content, titles=replace(content.titles, docs=tmp_path / "docs/inner"))

    assert quiz_view("tides", read_here, "page.md").questions[0].see is None


def test_a_quiz_stands_alone_on_its_own_page_only():
    assert view(quiz(), "quizzes/tides.md").standalone
    assert not view(quiz(), "quizzes/index.md").standalone


def test_see_leads_to_the_page_from_wherever_the_quiz_stands():
    see = view(quiz(see="/page.md#there"), "quizzes/tides.md").questions[0].see

    assert see
    assert see.url == "../../page/#there"


def test_scripts_get_what_they_say_of_the_types_in_the_quiz_and_of_no_other():
    choice, order = example(TYPES["choice"]), example(TYPES["order"])
    before = view(quiz().model_copy(update={"questions": (choice,)})).script_strings
    after = view(quiz().model_copy(update={"questions": (choice, order)})).script_strings

    assert {"check", "moved"} & set(before) == set()
    assert {"right", "partly_extra_one"} <= set(before)
    assert set(after) - set(before) == {"moved", "not_moved"}
    assert after["moved"] == "{item}: now number {number} of {total}"


def test_scripts_list_what_was_counted_as_the_language_does():
    assert view(quiz()).script_strings["list_3"] == "{0}, {1}, {2}"


def test_the_catalogue_goes_from_easy_to_hard_and_then_by_title():
    quizzes = {
        "a": quiz(level="professional", title="A"),
        "b": quiz(level="introductory", title="Z"),
        "c": quiz(level="introductory", title="B"),
        "d": quiz(level="intermediate", title="A"),
    }

    assert [summary.id for summary in quiz_summaries(content_of(quizzes=quizzes), "quizzes/index.md")] == list("cbda")
