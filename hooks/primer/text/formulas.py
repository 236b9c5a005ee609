r"""Turn formulas into MathML.

``pymdownx.arithmatex`` reads ``$…$``, ``\(…\)`` and ``$$…$$`` and leaves marked elements, ``math_core`` knows LaTeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.entities import html5
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, fromstring, tostring

from markdown import Markdown
from markdown.util import AtomicString

from primer.core.diagnostics import Problem

if TYPE_CHECKING:
    from math_core import LatexToMathML

READER = "pymdownx.arithmatex"
"""The extension of Markdown that reads formulas; a site that lists it has formulas."""
_MARK = "arithmatex"
_DEEPEST = 40
"""How many elements of a formula may stand inside of each other; those who read a page call themselves at each."""
_LONGEST = 2000
"""How many characters a formula may have. The library calls itself at each level, until the stack is used up."""
_DEFINES = re.compile(r"\\(?:[egx]?def|let|(?:new|renew|provide)command)(?![a-zA-Z])")
"""What defines commands: they could nest as deep as nobody sees in the formula."""
_TOO_DEEP = Problem("the formula nests deeper than can be shown", "formula-size", "take it apart")
_NOT_IN_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(\w+;)")
CLASSES = {
    "border-bottom": "line-below",
    "border-left": "line-before",
    "border-right": "line-after",
    "border-top": "line-above",
    "justify-items:end": "",
    "justify-items:start": "",
    "padding-bottom:0": "flush-below",
    "padding-left:0": "flush-left",
    "padding-left:0.2778em": "apart-a-little",
    "padding-left:1em": "apart",
    "padding-right:0": "flush-right",
    "padding-top:0": "flush-above",
    "text-align:left": "left",
    "text-align:right": "right",
    "width:100%": "whole",
    "width:50%": "half",
    "width:7.5%": "margin",
}
"""What ``formulas.css`` calls each style that ``math_core`` writes, or all of a property: the policy blocks ``style=``.
Nothing stands for what browsers do by themselves."""


class BrokenFormula(NamedTuple):
    """A formula that cannot be shown: what is wrong, and how many characters into it."""

    problem: Problem
    offset: int


def read_formulas(md: Markdown) -> None:
    """Let ``md`` read formulas as it reads pages where a site lists ``READER``."""
    md.registerExtensions([READER], {READER: {"block_syntax": []}})
    leave_marks(md)


def leave_marks(md: Markdown) -> bool:
    """Let what reads formulas in ``md`` leave an element with the LaTeX in it; return whether something reads any.

    Whatever its settings say: for a script that shows formulas, it would write what the policy blocks.
    """
    inline, blocks = md.inlinePatterns, md.parser.blockprocessors
    found: list[object] = []
    if "arithmatex-inline" in inline:
        found.append(inline["arithmatex-inline"])
    if "arithmatex-block" in blocks:
        found.append(blocks["arithmatex-block"])
    for processor in found:
        vars(processor).update(generic=True, wrap="{}", inline_tag="span", block_tag="div")
    return bool(found)


def formulas(root: Element) -> Iterator[Element]:
    """Yield the marked elements below ``root``, each with its LaTeX as text."""
    return (element for element in root.iter() if element.get("class") == _MARK and element.tag in ("div", "span"))


def latex_of(mark: Element) -> str:
    """Return the LaTeX of a marked element."""
    return (mark.text or "").strip()


def problem_of(mark: Element) -> BrokenFormula | None:
    """Return what is wrong with the formula of a marked element."""
    found = _mathml(latex_of(mark), block=mark.tag == "div")
    return found if isinstance(found, BrokenFormula) else None


def show(mark: Element) -> None:
    """Put MathML into a marked element; of a formula that is broken, what was typed."""
    latex = latex_of(mark)
    found = _mathml(latex, block=mark.tag == "div")
    mark.attrib = {"class": "formula"}
    if isinstance(found, BrokenFormula):
        mark.attrib["class"] = "formula formula--broken"
        mark.text = AtomicString(latex)
    else:
        mark.text = None
        mark.append(fromstring(found))  # noqa: S314 - a fresh element for each: what renders pages changes them


def show_source(mark: Element) -> None:
    """Put back what was typed between dollar signs, where a site has no formulas."""
    mark.attrib = {}
    mark.text = AtomicString(f"${mark.text}$")


@cache
def _mathml(latex: str, *, block: bool) -> str | BrokenFormula:
    """Return the MathML of a formula, or what is wrong with it."""
    if refused := _refused(latex):
        return refused
    converter, error = _library()
    try:
        markup = converter.convert_with_local_state(latex, displaystyle=block)
    except error as wrong:
        offset, _, message = str(wrong).partition(": ")
        hint = r"mend it; a dollar sign that begins no formula is written \$"
        return _unreadable(f"{message[:1].lower()}{message[1:].rstrip('.')}", hint, int(offset))
    root = fromstring(_ENTITY.sub(lambda entity: html5[entity[1]], markup))  # noqa: S314 - it is the library's own
    if _depth(root) > _DEEPEST:
        return BrokenFormula(_TOO_DEEP, 0)
    for element in root.iter():
        element.attrib.pop("id", None)  # of a numbered equation; nothing can link to it
        if unknown := _with_classes(element):
            message = f"the formula asks for the style '{unknown}', which pages of this site cannot have"
            return BrokenFormula(Problem(message, "formula-style", "take the colour or the size out of it"), 0)
    return tostring(root, encoding="unicode")


def _refused(latex: str) -> BrokenFormula | None:
    """Return why a formula is kept from the library, which takes what is small, and for XML."""
    if len(latex) > _LONGEST:
        said = f"the formula has {len(latex)} characters, and can have {_LONGEST}"
        return BrokenFormula(Problem(said, "formula-size", "take it apart"), 0)
    if max(accumulate((sign == "{") - (sign == "}") for sign in latex), default=0) > _DEEPEST:
        return BrokenFormula(_TOO_DEEP, 0)
    if control := _NOT_IN_XML.search(latex):
        return _unreadable(f"it holds the character U+{ord(control[0]):04X}", "remove it", control.start())
    if definition := _DEFINES.search(latex):
        hint = "write out what it stands for"
        return _unreadable(f"{definition[0]} is not for formulas", hint, definition.start())
    return None


def _unreadable(why: str, hint: str, offset: int) -> BrokenFormula:
    return BrokenFormula(Problem(f"the formula cannot be read: {why}", "formula-unreadable", hint), offset)


def _library() -> tuple[LatexToMathML, type[Exception]]:
    from math_core import LatexError, LatexToMathML  # only a site with formulas loads it

    return LatexToMathML(fancy_error=False), LatexError


def _with_classes(element: Element) -> str | None:
    """Put classes in place of the styles of an element; return the first one that has none."""
    style = element.attrib.pop("style", "")
    classes = [element.get("class", "")]
    for declaration in filter(None, (part.strip() for part in style.split(";"))):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        known = CLASSES.get(f"{name}:{value}", CLASSES.get(name))
        if known is None:
            return declaration
        classes.append(f"formula__{known}" if known else "")
    if joined := " ".join(filter(None, classes)):
        element.set("class", joined)
    return None


def _depth(root: Element) -> int:
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth
