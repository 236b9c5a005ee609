"""What a guide file holds."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, PlainText, Slug, Text, broken_dates
from primer.kit.sources import Key, Loaded

GuideId = str
Level = Literal["ask", "advice", "safe"]


class Option(Model):
    """One answer to a question of a guide. None is right or wrong; each leads on."""

    noun: ClassVar[str] = "an option"

    hover: ClassVar = {"text": "an answer to the question of the step", "note": "what it means, below the answer"}

    text: MarkdownText
    note: MarkdownText | None = None
    to: Slug = Field(description="the id of the step or the ending that comes next")
    adds_topic: Slug | None = Field(None, alias="raises", description="the id of a topic that an ending then lists")


class Part(Model):
    """What all parts of a guide have."""

    id: Slug


class Step(Part):
    """A question, with the answers to choose from."""

    noun: ClassVar[str] = "a step"

    hover: ClassVar = {"question": "what is asked", "help": "what helps to answer", "options": "the answers"}

    question: MarkdownText
    help: MarkdownText | None = None
    options: Annotated[tuple[Option, ...], AtLeast(2, "options")]

    def broken_rules(self) -> Iterator[BrokenRule]:
        for text, count in Counter(option.text for option in self.options).items():
            if count > 1:
                yield BrokenRule("repeated-option", f"the option '{text}' is there {count} times", "reword one of them")


class Topic(Part):
    """Something to talk about, which the answers that name it put on the list of an ending."""

    noun: ClassVar[str] = "a topic"

    hover: ClassVar = {
        "title": "what the topic is called",
        "text": "what is said about it",
        "words": "sentences that a reader can say",
    }

    title: Text
    text: MarkdownText
    words: tuple[MarkdownText, ...] = ()


class Raised(Model):
    """What an ending says above the topics that were raised, and when none were."""

    noun: ClassVar[str] = "what is said about raised topics"

    hover: ClassVar = {
        "some": "what stands above the topics that were raised",
        "none": "what stands there where none was",
    }

    some: MarkdownText
    none: MarkdownText


class Ending(Part):
    """Where a way ends: next steps and words to say. It is never a verdict."""

    noun: ClassVar[str] = "an ending"

    hover: ClassVar = {
        "title": "where the reader has come to",
        "level": "ask, advice or safe, where the ending is one of these",
        "text": "what that means",
        "raised": "what is said about the topics that were raised",
        "words": "sentences that a reader can say",
        "next": "what to do, the first thing first",
    }

    title: Text
    level: Level | None = None
    text: MarkdownText
    raised: Raised | None = None
    words: tuple[MarkdownText, ...] = ()
    next: Annotated[tuple[MarkdownText, ...], AtLeast(1, "next steps")]


class Guide(Model):
    """One guide. Its id is the name of its file, and it begins with its first step."""

    noun: ClassVar[str] = "a guide"

    hover: ClassVar = {
        "title": "what the guide helps with",
        "summary": "one sentence on it, for lists",
        "sensitive": "true adds 'Leave this site' and a content note",
        "content_note": "what is in a sensitive guide, in plain words",
        "sources_checked": "when it was last compared with its references",
        "review_by": "when it has to be compared again",
        "steps": "the questions; it begins with the first",
        "topics": "what answers can raise",
        "endings": "where the guide can end",
    }

    title: Text
    summary: MarkdownText
    sensitive: bool = False
    content_note: PlainText | None = None
    sources_checked: datetime.date
    review_by: datetime.date
    steps: Annotated[tuple[Step, ...], AtLeast(1, "steps")]
    topics: tuple[Topic, ...] = ()
    endings: Annotated[tuple[Ending, ...], AtLeast(1, "endings")]

    @property
    def edges(self) -> dict[str, tuple[str, ...]]:
        """Where the options of each step lead, and nothing for an ending."""
        steps = {step.id: tuple(option.to for option in step.options) for step in self.steps}
        return {**steps, **{ending.id: () for ending in self.endings}}

    def broken_rules(self) -> Iterator[BrokenRule]:
        if self.sensitive and not self.content_note:
            yield BrokenRule(
                "no-content-note", "a sensitive guide says what is in it", "add 'content_note: This guide asks about …'"
            )
        yield from broken_dates(self.sources_checked, self.review_by)


def guide_page(id: GuideId) -> str:
    """Return the path of the page that is made for a guide."""
    return f"guides/{id}.md"


GUIDES: Key[Loaded[Guide]] = Key("guides")
