"""Say in plain words what a file holds, and what it could not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.formats import Answered, Writing
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.strings import ExportStrings

README = "README.txt"


def readme(writings: Sequence[Writing]) -> bytes:
    """Return a text about what these formats make of one quiz."""
    quiz = writings[0].quiz
    sections = ["\n".join(_above(quiz)), *("\n".join(_about(writing)) for writing in writings)]
    return ("\n\n".join(sections) + "\n").encode()


def note_lines(quiz: ExportedQuiz) -> list[str]:
    """Return what stands before a quiz that may upset people: the content note, and where to find help."""
    words, help = quiz.strings[ExportStrings], quiz.origin.help
    if not quiz.is_sensitive:
        return []
    note = quiz.content_note or words.content_note
    if help is None:
        return [note]
    said = words.help.format(title=help.title, address=help.url) if help.url else words.help_unknown
    return [note, said.format(title=help.title)]


def note_before(answered: Answered, writing: Writing) -> list[str]:
    """Return what stands before a quiz, for its first question, where a format has no other place for it."""
    return note_lines(writing.quiz) if writing.begins_with(answered) else []


def about_lines(quiz: ExportedQuiz) -> list[str]:
    """Return where a quiz comes from, its version, its language and its licence."""
    words = quiz.strings[ExportStrings]
    return [
        words.readme_from.format(site=quiz.origin.name, address=quiz.address) if quiz.address else words.readme_draft,
        words.readme_version.format(version=quiz.version, language=quiz.language) + ".",
        *([words.counted("readme_pass_mark", quiz.pass_mark)] if quiz.pass_mark is not None else []),
        *([words.readme_licence.format(name=quiz.licence.title, address=quiz.licence.url)] if quiz.licence else []),
    ]


def losses_by_kind(writing: Writing) -> dict[Loss, list[str]]:
    """Return the ids of the questions of which something is lost, by what that is."""
    found: dict[Loss, list[str]] = {}
    for answered in writing.questions:
        for loss in writing.format.lost(answered):
            found.setdefault(loss, []).append(answered.question.id)
    return {loss: found[loss] for loss in Loss if loss in found}


def _above(quiz: ExportedQuiz) -> Iterator[str]:
    yield quiz.title
    yield "=" * len(quiz.title)
    for lines in (note_lines(quiz), about_lines(quiz)):
        if lines:
            yield ""
        yield from lines


def _about(writing: Writing) -> Iterator[str]:
    words = writing.quiz.strings[ExportStrings]
    title = ", ".join(writing.format.files)
    yield title
    yield "-" * len(title)
    lost = losses_by_kind(writing)
    if not lost and not writing.left_out:
        yield words.readme_whole
    if lost:
        yield f"{words.readme_lost}:"
    for loss, questions in lost.items():
        yield f"- {words.loss(loss)} ({', '.join(questions)})"
    if writing.left_out:
        yield f"{words.readme_left_out}:"
    for question in writing.left_out:
        yield f"- {question.id}: {question.name}"
