"""What stays the same when a quiz is edited, and what does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from primer.features.quiz.bodies import OptionView, PartsBody
from primer.features.quiz.model import Quiz
from primer.features.quiz.view import QuestionView, QuizView, quiz_summaries, quiz_view

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


def ids(of: Quiz) -> dict[str, str]:
    return {str(option.text_html): option.id for option in options(view(of).questions[0])}


def options(question: QuestionView) -> tuple[OptionView, ...]:
    assert isinstance(question.body, PartsBody)
    return question.body.parts[0].options


def test_an_option_keeps_its_id_in_another_order_so_that_saved_answers_stay_right():
    assert ids(quiz("Moon", "Wind", "Fish")) == ids(quiz("Fish", "Moon", "Wind"))


def test_an_option_with_other_words_has_another_id():
    assert ids(quiz("Moon", "Wind"))["Moon"] == ids(quiz("Moon", "Winds"))["Moon"]
    assert ids(quiz("Moon", "Wind"))["Wind"] != ids(quiz("Moon", "Winds"))["Winds"]


def test_a_quiz_that_was_changed_has_another_version():
    assert view(quiz()).version == view(quiz()).version
    assert view(quiz()).version != view(quiz(title="Other tides")).version


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


def test_true_comes_before_false_whatever_is_right():
    for answer in (True, False):
        question = {
            "id": "one",
            "type": "true-false",
            "prompt": "?",
            "answer": answer,
            "feedback": {"right": "Yes.", "wrong": "No."},
            "explanation": "So.",
        }
        shown = view(quiz().model_copy(update={"questions": (_question(question),)})).questions[0]

        assert [str(option.text_html) for option in options(shown)] == ["True", "False"]
        assert [option.correct for option in options(shown)] == [answer, not answer]
        assert isinstance(shown.body, PartsBody)
        said = [str(shown.body.parts[0].said_to(option.id)) for option in options(shown)]
        assert said == (["Yes.", "No."] if answer else ["No.", "Yes."])


def _question(fields: dict[str, Any]) -> Any:
    whole = {"title": "T", "summary": "S", "level": "introductory", "minutes": 1, "questions": (fields,)}
    return Quiz.model_validate(whole).questions[0]


def test_the_catalogue_goes_from_easy_to_hard_and_then_by_title():
    quizzes = {
        "a": quiz(level="professional", title="A"),
        "b": quiz(level="introductory", title="Z"),
        "c": quiz(level="introductory", title="B"),
        "d": quiz(level="intermediate", title="A"),
    }

    assert [summary.id for summary in quiz_summaries(content_of(quizzes=quizzes), "quizzes/index.md")] == list("cbda")
