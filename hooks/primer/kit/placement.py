"""Put quizzes and other generated parts where a page has a fence that names them.

The preprocessor runs before Markdown reads any block, so that a part comes out whole inside lists,
admonitions and tabs, and stays text inside a longer fence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import ClassVar

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

from primer.core.diagnostics import did_you_mean
from primer.core.model import Model, Slug
from primer.core.validation import validate
from primer.core.yaml import Document, load
from primer.kit.fences import Fence, fences
from primer.kit.page import CurrentPage
from primer.kit.strings import MissingStrings
from primer.kit.templates import Templates

PRIORITY = 28  # between normalize_whitespace (30) and fenced_code_block (25)

Placer = Callable[[CurrentPage, Document], Markup]


class EmptyPlacement(Model):
    """A fence that needs no settings."""

    noun: ClassVar[str] = "this fence"


class NamedPlacement(Model):
    """A fence that names what stands there."""

    noun: ClassVar[str] = "this fence"

    id: Slug


class Placements(Preprocessor):
    """Replaces each fence that says a key of ``placers``, and nothing else, by what that placer returns."""

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
            result += [*lines[done : fence.first], "", fence.prefix + token, ""]
            done = fence.last + 1
        return [*result, *lines[done:], "", ""]  # Markdown reads a block at the very end only with lines after it

    def _suspect(self, fence: Fence, page: CurrentPage) -> None:
        """Complain about a fence that was probably meant for us, and would be published as text."""
        word = next(iter(re.findall(r"[\w-]+", fence.info.lower())), "")
        hint = did_you_mean(word, self._placers)
        settings_only = all(line.split(":")[0].strip() in ("id", "") for line in fence.body)
        if hint and (settings_only or word in self._placers):
            message = f"'{fence.info}' is not something that can be placed"
            page.report.say(page.place_of_fence(fence), message, "placement-unknown", hint)


def _document(fence: Fence, page: CurrentPage) -> Document:
    """Return the settings inside a fence; no lines are the same as an empty mapping."""
    place = page.place_of_fence(fence)
    unreadable = Document(page.path, None, {(): place}, {}, excused=frozenset({()}))
    if not fence.closed:
        hint = "end it with ```, as far from the margin as it begins"
        page.report.say(place, "this fence is never closed", "placement-open", hint)
        return unreadable
    text = "\n".join(fence.body)
    if not text.strip():
        return Document(page.path, {}, {(): place}, {})
    document = load(text, page.path, page.report, first_line=place.line + 1, indent=place.column - 1)
    return document or unreadable


@dataclass(frozen=True)
class PlacedKind:
    """Things that a fence places by their id, each once on a page.

    ``missing`` stands in place of one that is not there, ``again`` in place of a second one; ``{id}`` is filled in.
    """

    noun: str
    """What authors call one; messages and their codes begin with it: ``quiz-unknown``, ``quiz-twice``."""
    known: Collection[str]
    broken: Collection[str]
    missing: str
    again: str


def place_by_id(kind: PlacedKind, templates: Templates, place: Callable[[CurrentPage, str], Markup]) -> Placer:
    """Return what answers a fence that names one of ``kind``; ``place`` makes its part."""

    def placed(page: CurrentPage, document: Document) -> Markup:
        wanted = validate(NamedPlacement, document, kind.noun, page.report)
        if wanted is None:
            return unreadable(templates)
        id, where = wanted.id, document.place("id")
        if id not in kind.known:
            if id not in kind.broken:
                message, hint = f"there is no {kind.noun} '{id}'", did_you_mean(id, kind.known)
                page.report.say(where, message, f"{kind.noun}-unknown", hint)
            return missing(templates, kind.missing.format(id=id))
        if id in page.used(kind.noun):
            message, hint = f"the {kind.noun} '{id}' is on this page already", "remove one of the two fences"
            page.report.say(where, message, f"{kind.noun}-twice", hint)
            return missing(templates, kind.again.format(id=id))
        page.use(kind.noun, id)
        return place(page, id)

    return placed


def without_settings(place: Callable[[CurrentPage], Markup]) -> Placer:
    """Return what answers a fence that takes no settings."""

    def checked(page: CurrentPage, document: Document) -> Markup:
        validate(EmptyPlacement, document, "placement", page.report)
        return place(page)

    return checked


def only_once(name: str, templates: Templates, placer: Placer) -> Placer:
    """Return a placer for the first fence ``name`` of a page; others are reported, for their ids would stand twice."""

    def checked(page: CurrentPage, document: Document) -> Markup:
        if name in page.placed:
            hint = "remove one of the two fences"
            page.report.say(document.place(), f"'{name}' is on this page already", "placement-twice", hint)
            return missing(templates, templates.strings[MissingStrings].placed_twice)
        page.placed.add(name)
        return placer(page, document)

    return checked


def missing(templates: Templates, message: str) -> Markup:
    """Return what stands in place of something that could not be placed."""
    return templates.render("kit/missing.html", message=message)


def unreadable(templates: Templates) -> Markup:
    """Return what stands in place of a fence whose settings are wrong."""
    return missing(templates, templates.strings[MissingStrings].settings)
