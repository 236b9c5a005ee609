"""What the bodies of several types are made of: the controls that take an answer, and the key to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from primer.features.quiz.ids import digest
from primer.features.quiz.question import Option, Verdicts
from primer.kit.content import Content
from primer.kit.strings import StringTable


@dataclass(frozen=True)
class OptionView:
    """Something to choose."""

    id: str
    dom: str
    text_html: Markup
    correct: bool
    last: bool = False
    """Whether it stays at the end where options are shuffled."""
    material_html: Markup | None = None
    """What comes after its first paragraph, where it is shown as a whole: tables, code."""


@dataclass(frozen=True)
class FeedbackView:
    """What is said to an answer: to an option by its id, to ``right``, ``wrong`` or both, to ``mistake-0``."""

    when: str
    html: Markup


@dataclass(frozen=True)
class PartView:
    """One thing to answer: all options of a choice, an item to match or sort, a gap, a word or number to type.

    ``mistakes`` holds expected wrong answers; the feedback to the first of them is ``mistake-0``.
    """

    id: str
    dom: str
    label_html: Markup
    right_html: Markup
    options: tuple[OptionView, ...] = ()
    accepted: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    feedback: tuple[FeedbackView, ...] = ()
    number: int = 1

    def said_to(self, when: str) -> Markup | None:
        """Return the feedback to an answer, or None where there is none."""
        return next((feedback.html for feedback in self.feedback if when in feedback.when.split()), None)


@dataclass(frozen=True)
class PartsBody:
    """A body that is its parts and nothing else."""

    parts: tuple[PartView, ...]


class HasFeedback(Protocol):
    """An expected mistake, of whatever kind."""

    @property
    def feedback(self) -> str: ...


@dataclass(frozen=True)
class BodyMaker:
    """Makes what bodies are made of, for a page whose address is ``base``."""

    content: Content
    base: str

    @property
    def strings(self) -> StringTable:
        """The strings that templates show."""
        return self.content.strings

    def inline(self, text: str) -> Markup:
        """Return the HTML of a text."""
        return self.content.text.inline(text, self.base)

    def paragraphs(self, text: str) -> Markup:
        """Return a text as paragraphs."""
        return self.content.text.paragraphs(text, self.base)

    def picked(
        self, id: str, dom: str, options: Iterable[Option], label: Markup | None = None, number: int = 1
    ) -> PartView:
        """Return a part whose options each have a feedback of their own."""
        part = f"{dom}--{id}"
        views, said = [], []
        for option in options:
            key = digest(option.text)
            text_html, material_html = self.content.text.lead_and_rest(option.text, self.base)
            views.append(OptionView(key, f"{part}-{key}", text_html, option.correct, option.last, material_html))
            if option.feedback is not None:
                said.append(FeedbackView(key, self.inline(option.feedback)))
        right = Markup(", ").join(view.text_html for view in views if view.correct)
        return PartView(id, part, label or Markup(), right, tuple(views), feedback=tuple(said), number=number)

    def to_either(self, feedback: str) -> tuple[FeedbackView, ...]:
        """Return a feedback that says the same to whoever was right or wrong."""
        return (FeedbackView("right wrong", self.inline(feedback)),)

    def to_typed(self, verdicts: Verdicts | None, mistakes: Iterable[HasFeedback]) -> tuple[FeedbackView, ...]:
        """Return what is said to what was typed: when it is right, when it is wrong, and to each expected mistake."""
        said = {"right": verdicts and verdicts.right, "wrong": verdicts and verdicts.wrong}
        said |= {f"mistake-{index}": mistake.feedback for index, mistake in enumerate(mistakes)}
        return tuple(FeedbackView(when, self.inline(text)) for when, text in said.items() if text)
