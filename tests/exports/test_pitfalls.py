"""Each pitfall of learning platforms that was seen: what we write avoids it, and our readers refuse what has it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.archives import packed
from primer.outputs.exports.canvas import CLASSIC, NEW
from primer.outputs.exports.exporting import files_of, written
from primer.outputs.exports.formats import Format
from primer.outputs.exports.gift import GIFT
from primer.outputs.exports.moodle import MOODLE, export_all
from primer.outputs.exports.programs import JSON
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.sheet import CSV

from tests.exports.quizzes import exported
from tests.exports.readers import canvas, moodle, programs, sheet
from tests.exports.readers.reading import BrokenFileError
from tests.exports.test_reading_back import data_of, quiz_of
from tests.question_types import every_type


def name_of(format: Format) -> str:
    return format.id


def made(**changes: Any) -> ExportedQuiz:
    """The quiz of all types, with other fields of its own."""
    return exported(quiz_of({**every_type(), **changes}))


def one_of(*questions: dict[str, Any]) -> ExportedQuiz:
    """A quiz of these questions."""
    fields = {"title": "A quiz", "summary": "Short.", "level": "introductory", "minutes": 1}
    return exported(
        quiz_of({**fields, "questions": [{"prompt": "What?", "explanation": "So.", **one} for one in questions]})
    )


def choice(right: int, wrong: int = 1, **changes: Any) -> dict[str, Any]:
    """A question with so many right and wrong options."""
    options = [{"text": f"right {number}", "correct": True} for number in range(right)]
    options += [{"text": f"wrong {number}", "feedback": "No."} for number in range(wrong)]
    return {"id": "one", "type": "choice", "options": options, **changes}


def text_in(format: Format, quiz: ExportedQuiz) -> str:
    return data_of(format, quiz).decode()


# ---- Moodle


def test_moodle_ordering_says_shownumcorrect_without_which_the_import_stops():
    data = data_of(MOODLE, made())

    assert moodle.read(data)["moon.put-in-order"].kind == "order"
    with pytest.raises(BrokenFileError, match="stops"):
        moodle.read(data.replace(b"<shownumcorrect>1</shownumcorrect>", b""))


@pytest.mark.parametrize("right", [*range(2, 11), 20])
def test_moodle_fractions_are_on_its_list_of_grades(right: int):
    data = data_of(MOODLE, one_of(choice(right)))

    assert len(moodle.read(data)["moon.one"].right["right"]) == right  # type: ignore[index,call-overload,arg-type]


def test_moodle_refuses_a_file_with_33_of_100():
    data = data_of(MOODLE, one_of(choice(3)))

    with pytest.raises(BrokenFileError, match="no grade"):
        moodle.read(data.replace(b'"33.33333"', b'"33"'))


@pytest.mark.parametrize("right", [11, 12, 13])
def test_moodle_has_no_grade_for_eleven_right_options_so_the_question_is_left_out_and_listed(right: int):
    quiz = one_of(choice(right), choice(2, id="two"))
    files = files_of(quiz, [MOODLE])

    assert {*moodle.read(files["moodle.xml"])} == {"moon.two"}
    assert "moon.one: What?" in moodle.descriptions(files["moodle.xml"])[0]
    assert "- moon.one: What?" in files["README.txt"].decode()


def test_moodle_has_at_least_two_pairs():
    pair = {"item": "a", "match": "b", "feedback": "So."}
    pairs = [pair, {**pair, "item": "c"}]
    quiz = one_of({"id": "one", "type": "match", "pairs": pairs, "distractors": ["d"]})

    assert moodle.read(data_of(MOODLE, quiz))["moon.one"].right == {"a": "b", "c": "b", "": frozenset(["d"])}
    with pytest.raises(BrokenFileError, match="two pairs"):
        moodle.read(re.sub(rb"<subquestion.*?</subquestion>", b"", data_of(MOODLE, quiz), count=1, flags=re.DOTALL))


def test_moodle_gets_three_lines_to_match_or_its_import_stops():
    pairs = [{"item": one, "match": f"of {one}", "feedback": "So."} for one in "ab"]
    quiz = one_of({"id": "one", "type": "match", "pairs": pairs})
    data = data_of(MOODLE, quiz)

    assert moodle.read(data)["moon.one"].right == {"a": "of a", "b": "of b", "": frozenset()}
    assert "= -> of a" in data_of(GIFT, quiz).decode()
    with pytest.raises(BrokenFileError, match="three lines"):
        moodle.read(re.sub(rb'<subquestion format="html">\s*<text />.*?</subquestion>', b"", data, flags=re.DOTALL))


def test_moodle_knows_a_distractor_by_an_empty_subquestion():
    quiz = one_of({"id": "one", "type": "match", "pairs": [
        {"item": "a", "match": "b", "feedback": "So."}, {"item": "c", "match": "d", "feedback": "So."}
    ], "distractors": ["e"]})  # fmt: skip

    found = re.findall(
        r'<subquestion format="html">\s*<text ?/>\s*<answer>\s*<text>(.*?)</text>', text_in(MOODLE, quiz)
    )

    assert found == ["e"]


@pytest.mark.parametrize("format", [MOODLE, CLASSIC, NEW], ids=name_of)
def test_a_control_character_is_refused_with_the_question_that_has_it(format: Format):
    quiz = one_of(choice(1), choice(2, id="two"))
    first, second = quiz.questions
    broken = quiz.only(first, replace(second, name="A\x0bname"))

    with pytest.raises(Exception, match=f"{format.id} of the question 'moon.two': ValueError: the character U\\+000B"):
        written(format.writing(broken))


def test_moodle_keeps_ids_of_100_characters():
    quiz = one_of(choice(1, id="a" * 120), choice(2, id="a" * 121))

    ids = [*moodle.read(data_of(MOODLE, quiz))]
    assert [len(id) for id in ids] == [100, 100]
    assert len({*ids}) == 2


def test_moodle_all_has_a_category_for_each_quiz():
    quiz = replace(made(title="Tides / moons"), id="sun")

    [data] = export_all([MOODLE.writing(made()), MOODLE.writing(quiz)]).values()

    assert moodle.categories(data) == [
        "$course$/top/A site/Every type of question",
        "$course$/top/A site/Tides // moons",
    ]


def test_moodle_starts_nothing_over_in_a_text_of_a_gap():
    text = "Is {1:SA:=x} or {one} {#1}?"
    gap = {"id": "one", "accepted": ["*"], "feedback": {"wrong": "Any } ~ # \\ = %50%"}}
    quiz = one_of({"id": "one", "type": "cloze", "text": text, "gaps": [gap]})

    found = moodle.read(data_of(MOODLE, quiz))["moon.one"]

    assert found.right == ({"accepted": ("*",), "mistakes": ()},)
    assert found.said == {"1 (anything)": "Any } ~ # \\ = %50%"}


# ---- Canvas


@pytest.mark.parametrize("format", [CLASSIC, NEW], ids=name_of)
def test_canvas_knows_options_by_numbers_alone(format: Format):
    files = canvas.files(data_of(format, made()))

    assert {*re.findall(rb'response_label ident="([^"]*)"', files["quiz-moon/quiz-moon.xml"])} != set()
    path = "quiz-moon/quiz-moon.xml"
    shared = re.sub(rb'(response_label ident=")(\d+)"', rb'\1q7_m\2"', files[path])
    with pytest.raises(BrokenFileError, match="share"):
        canvas.read(packed({**files, path: shared}), is_new=True)


def test_canvas_classic_gets_no_ordering():
    assert "ordering_question" not in _questions(CLASSIC)
    assert "ordering_question" in _questions(NEW)
    with pytest.raises(BrokenFileError, match="only New Quizzes"):
        canvas.read(data_of(NEW, made()))


def _questions(format: Format) -> str:
    return canvas.files(data_of(format, made()))["quiz-moon/quiz-moon.xml"].decode()


def test_new_quizzes_gets_sorting_as_itself():
    assert "categorization_question" in _questions(NEW)
    assert "categorization_question" not in _questions(CLASSIC)


@pytest.mark.parametrize("format", [CLASSIC, NEW], ids=name_of)
def test_canvas_gets_no_white_space_between_tags(format: Format):
    files = canvas.files(data_of(format, made()))
    path = "quiz-moon/quiz-moon.xml"

    assert re.findall(rb">\s+<", files[path].partition(b"?>\n")[2].rstrip(b"\n")) == []
    pretty = re.sub(rb"(<(?:varequal|mattext)[^>]*>)([^<]+)", rb"\1\n  \2\n", files[path])
    with pytest.raises(BrokenFileError, match="white space"):
        canvas.read(packed({**files, path: pretty}), is_new=True)


@pytest.mark.parametrize("format", [CLASSIC, NEW], ids=name_of)
def test_canvas_finds_all_questions_in_one_section_of_one_file(format: Format):
    files = canvas.files(data_of(format, made()))
    path = "quiz-moon/quiz-moon.xml"

    assert files[path].count(b"<section ") == 1
    split = files[path].replace(b"</item><item", b'</item></section><section ident="two"><item', 1)
    with pytest.raises(BrokenFileError, match="section"):
        canvas.read(packed({**files, path: split}), is_new=True)


@pytest.mark.parametrize("format", [CLASSIC, NEW], ids=name_of)
def test_canvas_finds_the_manifest_at_the_root(format: Format):
    files = canvas.files(data_of(format, made()))

    with pytest.raises(BrokenFileError, match="root"):
        canvas.read(packed({f"quiz/{path}": content for path, content in files.items()}))


def test_canvas_accepts_whatever_a_condition_names_so_no_mistake_is_named():
    quiz = one_of({
        "id": "one", "type": "short-answer", "accepted": ["moon"],
        "mistakes": [{"text": "sun", "feedback": "Too warm."}], "feedback": {"right": "Yes.", "wrong": "No."},
    })  # fmt: skip

    found = canvas.read(data_of(CLASSIC, quiz))["moon.one"]

    assert found.right == {"accepted": ("moon",)}
    assert "sun Too warm." in found.general


def test_new_quizzes_takes_words_to_match_and_to_sort_for_html_so_none_is_lost_as_a_tag():
    pairs = [{"item": f"{one} <b> & c", "match": f"d <{one}>", "feedback": "So."} for one in "xy"]
    groups = [{"id": one, "text": f"{one} <b>"} for one in "xy"]
    items = [{"text": f"{one} <i>", "category": one, "feedback": "So."} for one in "xy"]
    quiz = one_of(
        {"id": "one", "type": "match", "pairs": pairs},
        {"id": "two", "type": "categorise", "categories": groups, "items": items},
    )
    data = data_of(NEW, quiz)
    found = canvas.read(data, is_new=True)

    assert found["moon.one"].right == {"x <b> & c": "d <x>", "y <b> & c": "d <y>", "": frozenset()}
    assert found["moon.two"].right == {"x <i>": "x <b>", "y <i>": "y <b>", "": frozenset()}
    assert canvas.read(data_of(CLASSIC, quiz))["moon.one"].right == found["moon.one"].right


def test_canvas_takes_a_name_in_brackets_for_a_gap_so_no_gap_is_called_like_a_text():
    gap = {"id": "one", "accepted": ["moon"], "feedback": {"wrong": "No."}}
    quiz = one_of({"id": "one", "type": "cloze", "text": "[one] is {one}, not [one_]", "gaps": [gap]})

    assert canvas.read(data_of(CLASSIC, quiz))["moon.one"].right == ({"accepted": ("moon",)},)


# ---- sheets, programs, all


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "'"])
def test_a_cell_that_would_be_computed_stays_text(sign: str):
    quiz = one_of(choice(1, prompt=f"{sign}1+1"))
    data = data_of(CSV, quiz)

    assert sheet.read(data)["moon.one"].prompt == f"{sign}1+1"
    if sign != "'":
        with pytest.raises(BrokenFileError, match="computed"):
            sheet.read(data.replace(f"'{sign}".encode(), sign.encode()))


def test_a_sheet_says_that_it_is_utf_8():
    with pytest.raises(BrokenFileError, match="encoding"):
        sheet.read(data_of(CSV, made()).removeprefix(sheet.MARK))


def test_a_broken_file_for_programs_is_refused():
    data = data_of(JSON, made())

    with pytest.raises(BrokenFileError):
        programs.read(data[:-10])
    with pytest.raises(BrokenFileError, match="is not what"):
        programs.read(data.replace(b'"html": "They seem kind"', b'"html": "They seem odd"'))


@pytest.mark.parametrize("format", [format for format in FORMATS if not format.reads_page], ids=name_of)
def test_the_same_content_is_the_same_bytes(format: Format):
    assert dict(written(format.writing(made()))) == dict(written(format.writing(made())))


SENSITIVE = ("some of these questions describe harm", "https://example.org/base/")


def test_what_may_upset_people_begins_with_a_note():
    quiz = made(sensitive=True)

    assert SENSITIVE[0] in moodle.descriptions(data_of(MOODLE, quiz))[0]
    assert SENSITIVE[0] in canvas.description(data_of(CLASSIC, quiz))
    assert sheet.around(data_of(CSV, quiz))[0][0] == "note"
    assert SENSITIVE[0] in data_of(JSON, quiz).decode()
    assert SENSITIVE[0] in files_of(quiz, [MOODLE])["README.txt"].decode()
