r"""GIFT is read as Moodle reads it, and as a grammar that nobody here wrote."""

from __future__ import annotations

import json
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from primer.outputs.exports.gift import escaped

from tests.building import ROOT
from tests.importing.asked import fields_in, question_in, quiz_in
from tests.node.test_scripts import NODE
from tests.property.strategies import ANY_TEXT, HOSTILE, examples
from tools.importing.gift_text import Piece, Source
from tools.importing.items import Fields
from tools.importing.plain_text import one_line, seen

QUESTIONS: dict[str, tuple[str, Fields]] = {
    "one of several": (
        "What pulls the sea? {=The moon#Yes. ~The wind#It makes waves. ~The sun####Both pull, the moon more.}",
        {
            "prompt": "What pulls the sea?",
            "type": "choice",
            "options": [
                {"text": "The moon", "correct": True, "feedback": "Yes."},
                {"text": "The wind", "feedback": "It makes waves."},
                {"text": "The sun"},
            ],
            "explanation": "Both pull, the moon more.",
        },
    ),
    "several": (
        "What pulls the sea? {~%50%The moon ~%50%The sun ~%-100%The wind}",
        {
            "prompt": "What pulls the sea?",
            "type": "choice",
            "options": [
                {"text": "The moon", "correct": True},
                {"text": "The sun", "correct": True},
                {"text": "The wind"},
            ],
        },
    ),
    "a statement": (
        "::Ebb::The sea falls at ebb. {TRUE#No, it does.#Yes.}",
        {
            "prompt": "The sea falls at ebb.",
            "type": "true-false",
            "answer": True,
            "feedback": {"right": "Yes.", "wrong": "No, it does."},
        },
    ),
    "pairs": (
        "Which is which? {=High water -> flood =Low water -> ebb = -> storm}",
        {
            "prompt": "Which is which?",
            "type": "match",
            "pairs": [{"item": "High water", "match": "flood"}, {"item": "Low water", "match": "ebb"}],
            "distractors": ["storm"],
        },
    ),
    "a word": (
        "What does the sea do at ebb? {=It falls#Yes. =%0%It rises#That is flood. =%0%*#Look at it.}",
        {
            "prompt": "What does the sea do at ebb?",
            "type": "short-answer",
            "accepted": ["It falls"],
            "mistakes": [{"text": "It rises", "feedback": "That is flood."}],
            "feedback": {"right": "Yes.", "wrong": "Look at it."},
        },
    ),
    "a single answer without a sign": (
        "Two plus two? {four}",
        {"prompt": "Two plus two?", "type": "short-answer", "accepted": ["four"]},
    ),
    "a number": (
        "Hours between two tides? {#=12.4:0.5#Yes. =%0%24:0#That is two. ~#Count again.}",
        {
            "prompt": "Hours between two tides?",
            "type": "numeric",
            "answer": 12.4,
            "tolerance": 0.5,
            "mistakes": [{"value": 24, "feedback": "That is two."}],
            "feedback": {"right": "Yes.", "wrong": "Count again."},
        },
    ),
    "a range": (
        "Hours between two tides? {#12..13}",
        {"prompt": "Hours between two tides?", "type": "numeric", "answer": 12.5, "tolerance": 0.5},
    ),
    "a missing word": (
        "The {=moon ~wind} pulls the sea.",
        {
            "prompt": "Fill in the gaps.",
            "type": "cloze",
            "text": "The {gap} pulls the sea.",
            "gaps": [{"id": "gap", "options": [{"text": "moon", "correct": True}, {"text": "wind"}]}],
        },
    ),
    "an essay": (
        "What is a tide to you? {####There is no wrong answer.}",
        {"prompt": "What is a tide to you?", "type": "reflect", "explanation": "There is no wrong answer."},
    ),
    "an essay with an answer to compare with": (
        "[html]Why? {####[html]<p><strong>One way</strong></p><p>It depends.</p><p>So it is.</p>}",
        {"prompt": "Why?", "type": "reflect", "model_answer": "It depends.", "explanation": "So it is."},
    ),
    "signs that mean themselves": (
        r"Is 1 \= 1, \{or\} a\~b \#1\: c\\d? {=yes \= so\#1 ~no}",
        {
            "prompt": r"Is 1 = 1, {or} a~b #1: c\\d?",
            "type": "choice",
            "options": [{"text": "yes = so#1", "correct": True}, {"text": "no"}],
        },
    ),
    "lines": (
        "The moon\n  pulls.\\nSo it is. {T}",
        {"prompt": "The moon pulls.  \nSo it is.", "type": "true-false", "answer": True},
    ),
    "HTML": (
        "[html]<p>The <b>moon</b>?</p> {=<i>pulls</i> ~[plain]<b>}",
        {
            "prompt": "The **moon**?",
            "type": "choice",
            "options": [{"text": "*pulls*", "correct": True}, {"text": "&lt;b>"}],
        },
    ),
    "Markdown": (
        "[markdown]The **moon** {T}",
        {"prompt": "The **moon**", "type": "true-false", "answer": True},
    ),
}
KINDS = {"choice": "MC", "cloze": "MC", "match": "Matching", "numeric": "Numerical", "reflect": "Essay"}
KINDS |= {"short-answer": "Short", "true-false": "TF"}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_read(name: str):
    text, fields = QUESTIONS[name]

    assert fields_in(text, "quiz.gift") == fields


