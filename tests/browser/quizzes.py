"""Go through a quiz as a reader does."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, as a reader without a mouse does."""
    for _ in range(100):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {target}")


class Question:
    """One question on a page."""

    def __init__(self, form: Locator) -> None:
        self.form = form
        self.check = form.get_by_role("button", name="Check my answer")
        self.retry = form.get_by_role("button", name="Try again")
        self.status = form.get_by_role("status")
        self.options = form.locator("input")
        self.right = form.locator("input[data-correct]")
        self.wrong = form.locator("input:not([data-correct])")

    @property
    def state(self) -> str | None:
        """What the page says of the answer: right, partly, wrong, or None before it is checked."""
        return self.form.get_attribute("data-state")

    @property
    def many(self) -> bool:
        """Whether several options are right."""
        return self.options.first.get_attribute("type") == "checkbox"

    def answer(self, *options: Locator) -> None:
        """Choose these options with the mouse and check them."""
        for option in options:
            option.check()
        self.check.click()

    def answer_right(self) -> None:
        """Choose what is right with the mouse, and check it."""
        self.answer(*self.right.all())
        expect(self.form).to_have_attribute("data-state", "right")

    def answer_right_by_keyboard(self, page: Page) -> None:
        """Choose what is right with keys alone, and check it."""
        if self.many:
            for option in self.right.all():
                tab_to(page, option)
                page.keyboard.press("Space")
        else:
            tab_to(page, self.options.first)
            page.keyboard.press("Space")
            for _ in self.options.all():
                if not self.right.is_checked():
                    page.keyboard.press("ArrowDown")
        tab_to(page, self.check)
        page.keyboard.press("Enter")


def questions(page: Page) -> list[Question]:
    """The questions of the one quiz on the page, once its script runs."""
    expect(page.locator("course-quiz[data-ready]")).to_be_visible()
    return [Question(form) for form in page.locator("course-quiz form").all()]


def with_several_answers(page: Page) -> Question:
    """A question with more than one right option."""
    return next(question for question in questions(page) if question.many and question.right.count() > 1)


def with_one_answer(page: Page) -> Question:
    """A question with one right option."""
    return next(question for question in questions(page) if not question.many)
