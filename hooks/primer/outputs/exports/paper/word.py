"""Write a quiz as a Word document: the questions, then the key."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import docx
from docx.document import Document
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from primer.outputs.exports.archives import repacked
from primer.outputs.exports.formats import Writing
from primer.outputs.exports.paper import word_parts
from primer.outputs.exports.paper.blocks import Block, Code, Line, Listed, Paragraph, Run, Table, bold, joined
from primer.outputs.exports.paper.model import Blanks, Boxes, Choice, Gapped, Key, Lines, PrintedQuestion, Sheet, Steps
from primer.outputs.exports.paper.pictures import raster
from primer.outputs.exports.paper.sheet import sheet
from primer.outputs.exports.paper.strings import PaperStrings

WIDEST = Cm(16)
"""How wide a picture may be: as wide as the text."""


def typed(writing: Writing) -> bytes:
    """Return a quiz as a Word document."""
    pages = sheet(writing)
    writer = _Writer(pages, writing.quiz.strings[PaperStrings])
    writer.head()
    for question in pages.questions:
        writer.question(question)
    writer.blocks(pages.closing)
    writer.heading(writer.words.key, 1)
    for question in pages.questions:
        writer.key(question)
    return writer.content()


class _Writer:
    """Writes one document, from its beginning to its end."""

    def __init__(self, pages: Sheet, words: PaperStrings) -> None:
        self.pages, self.words = pages, words
        self.word: Document = docx.Document()
        self._pictures = dict(pages.pictures)
        self._numbering = word_parts.numbering(self.word)
        properties = self.word.core_properties
        properties.title, properties.language = pages.title, pages.language
        properties.author = properties.comments = ""
        word_parts.speak(self.word, pages.language)
        section = self.word.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        self._footer(section.footer.paragraphs[0])

    def content(self) -> bytes:
        """Return the document as it is written, without the clock in it."""
        file = BytesIO()
        self.word.save(file)
        return repacked(file.getvalue())

    def head(self) -> None:
        """Write what stands before the questions."""
        pages = self.pages
        self.heading(pages.title, 1)
        for note in pages.notes:
            self._paragraph(bold(note))
        for about in (*pages.about, pages.summary, (Run(pages.facts),)):
            self._paragraph(about)
        self._paragraph((Run(f"{self.words.name} {'_' * 40}"),))
        if pages.objectives:
            self._paragraph(bold((Run(self.words.objectives),)))
            self._bullets(pages.objectives)
        self.blocks(pages.introduction)

    def question(self, question: PrintedQuestion) -> None:
        """Write a question: its first paragraph is a heading with its number."""
        if question.section is not None:
            self.heading(question.section, 2)
            self.blocks(question.section_blocks)
        asked, *rest = question.prompt
        heading = self._styled(f"Heading{question.level}")
        word_parts.number(heading, self._numbering, 0)
        if isinstance(asked, Paragraph):
            self._runs(heading, asked.line)
        else:
            heading.add_run(question.heading)
            rest = [asked, *rest]
        self.blocks(rest)
        self._paragraph((Run(question.how, italic=True),))
        match question.task:
            case Boxes(choices):
                self._choices(choices)
            case Blanks(head, items, choices):
                self._table((tuple((Run(name),) for name in head), *(((), item) for item in items)), has_head=True)
                self._choices(choices)
            case Lines(number, after):
                for index in range(number):
                    self.word.add_paragraph(f"{'_' * 60} {after if index == number - 1 else ''}".rstrip())
            case Gapped(text, picks):
                self._paragraph(text)
                self._bullets(picks)
            case Steps(steps):
                for step in steps:
                    self.heading(step.name, question.level + 1)
                    self.blocks(step.blocks)
                    self._bullets(joined(way.line, " – ", bold((Run(way.to),))) for way in step.ways)
                    if step.end:
                        self._paragraph((Run(step.end, bold=True),))

    def key(self, question: PrintedQuestion) -> None:
        """Write the key to a question."""
        words, key = self.words, question.key
        self.heading(question.heading, 2)
        if key.right:
            self._paragraph(joined(f"{words.answer} ", key.right))
        for told in key.told:
            mark = joined(" – ", bold((Run(told.mark),))) if told.mark else ()
            answer = self._styled("ListBullet")
            self._runs(answer, joined(told.answer, mark))
            self._said(answer, told.blocks)
        self._model(key)
        self._paragraph((Run(words.why, bold=True),))
        self.blocks(key.why)
        self._paragraph(key.more)
        if key.hints:
            self._paragraph((Run(words.hints, bold=True),))
            self._bullets(key.hints)

    def blocks(self, found: Iterable[Block]) -> None:
        """Write blocks, one below the other."""
        for block in found:
            match block:
                case Paragraph(words):
                    self._paragraph(words)
                case Code(text):
                    self._paragraph((Run(text, code=True),))
                case Listed(items, is_numbered):
                    self._bullets(items, "ListNumber" if is_numbered else "ListBullet")
                case Table(rows, has_head):
                    self._table(rows, has_head=has_head)

    def _said(self, answer: WordParagraph, found: tuple[Block, ...]) -> None:
        """Write what is said to an answer into its own item, as far as it is one paragraph."""
        match found:
            case (Paragraph(words),):
                answer.add_run().add_break()
                self._runs(answer, words)
            case _:
                self.blocks(found)

    def _model(self, key: Key) -> None:
        if key.model:
            self._paragraph((Run(self.words.model_answer, bold=True),))
            self.blocks(key.model)

    def _choices(self, choices: Iterable[Choice]) -> None:
        """Write choices; their letters begin anew below each question."""
        for choice in choices:
            paragraph = self._styled("ListParagraph")
            word_parts.number(paragraph, self._numbering, 1)
            who = (Run(f"{choice.speaker}: ", bold=True),) if choice.speaker else ()
            self._runs(paragraph, joined(who, choice.line))

    def heading(self, text: str, level: int) -> WordParagraph:
        """Write a heading."""
        paragraph = self._styled(f"Heading{level}")
        paragraph.add_run(text)
        return paragraph

    def _styled(self, style: str) -> WordParagraph:
        """Return a new paragraph; ``style`` is the id of its style, by whose name python-docx searches each time."""
        paragraph = self.word.add_paragraph()
        paragraph._p.style = style  # noqa: SLF001 - python-docx has no other way
        return paragraph

    def _paragraph(self, words: Line) -> None:
        if words:
            self._runs(self.word.add_paragraph(), words)

    def _bullets(self, items: Iterable[Line], style: str = "ListBullet") -> None:
        for item in items:
            self._runs(self._styled(style), item)

    def _table(self, rows: tuple[tuple[Line, ...], ...], *, has_head: bool) -> None:
        width = max(len(row) for row in rows)
        table = self.word.add_table(rows=0, cols=width, style="Table Grid")
        for number, row in enumerate(rows):
            made = table.add_row()
            is_head = has_head and number == 0
            if is_head:
                word_parts.repeat_head(made._tr)  # noqa: SLF001 - python-docx has no other way
            for cell, words in zip(made.cells, row, strict=False):
                self._runs(cell.paragraphs[0], bold(words) if is_head else words)

    def _runs(self, paragraph: WordParagraph, words: Line) -> None:
        for run in words:
            made = paragraph.add_run()
            if run.picture is not None:
                shape = made.add_picture(BytesIO(raster(run.picture, self._pictures[run.picture])))
                if shape.width > WIDEST:
                    shape.width, shape.height = WIDEST, Length(shape.height * WIDEST // shape.width)
                word_parts.describe(made, run.text)
                continue
            made.text = run.text
            if run.bold:
                made.bold = True
            if run.italic:
                made.italic = True
            if run.code:
                made.font.name, made.font.size = "Courier New", Pt(10)
            if run.link:
                made.font.underline = True
                word_parts.link(paragraph, run.link).append(made._r)  # noqa: SLF001 - python-docx has no other way

    def _footer(self, paragraph: WordParagraph) -> None:
        paragraph.add_run(f"{self.pages.title} · ")
        for part in self.words.page.replace("{number}", "\0PAGE\0").replace("{total}", "\0NUMPAGES\0").split("\0"):
            if part in ("PAGE", "NUMPAGES"):
                word_parts.field(paragraph, part)
            elif part:
                paragraph.add_run(part)
