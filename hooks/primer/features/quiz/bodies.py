"""What each type of question shows: the controls that take an answer, and the key to them.

Ids of options and items depend on their text alone, so that saved answers survive a new order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatchmethod
from hashlib import blake2s
from itertools import pairwise

from markupsafe import Markup

from primer.features.quiz.questions import (
    Categorise,
    Choice,
    Cloze,
    Gap,
    Match,
    Numeric,
    Option,
    Order,
    Question,
    Reflect,
    Scenario,
    ShortAnswer,
    TrueFalse,
    Verdicts,
)
from primer.features.quiz.strings import QuizStrings
from primer.kit.content import Content


@dataclass(frozen=True)
class OptionView:
    """Something to choose."""

    id: str
    dom: str
    text_html: Markup
    correct: bool


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
    """What all types but three are made of. ``pieces`` is a cloze's text, with each gap in its place."""

    parts: tuple[PartView, ...]
    many: bool = False
    pieces: tuple[Markup | PartView, ...] = ()
    answer: float = 0
    tolerance: float = 0
    unit: str | None = None
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceView:
    """An item to put in order, and its right place, counted from 1."""

    id: str
    dom: str
    text_html: Markup
    feedback_html: Markup
    place: int


@dataclass(frozen=True)
class OrderBody:
    """Items as they are shown at first, which is never the right order, and in the right one."""

    items: tuple[PlaceView, ...]
    in_order: tuple[PlaceView, ...]


@dataclass(frozen=True)
class ReflectBody:
    """What a reader compares their own words with."""

    model_answer_html: Markup


@dataclass(frozen=True)
class StepChoiceView:
    """Something to do at a step, what comes of it, and the step that it leads to."""

    id: str
    text_html: Markup
    feedback_html: Markup
    to: str
    to_dom: str
    to_number: int


@dataclass(frozen=True)
class StepView:
    """A step of a story, counted from 1 in the order in which it is written."""

    id: str
    dom: str
    number: int
    text_html: Markup
    choices: tuple[StepChoiceView, ...]
    outcome: str | None


@dataclass(frozen=True)
class ScenarioBody:
    """A story that branches."""

    steps: tuple[StepView, ...]


Body = PartsBody | OrderBody | ReflectBody | ScenarioBody


