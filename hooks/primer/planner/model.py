"""What the file of the conversation planner holds."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.model import AtLeast, Model, Slug, Text


class Asked(Model):
    """A question of the planner."""

    noun: ClassVar[str] = "a question of the planner"

    question: Text
    help: Text | None = None


class Safety(Asked):
    """The question that comes first. Whoever answers ``unsafe`` is led to next steps, and to no script."""

    noun: ClassVar[str] = "the question about safety"

    safe: Text
    unsafe: Text
    title: Text
    text: Text
    words: tuple[Text, ...] = ()
    next: Annotated[tuple[Text, ...], AtLeast(1, "next steps")]


class Choice(Model):
    """What problems and ways have: how they are chosen."""

    id: Slug
    text: Text
    note: Text | None = None


class Subject(Choice):
    """A problem to talk about, with what is said and asked."""

    noun: ClassVar[str] = "a problem"

    say: Text
    ask: Text
    next: Annotated[tuple[Text, ...], AtLeast(1, "next steps")]


class Way(Choice):
    """A way to say it: ``open`` and ``close`` stand around what is said."""

    noun: ClassVar[str] = "a way to say it"

    open: Text
    close: Text


class Planner(Model):
    """The building blocks of scripts: each problem can be said in each way."""

    noun: ClassVar[str] = "the planner"

    safety: Safety
    problem: Asked
    problems: Annotated[tuple[Subject, ...], AtLeast(2, "problems")]
    ways: Annotated[tuple[Way, ...], AtLeast(2, "ways")]
