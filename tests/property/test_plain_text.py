"""Texts that hold nothing inline are passed by, and pages are what they are without that."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, Pattern
from markdown.treeprocessors import Treeprocessor
from mkdocs.config import load_config
from primer.text.citing import CitationMarker
from primer.text.plain_text import PUT_BACK, TAKEN, PlainTexts

from tests.building import ROOT
from tests.property.strategies import HOSTILE, PAGES, SIGN_TEXT, examples

#: What begins something in a line, and what may stand around it.
SIGNS = st.sampled_from(
    [
        *("`", "``", "\\", "\\\\", "*", "**", "_", "~~", "~", "++", "+", "++ctrl+c++", "[", "]", "](/x)", "![", "[^1]"),
        *("[@a-1]", "<", ">", "</b>", "<b>", "<!--", "-->", "<a@b.c>", "<https://a.b>", "&", "&amp;", "&#9;", ";"),
        *("  \n", "\n", "\n\n", " ", "a", "b c", ":smile:", "!", "--", "# ", "- ", "> ", "    ", "| a | b |", "{#i}"),
    ]
)
TEXTS = st.lists(SIGNS, max_size=12).map("".join) | SIGN_TEXT | HOSTILE | PAGES


class Smiles(InlineProcessor):
    """A pattern that begins with nothing that Markdown knows."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return Element("b"), m.start(0), m.end(0)


class OldSmiles(Pattern):
    """One that is written in the old way."""

    def handleMatch(self, m: re.Match[str]) -> Element:  # noqa: N802
        return Element("i")


def reader(*, passes_by: bool) -> Markdown:
    """What reads our own pages, and two patterns that nobody foresaw."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    md = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    md.inlinePatterns.register(CitationMarker(md), "primer-citations", 175)
    md.inlinePatterns.register(Smiles(r":\w+:"), "smiles", 65)
    md.inlinePatterns.register(OldSmiles(r"\(\w\)"), "old-smiles", 66)
    if passes_by:
        PlainTexts(md).register()
    return md


BY_ITSELF, PASSING_BY = reader(passes_by=False), reader(passes_by=True)


@given(TEXTS)
@examples(300)
def test_a_page_is_what_it_is_when_each_text_is_read(text: str):
    page = f"{text}\n\n[^1]: a note\n"
    assert PASSING_BY.reset().convert(page) == BY_ITSELF.reset().convert(page)


@given(TEXTS)
@examples(300)
def test_no_pattern_matches_in_a_text_that_is_passed_by(text: str):
    root = Element("div")
    root.text = text
    PlainTexts(PASSING_BY).run(root)

    patterns = [pattern.getCompiledRegExp() for pattern in PASSING_BY.inlinePatterns]
    assert root.text == text or not [pattern.pattern for pattern in patterns if pattern.search(text)]


def test_plain_texts_are_not_read_and_others_are():
    seen: list[str | None] = []

    class Watching(Treeprocessor):
        def run(self, root: Element) -> None:
            seen.extend(element.text for element in root.iter("p"))

    class Watched(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
            md.treeprocessors.register(Watching(md), "watching", (TAKEN + 20) / 2)
            PlainTexts(md).register()

    assert PUT_BACK < 20 < TAKEN
    html = Markdown(extensions=[Watched()]).convert("Plain, and (so) on: yes!\n\nWith *one*.\n")

    assert seen == [None, "With *one*."]
    assert html == "<p>Plain, and (so) on: yes!</p>\n<p>With <em>one</em>.</p>"