def by_grammar(text: str) -> list[dict[str, object]]:
    """The questions of a text, as the grammar of gift-pegjs takes it apart."""
    command = [str(NODE), "tests/exports/readers/gift.js"]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(text) + "\n", capture_output=True, text=True, check=True)
    found: list[dict[str, object]] = json.loads(done.stdout)["questions"]
    return found


def test_a_grammar_that_nobody_here_wrote_takes_them_for_the_same():
    grammar = by_grammar("\n\n".join(text for text, _ in QUESTIONS.values()))

    assert [one["type"] for one in grammar] == [KINDS[str(fields["type"])] for _, fields in QUESTIONS.values()]
    assert grammar[2]["title"] == "Ebb"


@given(st.lists((HOSTILE | ANY_TEXT).map(lambda text: one_line(seen(text))).filter(bool), min_size=2, max_size=2))
@examples(60)
def test_what_is_escaped_is_read_as_it_was(texts: list[str]):
    first, second = texts
    text = f"{escaped(first)}#{escaped(second)}"

    before, behind = Piece(Source.of(text, "quiz.gift"), 0, len(text)).cut("#")

    assert behind
    assert (before.text, behind.text) == (first.rstrip(), second.strip()) or "\\n" in text or first != first.strip()


def test_ids_categories_and_texts_to_show_are_kept():
    quiz = quiz_in(
        "$CATEGORY: $course$/top/Sea//land/Tides\n\nSix questions.\n\nOn the moon.\n\n"
        "// a comment [id:moon-pulls] [tag:moon]\n::The moon::The moon pulls. {T}\n",
        "quiz.gift",
    )
    [question] = quiz.questions

    assert quiz.fields == {"title": "Tides", "summary": "Six questions."}
    assert [one.lost for one in quiz.left_out] == [["a text that is shown among the questions"]]
    assert (question.id, question.name, question.at.line) == ("moon-pulls", "The moon", 8)
    assert question.lost == ["the tag 'moon'"]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("A? {=a ~%50%b ~c}", ["the 50 per cent of 'b', which is wrong here"]),
        (
            "A? {=a =%50%b =%0%c}",
            ["the answer 'b', which is worth 50 per cent", "the wrong answer 'c', to which nothing is said"],
        ),
        ("A? {=wav*}", ["the answer 'wav*', in which the star stands for anything"]),
        ("A? {#=3 =%50%4}", ["the number 4, which is worth 50 per cent"]),
        ("A? {~None of these =a}", ["the place of an option that is about the others, which is the last now"]),
        ("[html]A? <img src='x.png' alt='Sea'> {T}", ["the picture 'x.png', of which the words are left"]),
        ("A {T} b.", ["the place of the answer in the text"]),
        ("The {=moon} pulls.", ["that nothing is asked before the text: 'Fill in the gaps.' stands there"]),
    ],
)
def test_what_is_not_kept_is_said(text: str, lost: list[str]):
    assert question_in(text, "quiz.gift").lost == lost
