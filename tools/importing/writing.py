"""Write what was read as a quiz file, and ask the loader of the site whether it is one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import yaml
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.check import KEPT_IN_QUIZ, check_quiz
from primer.features.quiz.model import Quiz
from primer.kit.texts import AnchorLink
from primer.site.schemas import SCHEMA_LINE
from primer.text.citing import Citables
from primer.text.inline import DataText

from tools.importing.ids import question_ids
from tools.importing.items import Fields, ReadQuiz, Value
from tools.importing.keeping import name_as_label

FIRST = ("title", "summary", "level", "minutes", "sensitive", "pass_mark", "objectives", "introduction", "sections")
OF_QUESTIONS = ("id", "type", "section", "objective", "label", "prompt", "hints")
LAST = ("explanation", "weight")


def fields_of(quiz: ReadQuiz) -> Fields:
    """Return the fields of a quiz file, in the order in which people write them."""
    for question in quiz.questions:
        name_as_label(question)
    questions: list[Value] = []
    for question, own in zip(quiz.questions, question_ids(quiz.questions, quiz.id, KEPT_IN_QUIZ), strict=True):
        fields = {"id": own, **question.fields}
        middle = [name for name in fields if name not in (*OF_QUESTIONS, *LAST)]
        questions.append({name: fields[name] for name in (*OF_QUESTIONS, *middle, *LAST) if name in fields})
    head = {name: quiz.fields[name] for name in FIRST if name in quiz.fields}
    rest = {name: value for name, value in quiz.fields.items() if name not in FIRST}
    return {**head, "questions": questions, **rest}


def written(fields: Fields, source: str) -> str:
    """Return the text of a quiz file."""
    text = yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    return f"{SCHEMA_LINE.format('../schemas/quiz.json')}\n# Imported from {source}.\n{text}"


def problems(text: str, path: str, pages: frozenset[str]) -> Report:
    """Return what the loader of the site says of a quiz file."""
    report = Report()
    document = load(text, path, report)
    quiz = validate(Quiz, document, "quiz", report) if document else None
    if quiz and document:
        _: list[AnchorLink] = list(check_quiz(quiz, document, DataText(Citables(), pages), report))
    return report


def save(path: Path, text: str) -> None:
    """Write a file whole or not at all. Raises FileExistsError where there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".importing-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        os.link(name, path)
    finally:
        Path(name).unlink()


class _Dumper(yaml.SafeDumper):
    """Writes lists as people do, without aliases, and texts of several lines as such."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def pages_below(docs: Path) -> Mapping[str, Path]:
    """Return every page that was written, by its path below the docs folder."""
    return {path.relative_to(docs).as_posix(): path for path in docs.rglob("*.md")}
