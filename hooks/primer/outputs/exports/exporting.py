"""Write quizzes in every format, all of a quiz or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.archives import packed
from primer.outputs.exports.formats import Files, Format, Writing
from primer.outputs.exports.readme import README, readme

ALL = "all"
"""The folder of what holds every quiz, so that no quiz can be called that."""
EVERYTHING = "everything.zip"


class ExportFailed(Exception):  # noqa: N818 - it says what happened
    """A format could not write a quiz. Says which, and which question it was."""


def files_of(quiz: ExportedQuiz, formats: Iterable[Format]) -> dict[str, bytes]:
    """Return all files of a quiz by their names. Raises ExportFailed."""
    writings = [format.writing(quiz) for format in formats]
    files: dict[str, bytes] = {}
    for writing in writings:
        files |= written(writing)
    if writings:
        files[README] = readme(writings)
    return files


def written(writing: Writing) -> Files:
    """Return what a format makes of a quiz. Raises ExportFailed."""
    return _or_named(writing, writing.format.export)


def files_of_all(quizzes: Sequence[ExportedQuiz], formats: Iterable[Format], each: Files) -> dict[str, bytes]:
    """Return the files that hold every quiz; ``each`` has those of each, by their paths."""
    files: dict[str, bytes] = {}
    for format in formats:
        if format.export_all is not None:
            try:
                files |= format.export_all([format.writing(quiz) for quiz in quizzes])
            except Exception as error:
                raise ExportFailed(f"{format.id} of all quizzes: {_said(error)}") from error
    return {**files, EVERYTHING: packed(each)}


def _or_named(writing: Writing, export: Callable[[Writing], Files]) -> Files:
    try:
        return export(writing)
    except Exception as error:
        raise ExportFailed(f"{writing.format.id} of {_culprit(writing, export)}: {_said(error)}") from error


def _culprit(writing: Writing, export: Callable[[Writing], Files]) -> str:
    """Return the first question that alone cannot be written either, by its id; else the quiz."""
    for answered in writing.questions:
        try:
            export(writing.only(answered))
        except Exception:  # noqa: BLE001 - whatever it is, it was this question
            return f"the question '{answered.question.id}'"
    return f"the quiz '{writing.quiz.id}'"


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
