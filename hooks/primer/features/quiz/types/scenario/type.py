"""A story that branches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from markupsafe import Markup

from primer.core.model import Text
from primer.features.quiz.body import BodyMaker
from primer.features.quiz.ids import digest
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Markdown, Shape, Story, StoryChoice, StoryStep
from primer.features.quiz.types.scenario.model import Scenario, Step, StepChoice
from primer.kit.strings import Strings, StringTable, holds


class ScenarioStrings(Strings):
    """Words around the steps."""

    section: ClassVar[str] = "quiz_scenario"

    how: Text
    step: Annotated[Text, holds("number")]
    leads_to: Annotated[Text, holds("number")]
    back: Text
    outcome: Text
    outcome_good: Text
    outcome_mixed: Text
    outcome_poor: Text
    next_time: Text


class ScenarioScriptStrings(Strings):
    """What is said of how a story ended."""

    section: ClassVar[str] = "quiz_scenario_script"

    ended_good: Text
    ended_mixed: Text
    ended_poor: Text
    not_ended: Text


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


class ScenarioType(QuestionType[Scenario]):
    """Go through a story that branches."""

    name = "scenario"
    model = Scenario
    partial_credit = "all for a good ending, half for a mixed one, nothing for a poor one"
    anchored = ("steps",)
    strings = (ScenarioStrings,)
    script_strings = (ScenarioScriptStrings,)

    def edu_type(self, question: Scenario) -> str:
        return "Scenario"

    def body(self, question: Scenario, dom: str, maker: BodyMaker) -> ScenarioBody:
        numbers = {step.id: number for number, step in enumerate(question.steps, start=1)}

        def choice_view(choice: StepChoice) -> StepChoiceView:
            return StepChoiceView(
                id=digest(choice.text),
                text_html=maker.inline(choice.text),
                feedback_html=maker.paragraphs(choice.feedback),
                to=choice.to,
                to_dom=f"{dom}--{choice.to}",
                to_number=numbers[choice.to],
            )

        def step_view(step: Step) -> StepView:
            return StepView(
                id=step.id,
                dom=f"{dom}--{step.id}",
                number=numbers[step.id],
                text_html=maker.paragraphs(step.text),
                choices=tuple(choice_view(choice) for choice in step.choices),
                outcome=step.outcome,
            )

        return ScenarioBody(tuple(step_view(step) for step in question.steps))

    def shapes(self, question: Scenario, strings: StringTable) -> tuple[Shape, ...]:
        return (Story(tuple(_step(step) for step in question.steps)),)

    def graded(self, question: Scenario) -> Graded:
        return tuple(
            (step.id, step.text, step.outcome, tuple((choice.text, choice.to) for choice in step.choices))
            for step in question.steps
        )


TYPE = ScenarioType()


def _step(step: Step) -> StoryStep[str]:
    choices = tuple(
        StoryChoice(digest(choice.text), Markdown(choice.text), choice.to, Markdown(choice.feedback))
        for choice in step.choices
    )
    return StoryStep(step.id, Markdown(step.text), choices, step.outcome)
