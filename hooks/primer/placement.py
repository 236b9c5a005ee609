"""Put quizzes and other generated parts where a page has a fence that names them.

The preprocessor runs before Markdown reads any block, so that a part comes out whole inside lists,
admonitions and tabs, and stays text inside a longer fence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

from primer.current import CurrentPage
from primer.diagnostics import Problem, did_you_mean
from primer.model import Model
from primer.source.fences import Fence, fences
from primer.source.validation import validate
from primer.source.yaml import Document, load

PRIORITY = 28  # between normalize_whitespace (30) and fenced_code_block (25)

Placer = Callable[[CurrentPage, Document], Markup]


class EmptyPlacement(Model):
    """A fence that needs no settings."""

    noun: ClassVar[str] = "this fence"


class Placements(Preprocessor):
    """Replaces each fence whose first word is a key of ``placers`` by what that placer returns."""

    def __init__(self, md: Markdown, placers: Mapping[str, Placer], current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._placers = placers
        self._current = current

    def run(self, lines: list[str]) -> list[str]:
        page = self._current()
        if page is None or not any("```" in line or "~~~" in line for line in lines):
            return lines
        result: list[str] = []
        done = 0
        for fence in fences(lines):
            placer = self._placers.get(fence.info)
            if placer is None:
                self._suspect(fence, page)
                continue
            html = placer(page, _document(fence, page))
            # Markdown keeps a stashed block out of a paragraph only when it begins with a block-level element.
            token = self.md.htmlStash.store(Markup('<div class="placement">\n{}\n</div>').format(html))
            result += [*lines[done : fence.first], "", " " * fence.indent + token, ""]
            done = fence.last + 1
        return result + lines[done:]

    def _suspect(self, fence: Fence, page: CurrentPage) -> None:
        """Complain about a fence that was probably meant for us, and would be published as text."""
        hint = did_you_mean(fence.info, self._placers)
        settings_only = all(line.split(":")[0].strip() in ("id", "") for line in fence.body)
        if hint and settings_only:
            place = page.place(fence.first, fence.indent)
            page.report.add(
                Problem(f"'{fence.info}' is not something that can be placed", "placement-unknown", hint).at(place)
            )


def _document(fence: Fence, page: CurrentPage) -> Document:
    """Return the settings inside a fence; no lines are the same as an empty mapping."""
    place = page.place(fence.first, fence.indent)
    if not fence.closed:
        page.report.add(Problem("this fence is never closed", "placement-open", "end it with ```").at(place))
    text = "\n".join(fence.body)
    nothing = Document(page.path, {}, {(): place}, {})
    if not text.strip():
        return nothing
    first = page.place(fence.first + 1, 0).line
    document = load(text, page.path, page.report, first_line=first, indent=fence.indent)
    return document or Document(page.path, None, {(): place}, {})


def settings(shape: type[Model], kind: str, page: CurrentPage, document: Document) -> Model | None:
    """Return the settings of a fence, or None after reporting what is wrong with them."""
    return None if document.data is None else validate(shape, document, kind, page.report)
