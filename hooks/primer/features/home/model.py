"""What the file of the home page holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, Slug, Text
from primer.kit.sources import Key, Single

Target = Annotated[Text, Field(description="a page, or a passage of one: /folder/page.md#anchor")]


class Try(Model):
    """An example of what people ask: ``words`` are searched for, and ``page`` answers them without scripts."""

    noun: ClassVar[str] = "an example"

    hover: ClassVar = {"words": "what people ask; it is searched for"}

    words: Text
    page: Target


class Card(Model):
    """A worry that leads to a page. Its drawing stands beside that page's title too, unless ``at_title`` says no."""

    noun: ClassVar[str] = "a card"

    hover: ClassVar = {
        "worry": "what a reader is worried about, in their words",
        "line": "what the page says to it, in a line",
        "drawing": "the name of a file in drawings/",
        "at_title": "false keeps the drawing from that page's title",
    }

    worry: Text
    line: Text
    page: Target
    drawing: Slug
    at_title: bool = True


class Worries(Model):
    """The cards below a title."""

    noun: ClassVar[str] = "the worries"

    hover: ClassVar = {"title": "the heading above the cards", "cards": "the worries"}

    title: Text
    cards: Annotated[tuple[Card, ...], AtLeast(1, "cards")]


class GuideButton(Model):
    """A button for readers who do not know which page is theirs."""

    noun: ClassVar[str] = "the guide"

    hover: ClassVar = {"text": "what stands beside the button", "button": "what the button says"}

    text: MarkdownText
    button: Text
    page: Target


class TopicLink(Model):
    """A page of a topic, by its own title where ``text`` is left out."""

    noun: ClassVar[str] = "a page of a topic"

    hover: ClassVar = {"text": "what the link says; the page's title where it is left out"}

    page: Target
    text: Text | None = None


class Group(Model):
    """Some of the pages of a topic, below a title."""

    noun: ClassVar[str] = "a group of pages"

    hover: ClassVar = {"title": "what the group is called", "pages": "the pages of the group"}

    id: Slug
    title: Text
    pages: Annotated[tuple[TopicLink, ...], AtLeast(1, "pages")]


class Topic(Model):
    """What is folded below one line: pages, groups of them, or both. Links to ``id`` open it."""

    noun: ClassVar[str] = "a topic"

    hover: ClassVar = {
        "title": "what the topic is called",
        "line": "what is in it, in a line",
        "pages": "pages of the topic",
        "groups": "groups of its pages",
    }

    id: Slug
    title: Text
    line: Text
    pages: tuple[TopicLink, ...] = ()
    groups: tuple[Group, ...] = ()

    def broken_rules(self) -> Iterator[BrokenRule]:
        if not self.pages and not self.groups:
            yield BrokenRule("empty-topic", f"the topic '{self.id}' leads nowhere", "give it 'pages:' or 'groups:'")


class Topics(Model):
    """The topics below a title."""

    noun: ClassVar[str] = "the topics"

    hover: ClassVar = {"title": "the heading above the topics", "topics": "the topics"}

    title: Text
    topics: Annotated[tuple[Topic, ...], AtLeast(1, "topics")]


class WorkLink(Model):
    """A page for people at work: who they are, and what it is for. Links to ``id`` lead here."""

    noun: ClassVar[str] = "a page for work"

    hover: ClassVar = {"who": "for whom the page is", "line": "what it is for, in a line"}

    id: Slug
    who: Text
    line: Text
    page: Target


class Work(Model):
    """The band at the foot: pages for people at work, below a title."""

    noun: ClassVar[str] = "what is for work"

    hover: ClassVar = {"title": "the heading above the links", "links": "the pages"}

    title: Text
    links: Annotated[tuple[WorkLink, ...], AtLeast(1, "links")]


class Note(Model):
    """What to know about the site, in small print at the end. Links to ``id`` lead here."""

    noun: ClassVar[str] = "the note"

    hover: ClassVar = {"text": "what to know about the site"}

    id: Slug
    text: MarkdownText


class Home(Model):
    """The home page. Its title is that of the page that holds the fence."""

    noun: ClassVar[str] = "the home page"

    hover: ClassVar = {
        "lead": "what stands below the title",
        "drawing": "the name of a file in drawings/",
        "tries": "examples of what people ask",
        "worries": "cards that lead to pages",
        "guide": "a button for readers who do not know which page is theirs",
        "topics": "what is folded below a line each",
        "work": "pages for people at work",
        "note": "small print at the end",
    }

    lead: MarkdownText
    drawing: Slug | None = None
    tries: tuple[Try, ...] = ()
    worries: Worries
    guide: GuideButton | None = None
    topics: Topics | None = None
    work: Work | None = None
    note: Note | None = None

    @property
    def ids(self) -> tuple[tuple[str, tuple[str | int, ...]], ...]:
        """Each id that it brings to the page, with the way to it in the file."""
        found: list[tuple[str, tuple[str | int, ...]]] = []
        for number, topic in enumerate(self.topics.topics if self.topics else ()):
            way = ("topics", "topics", number)
            found.append((topic.id, (*way, "id")))
            found += [(group.id, (*way, "groups", index, "id")) for index, group in enumerate(topic.groups)]
        found += [(link.id, ("work", "links", i, "id")) for i, link in enumerate(self.work.links if self.work else ())]
        return (*found, *([(self.note.id, ("note", "id"))] if self.note else []))

    def broken_rules(self) -> Iterator[BrokenRule]:
        for id, count in Counter(id for id, _ in self.ids).items():
            if count > 1:
                second = [way for one, way in self.ids if one == id][1]
                message = f"the id '{id}' is used twice"
                yield BrokenRule("repeated-id", message, "give one of them another id", second)


HOME: Key[Single[Home]] = Key("home")
