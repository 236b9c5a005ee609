"""Put what python-docx has no method for into a Word document: numbering, links, fields, languages."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LEVELS = (("decimal", "%1.", 425), ("lowerLetter", "%2)", 850))
"""How questions are numbered, and below each what can be chosen: the form, the sign, the indent in twentieths."""


def numbering(word: Document) -> int:
    """Put a numbering in two levels into a document; returns by which number paragraphs ask for it."""
    part = word.part.numbering_part.element
    id = str(1 + max((int(one.get(qn("w:abstractNumId"))) for one in part.iter(qn("w:abstractNum"))), default=0))
    abstract = _made("w:abstractNum", {"w:abstractNumId": id})
    abstract.append(_made("w:multiLevelType", {"w:val": "multilevel"}))
    for number, (form, sign, indent) in enumerate(LEVELS):
        level = _made("w:lvl", {"w:ilvl": str(number)})
        level.append(_made("w:start", {"w:val": "1"}))
        level.append(_made("w:numFmt", {"w:val": form}))
        level.append(_made("w:lvlText", {"w:val": sign}))
        level.append(_made("w:lvlJc", {"w:val": "left"}))
        properties = OxmlElement("w:pPr")
        properties.append(_made("w:ind", {"w:left": str(indent), "w:hanging": "425"}))
        level.append(properties)
        abstract.append(level)
    part.insert(0, abstract)  # the schema wants these before what uses them
    return int(part.add_num(int(id)).numId)


def number(paragraph: Paragraph, numbering: int, level: int) -> None:
    """Number a paragraph."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no other way
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = numbering


def link(paragraph: Paragraph, address: str) -> BaseOxmlElement:
    """Put a link at the end of a paragraph; its runs have to be moved into what is returned."""
    id = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = _made("w:hyperlink", {"r:id": id})
    paragraph._p.append(element)  # noqa: SLF001 - python-docx has no other way
    return element


def field(paragraph: Paragraph, name: str) -> None:
    """Put something at the end of a paragraph that Word counts: PAGE, NUMPAGES."""
    element = _made("w:fldSimple", {"w:instr": name})
    shown = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    shown.append(text)
    element.append(shown)
    paragraph._p.append(element)  # noqa: SLF001 - python-docx has no other way


def describe(run: Run, words: str) -> None:
    """Say in words what the picture in a run shows."""
    for shape in run._r.iter(qn("wp:docPr")):  # noqa: SLF001 - python-docx has no other way
        shape.set("descr", words)


def repeat_head(row: BaseOxmlElement) -> None:
    """Say that a row is the head of its table, and comes again on each page."""
    row.get_or_add_trPr().append(_made("w:tblHeader", {"w:val": "true"}))


def speak(word: Document, language: str) -> None:
    """Say in which language a document is."""
    for element in word.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def _made(tag: str, attributes: dict[str, str]) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element
