"""Find Markdown that nothing has read, and that would be published as the signs it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import AtomicString

from primer.core.diagnostics import Problem
from primer.text.author_markdown import cells

_SHOWN_AS_TYPED = frozenset({"code", "kbd", "math", "pre", "samp", "script", "style", "textarea"})


@dataclass(frozen=True)
class _Kind:
    """Something that authors write: ``signs`` are in each, ``pattern`` finds it, and group 1 of that is what is shown.

    ``extension`` is what reads it, and ``reader`` what that is called in Markdown once it does; then ``hint`` helps.
    """

    what: str
    signs: str
    pattern: re.Pattern[str]
    hint: str
    extension: str = ""
    reader: str = ""


def _kind(what: str, signs: str, pattern: str, hint: str, extension: str = "", reader: str = "") -> _Kind:
    return _Kind(what, signs, re.compile(pattern, re.MULTILINE), hint, extension, reader)


_INDENT = "begin it on a line of its own, and indent what is in it by four spaces"
_KINDS = (
    _kind("a block that opens", "???", r"^ *(\?\?\?\+?.{0,60})", _INDENT, "pymdownx.details", "details"),
    _kind("an admonition", "!!!", r"^ *(!!!.{0,60})", _INDENT, "admonition", "admonition"),
    _kind("a tab", "===", r"^ *(===[!+]? +[\"'].{0,60})", _INDENT, "pymdownx.tabbed", "tabbed"),
    _kind("a block of '///'", "///", r"^ *(/// *\w.{0,60})", "write an admonition, a tab or a figure in its place"),
    _kind(
        "a footnote", "[^", r"(\[\^[^\]\s]{1,60}\]:?)", "write '{0}: …' on a line of its own", "footnotes", "footnote"
    ),
    _kind("a task", "[", r"^(\[[ xX]\]) +\S", "begin it with '- '", "pymdownx.tasklist", "task-list"),
    _kind("crossed-out text", "~~", r"(~~[^~\s](?:[^~\n]{0,200}[^~\s])?~~)", "", "pymdownx.tilde"),
    _kind("an abbreviation", "*[", r"(\*\[[^\]\n]{1,60}\]:)", "begin a line with it", "abbr", "abbr"),
    _kind(
        "keys", "++", r"(\+\+[a-z0-9-]+(?:\+[a-z0-9-]+)*\+\+)", "name keys as in '++ctrl+c++'", "pymdownx.keys", "keys"
    ),
    _kind("an included file", "--8<--", r"(--8<--.{0,60})", "write out what stands in that file"),
    _kind("marked text", "==", r"(?<!=)(==[^=\s](?:[^=\n]{0,200}[^=\s])?==)(?!=)", "", "pymdownx.mark"),
    _kind("a mark of an editor", "{", r"(\{(?:\+\+|--|==|>>|~~)[^{}\n]{0,200})", "write the text as it should be"),
    _kind("an icon", ":", r"(?<![\w:])(:(?:material|octicons|fontawesome|simple)-[a-z0-9-]+:)", "say it in words"),
    _kind("an emoji", ":", r"(?<!\S)(:[a-z][a-z0-9_]{2,30}:)(?!\S)", "type the sign itself, or say it in words"),
    _kind(
        "a link",
        "](",
        r"(\[[^\[\]\n]{1,200}\]\([^)\n]{0,200}\n?)",
        "write [words](address), the address without spaces",
    ),
    _kind(
        "a link",
        "] (",
        r"(\[[^\[\]\n]{1,200}\] +\((?:/|\.|#|https?:)[^)\s]{0,200}\))",
        "leave out the space before '('",
    ),
    _kind("a picture", "![", r"(!\[[^\[\]\n]{0,200}\])", "write ![what it shows](/folder/picture.svg)"),
    _kind("a link", "][", r"(\[[^\[\]\n]{1,200}\]\[[^\[\]\n]{0,200}\])", "write [words](address)"),
    _kind("a list", "\n", r"\n +((?:[-*+]|\d{1,3}[.)]) +\S.{0,60})", "begin it where the paragraph above begins"),
    _kind("a list", "1)", r"^(1\) +\S.{0,60})\n2\) ", "write '1.', '2.' and so on"),
    _kind("bold text", "**", r"(?<![*\w])(\*\*\w[^*`\n]{0,60})", "end it with '**', or write \\*\\* for the signs"),
    _kind("code", "`", r"(?<!`)(`[^`\n]{0,60})", "end it with '`', or write \\` for the sign"),
)
_ONLY_INLINE = "texts of data files have no lists; write paragraphs, or a table"
_DATA_KINDS = (
    _kind("a list", "\n", r"^([-*+] +\S.{0,60})\n[-*+] ", _ONLY_INLINE),
    _kind("a list", "\n", r"^(\d{1,3}[.)] +\S.{0,60})\n\d{1,3}[.)] ", _ONLY_INLINE),
)
_TABLE = re.compile(r"^(.*\|.*)\n( *\|?(?: *:?-{2,}:? *\|)+.*)$", re.MULTILINE)
_FORMULA = re.compile(r"(?<![\\$])(\$(?=[^\s$])(?=[^$\n]*[\\^_=]|[a-zA-Z]\$)[^$\n]{1,200}(?<=\S)\$)(?!\d)")
_CITATION = re.compile(r"(?<![\w.@/\x03-])(-?@([a-z0-9]+(?:-[a-z0-9]+)+|[a-z][a-z0-9]*)(?::[a-z0-9-]+)?)(?![\w@])")
_BRACKETS = re.compile(r"(\[([a-z0-9]+(?:-[a-z0-9]+)*(?::[a-z0-9-]+)?)\])(?![\[(:])")


Reads = Callable[[str], bool]
"""Tells whether something of a name reads Markdown."""


def reads(md: Markdown) -> Reads:
    """Return what tells whether a part of ``md`` has a name."""
    parts = (md.parser.blockprocessors, md.inlinePatterns, md.treeprocessors)
    return lambda name: any(name in part for part in parts)


def unread(
    root: Element, source: str, reads: Reads | None, references: Collection[str] = (), *, formulas: bool = False
) -> Iterator[tuple[str, Problem]]:
    """Yield each thing in the text below ``root`` that looks like Markdown, as it is written, with its problem.

    ``source`` is what the text was made from. ``reads`` tells what reads pages, and is None for a text of a data file.
    ``references`` are the ids that texts can cite, and ``formulas`` says that there may be some.
    """
    kinds = [kind for kind in (*_KINDS, *(_DATA_KINDS if reads is None else ())) if kind.signs in source]
    for text in _texts(root):
        taken = bytearray(len(text)) if kinds else bytearray()
        for kind in kinds:
            for found in kind.pattern.finditer(text) if kind.signs in text else ():
                if _is_free(found.span(1), taken):
                    yield found[1].rstrip(), _problem(kind, found[1].rstrip(), reads)
        if "|" in text and reads is not None:
            yield from _tables(text)
        if "$" in text and not formulas:
            hint = "this site has no formulas; write \\$ for the sign, or add 'pymdownx.arithmatex' to mkdocs.yml"
            yield from ((found[1], _as_text("a formula", found[1], hint)) for found in _FORMULA.finditer(text))
        if references:
            yield from _citations(text, references)


def may_be_unread(text: str, references: Collection[str]) -> bool:
    """Tell whether it is worth the time to look for such things in a text of a data file."""
    return any(kind.signs in text for kind in (*_KINDS, *_DATA_KINDS)) or (bool(references) and "@" in text)


def _is_free(span: tuple[int, int], taken: bytearray) -> bool:
    """Take a stretch of text, unless something has taken a part of it."""
    begin, end = span
    if any(taken[begin:end]):
        return False
    taken[begin:end] = b"\x01" * (end - begin)
    return True


def _texts(root: Element) -> Iterator[str]:
    """Yield each text below ``root`` that is read as prose."""
    if root.text and not isinstance(root.text, AtomicString):
        yield root.text
    for child in root:
        if child.tag not in _SHOWN_AS_TYPED:
            yield from _texts(child)
        if child.tail and not isinstance(child.tail, AtomicString):
            yield child.tail


def _problem(kind: _Kind, written: str, reads: Reads | None) -> Problem:
    hint = kind.hint.format(written)
    if kind.extension and reads is None:
        hint = "texts of data files have no such thing; write it on a page, or in words"
    elif kind.extension and reads is not None and not reads(kind.reader):
        hint = f"add '{kind.extension}' to 'markdown_extensions' in mkdocs.yml"
    return _as_text(kind.what, written, hint)


def _as_text(what: str, written: str, hint: str) -> Problem:
    return Problem(f"'{written}' looks like {what}, and is published as it is written", "markdown-unread", hint or None)


def _tables(text: str) -> Iterator[tuple[str, Problem]]:
    for found in _TABLE.finditer(text):
        head, dashes = cells(found[1]), cells(found[2])
        hint = f"write {head} cells of dashes" if head != dashes else "leave an empty line above the table"
        message = f"the table has {head} cells in its head and {dashes} in the line of dashes"
        yield (
            found[1].strip(),
            Problem(message if head != dashes else "the table is published as text", "markdown-unread", hint),
        )


def _citations(text: str, references: Collection[str]) -> Iterator[tuple[str, Problem]]:
    """Yield what cites something known in a way that nothing reads."""
    for found in _CITATION.finditer(text) if "@" in text else ():
        if found[2] in references:
            yield found[1], _no_citation(found[1], found[1].lstrip("-"))
    for found in _BRACKETS.finditer(text) if "[" in text else ():
        if found[2].partition(":")[0] in references:
            yield found[1], _no_citation(found[1], f"@{found[2]}")


def _no_citation(written: str, cites: str) -> Problem:
    message = f"'{written}' is published as it is written, and cites nothing"
    return Problem(message, "citation-unread", f"write [{cites}]")
