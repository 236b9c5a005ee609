"""Read paragraphs of plain prose without asking what else they could be."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

FIRST = 200  # before all others, of which the first has 105
_LINE_WITHOUT_LETTER = re.compile(r"\n(?![^\W\d_])")
_WANT_SIGNS = re.compile(
    r"(?:markdown\.(?:blockprocessors|extensions\.(?:abbr|admonition|def_list|footnotes|md_in_html|sane_lists|tables))"
    r"|pymdownx\.(?:arithmatex|details|superfences|tabbed)|primer\.text\.(?:author_markdown|plain_paragraphs))"
)
"""The modules whose block processors read nothing in a block unless one of its lines begins with no letter."""


class PlainParagraphs(BlockProcessor):
    """Makes a paragraph of each block whose lines begin with letters, as the last of some twenty processors would."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self._asked = 0
        self._is_known = False

    def register(self) -> None:
        """Read blocks before all others do."""
        self.parser.blockprocessors.register(self, "primer-plain-paragraphs", FIRST)

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether nothing else would read a block."""
        return block[:1].isalpha() and not _LINE_WITHOUT_LETTER.search(block) and self._others_are_known()

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Read a paragraph."""
        return self.parser.blockprocessors["paragraph"].run(parent, blocks)

    def _others_are_known(self) -> bool:
        """Tell whether all that read blocks want signs; one that is registered later is seen by their number."""
        processors = self.parser.blockprocessors
        if len(processors) != self._asked:
            self._asked = len(processors)
            self._is_known = "paragraph" in processors and all(
                _WANT_SIGNS.fullmatch(type(processor).__module__) for processor in processors
            )
        return self._is_known
