"""Whatever is repeated in a text, reading it takes time by its length and not by the square of it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

import pytest
from markdown import Markdown
from primer.core.diagnostics import Report, closest
from primer.core.frontmatter import after_front_matter, front_matter
from primer.core.yaml import load
from primer.features.glossary.model import Term
from primer.features.quiz.about_others import without_markup
from primer.kit.fences import fences
from primer.kit.ids import RepeatedIds
from primer.kit.locations import citation_locations
from primer.kit.page import CurrentPage
from primer.outputs.links import moved_to
from primer.text.citing import Citables, marker
from primer.text.claims import unsupported_figures
from primer.text.figures import figures_in
from primer.text.inline import DataText, as_typed
from primer.text.inline_markdown import split_at_gaps
from primer.text.terms import TermIndex, claim_of
from primer.text.typed_html import TypedHtml

from tests.property.strategies import REFERENCES, TERMS

#: What is repeated. Each has undone some expression, here or elsewhere, that went back over it again and again.
PIECES = [
    *("`", "``` quiz", "```", "~~~\n", "``` quiz\n", "> ```\n", "    ```\n", "`a ", "``a`b ", "\\`"),
    *("<!--", "<!--\n", "-->", "<!-- ```\n", "<a ", "<a href=", "<a href='", '<a href="" ', "<", "</a", "<script>"),
    *("[@", "[@a", "[@a]", "[@a; ", "](", "[", "]", "{a}", "{", " ", "\n", " \n", "\t", ".", ". ", "! A ", "1", "1,"),
    *(".1", "1. A", "-", "---\n", "--- \n", "a-", "a'", "helm ", "sea anchor ", "sea ", "dog-", ">", "> ", "- ", ": "),
    *(
        "a: b\n",
        "- a\n",
        "# ",
        '"',
        "'",
        "&",
        "&amp;",
        "e.g. ",
        "A. ",
        "id=",
        ' id="a"',
        "((",
        "(1)",
        "\u00a0",
        "of the ",
        "e\u0301",
        "a\u00ad",
        "心",
        "상담을",
        "helm's ",
        "l'",
    ),
]
AROUND = [("", ""), ("`", "`"), ("```", "a`"), ("<a ", ">"), ("---\n", "x"), ("[@", "x")]


def _page(text: str) -> CurrentPage:
    return CurrentPage("page.md", "page.md", text, Report())


def _figures(text: str) -> None:
    block, references = Element("p"), {reference.id: reference for reference in REFERENCES}
    block.text = text
    block.append(marker("@nobody-2001:one"))
    block[0].tail = text
    list(unsupported_figures(block, Citables(references)))


def _written_ids(text: str) -> None:
    root = Element("div")
    SubElement(root, "p", {"id": "a"})
    SubElement(root, "p", {"id": "a"})
    page = _page(text)
    RepeatedIds(Markdown(), lambda: page).run(root)


def _texts(text: str) -> None:
    page = _page(text)
    html = "".join(page.text(as_typed(word)) for word in text.split(" ", 200)) + text
    list(page.texts_in(html))
    page.with_texts(html, BRACKETS)


INDEX = TermIndex((*TERMS, Term(id="mind", term="Mind", forms=("心理", "상담", "心心心"), definition="Made up.")))

BRACKETS = DataText(Citables(), frozenset())

READERS: dict[str, Callable[[str], object]] = {
    "fences": lambda text: list(fences(text.split("\n"))),
    "citations": lambda text: citation_locations(_page(text), []),
    "front matter": lambda text: (front_matter(text), after_front_matter(text)),
    "embeds": lambda text: moved_to(text, "embed/pages/a/", "b/"),
    "list of pictures": lambda text: moved_to(f'<img srcset="{text}">', "embed/pages/a/", "b/"),
    "terms": lambda text: (list(INDEX.mentions(text)), claim_of(text)),
    "figures": _figures,
    "numbers": figures_in,
    "ids": _written_ids,
    "items": without_markup,
    "gaps": split_at_gaps,
    "brackets of a data text": lambda text: BRACKETS.inline(re.sub(r"[^][()!@a]", "", text), ""),
    "typed HTML": lambda text: TypedHtml(text.replace("<", "< ")),
    "suggestions": lambda text: closest(text, [text[1:], text[:-1]]),
    "YAML": lambda text: load(text, "file.yml", Report()),
    "promised parts": lambda text: _page(text).filled(text),
    "texts of data": _texts,
}

LENGTHS, TIMES = (2_000, 8_000, 32_000), 16
UNJUDGED = 0.25
"""Seconds of processor time that say nothing: by the square of the longest text it would have been far more."""
MOST = TIMES * 5
"""How much longer a text as many times as long may take. By its square it takes 256 times as long."""


def seconds(read: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


def repeated(piece: str, around: tuple[str, str], length: int) -> str:
    return around[0] + piece * (length // len(piece)) + around[1]


def growth(read: Callable[[str], object], piece: str, around: tuple[str, str]) -> float:
    """How many times as long a long text takes; the longest is tried only if that seems safe."""
    for length in LENGTHS:
        long = repeated(piece, around, length)
        if (first := seconds(read, long)) < UNJUDGED:
            continue
        short = repeated(piece, around, length // TIMES)
        taken = first if first > 20 * UNJUDGED else min(first, seconds(read, long), seconds(read, long))
        return taken / max(1e-4, *(seconds(read, short) for _ in range(3)))
    return 0


@pytest.mark.parametrize("name", READERS)
def test_time_grows_with_the_text_and_not_with_its_square(name: str):
    for piece in PIECES:
        for around in AROUND:
            times = growth(READERS[name], piece, around)
            assert times < MOST, f"{around[0]!r} {piece!r} … {around[1]!r} takes {times:.0f} times as long"


def test_what_takes_the_square_of_the_text_is_noticed():
    assert growth(re.compile("a+b").search, "a", ("", "")) >= MOST


@pytest.mark.parametrize("beginning", ["", "心理", "sea "])
def test_finding_terms_takes_no_longer_with_more_of_them(beginning: str):
    def index(number: int) -> TermIndex:
        forms = (f"{beginning}{at:x}".translate(str.maketrans("0123456789", "ghijklmnop")) for at in range(number))
        return TermIndex(Term(id=f"t{at}", term="T", forms=(form,), definition="D") for at, form in enumerate(forms))

    few, many = index(10), index(5_000)
    text = f"{beginning}nothing, {beginning}g. " * 1_000
    taken = min(seconds(lambda one: list(many.mentions(one)), text) for _ in range(3))
    expected = min(seconds(lambda one: list(few.mentions(one)), text) for _ in range(3))

    assert taken < expected * 20  # one after the other, it would be five hundred times as long
