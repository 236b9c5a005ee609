"""Import a quiz into a project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from primer.core.diagnostics import Diagnostic, Location, Report
from primer.core.model import SLUG
from primer.features.quiz.feature import KEPT

from tools.adding.files import in_ledger
from tools.importing.formats import read
from tools.importing.ids import slug_of
from tools.importing.items import Fields, ReadQuestion, ReadQuiz
from tools.importing.keeping import without_what_is_ours
from tools.importing.writing import fields_of, pages_below, problems, save, written
from tools.move import taken_ids

NOT_SAID = "not said in the file, so look at it"


class CannotImportError(Exception):
    """Says why a file cannot be imported."""


@dataclass(frozen=True)
class Imported:
    """What was done."""

    path: str
    """The file that was written; empty where none was, because what was read is broken."""
    broken: tuple[Diagnostic, ...]
    """What is wrong in the file that was read."""
    lost: tuple[str, ...]
    """What could not be kept, a line each, with the place in the file that was read."""
    ledger: str
    """The line that was added to the ledger of addresses; empty where the site has no ledger, or the line already."""
    missing: tuple[Diagnostic, ...]
    """What has to be added or mended in the file that was written before the site can be built."""

    @property
    def is_whole(self) -> bool:
        """Whether a file was written that can be built."""
        return bool(self.path) and not self.missing


def imported(root: Path, file: str, id: str = "") -> Imported:
    """Write a quiz file into the project in ``root``; return what was done.

    Raises CannotImportError before anything is written.
    """
    source = Path(file)
    if not file or not source.is_file():
        raise CannotImportError(f"there is no file '{file}'" if file else "name the file: make import FILE=quiz.xml")
    report = Report()
    quiz = read(source.read_bytes(), file, report)
    if not list(report) and not quiz.questions:
        report.add(Location(file), "there is no question in the file", "import-empty", "choose another file")
    if list(report):
        return Imported("", tuple(report), (), "", ())
    docs = root / "docs"
    id = _checked(id or quiz.id or slug_of(PurePath(file).stem), docs)
    path = f"docs/_data/quizzes/{id}.yml"
    without_what_is_ours(quiz)
    guessed = list(_guess(quiz, PurePath(file)))
    text = written(fields_of(quiz), source.name)
    missing = tuple(problems(text, path, frozenset(pages_below(docs))))
    if missing:
        head, _, rest = text.partition("\n")
        count = f"{len(missing)} things are" if len(missing) > 1 else "1 thing is"
        text = f"{head}\n# {count} missing or wrong here: make build names them, each with its line.\n{rest}"
        missing = tuple(problems(text, path, frozenset(pages_below(docs))))
    try:
        save(root / path, text)
    except FileExistsError as error:
        raise CannotImportError(f"{path} is there already") from error
    return Imported(path, (), (*_lost(quiz, file), *guessed), _in_ledger(docs, id), missing)


def _checked(id: str, docs: Path) -> str:
    """Return the id of the quiz, or say why it cannot be that."""
    if not re.fullmatch(SLUG, id) or id in KEPT:
        hint = "use lower-case words joined by hyphens: make import FILE=… QUIZ=trust-basics"
        raise CannotImportError(f"'{id}' cannot be the id of a quiz; {hint}")
    if (docs / f"_data/quizzes/{id}.yml").exists():
        raise CannotImportError(f"docs/_data/quizzes/{id}.yml is there already; choose another id: QUIZ=…")
    if id in taken_ids(docs, ""):
        raise CannotImportError(f"the id '{id}' already belongs to a page; choose another: QUIZ=…")
    return id


def _in_ledger(docs: Path, id: str) -> str:
    """Add the address of a quiz to the ledger, which promises it from then on."""
    ledger, line = docs / "_data/permalinks.yml", f"/quizzes/{id}/: {id}"
    before = ledger.read_text("utf-8") if ledger.is_file() else ""
    after = in_ledger(before, "addresses", f"/quizzes/{id}/", line) if before and line not in before else before
    if after == before:
        return ""
    ledger.write_text(after, "utf-8")
    return f"docs/_data/permalinks.yml:{after[: after.index(line)].count(chr(10)) + 1}: {line}"


def _guess(quiz: ReadQuiz, file: PurePath) -> Iterator[str]:
    """Fill in what every quiz says of itself and a file may not; yield each of these."""
    count = len(quiz.questions)
    guesses: Fields = {
        "title": file.stem.replace("-", " ").replace("_", " ").strip().capitalize(),
        "summary": f"{count} questions." if count > 1 else "One question.",
        "level": "introductory",
        "minutes": min(count, 120),
    }
    for name, value in guesses.items():
        if name not in quiz.fields:
            quiz.fields[name] = value
            yield f"'{name}: {value}' is {NOT_SAID}"
    if "sensitive" not in quiz.fields:
        yield "'sensitive' is not said in the file: write 'sensitive: true' if the questions may upset people"


def _lost(quiz: ReadQuiz, file: str) -> Iterator[str]:
    for what in quiz.lost:
        yield f"{file}: not kept: {what}"
    by_place = sorted([*quiz.questions, *quiz.left_out], key=lambda question: question.at)
    for question in by_place:
        for what in question.lost:
            yield f"{file}:{question.at.line}: {_called(question)}not kept: {what}"


def _called(question: ReadQuestion) -> str:
    name = question.name or question.id
    return f"'{name}': " if name else ""
