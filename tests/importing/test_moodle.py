"""Moodle XML is read with what teachers write in Moodle."""

from __future__ import annotations

from primer.core.diagnostics import Report

from tests.importing.asked import fields_in, question_in, quiz_in
from tools.importing.formats import read


def xml(type: str, inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n<question type="{type}">\n'
        f"<name><text>A name</text></name>\n{inside}\n</question>\n</quiz>\n"
    )


def asked(html: str) -> str:
    return f'<questiontext format="html"><text><![CDATA[{html}]]></text></questiontext>'


def test_a_choice_keeps_its_texts_feedback_hints_and_weight():
    answers = (
        '<answer fraction="100" format="html"><text>&lt;p&gt;The &lt;b&gt;moon&lt;/b&gt;&lt;/p&gt;</text>'
        '<feedback format="html"><text>Yes.</text></feedback></answer>'
        '<answer fraction="0"><text>The wind</text><feedback><text>It makes waves.</text></feedback></answer>'
    )
    around = (
        '<generalfeedback format="html"><text>Gravity.</text></generalfeedback><defaultgrade>2.0000000</defaultgrade>'
    )
    hint = "<hint format='html'><text>Look up.</text></hint><correctfeedback><text>Well done</text></correctfeedback>"
    question = question_in(
        xml("multichoice", f"{asked('<p>What pulls?</p>')}<single>true</single>{answers}{around}{hint}"), "quiz.xml"
    )

    assert question.fields == {
        "prompt": "What pulls?",
        "type": "choice",
        "options": [
            {"text": "The **moon**", "correct": True, "feedback": "Yes."},
            {"text": "The wind", "feedback": "It makes waves."},
        ],
        "weight": 2,
        "hints": ["Look up."],
        "explanation": "Gravity.",
    }
    assert (question.name, question.at.line) == ("A name", 3)
    assert question.lost == ["what Moodle says by 'correctfeedback'"]


def test_a_cloze_of_a_teacher_keeps_all_kinds_of_gaps():
    text = (
        "<p>Fill in.</p><p>The {1:MC:=moon#Yes~%0%wind#No} pulls the {1:SA:=sea~=ocean~*#Look} {:NM:=2:1#ok} times.</p>"
    )
    question = question_in(xml("cloze", asked(text)), "quiz.xml")

    assert question.fields == {
        "prompt": "Fill in.",
        "type": "cloze",
        "text": "The {gap-1} pulls the {gap-2} {gap-3} times.",
        "gaps": [
            {
                "id": "gap-1",
                "options": [
                    {"text": "moon", "correct": True, "feedback": "Yes"},
                    {"text": "wind", "feedback": "No"},
                ],
            },
            {"id": "gap-2", "accepted": ["sea", "ocean"], "feedback": {"wrong": "Look"}},
            {"id": "gap-3", "accepted": ["2"], "feedback": {"right": "ok"}},
        ],
    }
    assert question.lost == ["the tolerance of the gap 'gap-3', in which the number is typed as it stands"]


def test_an_essay_keeps_the_notes_to_who_marks_it():
    notes = '<graderinfo format="html"><text>It depends.</text></graderinfo>'
    around = "<generalfeedback><text>There is no wrong answer.</text></generalfeedback>"

    assert fields_in(xml("essay", f"{asked('Why?')}{notes}{around}"), "quiz.xml") == {
        "prompt": "Why?",
        "type": "reflect",
        "model_answer": "It depends.",
        "explanation": "There is no wrong answer.",
    }


def test_a_number_keeps_its_units():
    units = "<units><unit><multiplier>1</multiplier><unit_name>hours</unit_name></unit></units>"
    answer = '<answer fraction="100"><text>12.4</text><tolerance>0.5</tolerance></answer>'

    assert fields_in(xml("numerical", f"{asked('How long?')}{answer}{units}"), "quiz.xml") == {
        "prompt": "How long?",
        "type": "numeric",
        "answer": 12.4,
        "tolerance": 0.5,
        "unit": "hours",
    }


def test_what_no_quiz_here_can_hold_is_left_out_and_said():
    [left] = quiz_in(xml("calculated", asked("{a} + {b}?")), "quiz.xml").left_out

    assert (left.name, left.lost) == ("A name", ["questions of the type 'calculated'"])


def test_a_file_in_another_encoding_is_read_if_it_says_which():
    text = xml(
        "truefalse",
        f"{asked('Café?')}<answer fraction='100'><text>true</text></answer><answer><text>false</text></answer>",
    )
    data = text.replace("UTF-8", "ISO-8859-1").encode("latin-1")

    report = Report()
    [question] = read(data, "quiz.xml", report).questions
    assert (list(report), question.fields["prompt"]) == ([], "Café?")
