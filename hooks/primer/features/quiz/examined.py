"""Quizzes as an examiner reads them: each question by what is answered in it, whatever its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from primer.core.yaml import Document, Path
from primer.features.quiz.about_others import without_markup
from primer.features.quiz.model import Quiz
from primer.features.quiz.question import Question
from primer.features.quiz.registry import type_of
from primer.features.quiz.shapes import Choosable, Gaps, ManyOf, OneOf, Shape
from primer.kit.strings import StringTable


@dataclass(frozen=True)
class Options:
    """What one answer is picked from."""

    options: tuple[Choosable[str], ...]

    @property
    def path(self) -> Path:
        """The path from the question to the list of options."""
        return self.options[0].at[:-1]

    @property
    def lengths(self) -> tuple[list[int], list[int]]:
        """The lengths of the right options, and of the wrong ones."""
        right = [len(without_markup(one.text)) for one in self.options if one.correct]
        return right, [len(without_markup(one.text)) for one in self.options if not one.correct]

    @property
    def longest_is_right(self) -> bool:
        """Whether a right option is longer than all wrong ones."""
        right, wrong = self.lengths
        return bool(wrong) and max(right) > max(wrong)

    @property
    def chance(self) -> float:
        """How likely that is if length says nothing."""
        return len(self.lengths[0]) / len(self.options)


@dataclass(frozen=True)
class Asked:
    """A question, and the shapes of all that is answered in it: of a text with gaps, those of the gaps."""

    question: Question
    shapes: tuple[Shape, ...]

    @classmethod
    def of(cls, question: Question, strings: StringTable) -> Asked:
        """Return a question with the shapes that say most."""
        shape = type_of(question).shapes(question, strings)[0]
        return cls(question, tuple(gap.filling for gap in shape.gaps) if isinstance(shape, Gaps) else (shape,))

    @property
    def options(self) -> Iterator[Options]:
        """What answers are picked from, apart from 'true' and 'false', which nobody wrote."""
        for shape in self.shapes:
            if isinstance(shape, ManyOf) or (isinstance(shape, OneOf) and not shape.is_statement):
                yield Options(shape.options)

    @property
    def truths(self) -> Iterator[bool]:
        """Whether each statement to judge is true."""
        for shape in self.shapes:
            if isinstance(shape, OneOf) and shape.is_statement:
                yield any(option.correct for option in shape.options if option.id == "true")


@dataclass(frozen=True)
class Examined:
    """A quiz, with its questions as they are asked, in its file."""

    quiz: Quiz
    document: Document
    asked: tuple[Asked, ...]

    @classmethod
    def of(cls, quiz: Quiz, document: Document, strings: StringTable) -> Examined:
        """Return a quiz and what is asked in it."""
        return cls(quiz, document, tuple(Asked.of(question, strings) for question in quiz.questions))

    @property
    def options(self) -> list[Options]:
        """What answers are picked from, in all questions."""
        return [options for asked in self.asked for options in asked.options]

    @property
    def truths(self) -> list[bool]:
        """Whether each statement to judge is true, in all questions."""
        return [truth for asked in self.asked for truth in asked.truths]
