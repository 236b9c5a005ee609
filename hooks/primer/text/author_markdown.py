"""Let Python-Markdown read lists, tables and tasks as their authors write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER

from primer.text.plain_paragraphs import PlainParagraphs
from primer.text.plain_text import PlainTexts

BEFORE_PARAGRAPHS = 12  # after all that reads blocks of its own (footnotes 17, references 15), before 'paragraph' (10)
TASK_NAMES = 19.5  # after what is in lines (20): the name is what readers see

# https://spec.commonmark.org/0.31.2/#list-items: of ordered lists, only one that begins with 1 ends a paragraph.
_LIST = re.compile(r" {0,3}(?:[-*+]|1[.)]) +\S")
# https://github.github.com/gfm/#tables-extension-
_DELIMITERS = re.compile(r" {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?")
_FENCED = re.compile(f" *{HTML_PLACEHOLDER % '[0-9]+'} *")  # code, which was taken out before there were blocks
_STASHED = re.compile(f"^{HTML_PLACEHOLDER % '([0-9]+)'}")
_MARKS = re.compile("\x02[^\x02\x03]*\x03")


class AuthorMarkdown(Extension):
    """Reads lists, tables and code right under a paragraph, gives the boxes of tasks a name, and skips plain text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processors."""
        md.parser.blockprocessors.register(_RightUnderParagraph(md.parser), "primer-lists", BEFORE_PARAGRAPHS)
        md.treeprocessors.register(_TaskNames(md), "primer-task-names", TASK_NAMES)
        PlainTexts(md).register()
        PlainParagraphs(md).register()


class _RightUnderParagraph(BlockProcessor):
    """Parts a paragraph from the list, table or code in its later lines, as CommonMark does."""

    def test(self, parent: Element, block: str) -> bool:
        return _end_of_paragraph(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        end = _end_of_paragraph(block)
        self.parser.parseBlocks(parent, [block[:end]])
        blocks.insert(0, block[end:].removeprefix("\n"))


def _end_of_paragraph(block: str) -> int | None:
    """Return where the paragraph ends that ``block`` begins with; None where all of the block belongs to it."""
    if "\n" not in block:
        return None
    lines, end = block.split("\n"), 0
    for number, line in enumerate(lines):
        if _FENCED.fullmatch(line) and "<!--" not in block:  # a comment stays whole
            return end - 1 if number else len(line)
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if number and (_LIST.match(line) or (_DELIMITERS.fullmatch(below.rstrip()) and _has_cells(line, below))):
            return end - 1
        end += len(line) + 1
    return None


def _has_cells(head: str, delimiters: str) -> bool:
    """Tell whether a line has as many cells as the line of dashes below it."""
    return "|" in head and cells(head) == cells(delimiters)


def cells(line: str) -> int:
    """Return how many cells a line of a table has."""
    return len(re.findall(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))) + 1


class _TaskNames(Treeprocessor):
    """Names the box of each task after the task, for those who do not see that they stand beside each other."""

    def run(self, root: Element) -> None:
        for place in _tasks(root):
            blocks = self.md.htmlStash.rawHtmlBlocks
            found = _STASHED.match(place.text or "")
            box = blocks[int(found[1])] if found else None
            if found and isinstance(box, str) and '<input type="checkbox"' in box:
                name = " ".join(_MARKS.sub("", "".join(_own_text(place))).split())
                named = box.replace("<input", f'<input aria-label="{_attribute(name)}"')
                blocks[int(found[1])] = named.replace("<label", "<span").replace("</label", "</span")


def _tasks(root: Element) -> Iterator[Element]:
    """Yield the element at whose beginning the box of each task stands: the item, or its first paragraph."""
    for item in root.iter("li"):
        if "task-list-item" in item.get("class", "").split():
            yield item if item.text and item.text.strip() else item[0]


def _own_text(element: Element) -> Iterator[str]:
    """Yield the text of an item without that of the lists in it."""
    yield element.text or ""
    for child in element:
        if child.tag not in ("ul", "ol"):
            yield from _own_text(child)
        yield child.tail or ""


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
