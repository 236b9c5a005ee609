"""What a type of question is to the rest of the quiz, which knows that there are types and never which."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from primer.features.quiz.body import BodyMaker
from primer.features.quiz.question import Question
from primer.features.quiz.shapes import Shape
from primer.kit.strings import Strings, StringTable

Q = TypeVar("Q", bound=Question)

Graded = str | float | bool | None | tuple["Graded", ...]
"""What grading goes by, in a form that can be written as JSON."""


class QuestionType(ABC, Generic[Q]):
    """A type of question.

    It is a folder below ``types/``, called like the type with ``_`` for ``-``, with a module ``type`` that holds it as
    ``TYPE``. In the folder lie ``answer.html``, ``example.yml``, ``guide.md``, ``strings/en.yml``, and perhaps
    ``type.js``, ``type.css`` and tests.
    What has no value here has to be said by each type; one that does not cannot be loaded.
    """

    name: ClassVar[str]
    """What authors write: ``short-answer``."""
    model: type[Q]
    partial_credit: ClassVar[str]
    """How much of a question an answer is worth, from nothing to 1, as the authoring guide says it to authors."""
    anchored: ClassVar[tuple[str, ...]]
    """The fields that list what stands in the page under its own id, behind that of the question: gaps, steps."""
    strings: ClassVar[tuple[type[Strings], ...]]
    """What its template and its body show, in sections whose names begin with ``quiz_`` and its folder's."""
    told: ClassVar[tuple[str, ...]] = ()
    """The fields that only explain, beside those called ``feedback``: a change of them leaves saved answers valid."""
    script_strings: ClassVar[tuple[type[Strings], ...]] = ()
    """What quiz.js says of an answer. No two types have a string of the same name."""

    @abstractmethod
    def edu_type(self, question: Q) -> str:
        """Return what schema.org's eduQuestionType, a free text, is for a question."""

    @abstractmethod
    def body(self, question: Q, dom: str, maker: BodyMaker) -> object:
        """Return what ``answer.html`` shows, a frozen dataclass; the ids of its elements begin with ``dom``."""

    @abstractmethod
    def shapes(self, question: Q, strings: StringTable) -> tuple[Shape, ...]:
        """Return the shapes that a question can be reduced to, the one that says most first."""

    @abstractmethod
    def graded(self, question: Q) -> Graded:
        """Return what grading goes by, apart from the prompt. Another value makes saved answers void."""

    @cached_property
    def folder(self) -> Path:
        """The folder of the type."""
        return Path(inspect.getfile(type(self))).parent

    def read(self, name: str) -> str:
        """Return the text of a file in the folder."""
        return (self.folder / name).read_text("utf-8")

    @property
    def template(self) -> str:
        """The template with its macros ``how``, ``answer`` and ``key``."""
        return f"quiz/types/{self.folder.name}/answer.html"

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        """The names of the scripts that a page with such a question loads, before ``quiz.js``, which asks them."""
        return self._assets("type.js")

    @cached_property
    def styles(self) -> tuple[str, ...]:
        """The names of the style sheets that stand at the end of ``quiz.css``."""
        return self._assets("type.css")

    def _assets(self, name: str) -> tuple[str, ...]:
        return (f"quiz-types-{self.name}-{name}",) if (self.folder / name).is_file() else ()
