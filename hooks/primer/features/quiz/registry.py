"""Find the types of question in the folders below ``types/``, and refuse one that is not whole."""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from importlib import import_module
from operator import or_
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz import types
from primer.features.quiz.question import Question
from primer.features.quiz.question_type import QuestionType
from primer.features.quiz.strings import QuizScriptStrings
from primer.kit.loading import strings_shape
from primer.kit.strings import StringTable

FILES = ("answer.html", "example.yml", "guide.md", "strings/en.yml")
"""What the folder of each type holds beside its module."""

DECLARED = ("name", "model", "partial_credit", "anchored", "strings")
"""What each type says beside its methods."""


def load_types(package: ModuleType) -> Mapping[str, QuestionType[Any]]:
    """Return each type of question in the folders of ``package`` by its name, in alphabetical order.

    Raises ValueError, with a sentence that begins with the folder, where a type is not whole.
    """
    folders = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if module.ispkg)
    for unseen in (path.parent for root in package.__path__ for path in Path(root).glob("*/type.py")):
        if unseen.name not in folders:
            raise ValueError(f"types/{unseen.name}: '__init__.py' is not there")
    found = [_loaded(package, folder) for folder in folders]
    _check_script_strings(found)
    return dict(sorted((type.name, type) for type in found))


def _loaded(package: ModuleType, folder: str) -> QuestionType[Any]:
    try:
        module = import_module(f"{package.__name__}.{folder}.type")
    except TypeError as error:  # the class lacks a method, and says which
        raise ValueError(f"types/{folder}: {error}") from error
    except ModuleNotFoundError as error:
        raise ValueError(f"types/{folder}: there is no module '{error.name}'") from error
    type = getattr(module, "TYPE", None)
    if not isinstance(type, QuestionType):
        raise ValueError(f"types/{folder}: type.py holds no question type as TYPE")
    for problem in _problems(type, folder):
        raise ValueError(f"types/{folder}: {problem}")
    return type


def _problems(type: QuestionType[Any], folder: str) -> Iterable[str]:
    """Yield what is wrong with a type; each thing relies on those before it."""
    yield from (f"the type does not say its '{name}'" for name in DECLARED if not hasattr(type, name))
    if folder != type.name.replace("-", "_"):
        yield f"the type is called '{type.name}', so its folder should be '{type.name.replace('-', '_')}'"
    yield from (f"'{name}' is not there" for name in FILES if not (type.folder / name).is_file())
    groups = (*type.strings, *type.script_strings)
    for group in groups:
        if group.section not in (f"quiz_{folder}", f"quiz_{folder}_script"):
            yield f"the section '{group.section}' of strings should be 'quiz_{folder}' or 'quiz_{folder}_script'"
    report = Report()
    strings = _read(type, "strings/en.yml", strings_shape(groups), report)
    example = _read(type, "example.yml", type.model, report)
    yield from (str(problem) for problem in report)
    if example.type != type.name:
        yield f"its example is of the type '{example.type}'"
    if not type.shapes(example, StringTable(getattr(strings, group.section) for group in groups)):
        yield "its example has no shape"


def _read(type: QuestionType[Any], name: str, shape: Any, report: Report) -> Any:
    """Return what a file in the folder of a type says, or None after reporting what is wrong with it."""
    document = load((type.folder / name).read_bytes(), name, report)
    return validate(shape, document, "quiz", report) if document else None


def _check_script_strings(found: Sequence[QuestionType[Any]]) -> None:
    """Refuse two strings of one name: quiz.js knows them by that alone."""
    owners = dict.fromkeys([*QuizScriptStrings.model_fields, *QuizScriptStrings.plurals], "the quiz")
    for type in found:
        for name in (name for group in type.script_strings for name in [*group.model_fields, *group.plurals]):
            if name in owners:
                message = f"types/{type.folder.name}: {owners[name]} has a string for scripts called '{name}' already"
                raise ValueError(message)
            owners[name] = f"types/{type.folder.name}"


TYPES = load_types(types)
"""Every type of question by its name, in alphabetical order."""


def type_of(question: Question) -> QuestionType[Any]:
    """Return the type of a question."""
    return TYPES[question.type]


def any_question(types: Collection[QuestionType[Any]]) -> Any:
    """Return the type of a question of any of these types, told apart by the field ``type``."""
    models = reduce(or_, (type.model for type in types))
    return Annotated[models, Field(discriminator="type")] if len(types) > 1 else models


if TYPE_CHECKING:
    AnyQuestion = Question
else:
    AnyQuestion = any_question(TYPES.values())
