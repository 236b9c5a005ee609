"""A Common Cartridge holds the questions of the five types that it knows, and the pages that teach them."""

from __future__ import annotations

import pytest
from hypothesis import given
from primer.kit.shapes import Gaps, ManyOf, OneOf, TextAnswer
from primer.outputs.exports.archives import packed, unpacked
from primer.outputs.exports.cartridge import CARTRIDGE, FILE, export, export_all
from primer.outputs.exports.formats import Answered, Writing
from primer.outputs.exports.losses import Loss

from tests.exports.kept import AWKWARD, has_to_arrive, letters, our_writings, squeezed, writing_of
from tests.exports.quizzes import exported
from tests.exports.readers.cartridge import Question, RefusedError, read
from tests.property.strategies import examples
from tests.property.test_quiz_text import TEXTS, quiz_with
from tests.rendering import content_of

PROFILES = {OneOf: "multiple_choice", ManyOf: "multiple_response", TextAnswer: "fib"}


def differences(writing: Writing, questions: list[Question]) -> list[object]:
    """What differs between a quiz and what was read of its cartridge."""
    found: list[object] = []
    if [question.id for question in questions] != [answered.question.id for answered in writing.questions]:
        found.append([question.id for question in questions])
    for number, (answered, question) in enumerate(zip(writing.questions, questions, strict=False)):
        if (was := expected(answered)) != (now := as_read(question, answered)):
            found.append((answered.question.id, was, now))
        parts = [question.prompt, question.to_all, *(part for one in question.answers for part in (one.text, one.said))]
        is_typed = question.profile == "cc.fib.v0p1"
        text = " ".join([*map(letters, parts), *(squeezed(one.text) for one in question.answers if is_typed)])
        needed = has_to_arrive(CARTRIDGE, writing, number, as_html=True)
        found += [(answered.question.id, missing) for missing in needed if missing not in text]
    return found


def asked(answered: Answered) -> object:
    """What is answered in a question: of a text with one gap, what fills it."""
    return answered.shape.gaps[0].filling if isinstance(answered.shape, Gaps) else answered.shape


def as_read(question: Question, answered: Answered) -> object:
    is_typed = isinstance(asked(answered), TextAnswer)
    answers = [
        (squeezed(one.text) if is_typed else letters(one.text), one.is_right, letters(one.said))
        for one in question.answers
    ]
    return question.name, question.profile, question.weight, answers


def expected(answered: Answered) -> object:
    """The same of the question that was written."""
    shape, question = asked(answered), answered.question
    profile = PROFILES.get(type(shape), "essay")
    answers: list[tuple[str, bool, str]] = []
    if isinstance(shape, OneOf | ManyOf):
        profile = "true_false" if isinstance(shape, OneOf) and shape.is_statement else profile
        for one in shape.options:
            speaker = squeezed(f"{one.speaker}:") if one.speaker else ""
            said = letters(one.feedback.marked) if one.feedback else ""
            answers.append((speaker + letters(one.text.marked), one.correct, said))
    elif isinstance(shape, TextAnswer):
        answers += [(squeezed(text), True, "") for text in shape.accepted]
        answers += [
            (squeezed(one.text), False, letters(one.feedback.marked)) for one in shape.mistakes if one.text != "0"
        ]
    return question.name, f"cc.{profile}.v0p1", question.weight, answers


def test_five_types_are_read_as_they_were_written():
    writing = writing_of(CARTRIDGE)
    found = read(export(writing)[FILE])

    assert differences(writing, found.questions) == []
    profiles = {question.profile.split(".")[1] for question in found.questions}
    assert profiles == {"multiple_choice", "multiple_response", "true_false", "fib", "essay"}
    assert {question.type for question in writing.left_out} == {"categorise", "cloze", "match", "order"}


def test_every_sign_arrives():
    text = AWKWARD.replace("*", "+")
    writing = writing_of(CARTRIDGE, text, text)

    assert differences(writing, read(export(writing)[FILE]).questions) == []


