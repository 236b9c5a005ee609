"""Aiken, and the tables that teachers write, are read with all that they hold."""

from __future__ import annotations

import pytest

from tests.importing.asked import fields_in, quiz_in
from tools.importing.items import Fields

AIKEN = """\
What pulls the
sea?
A. The moon
B) The *wind*
C. None of these
ANSWER: A

When?
A. Now
B. Then
ANSWER: B
"""


def test_aiken_is_read_line_by_line():
    first, second = quiz_in(AIKEN, "quiz.txt").questions

    assert first.fields == {
        "prompt": "What pulls the sea?",
        "type": "choice",
        "options": [
            {"text": "The moon", "correct": True},
            {"text": "The \\*wind\\*"},
            {"text": "None of these", "last": True},
        ],
    }
    assert second.fields["options"] == [{"text": "Now"}, {"text": "Then", "correct": True}]
    assert (first.at.line, second.at.line) == (1, 8)


ROWS: dict[str, tuple[str, str, Fields]] = {
    "options": (
        "prompt,a,b,c,right,feedback a,feedback b,feedback c,explanation,hint,id,label,weight",
        'Which?,one,two,three,"A, c",Yes.,No.,"Yes, too.",So.,Look.,first,The first,2',
        {
            "prompt": "Which?",
            "type": "choice",
            "options": [
                {"text": "one", "correct": True, "feedback": "Yes."},
                {"text": "two", "feedback": "No."},
                {"text": "three", "correct": True, "feedback": "Yes, too."},
            ],
            "label": "The first",
            "hints": ["Look."],
            "explanation": "So.",
            "weight": 2,
        },
    ),
    "a statement": (
        "prompt;right;feedback right;feedback wrong",
        "It rises.;TRUE;Yes.;It does.",
        {
            "prompt": "It rises.",
            "type": "true-false",
            "answer": True,
            "feedback": {"right": "Yes.", "wrong": "It does."},
        },
    ),
    "a word": (
        "prompt\tright\tfeedback wrong",
        "What?\tebb | low * water\tLook.",
        {"prompt": "What?", "type": "short-answer", "accepted": ["ebb", "low * water"], "feedback": {"wrong": "Look."}},
    ),
    "a number": (
        "prompt,right,tolerance,unit",
        "How long?,12.4,0.5,hours",
        {"prompt": "How long?", "type": "numeric", "answer": 12.4, "tolerance": 0.5, "unit": "hours"},
    ),
    "something to think about": (
        "type,prompt,right",
        "reflect,Why?,It depends.",
        {"prompt": "Why?", "type": "reflect", "model_answer": "It depends."},
    ),
    "marks and signs": (
        "prompt,right",
        '"=1+1 *is* [x]\n\ntwo",true',
        {"prompt": "=1+1 \\*is\\* \\[x\\]\n\ntwo", "type": "true-false", "answer": True},
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_read(name: str):
    heads, row, fields = ROWS[name]

    assert fields_in(f"\ufeff{heads}\n{row}\n", "quiz.csv") == fields
