"""Explain each type of question to authors, with what stands in its folder."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.data import YamlLexer

from primer.core.urls import page_url
from primer.features.quiz.registry import TYPES
from primer.kit.content import Content


@dataclass(frozen=True)
class TypeView:
    """A type of question in the authoring guide."""

    name: str
    """What authors write, and the id of its heading."""
    about_html: Markup
    partial_credit: str
    example_html: Markup


def type_views(content: Content, src_uri: str) -> tuple[TypeView, ...]:
    """Return all types as the page ``src_uri`` explains them, in alphabetical order."""
    base = page_url(src_uri)
    return tuple(
        TypeView(
            name=type.name,
            about_html=content.text.paragraphs(type.read("guide.md"), base),
            partial_credit=type.partial_credit,
            example_html=_highlighted(_as_item(type.read("example.yml"))),
        )
        for type in TYPES.values()
    )


def _as_item(question: str) -> str:
    """Return a question as it stands in the list of a quiz."""
    first, *others = question.strip().splitlines()
    return "\n".join([f"- {first}", *(f"  {line}" if line else "" for line in others)])


def _highlighted(text: str) -> Markup:
    """Return YAML with the marks that Markdown's fences get."""
    return Markup(highlight(text, YamlLexer(), HtmlFormatter(nowrap=True)))
