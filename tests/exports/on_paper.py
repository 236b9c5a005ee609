"""Quizzes on paper, and what a person reads there."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO

import yaml
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.model import Quiz
from primer.kit.exported import ExportedQuestion, ExportedQuiz
from primer.kit.shapes import Gaps, Story
from primer.outputs.exports.formats import Format
from primer.text.rich import PICTURES, Rich
from pypdf import PdfReader

from tests.exports.quizzes import exported
from tests.question_types import every_type
from tools.system import ensure

#: A picture that Word cannot show as it is, and a formula.
TREE = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
SHOWN = Rich(
    f'<p>Look at <img alt="a small tree" src="{PICTURES}tree.svg"> and at '
    '<math alttext="\\frac{1}{2}"><mn>1</mn></math>.</p><table><thead><tr><th>Month</th><th>Sessions</th></tr></thead>'
    "<tbody><tr><td>May</td><td><strong>4</strong></td></tr></tbody></table><pre><code>a = 1\nb = 2</code></pre>"
    '<ul><li>one</li><li>two <a href="https://example.org/two">and more</a></li></ul>',
    "",
    ("tree.svg",),
)


def quiz_of(**other: object) -> Quiz:
    """A quiz of every type of question, with these fields instead of its own."""
    document = load(yaml.safe_dump({**every_type(), **other}, allow_unicode=True), "quiz.yml", Report())
    assert document
    quiz = validate(Quiz, document, "quiz", Report())
    assert quiz
    return quiz


@cache
def every_question() -> ExportedQuiz:
    """A quiz of every type of question, with a picture, a formula, a table, code and a list in the first."""
    quiz = exported(quiz_of())
    first, *others = quiz.questions
    return replace(
        quiz, questions=(replace(first, prompt=SHOWN), *others), pictures=(*quiz.pictures, ("tree.svg", TREE))
    )


def written(format: Format, quiz: ExportedQuiz) -> dict[str, bytes]:
    """The files that a format makes of a quiz."""
    return dict(format.export(format.writing(quiz)))


def read(pdf: bytes) -> str:
    """The words of a PDF in reading order, without white space and without what stands at the foot of each page."""
    return _whole(pdf, [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages])


def read_by_poppler(pdf: bytes) -> str:
    """The same as pdftotext reads it."""
    command = [ensure("pdftotext"), "-raw", "-enc", "UTF-8", "-", "-"]
    said = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return _whole(pdf, said.split("\f"))


def _whole(pdf: bytes, pages: Iterable[str]) -> str:
    metadata = PdfReader(BytesIO(pdf)).metadata
    foot = re.compile(rf"{re.escape(without_space(str(metadata and metadata.title)))}Page\d+of\d+")
    return "".join(foot.sub("", without_space(text)) for text in pages)


def without_space(text: str) -> str:
    """A text without white space, which wraps differently on each paper."""
    return re.sub(r"\s+", "", text)


def in_order(texts: Iterable[str], whole: str) -> Iterator[str]:
    """Yield each text that does not stand behind those before it."""
    at = 0
    for text in texts:
        found = whole.find(without_space(text), at)
        if found < 0:
            yield text
        else:
            at = found + len(without_space(text))


def asked(question: ExportedQuestion) -> Iterator[str]:
    """What a worksheet says of a question, in order as far as that is fixed."""
    yield from plain(question.prompt)
    shape = question.shapes[0]
    if isinstance(shape, Gaps):
        yield from (piece for piece in re.split(r"\[\d+\]", shape.text.text) if piece.strip())
    if isinstance(shape, Story):
        for step in shape.steps:
            yield step.text.text
            yield from (choice.text.text for choice in step.choices)


def plain(text: Rich) -> list[str]:
    """What a text says; the first one of the quiz is written out, because its plain words are not what is printed."""
    if text is SHOWN:
        return ["Look at", r"and at \frac{1}{2}.", "Month", "Sessions", "May", "4", "a = 1", "b = 2", "one", "two"]
    return [text.text]
