"""Compute which types of question each format carries, from what formats can write and what types are reduced to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from primer.kit.exported import ExportedQuestion, ExportedQuiz
from primer.outputs.exports.formats import Answered, Format
from primer.outputs.exports.losses import Loss


@dataclass(frozen=True)
class Cell:
    """How a format carries a type of question, as far as questions show it."""

    losses: tuple[Loss, ...]
    written: int
    left_out: int

    @property
    def is_carried(self) -> bool:
        """Whether the format writes any of them."""
        return self.written > 0

    @property
    def is_whole(self) -> bool:
        """Whether it writes all of them, and all of each."""
        return not self.losses and not self.left_out


@dataclass(frozen=True)
class Table:
    """Types of question by formats."""

    types: tuple[str, ...]
    formats: tuple[Format, ...]
    questions: tuple[ExportedQuestion, ...]
    """By which it is computed."""

    def cell(self, type: str, format: Format) -> Cell:
        """Return how a format carries a type."""
        return self._cells[type, format.id]

    def losses(self, format: Format) -> tuple[Loss, ...]:
        """Return all that a format loses of these questions."""
        found = {loss for type in self.types for loss in self.cell(type, format).losses}
        return tuple(loss for loss in Loss if loss in found)

    @cached_property
    def _cells(self) -> dict[tuple[str, str], Cell]:
        return {(type, format.id): self._computed(type, format) for type in self.types for format in self.formats}

    def _computed(self, type: str, format: Format) -> Cell:
        asked = [question for question in self.questions if question.type == type]
        shaped = [(question, format.shape_for(question)) for question in asked]
        found = {loss for question, shape in shaped if shape for loss in format.lost(Answered(question, shape))}
        written = sum(shape is not None for _, shape in shaped)
        return Cell(tuple(loss for loss in Loss if loss in found), written, len(asked) - written)


def table(formats: Iterable[Format], quiz: ExportedQuiz) -> Table:
    """The table of all types that there are among the questions of a quiz."""
    types = {question.type for question in quiz.questions}
    return Table(tuple(sorted(types)), tuple(formats), quiz.questions)
