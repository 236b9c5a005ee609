"""A passage in which readers mark the sentences that show something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from markupsafe import Markup
from pydantic import Field

from primer.core.model import AtLeast, BrokenRule, MarkdownText, Text
from primer.features.quiz.body import BodyMaker
from primer.features.quiz.ids import digest
from primer.features.quiz.question import Option, Question, repeated
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Shape, picked
from primer.kit.strings import Strings, StringTable, holds


class Sentence(Option):
    """A sentence of a passage. ``feedback`` says why it shows what is asked for, or why it does not."""

    noun: ClassVar[str] = "a sentence"

    feedback: MarkdownText
    speaker: Text | None = Field(None, description="who says this and what follows; begins a new paragraph")
    paragraph: bool = Field(default=False, description="true begins a new paragraph, in which nobody speaks")

    @property
    def begins_paragraph(self) -> bool:
        """Whether it stands first in a paragraph."""
        return self.paragraph or self.speaker is not None


class Highlight(Question):
    """Mark the sentences of a passage that show something. They are written in the order in which they are read."""

    hover: ClassVar = {"passage": "the sentences of the text, some of them to be marked"}

    type: Literal["highlight"]
    passage: Annotated[tuple[Sentence, ...], AtLeast(2, "sentences")]

    def broken_rules(self) -> Iterator[BrokenRule]:
        right = sum(sentence.correct for sentence in self.passage)
        if right == 0:
            hint = "add 'correct: true' to each sentence that shows what is asked for"
            yield BrokenRule("no-answer", "no sentence is marked 'correct: true'", hint, ("passage",))
        if right == len(self.passage):
            message = "every sentence is marked 'correct: true', at least 1 should not be"
            yield BrokenRule("too-few", message, "add a sentence that does not show what is asked for", ("passage",))
        yield from repeated("sentence", [sentence.text for sentence in self.passage], "passage")


class HighlightStrings(Strings):
    """Words around the passage, and what is said of sentences that were not marked."""

    section: ClassVar[str] = "quiz_highlight"

    how: Text
    speaker: Annotated[Text, holds("name")]
    missed: Text
    left: Text


class HighlightScriptStrings(Strings):
    """What is said when sentences were marked that do not show what is asked for."""

    section: ClassVar[str] = "quiz_highlight_script"
    plurals: ClassVar = {"marked_extra": ("extra", "found", "total")}


@dataclass(frozen=True)
class SentenceView:
    """A sentence to mark, and what is said to whoever did or did not."""

    id: str
    dom: str
    text_html: Markup
    feedback_html: Markup
    correct: bool


@dataclass(frozen=True)
class ParagraphView:
    """Sentences that follow one another, in the words of ``speaker`` where there is one."""

    dom: str
    speaker: str | None
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True)
class HighlightBody:
    """A passage, paragraph by paragraph."""

    paragraphs: tuple[ParagraphView, ...]


class HighlightType(QuestionType[Highlight]):
    """Mark the sentences of a passage that show something."""

    name = "highlight"
    model = Highlight
    partial_credit = "right sentences marked, less wrong ones, of all right sentences; never below nothing"
    anchored = ()
    strings = (HighlightStrings,)
    script_strings = (HighlightScriptStrings,)
    told = ("paragraph",)

    def edu_type(self, question: Highlight) -> str:
        return "Checkbox"

    def body(self, question: Highlight, dom: str, maker: BodyMaker) -> HighlightBody:
        def sentence_view(sentence: Sentence) -> SentenceView:
            id = digest(sentence.text)
            text, feedback = maker.inline(sentence.text), maker.inline(sentence.feedback)
            return SentenceView(id, f"{dom}--{id}", text, feedback, sentence.correct)

        return HighlightBody(
            tuple(
                ParagraphView(f"{dom}---{number}", sentences[0].speaker, tuple(map(sentence_view, sentences)))
                for number, sentences in enumerate(_paragraphs(question.passage), start=1)
            )
        )

    def shapes(self, question: Highlight, strings: StringTable) -> tuple[Shape, ...]:
        shape = picked(question.passage, "passage")
        speakers = (sentences[0].speaker for sentences in _paragraphs(question.passage) for _ in sentences)
        said = (replace(option, speaker=who) for option, who in zip(shape.options, speakers, strict=True))
        return (replace(shape, options=tuple(said), is_passage=True),)

    def graded(self, question: Highlight) -> Graded:
        return tuple((sentence.speaker, sentence.text, sentence.correct) for sentence in question.passage)


TYPE = HighlightType()


def _paragraphs(passage: tuple[Sentence, ...]) -> list[list[Sentence]]:
    """Return the sentences by paragraph."""
    found: list[list[Sentence]] = []
    for sentence in passage:
        if sentence.begins_paragraph or not found:
            found.append([])
        found[-1].append(sentence)
    return found
