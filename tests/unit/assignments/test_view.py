"""What can be chosen when a quiz is set."""

from __future__ import annotations

from primer.features.assignment.view import TopicView, choices, codes

from tests.rendering import content_of
from tests.unit.assignments.quizzes import QUIZ


def test_a_quiz_offers_its_topics_that_have_questions():
    [quiz] = choices(content_of(quizzes={"tides": QUIZ}), "educators/index.md")

    assert quiz.topics == (
        TopicView("times", "Say when they come.", questions=2, draw=1),
        TopicView("causes", "Say why.", questions=1, draw=None),
    )


def test_a_quiz_says_how_it_is_asked_when_nothing_is_chosen():
    [quiz] = choices(content_of(quizzes={"tides": QUIZ}), "educators/index.md")

    assert (quiz.questions, quiz.minutes, quiz.shuffles, quiz.seeded) == (4, 5, "questions", True)


def test_addresses_are_those_of_the_page_and_of_the_site():
    content = content_of(quizzes={"tides": QUIZ})
    [quiz] = choices(content, "educators/index.md")
    [code] = codes(content, "educators/index.md", "https://example.org/base/")

    assert (quiz.url, quiz.path, quiz.frame) == ("../quizzes/tides/", "quizzes/tides/", "embed/quizzes/tides/")
    assert (code.address, code.picture) == ("https://example.org/base/quizzes/tides/", "../quizzes/tides/qr.svg")
