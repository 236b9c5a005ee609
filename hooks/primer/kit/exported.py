"""What a quiz is to every format: frozen items, with all texts made once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property

from primer.core.urls import Link
from primer.kit.shapes import ShapeOf
from primer.kit.strings import StringTable
from primer.text.rich import Rich

Item = ShapeOf[Rich]
"""What is answered in a question."""


@dataclass(frozen=True)
class ExportedSection:
    """Questions that stand together."""

    id: str
    title: str
    text: Rich | None


@dataclass(frozen=True)
class ExportedObjective:
    """Something a learner can do afterwards, and how many of its questions are drawn; None for all."""

    id: str
    text: Rich
    see: Link | None
    draw: int | None


@dataclass(frozen=True)
class ExportedQuestion:
    """A question. ``shapes`` are what it can be reduced to, the one that says most first."""

    id: str
    """``<quiz>.<question>``, which never changes."""
    number: int
    name: str
    """A short name, in plain words."""
    type: str
    """What authors write; for people, formats go by ``shapes``."""
    version: str
    """Another one once what is graded is another."""
    weight: int
    """How many questions it counts as."""
    section: ExportedSection | None
    objective: ExportedObjective | None
    prompt: Rich
    hints: tuple[Rich, ...]
    explanation: Rich
    see: Link | None
    """What to read; its address is empty where nobody knows where the site will stand."""
    shapes: tuple[Item, ...]

    @cached_property
    def is_plain(self) -> bool:
        """Whether nothing in it is more than words."""
        return all(text.is_plain for text in every_text(self) if isinstance(text, Rich))

    @cached_property
    def has_pictures(self) -> bool:
        """Whether a picture is in it."""
        return any(text.pictures for text in every_text(self) if isinstance(text, Rich))


@dataclass(frozen=True)
class Origin:
    """The site that files come from. ``url`` is where it will stand; None where nobody knows."""

    name: str
    url: str | None
    help: Link | None
    """The page to which people are led who need help."""


@dataclass(frozen=True)
class ExportedQuiz:
    """A quiz with all that files say of it.

    Without an ``address`` nobody knows where the site will stand: its files are drafts.
    """

    id: str
    title: str
    summary: Rich
    language: str
    """As HTML names it: ``en-GB``."""
    level: str
    minutes: int
    version: str
    origin: Origin
    src_uri: str
    """The path of its own page below the docs folder."""
    address: str | None
    """Of that page."""
    licence: Link | None
    is_sensitive: bool
    """Whether it may upset people, so that files begin with a note and with the page for help."""
    content_note: str | None
    """That note, where somebody wrote one."""
    objectives: tuple[ExportedObjective, ...]
    introduction: Rich | None
    closing: Rich | None
    sections: tuple[ExportedSection, ...]
    questions: tuple[ExportedQuestion, ...]
    """In the order of the page."""
    shuffles_questions: bool
    shuffles_options: bool
    pass_mark: int | None
    """The per cent that are enough."""
    pictures: tuple[tuple[str, bytes], ...]
    """Each picture by its name."""
    strings: StringTable = field(repr=False, compare=False)
    """The words that formats add."""
    page: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """Its own page with all that this asks for, by their paths; nothing where no page was rendered."""

    def only(self, *questions: ExportedQuestion) -> ExportedQuiz:
        """Return the quiz with these questions alone."""
        return replace(self, questions=questions)

    @property
    def is_draft(self) -> bool:
        """Whether nobody knows where the site will stand."""
        return self.address is None


@dataclass(frozen=True)
class ExportedTerm:
    """A word and what it means."""

    id: str
    term: str
    also_called: tuple[str, ...]
    definition: Rich
    see_also: tuple[str, ...]
    """The words of other terms."""
    sources: Rich
    """Who says so, in the words of citations; empty where nobody is named."""
    address: str | None


def every_text(item: object) -> Iterator[Rich | str]:
    """Yield each text in an item, whatever it is."""
    if isinstance(item, str | Rich):
        yield item
    elif isinstance(item, tuple):
        for part in item:
            yield from every_text(part)
    elif is_dataclass(item):
        for one in fields(item):
            if one.repr:
                yield from every_text(getattr(item, one.name))
