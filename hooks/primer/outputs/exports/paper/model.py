"""What a quiz is on paper, whatever it is printed or typed with."""

from __future__ import annotations

from dataclasses import dataclass

from primer.outputs.exports.paper.blocks import Block, Line


@dataclass(frozen=True)
class Choice:
    """Something to choose, with the letter by which it is called, and who says it."""

    letter: str
    line: Line
    speaker: str | None = None


@dataclass(frozen=True)
class Boxes:
    """Boxes to tick."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Blanks:
    """Items with a blank before each, for the letter of a choice or for a number; the head of each column first."""

    head: tuple[str, str]
    items: tuple[Line, ...]
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Lines:
    """Lines to write on; ``after`` stands behind the last."""

    number: int
    after: str = ""


@dataclass(frozen=True)
class Gapped:
    """A text with blanks, and what each can be picked from: its number, with the choices in one line."""

    line: Line
    picks: tuple[Line, ...]


@dataclass(frozen=True)
class Way:
    """Something to do at a step, and which step it leads to."""

    line: Line
    to: str


@dataclass(frozen=True)
class Step:
    """A step of a story, with what can be done there or how it ends."""

    name: str
    blocks: tuple[Block, ...]
    ways: tuple[Way, ...]
    end: str | None


@dataclass(frozen=True)
class Steps:
    """A story in numbered steps."""

    steps: tuple[Step, ...]


Task = Boxes | Blanks | Lines | Gapped | Steps


@dataclass(frozen=True)
class Told:
    """An answer, whether it is right where that can be said, and what is said to it."""

    answer: Line
    mark: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Key:
    """The right answer to a question, what is said to each answer, and why."""

    right: Line
    """In short; empty where nothing is right or wrong."""
    told: tuple[Told, ...]
    model: tuple[Block, ...]
    why: tuple[Block, ...]
    hints: tuple[Line, ...]
    more: Line
    """What to read; empty where nothing is named."""


@dataclass(frozen=True)
class PrintedQuestion:
    """A question, with its key. Before the first of a section stand that section's title and text."""

    number: int
    heading: str
    level: int
    """Of its heading: below that of a section, where it stands in one."""
    section: str | None
    section_blocks: tuple[Block, ...]
    prompt: tuple[Block, ...]
    how: str
    task: Task
    key: Key


@dataclass(frozen=True)
class Sheet:
    """A quiz on paper. ``notes`` come before all else: content notes, the address of help, that this is a draft."""

    title: str
    language: str
    notes: tuple[Line, ...]
    about: tuple[Line, ...]
    """Where it is from, which version it is, its licence."""
    facts: str
    summary: Line
    objectives: tuple[Line, ...]
    introduction: tuple[Block, ...]
    questions: tuple[PrintedQuestion, ...]
    closing: tuple[Block, ...]
    pictures: tuple[tuple[str, bytes], ...]
