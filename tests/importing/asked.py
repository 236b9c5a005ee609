"""Texts in other formats, as what is read of them."""

from __future__ import annotations

from primer.core.diagnostics import Report

from tools.importing.formats import read
from tools.importing.items import Fields, ReadQuestion, ReadQuiz


def quiz_in(text: str, name: str) -> ReadQuiz:
    """The quiz in a file without mistakes."""
    report = Report()
    found = read(text.encode(), name, report)
    assert list(map(str, report)) == []
    return found


def question_in(text: str, name: str) -> ReadQuestion:
    """The one question in a file."""
    [question] = quiz_in(text, name).questions
    return question


def fields_in(text: str, name: str) -> Fields:
    """What is kept of the one question in a file."""
    return question_in(text, name).fields
