"""The types of question, and what an author writes for each.

``PARTIAL_CREDIT`` says how much of a question an answer is worth; ``grade.js`` of each type counts by it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from primer.core.diagnostics import did_you_mean
from primer.core.graphs import endless, unreachable
from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, Slug, Text
from primer.text.inline_markdown import GAP, gaps_in

APOSTROPHES = re.compile("['\u2018\u2019\u201b`\u00b4\u2032\u02b9\u02bb\u02bc]")
"""All that keyboards write for an apostrophe."""

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

    def broken_rules(self) -> Iterator[BrokenRule]:
        if not self.correct and self.feedback is None:
            yield BrokenRule(
                "no-feedback", f"the wrong option '{self.text}' has no feedback", "add 'feedback: …' that teaches"
            )


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

    def broken_rules(self) -> Iterator[BrokenRule]:
        yield from _unfit_options(self.options)


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

    def broken_rules(self) -> Iterator[BrokenRule]:
        yield from _repeated("item", [pair.item for pair in self.pairs], "pairs")
        matches = [pair.match for pair in self.pairs]
        for index, text in enumerate(self.distractors):
            if text in matches:
                message = f"the distractor '{text}' belongs to an item"
                yield BrokenRule("repeated-option", message, "reword or remove it", ("distractors", index))
        yield from _repeated("distractor", self.distractors, "distractors")
        if len({*matches, *self.distractors}) < 2:
            yield BrokenRule("no-choice", "there is only one thing to choose from", "add 'distractors: …'")


class OrderItem(Model):
    """One of the items to put in order. ``feedback`` says why it stands where it does."""

    noun: ClassVar[str] = "an item to put in order"

    text: MarkdownText
    feedback: MarkdownText


class Order(Question):
    """Put items in order. They are written in the right one."""

    type: Literal["order"]
    items: Annotated[tuple[OrderItem, ...], AtLeast(3, "items")]

    def broken_rules(self) -> Iterator[BrokenRule]:
        yield from _repeated("item", [item.text for item in self.items], "items")


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

    def broken_rules(self) -> Iterator[BrokenRule]:
        ids = [category.id for category in self.categories]
        yield from _repeated("item", [item.text for item in self.items], "items")
        for index, item in enumerate(self.items):
            if item.category not in ids:
                hint = did_you_mean(item.category, ids) or f"one of: {', '.join(ids)}"
                message = f"there is no category '{item.category}'"
                yield BrokenRule("unknown-category", message, hint, ("items", index, "category"))


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

    def broken_rules(self) -> Iterator[BrokenRule]:
        if bool(self.options) == bool(self.accepted):
            found = "both 'options' and 'accepted'" if self.options else "neither 'options' nor 'accepted'"
            message = f"the gap '{self.id}' has {found}"
            yield BrokenRule("gap-kind", message, "give it 'options' to pick from or 'accepted' answers to type")
            return  # what else it needs depends on its kind
        if self.options:
            if len(self.options) < 2:
                yield BrokenRule("too-few", "the number of options is 1, it should be at least 2", at=("options",))
            yield from _unfit_options(self.options)
            for name in (name for name in ("mistakes", "feedback") if getattr(self, name)):
                message = f"the gap '{self.id}' has options, so its '{name}' is never shown"
                yield BrokenRule("gap-kind", message, "give each option its own 'feedback'", (name,))
            return
        if self.feedback is None:
            yield BrokenRule("no-feedback", f"the gap '{self.id}' has no feedback", "add 'feedback: {wrong: …}'")
        yield from _idle_mistakes(self.mistakes, self.accepted)


class Cloze(Question):
    """Fill the gaps in a text, in which each stands as ``{its-id}``."""

    type: Literal["cloze"]
    text: MarkdownText
    gaps: Annotated[tuple[Gap, ...], AtLeast(1, "gaps")]

    def broken_rules(self) -> Iterator[BrokenRule]:
        ids = [gap.id for gap in self.gaps]
        written, anywhere = Counter(gaps_in(self.text)), re.findall(GAP, self.text)
        unknown = [id for id in written if id not in ids]
        for id in unknown:
            hint = did_you_mean(id, ids) or "list it under 'gaps:'"
            yield BrokenRule("unknown-gap", f"there is no gap '{id}'", hint, ("text",))
        for id in dict.fromkeys(ids):
            if id in anywhere and not written[id]:
                message = f"the gap '{id}' stands in code, a link or an address, where nothing can be filled in"
                yield BrokenRule("gap-place", message, "write it behind that", ("text",))
            elif written[id] > 1 or not (
                written[id] or unknown
            ):  # one that is missing may be the unknown one, misspelt
                found = f"stands {written[id]} times" if written[id] else "does not stand"
                message = f"the gap '{id}' {found} in the text, it should be there once"
                at = ("gaps", ids.index(id), "id")
                yield BrokenRule("gap-place", message, f"write {{{id}}} where it belongs", at)
        if "](" in self.text:
            message = "the text of a cloze question cannot hold a link"
            yield BrokenRule("gap-link", message, "put the link into the explanation", ("text",))


class ShortAnswer(Question):
    """Type a word or two. Case, accents, white space and punctuation make no difference."""

    type: Literal["short-answer"]
    accepted: Annotated[tuple[Text, ...], AtLeast(1, "accepted answers")]
    mistakes: tuple[Mistake, ...] = ()
    feedback: Verdicts

    def broken_rules(self) -> Iterator[BrokenRule]:
        yield from _idle_mistakes(self.mistakes, self.accepted)


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

    def broken_rules(self) -> Iterator[BrokenRule]:
        values = [mistake.value for mistake in self.mistakes]
        for index, value in enumerate(values):
            if _is_within(value, self.answer, self.tolerance):
                message = f"{value:.15g} is right, so it is no mistake"
                yield BrokenRule("mistake-is-right", message, "remove it, or narrow 'tolerance'", ("mistakes", index))
            elif any(_is_within(value, other, 0) for other in values[:index]):
                yield _mistake_again(f"{value:.15g}", index)


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

    def broken_rules(self) -> Iterator[BrokenRule]:
        if bool(self.choices) == bool(self.outcome):
            found = "both 'choices' and 'outcome'" if self.choices else "neither 'choices' nor 'outcome'"
            message = f"the step '{self.id}' has {found}"
            yield BrokenRule("step-kind", message, "a step leads on by 'choices', or ends the story with 'outcome'")
        yield from _repeated("choice", [choice.text for choice in self.choices], "choices")


class Scenario(Question):
    """Go through a story that branches. It begins with its first step and has several endings."""

    type: Literal["scenario"]
    steps: Annotated[tuple[Step, ...], AtLeast(3, "steps")]

    def broken_rules(self) -> Iterator[BrokenRule]:
        ids = [step.id for step in self.steps]
        unknown = list(self._unknown_steps(ids))
        yield from unknown
        endings = sum(step.outcome is not None for step in self.steps)
        if endings < 2:
            found = "one ending" if endings else "no ending"
            yield BrokenRule("one-ending", f"the story has {found}", "add another step with 'outcome: …'")
        if unknown or len({*ids}) < len(ids):
            return  # a step that no choice leads to may be the other side of an id that is wrong
        exits = {step.id: [choice.to for choice in step.choices] for step in self.steps}
        for id in unreachable(exits, ids[0]):
            message, hint = f"no choice leads to the step '{id}'", f"write 'to: {id}' in a choice, or remove the step"
            yield BrokenRule("unreachable-step", message, hint, ("steps", ids.index(id), "id"))
        for id in endless(exits) if endings else ():
            message, hint = f"no ending can be reached from the step '{id}'", "let a choice lead on to an ending"
            yield BrokenRule("endless-step", message, hint, ("steps", ids.index(id), "id"))

    def _unknown_steps(self, ids: list[str]) -> Iterator[BrokenRule]:
        for index, step in enumerate(self.steps):
            for number, choice in enumerate(step.choices):
                if choice.to not in ids:
                    hint = did_you_mean(choice.to, ids) or f"one of: {', '.join(ids)}"
                    at = ("steps", index, "choices", number, "to")
                    yield BrokenRule("unknown-step", f"there is no step '{choice.to}'", hint, at)


# A new type of question: a model here, what it shows in bodies.py, types/<type>/answer.html, and how it is
# answered and graded in type.js and grade.js beside it.
AnyQuestion = Annotated[
    Choice | TrueFalse | Match | Order | Categorise | Cloze | ShortAnswer | Numeric | Reflect | Scenario,
    Field(discriminator="type"),
]


def _unfit_options(options: Iterable[Option]) -> Iterator[BrokenRule]:
    """Yield what is wrong when no option is right, or two are the same."""
    if not any(option.correct for option in options):
        yield BrokenRule("no-answer", "no option is marked 'correct: true'", "add 'correct: true' to one option")
    yield from _repeated("option", [option.text for option in options])


def _repeated(noun: str, texts: Iterable[str], *field: str) -> Iterator[BrokenRule]:
    """Yield each of ``texts`` that is there more than once."""
    for text, count in Counter(texts).items():
        if count > 1:
            message = f"the {noun} '{text}' is there {count} times"
            yield BrokenRule("repeated-option", message, "reword one of them", field)


def _idle_mistakes(mistakes: Iterable[Mistake], accepted: Iterable[str]) -> Iterator[BrokenRule]:
    """Yield each of ``mistakes`` to which nothing is ever said: it is accepted, or is there before."""
    right, seen = {_plain(text) for text in accepted}, set()
    for index, mistake in enumerate(mistakes):
        text = _plain(mistake.text)
        if text in right:
            message, hint = f"'{mistake.text}' is accepted, so it is no mistake", "remove it from one of the two lists"
            yield BrokenRule("mistake-is-right", message, hint, ("mistakes", index))
        elif text in seen:
            yield _mistake_again(mistake.text, index)
        seen.add(text)


def _mistake_again(text: str, index: int) -> BrokenRule:
    return BrokenRule("repeated-option", f"the mistake '{text}' is there already", "remove it", ("mistakes", index))


def _plain(text: str) -> str:
    """Return a text normalised for comparison, as ``normalised`` of ``text-answers.js`` does."""
    letters = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text))
    seen = "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Mc", "Me", "Cf"))
    lower = APOSTROPHES.sub("", seen).lower()
    return " ".join("".join(c if unicodedata.category(c)[0] in "LN" else " " for c in lower).split())


def _is_within(value: float, other: float, tolerance: float) -> bool:
    """Tell whether two numbers are the same to ``isWithin`` of ``number-answers.js``."""
    return abs(value - other) <= tolerance + 1e-9 * abs(other)