@given(TEXTS, TEXTS)
@examples(25)
def test_any_text_arrives(text: str, feedback: str):
    quiz = quiz_with("Moon", text, feedback)
    if quiz is None:
        return
    writing = CARTRIDGE.writing(exported(quiz, content=content_of(quizzes={"moon": quiz})))

    assert differences(writing, read(export(writing)[FILE]).questions) == []
    assert export(writing) == export(writing)


def test_our_quizzes_are_one_cartridge_with_the_pages_that_teach_them():
    writings = our_writings(CARTRIDGE)
    found = read(export_all(writings)[FILE])
    questions = iter(found.questions)

    for writing in writings:
        assert differences(writing, [next(questions) for _ in writing.questions]) == []
        page = found.pages[f"{writing.quiz.id}/page.html"]
        assert letters(writing.quiz.summary.marked) in letters(page.partition("<body>")[2])
        assert {one.see.url for one in writing.quiz.questions if one.see} <= {*found.links}


# ---- what goes wrong without a word


def test_a_star_to_type_leaves_the_question_out():
    assert "short-answer" in {question.type for question in writing_of(CARTRIDGE, "a * b").left_out}


def test_moodle_drops_a_right_answer_of_0_so_the_question_is_left_out():
    assert "short-answer" in {question.type for question in writing_of(CARTRIDGE, "0").left_out}
    files = unpacked(export(writing_of(CARTRIDGE))[FILE])
    zero = files["moon/questions.xml"].replace(b'case="No">A text<', b'case="No">0<')
    with pytest.raises(RefusedError, match="an answer of 0"):
        read(packed({**files, "moon/questions.xml": zero}))


def test_a_mistake_of_0_would_be_an_empty_answer_in_moodle_so_it_is_said_to_everybody():
    [survey] = [
        (answered, question)
        for writing in our_writings(CARTRIDGE)
        for answered, question in zip(writing.questions, read(export(writing)[FILE]).questions, strict=True)
        if question.id == "rights-and-records.lasting-effects"
    ]
    answered, question = survey
    assert isinstance(answered.shape, TextAnswer)
    said = {one.text: letters(one.feedback.marked) for one in answered.shape.mistakes}

    assert said["0"] in letters(question.to_all)
    assert {one.text for one in question.answers if not one.is_right} == {*said} - {"0"}


def test_ticking_all_options_is_right_in_moodle_and_that_is_said():
    writing = writing_of(CARTRIDGE)

    for answered in writing.questions:
        assert (Loss.TICKING_ALL in CARTRIDGE.lost(answered)) is isinstance(answered.shape, ManyOf)


def test_nothing_is_laid_out_where_it_would_be_read():
    questions = unpacked(export(writing_of(CARTRIDGE))[FILE])["moon/questions.xml"].decode()

    assert ">\n" not in questions.partition("?>\n")[2].rstrip("\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "refused"),
    [
        ("imsmanifest.xml", b"<manifest", b"<!--" + b" " * 1024 + b"--><manifest", "not taken for a cartridge"),
        ("imsmanifest.xml", b'identifierref="r-moon-1"', b'identifierref="r-gone"', "nothing is called r-gone"),
        (
            "imsmanifest.xml",
            b'<file href="moon/page.html" />',
            b'<file href="moon/gone.html" />',
            "gone.html is missing",
        ),
        ("moon/questions.xml", b'ident="true"', b'ident="t1"', "neither true nor false"),
        ("moon/questions.xml", b'action="Set"', b'action="Add"', "not set"),
        ("moon/questions.xml", b"cc.fib.v0p1", b"cc.matching.v0p1", "the profile"),
    ],
)
def test_a_broken_cartridge_is_refused(file: str, old: bytes, new: bytes, refused: str):
    files = unpacked(export(writing_of(CARTRIDGE))[FILE])
    assert old in files[file]

    with pytest.raises(RefusedError, match=refused):
        read(packed({**files, file: files[file].replace(old, new, 1)}))


def test_a_lost_feedback_is_seen():
    writing = writing_of(CARTRIDGE)
    files = unpacked(export(writing)[FILE])
    twin = files["moon/questions.xml"].replace(b">What is said<", b">What is gone<", 1)

    assert differences(writing, read(packed({**files, "moon/questions.xml": twin})).questions)
