"""The blocks that a text of a data file may have: paragraphs, tables with pipes and fenced code."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.tables import TableExtension

from primer.text.inline_markdown import inline_markdown

_NOT_READ = ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference")
_HAS_BLOCKS = re.compile(r"^(?:\||`{3,}|~{3,})|^[^\n]*\|[^\n]*\n[ ]{0,3}[|:-][|: -]*$", re.MULTILINE)
_EMPTY_LINE = re.compile(r"\n\s*\n")


def has_blocks(text: str) -> bool:
    """Tell whether a text may hold a table or fenced code."""
    return _HAS_BLOCKS.search(text) is not None


def first_paragraph(text: str) -> tuple[str, str]:
    """Return the first paragraph of a text and the rest, which is empty where there is none."""
    first, *rest = _EMPTY_LINE.split(text.strip(), maxsplit=1)
    return first, "".join(rest)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text without other blocks."""
    return _EMPTY_LINE.split(text.strip())


def block_markdown(*, formulas: bool = False) -> Markdown:
    """Return what reads texts with blocks; all else is read as in one paragraph."""
    md = inline_markdown(formulas=formulas)
    FencedCodeExtension().extendMarkdown(md)
    TableExtension(use_align_attribute=True).extendMarkdown(md)
    for name in _NOT_READ:
        md.parser.blockprocessors.deregister(name)
    md.preprocessors.deregister("html_block")
    return md


def rendered(md: Markdown, text: str, finish: Callable[[Element], None]) -> str:
    """Return the HTML of a text; ``finish`` is called with its elements before they are written."""
    md.reset()
    lines = text.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = md.parser.parseDocument(lines).getroot()
    assert root is not None  # noqa: S101 - a document has one
    for name in ("inline", "unescape"):
        md.treeprocessors[name].run(root)
    finish(root)
    html = md.serializer(root).strip()[len("<div>") : -len("</div>")]
    return md.postprocessors["raw_html"].run(html).strip()
