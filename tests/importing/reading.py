"""Quizzes that left a site as a file and came back as one of ours."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

from lxml.html import fragment_fromstring, tostring
from markupsafe import Markup
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.model import Quiz
from primer.kit.exported import ExportedQuestion, ExportedQuiz, Item
from primer.kit.shapes import Choosable, Essay, ManyOf, NumberAnswer, OneOf
from primer.outputs.exports.composing import marked, paragraph, read_more, spoken
from primer.outputs.exports.exporting import written as files_written
from primer.outputs.exports.formats import Answered, Format
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.strings import ExportStrings
from primer.text.rich import Rich, plain_words

from tests.exports.quizzes import exported
from tests.question_types import STRINGS
from tests.rendering import content_of
from tools.importing.formats import read
from tools.importing.items import Fields
from tools.importing.keeping import without_what_is_ours
from tools.importing.writing import fields_of
from tools.importing.writing import written as quiz_file

NAMES = {"moodle": "quiz.xml", "gift": "quiz.txt", "csv": "quiz.csv"}
#: Ids that are made of a text or of a place, which say nothing more than those.
MADE_IDS = ("at", "id", "label")


def read_back(format: Format, quiz: ExportedQuiz) -> str:
    """The quiz file that is made of the file of a quiz."""
    report, name = Report(), NAMES[format.id]
    [data] = files_written(format.writing(quiz)).values()
    found = read(data, name, report)
    assert list(map(str, report)) == []
    without_what_is_ours(found)
    around: Fields = {"title": "A", "summary": "B", "level": "introductory", "minutes": 1}
    found.fields = around | found.fields
    return quiz_file(fields_of(found), name)


def as_quiz(text: str) -> Quiz:
    """A quiz file as the site loads it."""
    report = Report()
    document = load(text, "quiz.yml", report)
    quiz = validate(Quiz, document, "quiz", report) if document else None
    assert quiz, "\n".join(map(str, report))
    return quiz


def differences(format: Format, quiz: ExportedQuiz) -> list[object]:
    """What differs between what a format keeps of a quiz and what came back of its file."""
    writing = format.writing(quiz)
    back = as_quiz(read_back(format, quiz))
    again = exported(back, content=content_of(quizzes={quiz.id: back})).questions
    found: list[object] = [] if len(again) == len(writing.questions) else [(len(again), len(writing.questions))]
    for answered, question in zip(writing.questions, again, strict=False):
        was, now = kept(format, answered), compared(question, format)
        found += [(question.id, name, value, now[name]) for name, value in was.items() if value != now[name]]
    return found


def kept(format: Format, answered: Answered) -> dict[str, object]:
    """What a format keeps of a question, by its own word: all but its losses."""
    question, shape, lost = answered.question, answered.shape, set(format.lost(answered))
    prompt, explanation = paragraph(question.prompt), paragraph(question.explanation)
    if isinstance(shape, OneOf | ManyOf) and shape.is_passage and format.id != "csv":
        shape = replace(shape, is_passage=False, options=tuple(map(_spoken, shape.options)))
        if format.id == "gift":  # there, a passage is read as a whole first
            prompt += Markup("").join(Markup("<p>{}</p>").format(marked(one.text)) for one in shape.options)
    if Loss.UNITS in lost and isinstance(shape, NumberAnswer):
        shape = replace(shape, unit=None, units=())
    explanation += read_more(question.see, STRINGS[ExportStrings])
    found = compared(replace(question, shapes=(shape,)), format)
    found |= _texts(prompt, _before(shape, format) + explanation, format)
    if format.id == "csv" and question.see:
        found["explanation"] = f"{question.explanation.text}\n{question.see.title} ({question.see.url})".split()
    if Loss.BRANCHING in lost:  # what stood in the story is in the prompt and in the answer to compare with
        found = {**found, "shape": "Essay", "prompt": None, "answers": None}
        found |= {"explanation": None} if format.id == "gift" else {}
    given_up = {str(loss) for loss in lost} | {name for name, value in found.items() if value is None}
    return {name: value for name, value in found.items() if name not in given_up}


def compared(question: ExportedQuestion, format: Format) -> dict[str, object]:
    """What is compared of a question."""
    [shape, *_] = question.shapes
    return {
        "id": question.id.partition(".")[2],
        "name": question.name,
        "weight": question.weight,
        "hints": [_said(hint, format) for hint in question.hints],
        "shape": type(shape).__name__,
        "answers": None if _before(shape, format) else _plain(shape, format),
        **_texts(paragraph(question.prompt), _before(shape, format) + paragraph(question.explanation), format),
    }


def _before(shape: Item, format: Format) -> Markup:
    """What stands before an explanation: in GIFT the answer to compare with, which ends where nobody can tell."""
    return paragraph(shape.model_answer) if isinstance(shape, Essay) and format.id == "gift" else Markup()


def _texts(prompt: Markup, explanation: Markup, format: Format) -> dict[str, object]:
    if format.id == "csv":
        return {"prompt": plain_words(str(prompt)).split(), "explanation": plain_words(str(explanation)).split()}
    return {"prompt": _same(prompt), "explanation": _same(explanation)}


def _said(text: Rich, format: Format) -> str:
    return " ".join(text.text.split()) if format.id == "csv" else _same(text.marked)


def _same(html: str) -> str:
    """HTML without what makes no difference: how signs are written, white space at the ends of paragraphs."""
    whole = tostring(fragment_fromstring(html, create_parent="div"), encoding="unicode")
    text = re.sub(r'data-gap="[^"]*"', "data-gap", whole.removeprefix("<div>").removesuffix("</div>"))
    line = re.sub(r"[ \t\r\n]+", " ", text.replace("<span>", "").replace("</span>", ""))
    return re.sub(r"\s*(?:</?p>\s*)+", "\n", re.sub(r"\s*<br>\s*", "<br>", line)).strip()


def _plain(item: object, format: Format) -> object:
    """What a shape holds, without where its author wrote it."""
    if isinstance(item, Rich):
        return _said(item, format)
    if isinstance(item, tuple):
        return [_plain(part, format) for part in item]
    if is_dataclass(item):
        names = [one.name for one in fields(item) if one.name not in MADE_IDS]
        return {name: _plain(getattr(item, name), format) for name in names}
    return " ".join(item.split()) if isinstance(item, str) else item


def _spoken(one: Choosable[Rich]) -> Choosable[Rich]:
    """A sentence with who says it, which is one text in other formats."""
    return replace(one, text=replace(one.text, marked=str(spoken(one.speaker, marked(one.text)))), speaker=None)
