"""Check that the figures of a sentence stand in the findings that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

from primer.core.diagnostics import Problem
from primer.text.citing import Citables, Finding, cited, markers, parse
from primer.text.figures import Numerals, figures_in
from primer.text.sentences import ENDS, Shortened, sentences

_MARK = re.compile("\ue000(\\d+)\ue001")
_STANDS_FOR_HTML = re.compile(f"{STX}[^{STX}{ETX}]*{ETX}")
_NOT_OURS = str.maketrans("\ue000\ue001", "  ")
_MARKS_AFTER_A_SENTENCE = re.compile(rf"([{ENDS}])(\s*)((?:\ue000\d+\ue001\s*)+)")
BLOCKS = frozenset(
    ["p", "li", "td", "th", "dd", "dt", "figcaption", "caption", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "div"]
)


def unsupported_figures(block: Element, citables: Citables) -> Iterator[tuple[Element, Problem]]:
    """Yield a mark and a problem for each figure in ``block`` whose sentence cites nothing that holds it.

    A figure is held by a finding that was seen and has it literally. A sentence without a citation is
    not judged here. The year of a cited reference may be named.
    """
    marks = list(markers(block))
    if not marks:
        return
    references, numerals = citables.known, citables.numerals
    for sentence in _sentences(_flat_text(block), citables.shortened):
        citing = [marks[int(number)] for number in _MARK.findall(sentence)]
        inside = [cited(mark) for mark in citing]
        figures = numerals.figures(_MARK.sub(" ", sentence))
        if not inside or not figures:
            continue
        citations = [citation for part in inside for citation in parse(part) if citation.reference in references]
        if not citations:
            continue
        findings: list[Finding] = []
        for citation in citations:
            reference = references[citation.reference]
            figures.pop(str(reference.year), None)
            findings += [f for f in reference.findings if citation.finding in (None, f.id)]
        seen = _figures_of(findings, "seen", numerals)
        recalled = _figures_of(findings, "recalled", numerals)
        where = f"[{inside[0]}]"
        for figure, written in figures.items():
            if figure in seen:
                continue
            if figure in recalled:
                yield (
                    citing[0],
                    Problem(
                        f"'{written}' rests on a finding that nobody has seen: {where}",
                        "citation-recalled",
                        "leave the figure out until it was seen",
                    ),
                )
            else:
                yield (
                    citing[0],
                    Problem(
                        f"'{written}' is in no finding of {where}",
                        "citation-figure",
                        "cite the finding that holds it: [@reference:finding]",
                    ),
                )


def _figures_of(findings: Iterable[Finding], status: str, numerals: Numerals) -> set[str]:
    """Return the figures of findings with a status; they may be in English, where languages share references."""
    texts = [finding.text for finding in findings if finding.status == status]
    return {figure for text in texts for figure in figures_in(text, numerals) | figures_in(text)}


def _flat_text(block: Element) -> str:
    """Return the text of ``block``, without that of blocks inside it, with a numbered sign for each citation."""
    numbers = {id(mark): number for number, mark in enumerate(markers(block))}
    parts: list[str] = []

    def walk(element: Element) -> None:
        if id(element) in numbers:
            parts.append(f"\ue000{numbers[id(element)]}\ue001")
        parts.append(_plain(element.text))
        for child in element:
            if child.tag not in BLOCKS:  # a block inside this one is judged for itself
                walk(child)
            parts.append(_plain(child.tail))

    walk(block)
    return "".join(parts)


def _plain(text: str | None) -> str:
    """Return ``text`` without what Python-Markdown has put in the place of HTML, which has numbers of its own."""
    return _STANDS_FOR_HTML.sub("", text or "").translate(_NOT_OURS)


def _sentences(text: str, shortened: Shortened) -> Iterator[str]:
    """Yield the sentences of ``text``; citations that follow a full stop belong to what is before it."""
    return sentences(_MARKS_AFTER_A_SENTENCE.sub(r"\3\1 ", text), shortened, lambda part: _MARK.sub("", part))
