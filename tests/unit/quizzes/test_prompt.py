"""A prompt is taken apart into the story that sets the scene, and what is asked."""

from __future__ import annotations

import pytest
from primer.features.quiz.prompt import first_words, story_and_question, title_in


@pytest.mark.parametrize(
    ("story", "question"),
    [
        ("", "What pulls?"),
        ("Amira, 34, wonders whether to trust him.", "Which one of these can she check for herself?"),
        ("Mei told him that she slept well. It was not true.", "Holding something back like this is common."),
        ("In 295 studies, the link was r = .278 [@a:r].", "What share is that? Give a percentage."),
        ("", "Is it harder to build a bond through a screen? One review looked at video. What did they find?"),
        ('He asks: "Are you there? It is late."', "Choose what happens next."),
        ('A blog says: "It works."', '"It works" is a claim about what?'),
        ("Ms Lund waits.", "**Choose** what *he* does."),
        ("", "He says (so it is told. Or not) that it is true."),
    ],
)
def test_what_is_asked_begins_with_the_first_question_or_is_the_last_sentence(story: str, question: str):
    assert story_and_question(f"{story} {question}".strip()) == (story, question)


def test_nothing_is_cut_inside_of_markdown():
    whole = "One *two. Three four.* [Five. Six](/page.md) `a. B` end."
    assert story_and_question(whole) == ("", whole)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Which word fits?", "Which word fits?"),
        ("Amira, 34, has had three sessions with a counsellor.", "Amira, 34, has had three sessions …"),
        ("Extraordinarily incomprehensible, circumstances notwithstanding here", "Extraordinarily incomprehensible …"),
        ("a" * 100, "a" * 100),
        ("", ""),
    ],
)
def test_the_first_words_are_few_and_end_where_words_end(text: str, name: str):
    assert first_words(text) == name


def test_bold_words_at_the_beginning_are_a_title_where_something_follows():
    assert title_in("**A message out of hours.** Ifeoma bakes bread.") == "A message out of hours"
    assert title_in("**All of it.**") is None
    assert title_in("A **word** in it.") is None
