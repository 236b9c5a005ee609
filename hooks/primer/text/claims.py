"""Check that the figures of a sentence stand in the findings that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

from primer.core.diagnostics import Problem
from primer.text.citing import Citable, Finding, cited, markers, parse

# Not one in a name, such as A4 or DSM-5.
_FIGURE = re.compile(r"(?<![\w.])(?<![A-Z]-)\d[\d,]*(?:\.\d+)?|(?<![\w.])\.\d+")
_MARK = re.compile("\ue000(\\d+)\ue001")
_STANDS_FOR_HTML = re.compile(f"{STX}[^{STX}{ETX}]*{ETX}")
_NOT_OURS = str.maketrans("\ue000\ue001", "  ")
_MARKS_AFTER_A_SENTENCE = re.compile(r"([.!?])(\s*)((?:\ue000\d+\ue001\s*)+)")
BLOCKS = frozenset(
    ["p", "li", "td", "th", "dd", "dt", "figcaption", "caption", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "div"]
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\u201c\u2018\"'(])")
_LAST_WORD = re.compile(r"[\w.]*\Z")
_ABBREVIATIONS = frozenset(
    [
        *("al", "approx", "apr", "aug", "avg", "ca", "cf", "dec", "dept", "dr", "eds", "esp", "excl", "feb", "figs"),
        *("gov", "inc", "incl", "jan", "jr", "jul", "jun", "ltd", "messrs", "mr", "mrs", "ms", "mt", "nov", "nos"),
        *("oct", "pp", "prof", "resp", "sen", "sep", "sept", "sr", "st", "viz", "vol", "vols", "vs"),
    ]
)
_BEFORE_A_NUMBER = frozenset(
    ["art", "ch", "ed", "eq", "est", "etc", "fig", "gen", "mar", "max", "may", "min", "no", "nr", "ref", "rev", "sec"]
)
"""What is short for something before a number, and a word of its own before anything else."""


def unsupported_figures(block: Element, references: Mapping[str, Citable]) -> Iterator[tuple[Element, Problem]]:
    """Yield a mark and a problem for each figure in ``block`` whose sentence cites nothing that holds it.

    A figure is held by a finding that was seen and has it literally. A sentence without a citation is
    not judged here. The year of a cited reference may be named.
    """
    marks = list(markers(block))
    if not marks:
        return
    for sentence in _sentences(_flat_text(block)):
        citing = [marks[int(number)] for number in _MARK.findall(sentence)]
        inside = [cited(mark) for mark in citing]
        figures = _figures(_MARK.sub(" ", sentence))
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
        seen = {figure for finding in findings if finding.status == "seen" for figure in _figures(finding.text)}
        recalled = {figure for finding in findings if finding.status == "recalled" for figure in _figures(finding.text)}
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


def figures_in(text: str) -> frozenset[str]:
    """Return the figures in ``text`` as they are compared."""
    return frozenset(_figures(text))


def _figures(text: str) -> dict[str, str]:
    """Return the figures in ``text``: as compared ('.278' for '0.278', '14587' for '14,587') and as written."""
    written = (match[0].rstrip(",") for match in _FIGURE.finditer(text))
    return {(figure.replace(",", "").lstrip("0") or "0"): figure for figure in written}


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


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences of ``text``; citations that follow a full stop belong to what is before it.

    A full stop that may belong to an abbreviation ends none: 'Dr. Smith', 'vs. 547', 'U.S. 547', 'et al. (2020)'.
    """
    text = _MARKS_AFTER_A_SENTENCE.sub(r"\3\1 ", text)
    begin = 0
    for space in _SENTENCE_END.finditer(text):
        if not _is_abbreviated(text, space):
            yield text[begin : space.start()]
            begin = space.end()
    yield text[begin:]


def _is_abbreviated(text: str, space: re.Match[str]) -> bool:
    """Tell whether what stands before ``space`` may be short for something, and the sentence may go on."""
    if text[space.start() - 1] != ".":
        return False
    before = _MARK.sub("", text[max(0, space.start() - 40) : space.start()]).rstrip(".")
    found = _LAST_WORD.search(before[-20:])
    word = found[0].lower() if found else ""
    is_number_next = text[space.end()].isdigit()
    if not word or before[-1:].isdigit():
        return not word and is_number_next and text[: space.start()].endswith("...")
    letters = word.split(".")
    if all(len(part) == 1 and part.isalpha() for part in letters):
        return True  # an initial, 'e.g', 'U.S'
    return letters[-1] in _ABBREVIATIONS or word == "ph.d" or (is_number_next and word in _BEFORE_A_NUMBER)
