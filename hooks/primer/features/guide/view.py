"""What the guide fragments show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from primer.core.graphs import longest
from primer.core.sorting import sort_key
from primer.core.urls import page_url, relative_url
from primer.features.guide.model import GUIDES, Guide, GuideId, Part, guide_page
from primer.kit.content import Content


@dataclass(frozen=True)
class OptionView:
    """An option of a step. ``to`` is the id of the heading that it leads to."""

    text_html: Markup
    note_html: Markup | None
    to: str
    adds_topic: TopicName | None


@dataclass(frozen=True)
class TopicName:
    """A topic where it is named and not told."""

    dom: str
    title: str


@dataclass(frozen=True)
class TopicView:
    """A topic, as it is listed at an ending."""

    kind: ClassVar[str] = "topic"

    dom: str
    heading: int
    title: str
    text_html: Markup
    words_html: tuple[Markup, ...]


@dataclass(frozen=True)
class RaisedView:
    """What an ending says of topics. Without scripts it names them all."""

    some_html: Markup
    none_html: Markup
    topics: tuple[TopicName, ...]


@dataclass(frozen=True)
class StepView:
    """A question. ``dom`` is the id of its heading, whose level is ``heading``."""

    kind: ClassVar[str] = "step"

    dom: str
    heading: int
    question_html: Markup
    help_html: Markup | None
    options: tuple[OptionView, ...]


@dataclass(frozen=True)
class EndingView:
    """An ending."""

    kind: ClassVar[str] = "ending"

    dom: str
    heading: int
    title: str
    level: str | None
    text_html: Markup | None
    raised: RaisedView | None
    words_html: tuple[Markup, ...]
    next_html: tuple[Markup, ...]
    is_script: bool = False
    """Whether the words are for the reader to change."""


PartView = StepView | EndingView | TopicView


@dataclass(frozen=True)
class GuideView:
    """A guide on a page. ``standalone`` says that the page is its own, with its title as heading."""

    dom: str
    title: str
    summary_html: Markup | None
    content_note: str | None
    most_questions: int
    parts: tuple[PartView, ...]
    """In the order in which they are read without scripts."""
    standalone: bool
    url: str


@dataclass(frozen=True)
class GuideSummary:
    """A guide in the catalogue."""

    id: str
    title: str
    summary_html: Markup
    most_questions: int
    url: str


def guide_dom(id: GuideId) -> str:
    """Return the id of a guide's element on a page; those of its parts begin with it."""
    return f"guide-{id}"


def guide_anchors(id: GuideId, guide: Guide) -> set[str]:
    """Return the ids that a guide brings to a page."""
    parts: tuple[Part, ...] = (*guide.steps, *guide.topics, *guide.endings)
    return {guide_dom(id), *(f"{guide_dom(id)}-{part.id}" for part in parts)}


def guide_view(id: GuideId, content: Content, src_uri: str) -> GuideView:
    """Return the guide ``id`` as it is shown on the page ``src_uri``."""
    guide, base = content[GUIDES].items[id], page_url(src_uri)
    standalone = src_uri == content.own(guide_page(id))
    maker = PartMaker(content, base, guide_dom(id), 2 if standalone else 4)
    topics = {topic.id: TopicName(maker.id(topic.id), topic.title) for topic in guide.topics}
    steps = [
        maker.step(
            step.id,
            step.question,
            step.help,
            (
                maker.option(option.text, option.note, option.to, topics.get(option.adds_topic or ""))
                for option in step.options
            ),
        )
        for step in guide.steps
    ]
    endings = [
        maker.ending(
            ending.id,
            ending.title,
            ending.text,
            ending.words,
            ending.next,
            level=ending.level,
            raised=(ending.raised.some, ending.raised.none, [*topics.values()]) if ending.raised else None,
        )
        for ending in guide.endings
    ]
    told = tuple(maker.topic(topic.id, topic.title, topic.text, topic.words) for topic in guide.topics)
    first_list = next((index for index, ending in enumerate(guide.endings, start=1) if ending.raised), len(endings))
    return GuideView(
        dom=maker.dom,
        title=guide.title,
        summary_html=content.text.inline(guide.summary, base),
        content_note=guide.content_note,
        most_questions=longest(guide.edges, guide.steps[0].id),
        parts=(*steps, *endings[:first_list], *told, *endings[first_list:]),
        standalone=standalone,
        url=relative_url(page_url(content.own(guide_page(id))), base),
    )


def guide_summaries(content: Content, src_uri: str) -> tuple[GuideSummary, ...]:
    """Return all guides as the page ``src_uri`` lists them, by title."""
    base = page_url(src_uri)
    return tuple(
        GuideSummary(
            id=id,
            title=guide.title,
            summary_html=content.text.inline(guide.summary, base, listed=False),
            most_questions=longest(guide.edges, guide.steps[0].id),
            url=relative_url(page_url(content.own(guide_page(id))), base),
        )
        for id, guide in sorted(
            content[GUIDES].items.items(), key=lambda item: (sort_key(item[1].title, content.language), item[0])
        )
    )


@dataclass(frozen=True)
class PartMaker:
    """Makes the parts of something that is shown as a guide. ``heading`` is the level of their headings."""

    content: Content
    base: str
    dom: str
    heading: int

    def id(self, part: str) -> str:
        """Return the id of a part's heading."""
        return f"{self.dom}-{part}"

    def inline(self, text: str) -> Markup:
        """Return a short text as HTML."""
        return self.content.text.inline(text, self.base)

    def paragraphs(self, text: str) -> Markup:
        """Return a text as paragraphs."""
        return self.content.text.paragraphs(text, self.base)

    def each(self, texts: Iterable[str]) -> tuple[Markup, ...]:
        """Return each of some words to say as paragraphs."""
        return tuple(self.paragraphs(text) for text in texts)

    def option(self, text: str, note: str | None, to: str, adds_topic: TopicName | None = None) -> OptionView:
        """Return an option that leads to the part ``to``."""
        return OptionView(self.inline(text), self.inline(note) if note else None, self.id(to), adds_topic)

    def step(self, id: str, question: str, help: str | None, options: Iterable[OptionView]) -> StepView:
        """Return a step."""
        help_html = self.paragraphs(help) if help else None
        return StepView(self.id(id), self.heading, self.inline(question), help_html, tuple(options))

    def topic(self, id: str, title: str, text: str, words: Iterable[str]) -> TopicView:
        """Return a topic."""
        return TopicView(self.id(id), self.heading + 1, title, self.paragraphs(text), self.each(words))

    def ending(
        self,
        id: str,
        title: str,
        text: str | None,
        words: Iterable[str],
        next: Iterable[str],
        *,
        level: str | None = None,
        raised: tuple[str, str, Sequence[TopicName]] | None = None,
    ) -> EndingView:
        """Return an ending. ``raised`` is what it says where topics were raised, where none were, and all topics."""
        return EndingView(
            dom=self.id(id),
            heading=self.heading,
            title=title,
            level=level,
            text_html=self.paragraphs(text) if text else None,
            raised=RaisedView(self.paragraphs(raised[0]), self.paragraphs(raised[1]), tuple(raised[2]))
            if raised
            else None,
            words_html=self.each(words),
            next_html=tuple(self.inline(step) for step in next),
        )
