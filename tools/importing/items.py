"""What is read from a file of another program, before it is a quiz of ours."""

from __future__ import annotations

from dataclasses import dataclass, field

from primer.core.diagnostics import Location

Value = str | int | float | bool | list["Value"] | dict[str, "Value"]
Fields = dict[str, Value]
"""Fields as they stand in a quiz file."""


@dataclass
class ReadQuestion:
    """A question. ``fields`` are those of a quiz file but for the id; what the file lacks is not among them."""

    at: Location
    name: str = ""
    """What the file calls it, in plain words."""
    id: str = ""
    """Its id in the file, which may be none of ours."""
    fields: Fields = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    """What could not be kept, each in words that complete 'not kept: …'."""

    def lose(self, what: str) -> None:
        """Say once that something is not kept."""
        if what not in self.lost:
            self.lost.append(what)


@dataclass
class ReadQuiz:
    """A quiz, its questions in the order of the file."""

    id: str = ""
    is_ours: bool = False
    """Whether one of our own exports wrote the file."""
    objectives: dict[str, None] = field(default_factory=dict)
    """The ids of objectives of which nothing else is known, in order."""
    fields: Fields = field(default_factory=dict)
    questions: list[ReadQuestion] = field(default_factory=list)
    left_out: list[ReadQuestion] = field(default_factory=list)
    """What is in the file and cannot be a question here; ``lost`` says why."""
    lost: list[str] = field(default_factory=list)
    """What could not be kept of the quiz itself."""
