"""Write a review document as DOCX, and read back what somebody wrote into it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Cm, Pt
from docx.table import Table

from tools.review.document import ReviewDocument
from tools.review.words import BOXES, CLAIMS, CONSENT, HOW, SIGNATURE, about

MARK = "review pack 1"
"""What the properties of each document begin with, before the page, the reviewer, the day and the digest."""

SEPARATOR = "; "
STYLES = {"item": "List Bullet", "words": "Quote"}
WIDTHS = (1.2, 5.6, 5.6, 1.5, 1.5, 1.5, 3.6)
"""Of the columns of the table of claims, in centimetres."""


@dataclass(frozen=True)
class Row:
    """A claim as it came back: its text and what that rests on, which boxes are marked, and what stands beside them."""

    number: str
    text: str
    basis: str
    marked: tuple[str, ...]
    correction: str


@dataclass(frozen=True)
class Returned:
    """What came back."""

    page: str
    role: str
    made: str
    digest: str
    rows: tuple[Row, ...]
    signature: dict[str, str]
    """What stands beside each line of the signature."""


def write_word(document: ReviewDocument, path: Path) -> None:
    """Write a document that can be filled in."""
    word = Document()
    word.core_properties.title = document.title
    word.core_properties.author = ""
    parts = (MARK, document.page, document.role, document.made.isoformat(), document.digest)
    word.core_properties.subject = SEPARATOR.join(parts)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(29.7), Cm(21)  # claims and sources beside each other
    section.left_margin = section.right_margin = Cm(2)
    word.styles["Normal"].font.size = Pt(11)
    word.add_heading(document.title, 0)
    word.add_paragraph(about(document))
    for line in HOW:
        word.add_paragraph(line, style="List Number")
    word.add_heading("What the page says", 1)
    for block in document.blocks:
        if block.kind == "heading":
            paragraph = word.add_heading("", min(block.level, 9))
        else:
            paragraph = word.add_paragraph(style=STYLES.get(block.kind))
        for index, (text, number) in enumerate(block.pieces):
            paragraph.add_run(f"{' ' if index else ''}{text}")
            if number:
                paragraph.add_run(f" [{number}]").bold = True
    word.add_heading("Each claim, and what it rests on", 1)
    _table(word, CLAIMS, [_claim_row(document, index) for index in range(len(document.claims))], WIDTHS)
    word.add_heading("Signature", 1)
    word.add_paragraph(CONSENT)
    _table(word, ("", ""), [(line, "") for line in SIGNATURE], (7, 13))
    path.parent.mkdir(parents=True, exist_ok=True)
    word.save(str(path))


def read_word(path: Path) -> Returned | str:
    """Return what came back in a document, or in one sentence why it is none of ours."""
    try:
        word = Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        return f"{path.name} is no Word document; fill in the .docx of the pack, and save it as .docx"
    parts = word.core_properties.subject.split(SEPARATOR)
    tables = [table for table in word.tables if _header(table) == CLAIMS]
    signed = [table for table in word.tables if [row.cells[0].text for row in table.rows][1:] == list(SIGNATURE)]
    if len(parts) != 5 or parts[0] != MARK or len(signed) != 1 or len(tables) != 1:
        return f"{path.name} is no document of the pack, or its tables were changed; fill in a new one"
    _, page, role, made, digest = parts
    rows = tuple(_row(row.cells) for row in tables[0].rows[1:])
    signature = {row.cells[0].text: row.cells[1].text.strip() for row in signed[0].rows[1:]}
    return Returned(page, role, made, digest, rows, signature)


def _claim_row(document: ReviewDocument, index: int) -> tuple[str, ...]:
    claim = document.claims[index]
    return (str(claim.number), claim.text, "\n".join(claim.basis), *("" for _ in BOXES), "")


def _table(word: Word, header: tuple[str, ...], rows: list[tuple[str, ...]], widths: tuple[float, ...]) -> None:
    table = word.add_table(rows=0, cols=len(header), style="Table Grid")
    table.autofit = False
    for row in [header, *rows]:
        for cell, text, width in zip(table.add_row().cells, row, widths, strict=True):
            cell.text, cell.width = text, Cm(width)


def _header(table: Table) -> tuple[str, ...]:
    return tuple(cell.text for cell in table.rows[0].cells)


def _row(cells: tuple[object, ...]) -> Row:
    number, text, basis, *boxes, correction = (str(getattr(cell, "text", "")).strip() for cell in cells)
    marked = tuple(name for name, written in zip(BOXES, boxes, strict=True) if written)
    return Row(number, text, basis, marked, correction)
