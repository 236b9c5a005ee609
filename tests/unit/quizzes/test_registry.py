"""A type of question that is not whole cannot be loaded, and the message names its folder."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import count
from pathlib import Path

import pytest
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz import types
from primer.features.quiz.model import Quiz
from primer.features.quiz.registry import TYPES, any_question, load_types
from pydantic import TypeAdapter

NUMBERS = count()

Load = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with one type of question, that of the folder ``order``."""
    package = tmp_path / f"some_types_{next(NUMBERS)}"  # a package is imported once
    shutil.copytree(types.__path__[0] + "/order", package / "order", ignore=shutil.ignore_patterns("__pycache__"))
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    yield package
    for name in [name for name in sys.modules if name.startswith(package.name)]:
        del sys.modules[name]


def loaded(folder: Path) -> list[str]:
    return list(load_types(import_module(folder.name)))


def refused(folder: Path) -> str:
    with pytest.raises(ValueError, match=r"^types/") as refusal:
        loaded(folder)
    return str(refusal.value)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_whatever_folder_is_there_is_found(folder: Path):
    assert loaded(folder) == ["order"]


def test_our_own_are_in_alphabetical_order_and_so_is_the_hint():
    assert list(TYPES) == sorted(TYPES)
    report = Report()
    text = "title: T\nsummary: S\nlevel: introductory\nminutes: 1\nquestions:\n  - {id: a, type: zzz, prompt: P}\n"
    document = load(text, "quiz.yml", report)
    assert document
    assert validate(Quiz, document, "quiz", report) is None
    hint = f"one of: {', '.join(sorted(TYPES))}"
    assert [str(one) for one in report] == [
        f"quiz.yml:6:19: 'zzz' is not a type that is known here [quiz-unknown-value]\n    hint: {hint}"
    ]


def test_a_site_with_one_type_of_question_reads_it_too(folder: Path):
    found = load_types(import_module(folder.name))
    adapter = TypeAdapter(any_question(found.values()))
    fields = load((folder / "order/example.yml").read_bytes(), "example.yml", Report())

    assert fields
    assert adapter.validate_python(fields.data).type == "order"


@pytest.mark.parametrize("file", ["answer.html", "example.yml", "guide.md", "strings/en.yml"])
def test_a_file_that_is_not_there(folder: Path, file: str):
    (folder / "order" / file).unlink()
    assert refused(folder) == f"types/order: '{file}' is not there"


def test_a_folder_that_python_would_pass_over(folder: Path):
    (folder / "order/__init__.py").unlink()
    assert refused(folder) == "types/order: '__init__.py' is not there"


def test_an_example_of_another_type(folder: Path):
    edit(folder / "order/type.py", 'Literal["order"]', 'Literal["sequence"]')
    edit(folder / "order/example.yml", "type: order", "type: sequence")
    assert refused(folder) == "types/order: its example is of the type 'sequence'"


def test_a_folder_with_another_name(folder: Path):
    (folder / "order").rename(folder / "ordering")
    assert refused(folder) == "types/ordering: the type is called 'order', so its folder should be 'order'"


def test_a_folder_without_a_type(folder: Path):
    (folder / "order/type.py").write_text('"""Nothing."""\n')
    assert refused(folder) == "types/order: type.py holds no question type as TYPE"


def test_a_folder_without_a_module(folder: Path):
    (folder / "order/type.py").unlink()
    assert refused(folder) == f"types/order: there is no module '{folder.name}.order.type'"


@pytest.mark.parametrize("method", ["edu_type", "body", "shapes", "graded"])
def test_a_type_that_does_not_say_something_about_its_questions(folder: Path, method: str):
    edit(folder / "order/type.py", f"    def {method}(self", f"    def other_{method}(self")
    said = refused(folder)
    assert said.startswith("types/order: ")
    assert method in said


@pytest.mark.parametrize("name", ["name", "model", "partial_credit", "strings"])
def test_a_type_that_does_not_say_something_of_itself(folder: Path, name: str):
    edit(folder / "order/type.py", f"    {name} = ", f"    other_{name} = ")
    assert refused(folder) == f"types/order: the type does not say its '{name}'"


def test_an_example_that_is_wrong(folder: Path):
    edit(folder / "order/example.yml", "explanation:", "explanatoin:")
    assert refused(folder) == (
        "types/order: example.yml:8:1: 'explanatoin' is not a field of a question [quiz-unknown-field]\n"
        "    hint: did you mean 'explanation'?"
    )


def test_an_example_that_has_no_shape(folder: Path):
    edit(folder / "order/type.py", "return Sequence(items), Pairs(tuple(numbered))", "return ()")
    assert refused(folder) == "types/order: its example has no shape"


def test_strings_in_the_section_of_another(folder: Path):
    edit(folder / "order/type.py", '"quiz_order"', '"quiz_choice"')
    said = "the section 'quiz_choice' of strings should be 'quiz_order' or 'quiz_order_script'"
    assert refused(folder) == f"types/order: {said}"


def test_strings_that_have_no_text(folder: Path):
    edit(folder / "order/strings/en.yml", "  up: Move up\n", "")
    assert refused(folder) == (
        "types/order: strings/en.yml:2:3: this group of strings has no 'up' [quiz-missing-field]\n    hint: add 'up: …'"
    )


@pytest.mark.parametrize(("name", "owner"), [("moved", "types/order"), ("kept", "the quiz")])
def test_two_strings_by_name_with_one_name(folder: Path, name: str, owner: str):
    shutil.copytree(folder / "order", folder / "sequence")
    for path in [*(folder / "sequence").glob("*.*"), folder / "sequence/strings/en.yml"]:
        path.write_text(path.read_text("utf-8").replace("quiz_order", "quiz_sequence"), "utf-8")
    edit(folder / "sequence/type.py", 'name = "order"', 'name = "sequence"')
    edit(folder / "sequence/type.py", 'Literal["order"]', 'Literal["sequence"]')
    edit(folder / "sequence/example.yml", "type: order", "type: sequence")
    for file in ("type.py", "strings/en.yml"):
        edit(folder / "sequence" / file, " not_moved:", " not_turned:")
        edit(folder / "sequence" / file, " moved:", f" {name}:")

    assert refused(folder) == f"types/sequence: {owner} has a string for scripts called '{name}' already"


def test_a_script_is_loaded_where_it_is_there(folder: Path):
    (folder / "order/type.js").unlink()
    types = load_types(import_module(folder.name))

    assert (types["order"].scripts, TYPES["match"].scripts) == ((), ("quiz-types-match-type.js",))
