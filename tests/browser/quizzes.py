"""Go through a quiz as a reader does, with a mouse or with keys alone, for every type of question."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal, Protocol

from playwright.sync_api import Locator, Page, expect
from primer.features.quiz.registry import TYPES

from tests.question_types import states

Outcome = Literal["right", "partly", "wrong"]


class Hand(Protocol):
    """What a reader does to controls."""

    def press(self, target: Locator) -> None:
        """Press a button, or follow a link."""

    def choose(self, option: Locator) -> None:
        """Choose a radio button or a check box."""

    def pick(self, field: Locator, value: str) -> None:
        """Pick from a list."""

    def type(self, field: Locator, text: str) -> None:
        """Replace what stands in a field."""


class Mouse:
    """A hand with a mouse, and a keyboard to type."""

    def press(self, target: Locator) -> None:
        """Click."""
        target.click()

    def choose(self, option: Locator) -> None:
        """Click, where it is not chosen yet."""
        option.check()

    def pick(self, field: Locator, value: str) -> None:
        """Open the list and click."""
        field.select_option(value)

    def type(self, field: Locator, text: str) -> None:
        """Click into the field and type."""
        field.fill(text)


class Keys:
    """A hand without a mouse."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def press(self, target: Locator) -> None:
        """Go there and press Enter."""
        self._go_to(target)
        self._page.keyboard.press("Enter")

    def choose(self, option: Locator) -> None:
        """Check a box with the space bar; go to a radio button with arrow keys."""
        if option.get_attribute("type") == "checkbox":
            self._go_to(option)
            self._page.keyboard.press("Space")
            return
        group = option.page.locator(f"[name='{option.get_attribute('name')}']")
        chosen = group.and_(option.page.locator(":checked"))
        self._go_to(chosen if chosen.count() else group.first)
        self._page.keyboard.press("Space")
        for _ in range(group.count()):
            if not option.is_checked():
                self._page.keyboard.press("ArrowDown")

    def pick(self, field: Locator, value: str) -> None:
        """Go through the list with the arrow key."""
        self._go_to(field)
        for _ in range(field.locator("option").count()):
            if field.input_value() != value:
                self._page.keyboard.press("ArrowDown")

    def type(self, field: Locator, text: str) -> None:
        """Replace what stands in the field."""
        self._go_to(field)
        self._page.keyboard.press("Control+A")
        self._page.keyboard.type(text)

    def _go_to(self, target: Locator) -> None:
        tab_to(self._page, target)


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, as a reader without a mouse does."""
    for _ in range(300):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {target}")


class Question:
    """One question on a page. What is right is read from what the page itself judges by.

    It answers by options, lists and fields that stand in parts. A type that is answered otherwise has a module
    ``by_hand`` in its folder, with a class of its own as ``QUESTION``.
    """

    is_checked_by_button = True
    """Whether an answer is judged once a button is pressed."""

    def __init__(self, form: Locator) -> None:
        self.form = form
        self.id = form.get_attribute("data-question") or ""
        self.type = form.get_attribute("data-type") or ""
        self.check = form.get_by_role("button", name="Check my answer")
        self.retry = form.get_by_role("button", name="Try again")
        self.status = form.get_by_role("status").locator(".quiz__line")
        self.parts = form.locator(".quiz__part")
        self.options = form.locator(".quiz__input")
        self.right = form.locator("input[data-correct]")
        self.wrong = form.locator("input:not([data-correct])")
        self.answer_fold = form.locator(".quiz__answer")

    @property
    def state(self) -> str | None:
        """What the page says of the answer: right, partly, near, wrong, done, or None before it is checked."""
        return self.form.get_attribute("data-state")

    @property
    def many(self) -> bool:
        """Whether several options can be chosen at once."""
        return self.options.count() > 0 and self.options.first.get_attribute("type") == "checkbox"

    @property
    def can_begin(self) -> bool:
        """Whether it can be answered from the beginning, as it stands now."""
        return True

    @property
    def outcomes(self) -> list[Outcome]:
        """How well this question can be answered."""
        is_whole = self.parts.count() == 1 and self.options.count() > 0 and not self.many
        possible: list[Outcome] = ["right", "wrong"] if is_whole else ["right", "partly", "wrong"]
        return [outcome for outcome in possible if outcome in states(self.type)]

    def expect(self, outcome: Outcome) -> None:
        """Wait until the page says that the answer was as good as that."""
        expect(self.form).to_have_attribute("data-state", states(self.type)[outcome])

    def answer(self, outcome: Outcome = "right", hand: Hand | None = None) -> None:
        """Give an answer that is as good as that, and check it."""
        hand = hand or Mouse()
        self.give(outcome, hand)
        if self.is_checked_by_button:
            hand.press(self.check)
        self.expect(outcome)

    def give(self, outcome: Outcome, hand: Hand) -> None:
        """Give an answer that is as good as that, without checking it."""
        if self.many:
            for option in (
                [*self.right.all()][: 1 if outcome == "partly" else None] if outcome != "wrong" else [self.wrong.first]
            ):
                hand.choose(option)
        else:
            for number, part in enumerate(self.parts.all()):
                self.fill(
                    part,
                    outcome if outcome != "partly" or self.parts.count() == 1 else ("wrong" if number else "right"),
                    hand,
                )

    def fill(self, part: Locator, outcome: Outcome, hand: Hand) -> None:
        """Answer one part of the question."""
        correct = "[data-correct]" if outcome == "right" else ":not([data-correct])"
        field = part.locator("input:not(.quiz__input), textarea")
        if part.locator(".quiz__input").count():
            hand.choose(part.locator(f".quiz__input{correct}").first)
        elif part.locator("select").count():
            value = part.locator(f"option[value]:not([value='']){correct}").first.get_attribute("value")
            hand.pick(part.locator("select"), value or "")
        else:
            hand.type(field, words_for(part, outcome))

    def change(self) -> None:
        """Change the answer without checking it."""
        if self.options.count():
            self.wrong.first.check()
        elif self.form.locator("select").count():
            self.form.locator("select").first.select_option(index=0)
        else:
            self.form.get_by_role("textbox").fill("Something else")


def words_for(part: Locator, outcome: Outcome) -> str:
    """Return something to type into a field."""
    accepted, answer = part.get_attribute("data-accepted"), part.get_attribute("data-answer")
    if accepted is not None:
        word: str = max(json.loads(accepted), key=len)
        return {"right": word, "partly": word[:-2] + word[-1], "wrong": "something else altogether"}[outcome]
    if answer is not None:
        return answer if outcome == "right" else str(float(answer) * 3 + 1000)
    return "Whatever comes to mind."


def question_in(form: Locator) -> Question:
    """The question in a form, as its type is answered."""
    folder = TYPES[form.get_attribute("data-type") or ""].folder.name
    module = f"primer.features.quiz.types.{folder}.by_hand"
    kind: type[Question] = import_module(module).QUESTION if find_spec(module) else Question
    return kind(form)


def questions(page: Page) -> list[Question]:
    """The questions that the one quiz on the page asks, once its script runs."""
    expect(page.locator("course-quiz[data-ready]")).to_have_count(1)
    for start in page.locator(".quiz__folded:not([open]) > summary").all():
        start.click()
    return [question_in(form) for form in page.locator("course-quiz form:not([hidden])").all()]


def by_id(page: Page) -> dict[str, Question]:
    """The same, by id."""
    return {question.id: question for question in questions(page)}


def finish(page: Page, hand: Hand | None = None) -> Locator:
    """Ask for the results, even where questions are open, and return them."""
    hand = hand or Mouse()
    hand.press(page.get_by_role("button", name="See my results", exact=True))
    expect(page.locator(":is(.quiz__missing, .quiz__results):visible").first).to_be_visible()  # fetched at first
    anyway = page.get_by_role("button", name="See my results without these")
    if anyway.is_visible():
        hand.press(anyway)
    results = page.locator(".quiz__results")
    expect(results.get_by_role("heading", name="Your results")).to_be_focused()
    return results


def saved_results(page: Page) -> dict[str, Any]:
    """Save the results that are shown, and return what is in the file."""
    save = page.get_by_role("button", name="Save the sheet as a file (JSON)")
    if not save.is_visible():
        page.get_by_text("Results sheet to print or save").click()
    with page.expect_download() as download:
        save.click()
    results: dict[str, Any] = json.loads(download.value.path().read_text("utf-8"))
    return results


def kept(page: Page) -> Iterator[str]:
    """What the browser keeps of quizzes, by storage and key."""
    names: list[str] = page.evaluate(
        """() => [["localStorage", localStorage], ["sessionStorage", sessionStorage]].flatMap(
            ([name, storage]) => Object.keys(storage).map((key) => `${name} ${key}`))"""
    )
    return (name for name in names if "quiz" in name)
