"""What the glossary file holds."""

from __future__ import annotations

from typing import ClassVar

from primer.core.model import MarkdownText, Model, Slug, Text
from primer.kit.sources import Key, Loaded

TermId = str


class Term(Model):
    """A word and what it means.

    ``forms`` are the spellings that are linked in running text; nothing else is guessed.
    ``also_called`` is shown in the glossary and found by its filter and the search, never linked.
    """

    noun: ClassVar[str] = "a term"

    hover: ClassVar = {
        "term": "the word as the glossary heads it",
        "forms": "each spelling that is linked in running text; nothing else is",
        "also_called": "other names, shown in the glossary and found by the search, never linked",
        "definition": "what it means, in 40 words at most",
        "see_also": "ids of other terms",
        "refs": "ids of references that support the idea",
    }

    id: Slug
    term: Text
    forms: tuple[Text, ...] = ()
    also_called: tuple[Text, ...] = ()
    definition: MarkdownText
    see_also: tuple[Slug, ...] = ()
    refs: tuple[Slug, ...] = ()


class GlossaryChoice(Model):
    """Whether terms are linked on a page, and which are not. ``false`` alone means none."""

    noun: ClassVar[str] = "the glossary setting of a page"

    hover: ClassVar = {
        "link": "false links no term on the page",
        "skip": "ids of terms that are not linked on the page",
    }

    link: bool = True
    skip: tuple[Slug, ...] = ()


TERMS: Key[Loaded[Term]] = Key("terms")
