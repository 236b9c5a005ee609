"""Add a page, a quiz, a term, a reference: a skeleton that the strict build accepts, with its line in the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from primer.core.clock import today
from primer.core.diagnostics import Report, did_you_mean
from primer.core.model import PATTERNS, SLUG, Model
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.glossary.model import Term
from primer.features.quiz.model import Quiz
from primer.features.quiz.registry import TYPES
from primer.features.references.model import Name, Record, Reference
from primer.kit.settings import UNREVIEWED
from primer.site.models import FrontMatter
from primer.site.schemas import SCHEMA_LINE

from tools.adding.files import in_ledger, in_list, in_menu
from tools.adding.skeletons import TO_WRITE, as_yaml, dates, skeleton
from tools.move import CannotMoveError, Move, below_docs, checked_path, taken_ids

BODY = """\
Write one or two sentences that answer the title.

## Do this next

- Write one thing that a reader can do.
"""


class CannotAddError(Exception):
    """Says why nothing was added."""


def add_page(root: Path, page: str, title: str) -> list[str]:
    """Add a page to the project in ``root``; return what was done. Raises CannotAddError before anything is changed."""
    if not page or not title:
        raise CannotAddError('name both: make new-page PAGE=folder/page.md TITLE="What it answers"')
    docs, page = root / "docs", below_docs(page if page.endswith(".md") else f"{page}.md")
    try:
        checked_path(docs, page)
    except CannotMoveError as error:
        raise CannotAddError(str(error)) from error
    folder = page.partition("/")[0]
    added = Move(page, page, folder if (docs / f"_data/{folder}/permalinks.yml").is_file() else "")
    _refuse_taken(added.ids[0], taken_ids(docs, added.language))
    menu = in_menu(_read(root / "mkdocs.yml"), page)
    if menu is None:
        known = {path.parent.relative_to(docs).as_posix() for path in docs.rglob("*.md")} - {"."}
        hint = did_you_mean(page.rpartition("/")[0], known)
        raise CannotAddError(
            f"no section of the menu has a page of docs/{page.rpartition('/')[0]}/: "
            + (hint or "add one to 'nav' in mkdocs.yml first")
        )
    front = skeleton(FrontMatter, {"title": title, **dates(), "status": UNREVIEWED, "sensitive": False})
    _refuse_invalid(FrontMatter, as_yaml(front), "page")
    address = added.addresses[0]
    return _written(
        root,
        {
            f"docs/{page}": f"---\n{as_yaml(front)}---\n\n{BODY}",
            f"docs/{added.ledger}": _in_ledger(docs / added.ledger, "addresses", address, f"{address}: {added.ids[0]}"),
            "mkdocs.yml": menu,
        },
    )


def add_quiz(root: Path, id: str, title: str = "") -> list[str]:
    """Add a quiz with one question, the example of its type."""
    docs = root / "docs"
    _refuse_bad(id, "quiz", "make new-quiz QUIZ=a-short-name")
    _refuse_taken(id, taken_ids(docs, ""))
    question = yaml.safe_load(TYPES["choice"].read("example.yml")) | {"objective": "first"}
    given: dict[str, Any] = {
        **dates(),
        "title": title or _in_words(id),
        "objectives": [{"id": "first", "text": TO_WRITE.format("objective")}],
        "questions": [question],
    }
    text = f"{SCHEMA_LINE.format('../schemas/quiz.json')}\n{as_yaml(skeleton(Quiz, given))}"
    _refuse_invalid(Quiz, text, "quiz")
    address = f"/quizzes/{id}/"
    return _written(
        root,
        {
            f"docs/_data/quizzes/{id}.yml": text,
            "docs/_data/permalinks.yml": _in_ledger(
                docs / "_data/permalinks.yml", "addresses", address, f"{address}: {id}"
            ),
        },
    )


def add_term(root: Path, id: str, title: str = "") -> list[str]:
    """Add a term to the glossary."""
    _refuse_bad(id, "term", "make new-term TERM=a-word")
    return _add_item(root, Term, {"id": id, "term": title or _in_words(id)}, ("glossary", "terms"))


def add_reference(root: Path, id: str, title: str = "") -> list[str]:
    """Add a reference, whose id is usually a name and a year."""
    _refuse_bad(id, "reference", "make new-reference REFERENCE=family-name-2020")
    name, _, year = id.rpartition("-")
    is_dated = bool(name) and year.isdecimal() and len(year) == 4
    author = skeleton(Name, {"family": _in_words(name if is_dated else id), "given": TO_WRITE.format("given names")})
    issued = int(year) if is_dated else today().year
    record = {"author": [author], "issued": issued} | ({"title": title} if title else {})
    return _add_item(root, Reference, {"id": id, "csl": skeleton(Record, record)}, ("references", "references"))


def _add_item(root: Path, model: type[Model], given: Mapping[str, Any], names: tuple[str, str]) -> list[str]:
    """Add an item to a file of the data folder, and its id to the list of the ledger; ``names`` are those of both."""
    file, section = names
    id, data = str(given["id"]), root / "docs/_data"
    before = _read(data / f"{file}.yml")
    _refuse_taken(id, re.findall(r"(?m)^- (?:\{ *)?id: *['\"]?([\w-]+)", before))
    item = as_yaml([skeleton(model, given)])
    _refuse_invalid(model, as_yaml(skeleton(model, given)), model.noun.split()[-1])
    schema = SCHEMA_LINE.format(f"schemas/{file}.json") + "\n"
    return _written(
        root,
        {
            f"docs/_data/{file}.yml": in_list(before or schema, id, item),
            "docs/_data/permalinks.yml": _in_ledger(data / "permalinks.yml", section, id, f"- {id}"),
        },
    )


def _in_ledger(ledger: Path, section: str, key: str, line: str) -> str:
    """Return the ledger with a new line; a site without one goes on to have none."""
    return in_ledger(_read(ledger), section, key, line) if ledger.is_file() else ""


def _refuse_bad(id: str, what: str, example: str) -> None:
    if not id:
        raise CannotAddError(f"name it: {example}")
    if not re.fullmatch(SLUG, id):
        better = "-".join(re.findall(r"[a-z0-9]+", id.lower()))
        hint = f"; did you mean '{better}'?" if better else ""
        raise CannotAddError(f"'{id}' cannot be the id of a {what}: write {PATTERNS[SLUG]}{hint}")


def _refuse_taken(id: str, taken: Iterable[str]) -> None:
    if id in taken:
        raise CannotAddError(f"the id '{id}' is there already; choose another name")


def _refuse_invalid(model: type[Model], text: str, kind: str) -> None:
    """Refuse what the build would not accept, such as a title of one blank."""
    report = Report()
    document = load(text, "the skeleton", report)
    if document is not None:
        validate(model, document, kind, report)
    if found := list(report):
        raise CannotAddError("\n".join(f"{one.message}{f': {one.hint}' if one.hint else ''}" for one in found))


def _written(root: Path, files: Mapping[str, str]) -> list[str]:
    """Write what has changed; return each new file, and each line that was added to one that was there."""
    done = []
    for name, text in files.items():
        path = root / name
        before = _read(path).split("\n")
        if not text or text == "\n".join(before):
            continue
        is_new = not path.is_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        new = [(at, line) for at, line in enumerate(text.split("\n"), 1) if line not in before]
        done += [f"{name}: new"] if is_new else [f"{name}:{at}: {line.strip()}" for at, line in new[:1]]
    return [*done, "Now write what the skeleton asks for; make check says what is missing."]


def _in_words(id: str) -> str:
    return id.replace("-", " ").capitalize()


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
