"""What an author writes for a story that branches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from primer.core.diagnostics import did_you_mean
from primer.core.graphs import endless, unreachable
from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, Slug
from primer.features.quiz.question import Question, repeated


class StepChoice(Model):
    """Something to do at a step of a story. ``feedback`` tells what comes of it."""

    noun: ClassVar[str] = "a choice of a step"

    hover: ClassVar = {
        "text": "what the reader can do",
        "feedback": "what is said to that",
        "to": "the id of the step that comes next",
    }

    text: MarkdownText
    to: Slug
    feedback: MarkdownText


class Step(Model):
    """A step of a story: with choices that lead on, or an ending with an outcome."""

    noun: ClassVar[str] = "a step"

    hover: ClassVar = {
        "text": "what happens",
        "choices": "what the reader can do now",
        "outcome": "how the story ended, on a step without choices",
    }

    id: Slug
    text: MarkdownText
    choices: tuple[StepChoice, ...] = ()
    outcome: Literal["good", "mixed", "poor"] | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        if bool(self.choices) == bool(self.outcome):
            found = "both 'choices' and 'outcome'" if self.choices else "neither 'choices' nor 'outcome'"
            message = f"the step '{self.id}' has {found}"
            yield BrokenRule("step-kind", message, "a step leads on by 'choices', or ends the story with 'outcome'")
        yield from repeated("choice", [choice.text for choice in self.choices], "choices")


class Scenario(Question):
    """Go through a story that branches. It begins with its first step and has several endings."""

    hover: ClassVar = {"steps": "the parts of the story; it begins with the first"}

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
