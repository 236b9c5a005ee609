"""Paragraphs of prose are passed by what reads other blocks, and pages are what they are without that."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from mkdocs.config import load_config
from primer.text.author_markdown import AuthorMarkdown
from primer.text.formulas import READER
from primer.text.plain_paragraphs import PlainParagraphs

from tests.building import ROOT
from tests.property.strategies import PAGES, SIGN_TEXT, examples

#: How lines of blocks begin, and of paragraphs.
LINES = st.sampled_from(
    [
        *("a", "a b", "Words: more", "a | b", "é", "水", "², a", "a)", "x -- y", "a  ", "a [^1] b", "HTML \\"),
        "_a_",
        *(
            "",
            "",
            "",
            "    a",
            "        b",
            "  a",
            "- a",
            "* a",
            "1. a",
            "2) a",
            "٣. a",
            "> a",
            ">",
            ":   a",
            "a\n:   b",
        ),
        *(
            "===",
            "---",
            "--|--",
            "|---|:-:|",
            "| a | b |",
            "# a",
            "a #",
            "***",
            "!!! note",
            "??? tip",
            '=== "T"',
            "```",
        ),
        *(
            "[^1]: a",
            "[^1]:",
            "*[HTML]: a",
            "[r]: /x",
            "$$",
            "$$ a $$",
            "\\[",
            "<div markdown>",
            "</div>",
            "<p>a",
            "<!--",
        ),
        *(
            "{: .x }",
            "a {: .x }",
            "    - a",
            "    !!! note",
            '    === "T"',
            "\ta",
            "-->",
            "~~~",
            "\\begin{a}",
            "a\\\nb",
        ),
    ]
)
TEXTS = st.lists(LINES, max_size=14).map("\n".join) | SIGN_TEXT | PAGES
CONFIG = load_config(str(ROOT / "mkdocs.yml"))


def reader(*, passes_by: bool) -> Markdown:
    """What reads our own pages."""
    extensions: list[str | Extension] = [*CONFIG.markdown_extensions, "sane_lists", READER, AuthorMarkdown()]
    md = Markdown(extensions=extensions, extension_configs=CONFIG.mdx_configs)
    if not passes_by:
        md.parser.blockprocessors.deregister("primer-plain-paragraphs")
    return md


BY_ITSELF, PASSING_BY = reader(passes_by=False), reader(passes_by=True)


@given(TEXTS)
@examples(500)
def test_a_page_is_what_it_is_when_each_block_is_offered_to_all(text: str):
    assert PASSING_BY.reset().convert(text) == BY_ITSELF.reset().convert(text)


def passed_by(md: Markdown, block: str) -> bool:
    """Whether a block is offered to nothing else."""
    processor = md.parser.blockprocessors["primer-plain-paragraphs"]
    return processor.test(Element("div"), block)


def test_prose_is_passed_by():
    assert passed_by(PASSING_BY, "Words of *one* line.\nÜber zwei: 1. and - so | on.")
    assert not passed_by(PASSING_BY, "Words\n- a list")


class Shouts(BlockProcessor):
    """A block that begins with letters as prose does."""

    def test(self, parent: Element, block: str) -> bool:
        return block.startswith("HEAR")

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "h6").text = blocks.pop(0)


def test_what_nobody_foresaw_is_offered_each_block_whenever_it_is_registered():
    md = Markdown()
    PlainParagraphs(md).register()
    before = md.convert("HEAR this.")
    md.parser.blockprocessors.register(Shouts(md.parser), "shouts", 50)

    assert before == "<p>HEAR this.</p>"
    assert md.convert("HEAR this.") == "<h6>HEAR this.</h6>"
