"""What the file of the conversation planner holds."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import AtLeast, MarkdownText, Model, Slug, Text
from primer.kit.sources import Key, Single


class Asked(Model):
    """A question of the planner."""

    noun: ClassVar[str] = "a question of the planner"

    hover: ClassVar = {"question": "what is asked", "help": "what helps to answer"}

    question: MarkdownText
    help: MarkdownText | None = None


class Safety(Asked):
    """The question that comes first. Whoever answers ``unsafe`` is led to next steps, and to no script."""

    noun: ClassVar[str] = "the question about safety"

    hover: ClassVar = {
        "safe": "the answer of whoever is safe",
        "unsafe": "the answer of whoever may not be",
        "title": "what whoever is not safe gets instead of a script",
        "text": "what is said below that title",
        "words": "sentences to say",
        "next": "what to do, the first thing first",
    }

    safe: MarkdownText
    unsafe: MarkdownText
    title: Text
    text: MarkdownText
    words: tuple[MarkdownText, ...] = ()
    next: Annotated[tuple[MarkdownText, ...], AtLeast(1, "next steps")]


class Choice(Model):
    """What problems and ways have: how they are chosen."""

    hover: ClassVar = {"text": "the answer", "note": "what it means, below the answer"}

    id: Slug
    text: MarkdownText
    note: MarkdownText | None = None


class Subject(Choice):
    """A problem to talk about, with what is said and asked."""

    noun: ClassVar[str] = "a problem"

    hover: ClassVar = {
        "say": "what the script says of the problem",
        "ask": "what it asks for",
        "next": "what to do after the talk",
    }

    say: MarkdownText
    ask: MarkdownText
    next: Annotated[tuple[MarkdownText, ...], AtLeast(1, "next steps")]


class Way(Choice):
    """A way to say it: ``open`` and ``close`` stand around what is said."""

    noun: ClassVar[str] = "a way to say it"

    hover: ClassVar = {"open": "how the script begins", "close": "how it ends"}

    open: MarkdownText
    close: MarkdownText


class Planner(Model):
    """The building blocks of scripts: each problem can be said in each way."""

    noun: ClassVar[str] = "the planner"

    hover: ClassVar = {
        "safety": "the first question: whether it is safe to talk",
        "problem": "the question about what is wrong",
        "problems": "what can be wrong",
        "ways": "ways to say it",
    }

    safety: Safety
    problem: Asked
    problems: Annotated[tuple[Subject, ...], AtLeast(2, "problems")]
    ways: Annotated[tuple[Way, ...], AtLeast(2, "ways")]


PLANNER: Key[Single[Planner]] = Key("planner")
