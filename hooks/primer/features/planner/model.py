"""What the file of the conversation planner holds."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import AtLeast, MarkdownText, Model, Slug, Text
from primer.kit.sources import Key, Single


class Asked(Model):
    """A question of the planner."""

    noun: ClassVar[str] = "a question of the planner"

    question: MarkdownText
    help: MarkdownText | None = None


class Safety(Asked):
    """The question that comes first. Whoever answers ``unsafe`` is led to next steps, and to no script."""

    noun: ClassVar[str] = "the question about safety"

    safe: MarkdownText
    unsafe: MarkdownText
    title: Text
    text: MarkdownText
    words: tuple[MarkdownText, ...] = ()
    next: Annotated[tuple[MarkdownText, ...], AtLeast(1, "next steps")]


class Choice(Model):
    """What problems and ways have: how they are chosen."""

    id: Slug
    text: MarkdownText
    note: MarkdownText | None = None


class Subject(Choice):
    """A problem to talk about, with what is said and asked."""

    noun: ClassVar[str] = "a problem"

    say: MarkdownText
    ask: MarkdownText
    next: Annotated[tuple[MarkdownText, ...], AtLeast(1, "next steps")]


class Way(Choice):
    """A way to say it: ``open`` and ``close`` stand around what is said."""

    noun: ClassVar[str] = "a way to say it"

    open: MarkdownText
    close: MarkdownText


class Planner(Model):
    """The building blocks of scripts: each problem can be said in each way."""

    noun: ClassVar[str] = "the planner"

    safety: Safety
    problem: Asked
    problems: Annotated[tuple[Subject, ...], AtLeast(2, "problems")]
    ways: Annotated[tuple[Way, ...], AtLeast(2, "ways")]


PLANNER: Key[Single[Planner]] = Key("planner")