@dataclass(frozen=True)
class BodyMaker:
    """Makes the bodies of a quiz's questions for a page whose address is ``base``."""

    content: Content
    base: str

    @singledispatchmethod
    def body(self, question: Question, dom: str) -> Body:
        """Return what ``question`` shows; the ids of its elements begin with ``dom``."""
        raise TypeError(f"nothing is known to show for {type(question).__name__}")

    @body.register
    def _(self, question: Choice, dom: str) -> Body:
        return PartsBody((self._picked("answer", dom, question.options),), many=question.many)

    @body.register
    def _(self, question: TrueFalse, dom: str) -> Body:
        words, said = self.content.strings[QuizStrings], question.feedback
        options = [
            Option(text=text, correct=correct, feedback=said.right if correct else said.wrong)
            for text, correct in ((words.option_true, question.answer), (words.option_false, not question.answer))
        ]
        return PartsBody((self._picked("answer", dom, options),))

    @body.register
    def _(self, question: Match, dom: str) -> Body:
        matches = {*(pair.match for pair in question.pairs), *question.distractors}
        answers = sorted(matches, key=lambda text: (text.casefold(), text))
        parts = []
        for number, pair in enumerate(question.pairs, start=1):
            id = digest(pair.item)
            part = f"{dom}--{id}"
            options = tuple(
                OptionView(digest(text), f"{part}-{digest(text)}", Markup.escape(text), text == pair.match)
                for text in answers
            )
            label, right = self._inline(pair.item), Markup.escape(pair.match)
            said = self._to_either(pair.feedback)
            parts.append(PartView(id, part, label, right, options, feedback=said, number=number))
        return PartsBody(tuple(parts))

    @body.register
    def _(self, question: Categorise, dom: str) -> Body:
        names = {category.id: self._inline(category.text) for category in question.categories}
        parts = []
        for number, item in enumerate(question.items, start=1):
            id = digest(item.text)
            part = f"{dom}--{id}"
            options = tuple(
                OptionView(category, f"{part}-{category}", name, category == item.category)
                for category, name in names.items()
            )
            label, said = self._inline(item.text), self._to_either(item.feedback)
            parts.append(PartView(id, part, label, names[item.category], options, feedback=said, number=number))
        return PartsBody(tuple(parts))

    @body.register
    def _(self, question: Cloze, dom: str) -> Body:
        text = self.content.text.around_gaps(question.text, self.base)
        gaps = {gap.id: gap for gap in question.gaps}
        parts = {id: self._gap(gaps[id], dom, number) for number, id in enumerate(text[1::2], start=1)}
        pieces = tuple(parts[piece] if index % 2 else piece for index, piece in enumerate(text))
        return PartsBody(tuple(parts.values()), pieces=pieces)

    @body.register
    def _(self, question: ShortAnswer, dom: str) -> Body:
        mistakes = tuple(mistake.text for mistake in question.mistakes)
        said = [*self._verdicts(question.feedback), *self._to_mistakes(m.feedback for m in question.mistakes)]
        right = Markup.escape(question.accepted[0])
        part = PartView(
            "answer",
            f"{dom}--answer",
            Markup(),
            right,
            accepted=question.accepted,
            mistakes=mistakes,
            feedback=tuple(said),
        )
        return PartsBody((part,))

    @body.register
    def _(self, question: Numeric, dom: str) -> Body:
        mistakes = tuple(f"{mistake.value:.15g}" for mistake in question.mistakes)
        said = [*self._verdicts(question.feedback), *self._to_mistakes(m.feedback for m in question.mistakes)]
        right = Markup.escape(" ".join(filter(None, [f"{question.answer:.15g}", question.unit])))
        part = PartView("answer", f"{dom}--answer", Markup(), right, mistakes=mistakes, feedback=tuple(said))
        units = tuple(dict.fromkeys(filter(None, [question.unit, *question.units])))
        return PartsBody((part,), answer=question.answer, tolerance=question.tolerance, unit=question.unit, units=units)

    @body.register
    def _(self, question: Order, dom: str) -> Body:
        right = [
            PlaceView(id, f"{dom}--{id}", self._inline(item.text), self._inline(item.feedback), place)
            for place, item in enumerate(question.items, start=1)
            for id in [digest(item.text)]
        ]
        mixed = sorted(right, key=lambda item: digest(f"{question.id} {item.id}"))
        if all(one.place < other.place for one, other in pairwise(mixed)):
            mixed.append(mixed.pop(0))
        return OrderBody(tuple(mixed), tuple(right))

    @body.register
    def _(self, question: Reflect, dom: str) -> Body:
        return ReflectBody(self.content.text.paragraphs(question.model_answer, self.base))

    @body.register
    def _(self, question: Scenario, dom: str) -> Body:
        numbers = {step.id: number for number, step in enumerate(question.steps, start=1)}
        return ScenarioBody(
            tuple(
                StepView(
                    id=step.id,
                    dom=f"{dom}--{step.id}",
                    number=numbers[step.id],
                    text_html=self.content.text.paragraphs(step.text, self.base),
                    choices=tuple(
                        StepChoiceView(
                            id=digest(choice.text),
                            text_html=self._inline(choice.text),
                            feedback_html=self.content.text.paragraphs(choice.feedback, self.base),
                            to=choice.to,
                            to_dom=f"{dom}--{choice.to}",
                            to_number=numbers[choice.to],
                        )
                        for choice in step.choices
                    ),
                    outcome=step.outcome,
                )
                for step in question.steps
            )
        )

    def _gap(self, gap: Gap, dom: str, number: int) -> PartView:
        label = Markup.escape(self.content.strings[QuizStrings].gap.format(number=number))
        if gap.options:
            return self._picked(gap.id, dom, gap.options, label, number)
        said = [*self._verdicts(gap.feedback), *self._to_mistakes(mistake.feedback for mistake in gap.mistakes)]
        return PartView(
            id=gap.id,
            dom=f"{dom}--{gap.id}",
            label_html=label,
            right_html=Markup.escape(gap.accepted[0]),
            accepted=gap.accepted,
            mistakes=tuple(mistake.text for mistake in gap.mistakes),
            feedback=tuple(said),
            number=number,
        )

    def _picked(
        self, id: str, dom: str, options: Iterable[Option], label: Markup | None = None, number: int = 1
    ) -> PartView:
        """Return a part whose options each have a feedback of their own."""
        part = f"{dom}--{id}"
        views, said = [], []
        for option in options:
            key = digest(option.text)
            views.append(OptionView(key, f"{part}-{key}", self._inline(option.text), option.correct))
            if option.feedback is not None:
                said.append(FeedbackView(key, self._inline(option.feedback)))
        right = Markup(", ").join(view.text_html for view in views if view.correct)
        return PartView(id, part, label or Markup(), right, tuple(views), feedback=tuple(said), number=number)

    def _to_either(self, feedback: str) -> tuple[FeedbackView, ...]:
        """Return a feedback that says the same to whoever was right or wrong."""
        return (FeedbackView("right wrong", self._inline(feedback)),)

    def _verdicts(self, verdicts: Verdicts | None) -> list[FeedbackView]:
        said = {"right": verdicts and verdicts.right, "wrong": verdicts and verdicts.wrong}
        return [FeedbackView(when, self._inline(text)) for when, text in said.items() if text]

    def _to_mistakes(self, texts: Iterable[str]) -> list[FeedbackView]:
        return [FeedbackView(f"mistake-{index}", self._inline(text)) for index, text in enumerate(texts)]

    def _inline(self, text: str) -> Markup:
        return self.content.text.inline(text, self.base)


def right_and_wrong(body: Body) -> tuple[list[str], list[str]]:
    """Return the right and the wrong answers of a question as plain text, as far as there are any."""
    if isinstance(body, OrderBody):
        return [item.text_html.striptags() for item in body.in_order], []
    if isinstance(body, ReflectBody):
        return [body.model_answer_html.striptags()], []
    if isinstance(body, ScenarioBody):
        return [step.text_html.striptags() for step in body.steps if step.outcome == "good"], []
    if len(body.parts) > 1:
        both = ((part.label_html.striptags(), part.right_html.striptags()) for part in body.parts)
        return [f"{label}: {right}" if label else right for label, right in both], []
    [part] = body.parts
    if not part.options:
        return list(part.accepted) or [part.right_html.striptags()], list(part.mistakes)
    texts = [(option.text_html.striptags(), option.correct) for option in part.options]
    return [text for text, correct in texts if correct], [text for text, correct in texts if not correct]


def digest(text: str) -> str:
    """Return eight hexadecimal digits that stand for ``text``."""
    return blake2s(text.encode(), digest_size=4).hexdigest()
