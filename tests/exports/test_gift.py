"""A file in GIFT holds the questions of its quiz: read by a grammar that nobody here wrote."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from primer.kit.shapes import Gaps, ManyOf, NumberAnswer, OneOf, Pairs, TextAnswer
from primer.outputs.exports.formats import Answered, Writing
from primer.outputs.exports.gift import FILE, GIFT, escaped, export

from tests.building import ROOT
from tests.exports.kept import AWKWARD, has_to_arrive, letters, our_writings, writing_of
from tests.exports.quizzes import exported
from tests.node.test_scripts import NODE
from tests.property.strategies import examples
from tests.property.test_quiz_text import TEXTS, quiz_with
from tests.rendering import content_of

Read = Callable[[str], list[dict[str, Any]]]

#: What a text answer may not hold, because it cannot be told from a question of pairs.
ARROW = "->"


@pytest.fixture(scope="module")
def read() -> Iterator[Read]:
    """What reads a file: each of its questions, as the grammar takes it apart."""
    with subprocess.Popen(
        [NODE, "tests/exports/readers/gift.js"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as reader:
        assert reader.stdin
        assert reader.stdout
        asked, answers = reader.stdin, reader.stdout

        def questions(text: str) -> list[dict[str, Any]]:
            asked.write(json.dumps(text) + "\n")
            asked.flush()
            found = json.loads(answers.readline())
            assert "wrong" not in found, found["wrong"]
            questions: list[dict[str, Any]] = found["questions"]
            return questions

        yield questions
        asked.close()


def differences(writing: Writing, questions: list[dict[str, Any]]) -> list[object]:
    """What differs between a quiz and what was read of its file."""
    category, above, *rest = questions
    found: list[object] = []
    if category["type"] != "Category" or above["type"] != "Description" or above["id"] != writing.quiz.id:
        found.append((category, above))
    if len(rest) != len(writing.questions):
        found.append((len(rest), len(writing.questions)))
    for number, (answered, question) in enumerate(zip(writing.questions, rest, strict=False)):
        if (was := expected(answered)) != (now := as_read(question, answered)):
            found.append((answered.question.id, was, now))
        text = letters_in(question)
        found += [
            (answered.question.id, missing)
            for missing in has_to_arrive(GIFT, writing, number, as_html=True)
            if missing not in text
        ]
    return found


def letters_in(question: dict[str, Any]) -> str:
    """All that is said in a question, without white space."""
    choices, pairs = question.get("choices") or [], question.get("matchPairs") or []
    parts = [question["stem"], question["globalFeedback"], question.get("trueFeedback"), question.get("falseFeedback")]
    parts += [part for one in choices for part in (one["text"], one["feedback"])]
    parts += [one["subquestion"] for one in pairs]
    said = [
        letters(part["text"]) if part["format"] == "html" else part["text"] for part in parts if part and "text" in part
    ]
    typed = [one["text"]["text"].replace("\\*", "*") for one in choices if "text" in one["text"]]
    return " ".join(
        ["".join(text.split()) for text in [*said, *typed, *(decoded(one["subanswer"]) for one in pairs)]]
    ) + ("True False" if question["type"] == "TF" else "")


def decoded(match: str) -> str:
    """A match, of which the grammar leaves the signs as it notes them, though Moodle does not."""
    for sign in "\\:#={}~":
        match = match.replace(f"&&{ord(sign):03};", sign)
    return match


def as_read(question: dict[str, Any], answered: Answered) -> object:
    """A question as it is marked."""
    kind, shape = question["type"], answered.shape
    named = question["id"], " ".join(question["title"].split())
    if kind == "TF":
        return *named, kind, question["isTrue"], said(question["trueFeedback"]), said(question["falseFeedback"])
    if kind == "Matching":
        pairs = [
            (letters(one["subquestion"]["text"]), "".join(decoded(one["subanswer"]).split()))
            for one in question["matchPairs"]
        ]
        return *named, kind, pairs
    if kind == "Numerical":
        numbers = [
            (one["text"].get("number"), one["text"].get("range"), one["weight"], said(one["feedback"]))
            for one in question["choices"]
        ]
        return *named, kind, numbers
    if kind in ("MC", "Short") and not isinstance(shape, TextAnswer) and not is_typed_gap(answered):
        options = [
            (letters(one["text"]["text"]), one["isCorrect"] or (one["weight"] or 0) > 0, said(one["feedback"]))
            for one in question["choices"]
        ]
        return *named, "MC", options
    if kind == "Short":
        typed = [(one["text"]["text"], one["weight"], said(one["feedback"])) for one in question["choices"]]
        return *named, kind, [("".join(text.split()), weight, words) for text, weight, words in typed]
    return *named, kind


def is_typed_gap(answered: Answered) -> bool:
    return isinstance(answered.shape, Gaps) and isinstance(answered.shape.gaps[0].filling, TextAnswer)


def said(feedback: dict[str, str] | None) -> str:
    return letters(feedback["text"]) if feedback else ""


def heard(feedback: Any) -> str:
    return letters(feedback.marked) if feedback else ""


def expected(answered: Answered) -> object:
    """The same of the question that was written."""
    shape, named = answered.shape, (answered.question.id, answered.question.name)
    if isinstance(shape, Gaps):
        shape = shape.gaps[0].filling
    match shape:
        case OneOf(options, is_statement=True):
            [right], [wrong] = ([one for one in options if one.correct is state] for state in (True, False))
            return *named, "TF", right.id == "true", heard(wrong.feedback), heard(right.feedback)
        case OneOf(options) | ManyOf(options):
            speakers = ["".join(f"{one.speaker}:".split()) if one.speaker else "" for one in options]
            texts = [speaker + letters(one.text.marked) for speaker, one in zip(speakers, options, strict=True)]
            return (
                *named,
                "MC",
                [(text, one.correct, heard(one.feedback)) for text, one in zip(texts, options, strict=True)],
            )
        case Pairs(pairs, others):
            found = [(letters(one.text.marked), "".join(one.match.text.split())) for one in pairs]
            found += [("", "".join(one.text.text.split())) for one in others]
            again = [("", match) for _, match in found[: max(0, 3 - len(found))]]  # Moodle wants three lines
            return *named, "Matching", [*found, *again]
        case TextAnswer(accepted, mistakes, feedback):
            typed = [(text, None, heard(feedback.right)) for text in accepted]
            missed = [(one.text, 0, heard(one.feedback)) for one in mistakes]
            rows = [("".join(text.split()).replace("*", r"\*"), *rest) for text, *rest in (*typed, *missed)]
            return *named, "Short", [*rows, *([("*", 0, heard(feedback.wrong))] if feedback.wrong else [])]
        case NumberAnswer():
            said_of = shape.feedback
            return (
                *named,
                "Numerical",
                [
                    (shape.value, shape.tolerance, None, heard(said_of.right)),
                    *((one.value, 0, 0, heard(one.feedback)) for one in shape.mistakes),
                    *([(None, None, None, heard(said_of.wrong))] if said_of.wrong else []),
                ],
            )
        case _:
            return *named, "Essay"


def text_of(writing: Writing) -> str:
    return export(writing)[FILE].decode()


def test_every_type_is_read_as_it_was_written(read: Read):
    writing = writing_of(GIFT)

    assert differences(writing, read(text_of(writing))) == []


def test_every_sign_arrives(read: Read):
    text = AWKWARD.replace(ARROW, "- >")
    writing = writing_of(GIFT, text, text)

    assert differences(writing, read(text_of(writing))) == []


@given(TEXTS, TEXTS)
@examples(25)
def test_any_text_arrives(read: Read, text: str, feedback: str):
    quiz = quiz_with("Moon", text, feedback)
    if quiz is None:
        return
    writing = GIFT.writing(exported(quiz, content=content_of(quizzes={"moon": quiz})))

    assert differences(writing, read(text_of(writing))) == []
    assert text_of(writing) == text_of(writing)


def test_our_quizzes_are_read_as_they_were_written(read: Read):
    for writing in our_writings(GIFT):
        assert differences(writing, read(text_of(writing))) == []


# ---- what goes wrong without a word


@pytest.mark.parametrize("sign", "\\~=#:{}")
def test_an_escaped_sign_is_itself(read: Read, sign: str):
    [question] = read(f"::{escaped(sign)}::[html]a {escaped(f'{sign} {sign}{sign} b')} {{T}}\n")

    assert (question["title"], question["stem"]["text"]) == (sign, f"a {sign} {sign}{sign} b")


def test_no_empty_line_splits_a_question():
    writing = GIFT.writing(exported(example_quiz("One\n\n```\na\n\nb\n```")))
    blocks = text_of(writing).strip().split("\n\n")

    assert len(blocks) == len(writing.questions) + 2


def test_a_brace_in_a_prompt_does_not_end_it(read: Read):
    writing = writing_of(GIFT, "Choose {this} one")

    assert next(one for one in read(text_of(writing)) if one.get("id") == "moon.one")["type"] == "MC"


def test_numbers_begin_with_an_equals_sign():
    assert "{#\n\t=1:0#" in text_of(writing_of(GIFT))


def test_what_is_said_of_a_wrong_verdict_comes_first(read: Read):
    writing = writing_of(GIFT)
    two = next(answered for answered in writing.questions if answered.question.id == "moon.two")
    question = next(one for one in read(text_of(writing)) if one.get("id") == "moon.two")

    assert not question["isTrue"]
    assert isinstance(two.shape, OneOf)
    assert said(question["trueFeedback"]) == heard(two.shape.options[0].feedback)


def test_id_and_tags_stand_above_the_question(read: Read):
    question = next(one for one in read(text_of(writing_of(GIFT))) if one.get("id") == "moon.one")

    assert {"quiz:moon", "type:choice", "level:introductory"} <= {*question["tags"]}


def test_an_arrow_in_an_item_does_not_split_it(read: Read):
    writing = writing_of(GIFT, "a -> b")
    question = next(one for one in read(text_of(writing)) if one["type"] == "Matching")

    assert letters(question["matchPairs"][0]["subquestion"]["text"]) == "aa->b"


def test_an_arrow_to_type_leaves_the_question_out():
    assert [question.type for question in writing_of(GIFT, "a -> b").left_out].count("short-answer") == 1


def test_a_text_with_several_gaps_is_left_out_and_said():
    assert "moon.cloze" in {question.id for question in writing_of(GIFT).left_out}


def test_a_broken_file_is_seen(read: Read):
    writing = writing_of(GIFT)
    text = text_of(writing)

    assert differences(writing, read(text.replace("=[html]a A text", "~[html]a A text", 1)))
    assert differences(writing, read(text.replace("What is said", "What is not", 1)))
    with pytest.raises(AssertionError, match="SyntaxError"):
        read(text.replace("{#\n\t=1:0#", "{#1:0#", 1).replace("}", "", 1))


def example_quiz(prompt: str):
    """A quiz with a prompt of several paragraphs."""
    quiz = quiz_with("Moon", "text", "feedback")
    assert quiz
    return quiz.model_copy(
        update={"questions": tuple(one.model_copy(update={"prompt": prompt}) for one in quiz.questions)}
    )
