"""What the home page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from primer.core.urls import Link, page_url, relative_url
from primer.features.home.model import Home, TopicLink
from primer.kit.content import Content
from primer.kit.drawing import DRAWINGS, decoration


@dataclass(frozen=True)
class CardView:
    """A worry, as a link to its page."""

    drawing_html: Markup
    line: str
    link: Link


@dataclass(frozen=True)
class GroupView:
    """Pages below a title; without one, those that a topic has of its own."""

    id: str | None
    title: str | None
    links: tuple[Link, ...]


@dataclass(frozen=True)
class TopicView:
    """A topic: its line, and what is folded below it."""

    id: str
    title: str
    line: str
    groups: tuple[GroupView, ...]


@dataclass(frozen=True)
class GuideView:
    """The button, and what stands beside it."""

    text_html: Markup
    link: Link


@dataclass(frozen=True)
class WorkView:
    """A page for people at work."""

    id: str
    line: str
    link: Link


@dataclass(frozen=True)
class HomeView:
    """The home page as the template shows it."""

    title: str
    lead_html: Markup
    drawing_html: Markup
    tries: tuple[Link, ...]
    worries: str
    cards: tuple[CardView, ...]
    guide: GuideView | None
    topics_title: str | None
    topics: tuple[TopicView, ...]
    work_title: str | None
    work: tuple[WorkView, ...]
    note_id: str | None
    note_html: Markup | None


def home_view(home: Home, content: Content, src_uri: str, title: str) -> HomeView:
    """Return the home page for the page ``src_uri``."""
    base, drawings, text = page_url(src_uri), content[DRAWINGS], content.text

    def link(target: str, words: str) -> Link:
        page, hash_sign, anchor = target.removeprefix("/").partition("#")
        return Link(relative_url(f"{page_url(page)}{hash_sign}{anchor}", base), words)

    def links(pages: Iterable[TopicLink]) -> tuple[Link, ...]:
        titles = content.titles
        return tuple(link(one.page, one.text or titles.of(one.page[1:].partition("#")[0])) for one in pages)

    return HomeView(
        title=title,
        lead_html=text.inline(home.lead, base),
        drawing_html=decoration(drawings, home.drawing or ""),
        tries=tuple(link(one.page, one.words) for one in home.tries),
        worries=home.worries.title,
        cards=tuple(
            CardView(decoration(drawings, card.drawing, "draw--icon"), card.line, link(card.page, card.worry))
            for card in home.worries.cards
        ),
        guide=GuideView(text.inline(home.guide.text, base), link(home.guide.page, home.guide.button))
        if home.guide
        else None,
        topics_title=home.topics.title if home.topics else None,
        topics=tuple(
            TopicView(
                topic.id,
                topic.title,
                topic.line,
                (
                    *([GroupView(None, None, links(topic.pages))] if topic.pages else []),
                    *(GroupView(group.id, group.title, links(group.pages)) for group in topic.groups),
                ),
            )
            for topic in (home.topics.topics if home.topics else ())
        ),
        work_title=home.work.title if home.work else None,
        work=tuple(
            WorkView(one.id, one.line, link(one.page, one.who)) for one in (home.work.links if home.work else ())
        ),
        note_id=home.note.id if home.note else None,
        note_html=text.inline(home.note.text, base) if home.note else None,
    )
