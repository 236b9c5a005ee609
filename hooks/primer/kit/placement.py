"""Put quizzes and other generated parts where a page has a fence that names them.

A preprocessor puts a token in place of a fence before Markdown reads any block, so that a part comes out whole inside
lists, admonitions and tabs; a tree processor fills it in once it is known that it does not stand in code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER, AtomicString, code_escape
from markupsafe import Markup

from primer.core.diagnostics import did_you_mean
from primer.core.document import spot
from primer.core.model import Model, Slug
from primer.core.validation import validate
from primer.core.yaml import Document, load
from primer.kit.fences import Fence, fences
from primer.kit.page import CurrentPage, PlacedFence
from primer.kit.strings import MissingStrings
from primer.kit.templates import Templates
from primer.text.typed_html import TypedHtml

TOKENS = 28  # between normalize_whitespace (30) and fenced_code_block (25)
PLACEMENTS = 40  # before indented code is highlighted (30)

_TOKEN = re.compile(HTML_PLACEHOLDER % "([0-9]+)")

Placer = Callable[[CurrentPage, Document], Markup]


class EmptyPlacement(Model):
    """A fence that needs no settings."""

    noun: ClassVar[str] = "this fence"


class NamedPlacement(Model):
    """A fence that names what stands there."""

    noun: ClassVar[str] = "this fence"

    id: Slug


@dataclass
class _Waiting:
    """A fence that was found, and the token that waits in its place until it is known where that stands.

    What is ``meant`` for us is written otherwise: it is shown as code, and its token only finds where it stands.
    """

    fence: Fence
    number: int
    token: str
    meant: bool

    def source(self, margin: str) -> str:
        """Return what was typed, behind another margin than its own."""
        if self.meant:
            return ""
        fence = self.fence
        lines = [f"{fence.marks} {fence.info}", *fence.body, *([fence.marks] if fence.closed else [])]
        return "\n".join(f"{margin}{line}".rstrip() for line in lines)


class FenceTokens(Preprocessor):
    """Puts a token in place of each fence that says a key of ``placers``, and nothing else.

    Each stands between empty lines, so that Markdown takes it for a paragraph wherever a fence may stand.
    """

    def __init__(self, md: Markdown, placers: Mapping[str, Placer], current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._placers = placers
        self._current = current
        self.waiting: list[_Waiting] = []

    def run(self, lines: list[str]) -> list[str]:
        self.waiting.clear()
        if self._current() is None or not any("```" in line or "~~~" in line for line in lines):
            return lines
        result: list[str] = []
        done = 0
        for fence in fences(lines):
            known = fence.info in self._placers
            if not known and not meant(fence, self._placers):
                continue
            number = self.md.htmlStash.html_counter
            token = self.md.htmlStash.store("")
            self.waiting.append(_Waiting(fence, number, token, not known))
            result += [*lines[done : fence.first], "", fence.prefix + token, ""]
            done = fence.last + 1 if known else fence.first
        return [*result, *lines[done:], "", ""]  # Markdown reads a block at the very end only with lines after it


class Placements(Treeprocessor):
    """Replaces each token by what a placer returns, or by what was typed where that is text.

    Only Markdown's own parser knows whether a fence stands in indented code or in ``<pre>``, and it has run by now.
    """

    def __init__(
        self,
        md: Markdown,
        tokens: FenceTokens,
        placers: Mapping[str, Placer],
        current: Callable[[], CurrentPage | None],
    ) -> None:
        super().__init__(md)
        self._tokens = tokens
        self._placers = placers
        self._current = current

    def run(self, root: Element) -> None:
        page, waiting = self._current(), {one.number: one for one in self._tokens.waiting}
        if page is None or not waiting:
            return
        in_text = {*_restore_in_code(root, waiting), *_restore_in_html(self.md.htmlStash.rawHtmlBlocks, waiting)}
        for one in waiting.values():
            if one.number in in_text:
                continue
            if one.meant:
                self._suspect(one.fence, page)
                continue
            fence, place, document = one.fence, page.location_of_fence(one.fence), _document(one.fence, page)
            page.placements.append(PlacedFence(fence.info, document.id, place.line, page.location(fence.last).line))
            with page.placing(place):
                html = self._placers[fence.info](page, document)
            # Markdown keeps a stashed block out of a paragraph only when it begins with a block-level element.
            self.md.htmlStash.rawHtmlBlocks[one.number] = Markup('<div class="placement">\n{}\n</div>').format(html)
        _remove(root, {one.token for one in waiting.values() if one.meant})

    def _suspect(self, fence: Fence, page: CurrentPage) -> None:
        """Complain about a fence that was probably meant for us, and is published as text."""
        message = f"'{fence.info}' is not something that can be placed"
        page.report.add(page.location_of_fence(fence), message, "placement-unknown", meant(fence, self._placers))


def _restore_in_code(root: Element, waiting: Mapping[int, _Waiting]) -> Iterator[int]:
    """Put back what was typed in code, and yield the number of each fence there."""
    for code in root.iter("code"):
        here = _numbers(code.text or "", waiting)
        if here:
            code.text = AtomicString(_restored(code.text or "", {n: waiting[n] for n in here}, code_escape))
            yield from here


def _restore_in_html(blocks: list[str | Element], waiting: Mapping[int, _Waiting]) -> Iterator[int]:
    """Put back what was typed where HTML shows it as text or not at all, and yield the number of each fence there."""
    for number, html in enumerate(blocks):
        here = _numbers(html, waiting) if isinstance(html, str) else []
        if isinstance(html, str) and here:
            in_flow = set(_numbers(TypedHtml(html).flow, waiting))
            in_text = [one for one in here if one not in in_flow]
            blocks[number] = _restored(html, {n: waiting[n] for n in here if n in in_text or waiting[n].meant}, str)
            yield from in_text


def _numbers(text: str, waiting: Mapping[int, _Waiting]) -> list[int]:
    """Return the numbers of the tokens in ``text`` that are ours."""
    return [number for found in _TOKEN.findall(text) if (number := int(found)) in waiting]


def _remove(root: Element, tokens: Collection[str]) -> None:
    for parent in list(root.iter()) if tokens else ():
        for child in [child for child in parent if child.text in tokens]:
            parent.remove(child)


def meant(fence: Fence, placers: Collection[str]) -> str | None:
    """Return the hint for a fence that was probably meant for us, and would be published as text."""
    word = next(iter(re.findall(r"[\w-]+", fence.info.lower())), "")
    settings_only = all(line.split(":")[0].strip() in ("id", "") for line in fence.body)
    return did_you_mean(word, placers) if word and (settings_only or word in placers) else None


def _restored(text: str, here: Mapping[int, _Waiting], escape: Callable[[str], str]) -> str:
    """Return ``text`` with what was typed in place of tokens and of the empty lines around each."""
    first, *rest = _TOKEN.split(text)
    parts = [first]
    for number, behind in zip(rest[::2], rest[1::2], strict=True):
        one = here.get(int(number))
        if one is None:
            parts += [HTML_PLACEHOLDER % number, behind]
            continue
        before = parts[-1].rstrip(" ")
        margin = parts[-1][len(before) :]
        parts[-1] = before[:-1] if before.endswith("\n\n") else before
        after = behind[1:] if behind.startswith("\n\n") else behind
        if one.meant:  # it was left where it was
            after = after.removeprefix("\n")
        parts += [escape(one.source(margin)), after]
    return "".join(parts)


def _document(fence: Fence, page: CurrentPage) -> Document:
    """Return the settings inside a fence; no lines are the same as an empty mapping."""
    place = page.location_of_fence(fence)
    unreadable = Document(page.path, None, {(): spot(place)}, {}, excused=frozenset({()}))
    if not fence.closed:
        hint = "end it with ```, as far from the margin as it begins"
        page.report.add(place, "this fence is never closed", "placement-open", hint)
        return unreadable
    text = "\n".join(fence.body)
    if not text.strip():
        return Document(page.path, {}, {(): spot(place)}, {})
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
        id, where = wanted.id, document.location_of("id")
        if id not in kind.known:
            if id not in kind.broken:
                message, hint = f"there is no {kind.noun} '{id}'", did_you_mean(id, kind.known)
                page.report.add(where, message, f"{kind.noun}-unknown", hint)
            return missing(templates, kind.missing.format(id=id))
        if id in page.used(kind.noun):
            message, hint = f"the {kind.noun} '{id}' is on this page already", "remove one of the two fences"
            page.report.add(where, message, f"{kind.noun}-twice", hint)
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
            page.report.add(document.location_of(), f"'{name}' is on this page already", "placement-twice", hint)
            return missing(templates, templates.strings[MissingStrings].placed_twice)
        page.placed.add(name)
        return placer(page, document)

    return checked


def placer_of_off(name: str, feature: str, templates: Templates) -> Placer:
    """Return what answers a fence of a feature that is switched off."""

    def placed(page: CurrentPage, document: Document) -> Markup:
        message = f"the fence '{name}' is one of the feature '{feature}', which is off"
        hint = f"add '{feature}' to 'features' in site.yml, or remove the fence"
        page.report.add(document.location_of(), message, "placement-off", hint)
        return missing(templates, templates.strings[MissingStrings].switched_off)

    return placed


def missing(templates: Templates, message: str) -> Markup:
    """Return what stands in place of something that could not be placed."""
    return templates.render("kit/missing.html", message=message)


def unreadable(templates: Templates) -> Markup:
    """Return what stands in place of a fence whose settings are wrong."""
    return missing(templates, templates.strings[MissingStrings].settings)
