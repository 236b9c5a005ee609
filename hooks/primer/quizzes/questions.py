"""The types of question, and what an author writes for each.

``PARTIAL_CREDIT`` says how much of a question an answer is worth; ``overrides/assets/quiz-types.js`` counts by it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from primer.branching import endless, unreachable
from primer.diagnostics import did_you_mean
from primer.model import AtLeast, MarkdownText, Model, Slug, Text, broken_rule

GAP = re.compile(r"\{([a-z0-9-]+)\}")
"""Where a gap stands in the text of a cloze question: ``{its-id}``."""

PARTIAL_CREDIT = {
    "choice": "right options chosen, less wrong ones, of all right options; never below nothing",
    "true-false": "all or nothing",
    "match": "items matched rightly, of all items",
    "order": "items in their right place, of all items",
    "categorise": "items in their right group, of all items",
    "cloze": "gaps filled rightly, of all gaps; half for a spelling that is nearly right",
    "short-answer": "all or nothing; half for a spelling that is nearly right",
    "numeric": "all or nothing",
    "reflect": "nothing, because it is never scored",
    "scenario": "all for a good ending, half for a mixed one, nothing for a poor one",
}
"""How much of a question an answer is worth, from nothing to 1, by type."""


class Question(Model):
    """What all types of question have."""

    noun: ClassVar[str] = "a question"

    id: Slug
    section: Slug | None = None
    objective: Slug | None = None
    prompt: MarkdownText
    hints: tuple[MarkdownText, ...] = ()
    explanation: MarkdownText
    see: Text | None = Field(None, description="the passage that teaches it: /folder/page.md#anchor")


class Option(Model):
    """One answer to choose. ``feedback`` is shown to whoever chooses it."""

    noun: ClassVar[str] = "an option"

    text: MarkdownText
    correct: bool = False
    feedback: MarkdownText | None = None

    @model_validator(mode="after")
    def _wrong_options_teach(self) -> Option:
        if not self.correct and self.feedback is None:
            raise broken_rule(
                "no-feedback", f"the wrong option '{self.text}' has no feedback", "add 'feedback: …' that teaches"
            )
        return self


class Verdicts(Model):
    """What is said to a reader whose answer is right or wrong."""

    noun: ClassVar[str] = "the feedback of a question"

    right: MarkdownText | None = None
    wrong: MarkdownText


class Choice(Question):
    """Choose one option, or several when more than one is correct."""

    type: Literal["choice"]
    options: Annotated[tuple[Option, ...], AtLeast(2, "options")]

    @property
    def many(self) -> bool:
        """Whether more than one option is correct."""
        return sum(option.correct for option in self.options) > 1

    @model_validator(mode="after")
    def _has_an_answer(self) -> Choice:
        _check_options(self.options)
        return self


class TrueFalse(Question):
    """Judge a statement."""

    type: Literal["true-false"]
    answer: bool
    feedback: Verdicts


class Pair(Model):
    """An item, and what belongs to it. ``feedback`` says why, to whoever was right or wrong."""

    noun: ClassVar[str] = "a pair"

    item: MarkdownText
    match: Text
    feedback: MarkdownText


class Match(Question):
    """Choose for each item what belongs to it. ``distractors`` belong to none."""

    type: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], AtLeast(2, "pairs")]
    distractors: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _items_differ(self) -> Match:
        _check_unlike("item", [pair.item for pair in self.pairs], "pairs")
        matches = [pair.match for pair in self.pairs]
        for index, text in enumerate(self.distractors):
            if text in matches:
                message = f"the distractor '{text}' belongs to an item"
                raise broken_rule("repeated-option", message, "reword or remove it", ("distractors", index))
        _check_unlike("distractor", self.distractors, "distractors")
        if len({*matches, *self.distractors}) < 2:
            raise broken_rule("no-choice", "there is only one thing to choose from", "add 'distractors: …'")
        return self


class OrderItem(Model):
    """One of the items to put in order. ``feedback`` says why it stands where it does."""

    noun: ClassVar[str] = "an item to put in order"

    text: MarkdownText
    feedback: MarkdownText


class Order(Question):
    """Put items in order. They are written in the right one."""

    type: Literal["order"]
    items: Annotated[tuple[OrderItem, ...], AtLeast(3, "items")]

    @model_validator(mode="after")
    def _items_differ(self) -> Order:
        _check_unlike("item", [item.text for item in self.items], "items")
        return self


class Category(Model):
    """A group that items are sorted into."""

    noun: ClassVar[str] = "a category"

    id: Slug
    text: MarkdownText


class CategoryItem(Model):
    """An item, and the group that it belongs to. ``feedback`` says why."""

    noun: ClassVar[str] = "an item to sort"

    text: MarkdownText
    category: Slug
    feedback: MarkdownText


class Categorise(Question):
    """Sort items into groups."""

    type: Literal["categorise"]
    categories: Annotated[tuple[Category, ...], AtLeast(2, "categories")]
    items: Annotated[tuple[CategoryItem, ...], AtLeast(2, "items")]

    @model_validator(mode="after")
    def _categories_are_known(self) -> Categorise:
        ids = [category.id for category in self.categories]
        _check_ids(ids, "categories")
        _check_unlike("item", [item.text for item in self.items], "items")
        for index, item in enumerate(self.items):
            if item.category not in ids:
                hint = did_you_mean(item.category, ids) or f"one of: {', '.join(ids)}"
                message = f"there is no category '{item.category}'"
                raise broken_rule("unknown-category", message, hint, ("items", index, "category"))
        return self


class Mistake(Model):
    """A wrong answer that readers are likely to type, and what is said to it."""

    noun: ClassVar[str] = "a mistake"

    text: Text
    feedback: MarkdownText


class Gap(Model):
    """A gap in a text: to pick from ``options``, or to type what is ``accepted``."""

    noun: ClassVar[str] = "a gap"

    id: Slug
    options: tuple[Option, ...] = ()
    accepted: tuple[Text, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    feedback: Verdicts | None = None

    @model_validator(mode="after")
    def _is_picked_or_typed(self) -> Gap:
        if bool(self.options) == bool(self.accepted):
            found = "both 'options' and 'accepted'" if self.options else "neither 'options' nor 'accepted'"
            message = f"the gap '{self.id}' has {found}"
            raise broken_rule("gap-kind", message, "give it 'options' to pick from or 'accepted' answers to type")
        if self.options:
            if len(self.options) < 2:
                raise broken_rule("too-few", "the number of options is 1, it should be at least 2", at=("options",))
            _check_options(self.options)
            if self.mistakes or self.feedback:
                name = "mistakes" if self.mistakes else "feedback"
                message = f"the gap '{self.id}' has options, so its '{name}' is never shown"
                raise broken_rule("gap-kind", message, "give each option its own 'feedback'", (name,))
        elif self.feedback is None:
            raise broken_rule("no-feedback", f"the gap '{self.id}' has no feedback", "add 'feedback: {wrong: …}'")
        return self


class Cloze(Question):
    """Fill the gaps in a text, in which each stands as ``{its-id}``."""

    type: Literal["cloze"]
    text: MarkdownText
    gaps: Annotated[tuple[Gap, ...], AtLeast(1, "gaps")]

    @model_validator(mode="after")
    def _each_gap_stands_once(self) -> Cloze:
        ids = [gap.id for gap in self.gaps]
        _check_ids(ids, "gaps")
        written = Counter(GAP.findall(self.text))
        for id in written:
            if id not in ids:
                hint = did_you_mean(id, ids) or "list it under 'gaps:'"
                raise broken_rule("unknown-gap", f"there is no gap '{id}'", hint, ("text",))
        for index, id in enumerate(ids):
            if written[id] != 1:
                found = f"stands {written[id]} times" if written[id] else "does not stand"
                message = f"the gap '{id}' {found} in the text, it should be there once"
                raise broken_rule("gap-place", message, f"write {{{id}}} where it belongs", ("gaps", index, "id"))
        if "](" in self.text:
            message = "the text of a cloze question cannot hold a link"
            raise broken_rule("gap-link", message, "put the link into the explanation", ("text",))
        return self


class ShortAnswer(Question):
    """Type a word or two. Case, accents, white space and punctuation make no difference."""

    type: Literal["short-answer"]
    accepted: Annotated[tuple[Text, ...], AtLeast(1, "accepted answers")]
    mistakes: tuple[Mistake, ...] = ()
    feedback: Verdicts


class NumericMistake(Model):
    """A wrong number that readers are likely to give, and what is said to it."""

    noun: ClassVar[str] = "a numeric mistake"

    value: Annotated[float, Field(allow_inf_nan=False)]
    feedback: MarkdownText


class Numeric(Question):
    """Give a number, right within ``tolerance`` on either side. ``units`` are other spellings of ``unit``."""

    type: Literal["numeric"]
    answer: Annotated[float, Field(allow_inf_nan=False)]
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0
    unit: Text | None = None
    units: tuple[Text, ...] = ()
    mistakes: tuple[NumericMistake, ...] = ()
    feedback: Verdicts

    @model_validator(mode="after")
    def _mistakes_are_wrong(self) -> Numeric:
        for index, mistake in enumerate(self.mistakes):
            if abs(mistake.value - self.answer) <= self.tolerance:
                message = f"{mistake.value:g} is right, so it is no mistake"
                raise broken_rule("mistake-is-right", message, "remove it, or narrow 'tolerance'", ("mistakes", index))
        return self


class Reflect(Question):
    """Write freely, then compare with ``model_answer``. Never scored."""

    type: Literal["reflect"]
    model_answer: MarkdownText


class StepChoice(Model):
    """Something to do at a step of a story. ``feedback`` tells what comes of it."""

    noun: ClassVar[str] = "a choice of a step"

    text: MarkdownText
    to: Slug
    feedback: MarkdownText


class Step(Model):
    """A step of a story: with choices that lead on, or an ending with an outcome."""

    noun: ClassVar[str] = "a step"

    id: Slug
    text: MarkdownText
    choices: tuple[StepChoice, ...] = ()
    outcome: Literal["good", "mixed", "poor"] | None = None

    @model_validator(mode="after")
    def _leads_on_or_ends(self) -> Step:
        if bool(self.choices) == bool(self.outcome):
            found = "both 'choices' and 'outcome'" if self.choices else "neither 'choices' nor 'outcome'"
            message = f"the step '{self.id}' has {found}"
            raise broken_rule("step-kind", message, "a step leads on by 'choices', or ends the story with 'outcome'")
        _check_unlike("choice", [choice.text for choice in self.choices], "choices")
        return self


class Scenario(Question):
    """Go through a story that branches. It begins with its first step and has several endings."""

    type: Literal["scenario"]
    steps: Annotated[tuple[Step, ...], AtLeast(3, "steps")]

    @model_validator(mode="after")
    def _every_step_is_on_a_way_to_an_ending(self) -> Scenario:
        ids = [step.id for step in self.steps]
        _check_ids(ids, "steps")
        for index, step in enumerate(self.steps):
            for number, choice in enumerate(step.choices):
                if choice.to not in ids:
                    hint = did_you_mean(choice.to, ids) or f"one of: {', '.join(ids)}"
                    at = ("steps", index, "choices", number, "to")
                    raise broken_rule("unknown-step", f"there is no step '{choice.to}'", hint, at)
        exits = {step.id: [choice.to for choice in step.choices] for step in self.steps}
        for id in unreachable(exits, ids[0]):
            message, hint = f"no choice leads to the step '{id}'", f"write 'to: {id}' in a choice, or remove the step"
            raise broken_rule("unreachable-step", message, hint, ("steps", ids.index(id), "id"))
        for id in endless(exits):
            message, hint = f"no ending can be reached from the step '{id}'", "let a choice lead on to an ending"
            raise broken_rule("endless-step", message, hint, ("steps", ids.index(id), "id"))
        if sum(step.outcome is not None for step in self.steps) < 2:
            raise broken_rule("one-ending", "the story has one ending", "add another step with 'outcome: …'")
        return self


# A new type of question: a model here, what it shows in bodies.py, overrides/fragments/quiz/<type>.html, and an entry
# in `types` of overrides/assets/quiz-types.js.
AnyQuestion = Annotated[
    Choice | TrueFalse | Match | Order | Categorise | Cloze | ShortAnswer | Numeric | Reflect | Scenario,
    Field(discriminator="type"),
]


def _check_options(options: Iterable[Option]) -> None:
    """Raise when no option is right, or two are the same."""
    if not any(option.correct for option in options):
        raise broken_rule("no-answer", "no option is marked 'correct: true'", "add 'correct: true' to one option")
    _check_unlike("option", [option.text for option in options])


def _check_unlike(noun: str, texts: Iterable[str], field: str | None = None) -> None:
    """Raise when two of ``texts`` are the same."""
    for text, count in Counter(texts).most_common(1):
        if count > 1:
            message = f"the {noun} '{text}' is there {count} times"
            raise broken_rule("repeated-option", message, "reword one of them", (field,) if field else ())


def _check_ids(ids: list[str], field: str) -> None:
    """Raise when two of ``ids`` are the same."""
    for index, id in enumerate(ids):
        if id in ids[:index]:
            at = (field, index, "id")
            raise broken_rule("repeated-id", f"the id '{id}' is used twice", "give one of them another id", at)
