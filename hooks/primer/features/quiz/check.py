"""Check what no part of a quiz can know alone: the names that its questions use, and its texts."""

from __future__ import annotations

from collections.abc import Iterator

from primer.core.diagnostics import Location, Report, did_you_mean
from primer.core.model import Model
from primer.core.yaml import Document
from primer.features.quiz.model import Quiz
from primer.features.quiz.question import Question
from primer.features.quiz.registry import type_of
from primer.kit.texts import AnchorLink, check_texts
from primer.text.inline import DataText

KEPT_IN_QUIZ = ("missing", "name", "name-hint", "remember", "remember-hint", "title")
_KEPT_IN_QUESTION = ("how", "number")
"""The ids of what every quiz and every question has, apart from what its author writes."""


def check_quiz(quiz: Quiz, document: Document, text: DataText, report: Report) -> Iterator[AnchorLink]:
    """Report what is wrong in a quiz and yield its links to passages."""
    objectives = [objective.id for objective in quiz.objectives]
    sections = [section.id for section in quiz.sections]
    lists = [document.part(field) for field in ("objectives", "sections", "questions")]
    for question, asked in zip(quiz.questions, document.part("questions").items(), strict=True):
        lists += [asked.part(field) for field in _lists_with_ids(question)]
    for part in lists:
        report.add_repeated(part.ids(), "quiz-repeated-id")
    _check_kept(quiz, document, report)
    for index, question in enumerate(quiz.questions):
        path = ("questions", index)
        _check_objective(question.objective, objectives, document, (*path, "objective"), report)
        _check_section(question, sections, document, path, report)
        yield from _see(question.see, document.location_of(*path, "see"), text, report)
    for index, objective in enumerate(quiz.objectives):
        yield from _see(objective.see, document.location_of("objectives", index, "see"), text, report)
    _check_draw(quiz, objectives, document, report)
    yield from check_texts(quiz, document, text, report)


def _lists_with_ids(question: Question) -> Iterator[str]:
    """Yield the fields of a question that list what has ids: its categories, gaps or steps."""
    for name, field in type(question).model_fields.items():
        value = getattr(question, name)
        items = [item for item in value if isinstance(item, Model)] if isinstance(value, tuple) else []
        if any("id" in type(item).model_fields for item in items):
            yield field.alias or name


def _check_kept(quiz: Quiz, document: Document, report: Report) -> None:
    """Report ids that every quiz, or every question, has for something of its own."""
    asked = document.part("questions")
    inside = [
        id
        for question, part in zip(quiz.questions, asked.items(), strict=True)
        for field in type_of(question).anchored
        for id in part.part(field).ids()
    ]
    for kept, ids in ((KEPT_IN_QUIZ, asked.ids()), (_KEPT_IN_QUESTION, inside)):
        for id, location in ids:
            if id in kept:
                message = f"the id '{id}' is kept for something that every quiz has"
                report.add(location, message, "quiz-kept-id", "write another id")


def _check_objective(
    id: str | None, known: list[str], document: Document, path: tuple[str | int, ...], report: Report
) -> None:
    """Report the name of an objective that the quiz does not list."""
    if id is not None and id not in known:
        hint = did_you_mean(id, known) or "list it under 'objectives:'"
        report.add(document.location_of(*path), f"there is no objective '{id}'", "quiz-unknown-objective", hint)


def _check_section(
    question: Question, known: list[str], document: Document, path: tuple[str | int, ...], report: Report
) -> None:
    """Report a question of a section that the quiz does not list, or of none where it lists some."""
    if question.section is None and known:
        message = f"the question '{question.id}' has no section, and this quiz has sections"
        report.add(document.location_of(*path), message, "quiz-no-section", f"add 'section: {known[0]}'")
    elif question.section is not None and question.section not in known:
        location, message = document.location_of(*path, "section"), f"there is no section '{question.section}'"
        hint = did_you_mean(question.section, known) or "list it under 'sections:'"
        report.add(location, message, "quiz-unknown-section", hint)


def _check_draw(quiz: Quiz, objectives: list[str], document: Document, report: Report) -> None:
    """Report pools that are not there, are named twice, or hold fewer questions than are drawn."""
    seen: set[str] = set()
    for index, pool in enumerate(quiz.draw):
        _check_objective(pool.objective, objectives, document, ("draw", index, "objective"), report)
        if pool.objective in seen:
            message = f"the objective '{pool.objective}' is drawn from twice"
            report.add(document.location_of("draw", index), message, "quiz-draw", "remove one of the two")
        seen.add(pool.objective)
        size = sum(question.objective == pool.objective for question in quiz.questions)
        if pool.objective in objectives and pool.number > size:
            message = f"{pool.number} questions are drawn for '{pool.objective}', and it has {size}"
            report.add(document.location_of("draw", index, "number"), message, "quiz-draw", f"write {size} or less")


def _see(target: str | None, location: Location, text: DataText, report: Report) -> Iterator[AnchorLink]:
    """Report what is wrong with the address of a passage, and yield it when its anchor is still to be looked for."""
    if target is None:
        return
    report.extend(problem.at(location) for problem in text.page_problems(target))
    if passage := text.passage(target):
        yield AnchorLink(*passage, location)
