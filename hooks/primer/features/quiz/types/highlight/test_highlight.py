"""Sentences stand in paragraphs, and a passage has some to mark and some to leave."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.shapes import ManyOf, OneOf
from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.highlight.type import TYPE, Highlight
from tests.question_types import STRINGS, example, example_fields, maker
from tests.rendering import content_of

PASSAGE: list[dict[str, Any]] = example_fields(TYPE)["passage"]


def changed(*changes: dict[str, Any]) -> list[dict[str, Any]]:
    """The passage of the example, with other fields of its first sentences."""
    return [sentence | change for sentence, change in zip(PASSAGE, changes, strict=False)] + PASSAGE[len(changes) :]


def problems(passage: list[dict[str, Any]]) -> list[str]:
    """What an author is told of the example with this passage, line by line; the passage begins in line 5."""
    text = yaml.safe_dump(example_fields(TYPE) | {"passage": passage}, sort_keys=False, allow_unicode=True, width=1000)
    report = Report()
    document = load(text, "question.yml", report)
    assert document
    validate(TYPE.model, document, "quiz", report)
    return [line for problem in report for line in str(problem).splitlines()]


def test_a_speaker_begins_a_paragraph_and_so_does_what_nobody_says() -> None:
    paragraphs = TYPE.body(example(TYPE), "q", maker()).paragraphs

    assert [(one.speaker, [str(sentence.text_html) for sentence in one.sentences]) for one in paragraphs] == [
        (None, ["You look up at the clock."]),
        ("Therapist", ["We have to stop here for today.", "Tell nobody what I have just said."]),
        ("You", ["I would like to think about that."]),
        (None, ["Your therapist laughs at you for asking."]),
    ]


def test_the_passage_of_the_example_is_right_as_it_stands() -> None:
    assert problems(PASSAGE) == []


def test_a_passage_has_a_sentence_to_mark() -> None:
    assert problems([sentence | {"correct": False} for sentence in PASSAGE]) == [
        "question.yml:5:1: no sentence is marked 'correct: true' [quiz-no-answer]",
        "    hint: add 'correct: true' to each sentence that shows what is asked for",
    ]


def test_a_passage_has_a_sentence_to_leave() -> None:
    assert problems([sentence | {"correct": True} for sentence in PASSAGE]) == [
        "question.yml:5:1: every sentence is marked 'correct: true', at least 1 should not be [quiz-too-few]",
        "    hint: add a sentence that does not show what is asked for",
    ]


def test_no_two_sentences_are_the_same() -> None:
    assert problems(changed({}, {"text": "You look up at the clock."})) == [
        "question.yml:5:1: the sentence 'You look up at the clock.' is there 2 times [quiz-repeated-option]",
        "    hint: reword one of them",
    ]


def test_each_sentence_says_why() -> None:
    silent = {name: value for name, value in PASSAGE[2].items() if name != "feedback"}

    assert problems([*PASSAGE[:2], silent, *PASSAGE[3:]]) == [
        "question.yml:10:3: a sentence has no 'feedback' [quiz-missing-field]",
        "    hint: add 'feedback: …'",
    ]


def test_one_sentence_is_no_passage() -> None:
    assert problems(PASSAGE[:1]) == [
        "question.yml:5:1: the number of sentences is 1, it should be at least 2 [quiz-too-few]"
    ]


@pytest.mark.parametrize(("right", "shape"), [(1, OneOf), (2, ManyOf)])
def test_several_sentences_to_mark_make_it_another_shape(right: int, shape: type) -> None:
    passage = [sentence | {"correct": index < right} for index, sentence in enumerate(PASSAGE)]

    assert [type(found) for found in TYPE.shapes(example(TYPE, passage=passage), STRINGS)] == [shape]


def test_a_new_paragraph_leaves_answers_valid_and_another_speaker_does_not() -> None:
    def graded(**change: Any) -> object:
        question: Highlight = example(TYPE, passage=changed({}, change))
        return TYPE.graded(question)

    assert graded(paragraph=True) == graded()
    assert graded(speaker="You") != graded()


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["Tell nobody what I have just said.", "Your therapist laughs at you for asking."],
        ["You look up at the clock.", "We have to stop here for today.", "I would like to think about that."],
    )
