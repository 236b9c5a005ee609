"""Lay a quiz out for paper, question by question."""

from __future__ import annotations

from collections.abc import Iterator

from primer.core.urls import Link
from primer.kit.exported import ExportedQuestion, ExportedQuiz
from primer.outputs.exports.formats import Answered, Writing
from primer.outputs.exports.paper.blocks import Line, Run, blocks, line
from primer.outputs.exports.paper.keys import key
from primer.outputs.exports.paper.model import PrintedQuestion, Sheet
from primer.outputs.exports.paper.strings import PaperStrings
from primer.outputs.exports.paper.tasks import task
from primer.outputs.exports.strings import ExportStrings


def sheet(writing: Writing) -> Sheet:
    """Return a quiz as it is printed."""
    quiz, section = writing.quiz, None
    words = quiz.strings[PaperStrings]
    questions = []
    for answered in writing.questions:
        is_first = answered.question.section != section
        section = answered.question.section
        questions.append(_question(answered, writing, begins_section=is_first))
    about: list[Line] = [
        _from(quiz.origin.name, quiz.address, words),
        (Run(words.version.format(version=quiz.version)),),
    ]
    if quiz.pass_mark is not None:
        about.append((Run(quiz.strings[ExportStrings].counted("readme_pass_mark", quiz.pass_mark)),))
    if quiz.licence:
        about.append(_linked(words.licence, quiz.licence, quiz.licence.title, "name"))
    return Sheet(
        title=quiz.title,
        language=quiz.language,
        notes=tuple(_notes(quiz)),
        about=tuple(about),
        facts=_facts(quiz.level, quiz.minutes, len(questions), words),
        summary=line(quiz.summary),
        objectives=tuple(line(objective.text) for objective in quiz.objectives),
        introduction=blocks(quiz.introduction) if quiz.introduction else (),
        questions=tuple(questions),
        closing=blocks(quiz.closing) if quiz.closing else (),
        pictures=quiz.pictures,
    )


def _question(answered: Answered, writing: Writing, *, begins_section: bool) -> PrintedQuestion:
    question, strings = answered.question, writing.quiz.strings
    words = strings[PaperStrings]
    how, filled_in = task(question.id, answered.shape, strings)
    if question.weight != 1:
        how = f"{how} {words.counted('weight', question.weight)}"
    section = question.section if begins_section else None
    return PrintedQuestion(
        number=question.number,
        heading=_heading(question, words),
        level=3 if question.section else 2,
        section=section.title if section else None,
        section_blocks=blocks(section.text) if section and section.text else (),
        prompt=blocks(question.prompt),
        how=how,
        task=filled_in,
        key=key(question, answered.shape, strings),
    )


def _heading(question: ExportedQuestion, words: PaperStrings) -> str:
    """Return the heading of a question: with its name, unless that is how its prompt begins."""
    begins = question.name.removesuffix("…").rstrip()
    if question.prompt.text.startswith(begins):
        return words.question.format(number=question.number)
    return words.question_called.format(number=question.number, name=question.name)


def _notes(quiz: ExportedQuiz) -> Iterator[Line]:
    """Yield what comes before all else."""
    words, help = quiz.strings[ExportStrings], quiz.origin.help
    if quiz.is_sensitive:
        yield (Run(quiz.content_note or words.content_note),)
        if help and help.url:
            yield _linked(words.help, help, help.title, "title")
        elif help:
            yield (Run(words.help_unknown.format(title=help.title)),)
    if quiz.is_draft:
        yield (Run(quiz.strings[PaperStrings].draft),)


def _from(site: str, address: str | None, words: PaperStrings) -> Line:
    if address is None:
        return (Run(words.from_draft.format(site=site)),)
    return _linked(words.from_site, Link(address, ""), site, "site")


def _linked(text: str, to: Link, name: str, place: str) -> Line:
    """Return a text that holds a name and the address of a link, which is one."""
    before, _, after = text.replace(f"{{{place}}}", name).partition("{address}")
    return (Run(before), Run(to.url, link=to.url), *([Run(after)] if after else []))


def _facts(level: str, minutes: int, number: int, words: PaperStrings) -> str:
    return f"{words.level(level)} · {words.counted('minutes', minutes)} · {words.counted('questions', number)}"
