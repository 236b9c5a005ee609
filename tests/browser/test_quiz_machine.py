"""Whatever a reader does, in whatever order, nothing throws, and only what was asked for changes."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Watch
from tests.browser.questions_site import POINTS, SCORED, TOTAL
from tests.browser.quizzes import Mouse, Outcome, kept, question_in
from tests.question_types import states

ADDRESSES = ["", "&exam", "&shuffle=questions,options&draw=6"]
PLACES = st.integers(0, TOTAL - 1)
TYPED = st.sampled_from(
    [
        "",
        " ",
        "repair",
        "repiar",
        "consent",
        "Informed consnet",
        "12",
        "12 weeks",
        "-1,5e3",
        "1,2,3.4.5",
        "<b>{x}</b>",
        "\U0001f9ed",
    ]
)

#: What a reader sees of each question that is asked, in order; a field with only a space in it looks empty.
SEEN = """() => [...document.querySelectorAll("course-quiz form:not([hidden])")].map((form) => [form.dataset.question, {
  state: form.dataset.state ?? null,
  said: form.querySelector(".quiz__status").textContent,
  items: [...form.querySelectorAll(".quiz__fields .quiz__item")].map((item) => item.textContent),
  fields: [...form.querySelectorAll("input, select, textarea")].map((field) => field.checked || field.value.trim()),
  marks: [...form.querySelectorAll(".quiz__fields .quiz__mark")].map((mark) => mark.textContent),
  step: form.querySelector(".quiz__step:not([hidden])")?.id ?? null,
}])"""

#: Does something to the control of that number, of those that can be seen in the questions.
POKE = """([place, number, text]) => {
  const forms = [...document.querySelectorAll("course-quiz form:not([hidden])")];
  const form = forms[place % forms.length];
  const controls = [...form.querySelectorAll("fieldset :is(input, select, textarea, button, a)")]
    .filter((one) => one.checkVisibility());
  const control = controls[number % controls.length];
  if (control.matches("button, a, [type=radio], [type=checkbox]")) return control.click();
  if (control.matches("select")) control.selectedIndex = number % control.options.length;
  else control.value = text;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}"""

PRESS = """([place, selector]) => {
  const found = [...document.querySelectorAll(`course-quiz ${selector}`)].filter((one) => one.checkVisibility());
  if (found.length) found[place % found.length].click();
}"""


class Reader(RuleBasedStateMachine):
    """A reader of one quiz, in one tab."""

    page: Page
    watch: Watch
    home: str

    def __init__(self) -> None:
        super().__init__()
        self.page.goto(self.home)
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.open(self.home)

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.wait_for_selector("course-quiz[data-ready]")

    def seen(self) -> dict[str, Any]:
        return dict(self.page.evaluate(SEEN))

    def press(self, selector: str, place: int = 0) -> None:
        self.page.evaluate(PRESS, [place, selector])

    @rule(place=PLACES, number=PLACES, text=TYPED)
    def answer(self, place: int, number: int, text: str) -> None:
        self.page.evaluate(POKE, [place, number, text])

    @rule(place=PLACES, outcome=st.sampled_from(["right", "partly", "wrong"]))
    def answer_wholly(self, place: int, outcome: Outcome) -> None:
        asked = [*self.seen()]
        if not asked:
            return
        question = question_in(self.page.locator(f"[data-question={asked[place % len(asked)]}]"))
        if not question.can_begin:
            return  # it goes on from where it is
        question.give(outcome if outcome in question.outcomes else question.outcomes[-1], Mouse())
        if question.check.is_visible():
            question.check.click()
            assert question.state in states(question.type).values()

    @rule(place=PLACES)
    def check(self, place: int) -> None:
        self.press("[type=submit]", place)

    @rule(place=PLACES)
    def unfold(self, place: int) -> None:
        self.press("summary", place)

    @rule(place=PLACES)
    def try_one_again(self, place: int) -> None:
        before = self.seen()
        self.press("[data-action=retry]", place)
        after = self.seen()
        changed = [id for id in before if after[id] != before[id]]
        assert len(changed) <= 1
        for id in changed:
            assert after[id]["state"] is None
            assert after[id]["said"] == ""

    @rule(action=st.sampled_from(["finish", "finish-anyway", "review", "show-all", "remember"]))
    def act(self, action: str) -> None:
        self.press(f"[data-action={action}]")

    @rule()
    def start_again(self) -> None:
        self.press("[data-action=restart]")

    @rule()
    def forget(self) -> None:
        self.press(".quiz__tools:not([open]) > summary")
        self.press("[data-action=forget]")
        assert {one["state"] for one in self.seen().values()} == {None}

    @precondition(lambda self: not self.page.locator("[data-action=show-all]").is_visible())
    @rule()
    def reload(self) -> None:
        """Everything is as it was; but an exam is judged anew, and free words are kept where they are asked for.

        What is left to chance may be drawn anew until something is answered.
        """
        before = self.seen()
        exam = "exam" in self.page.url
        remembered = self.page.locator("[data-action=remember]").is_checked()
        settled = any(name.endswith(":every-type:") for name in kept(self.page))
        self.open(self.page.url)
        after = self.seen()
        if "draw" in self.page.url and not settled:
            return
        assert list(after) == list(before)
        for id, one in before.items():
            if not SCORED[id] and not remembered:
                assert after[id]["fields"] == [""]
            elif exam or one["state"] is None:
                assert [after[id][part] for part in ("items", "fields", "step")] == [
                    one[part] for part in ("items", "fields", "step")
                ]
            else:
                assert after[id] == one

    @rule(address=st.sampled_from(ADDRESSES))
    def open_at(self, address: str) -> None:
        self.open(self.home + address)

    @invariant()
    def nothing_is_thrown(self) -> None:
        assert self.watch.problems == []

    @invariant()
    def the_counts_add_up_to_all(self) -> None:
        for text in self.page.locator("[data-line=counts]").all_inner_texts():
            *counts, total = [int(number) for number in re.findall(r"\d+", text)] or [0]
            assert sum(counts) == total <= POINTS

    @invariant()
    def every_mark_belongs_to_an_answer_that_was_judged(self) -> None:
        for one in self.seen().values():
            assert one["state"] in (None, "right", "partly", "near", "wrong", "done")
            assert one["state"] or not one["marks"]


def test_whatever_a_reader_does(visit_types: Visit, watch: Watch):
    page = visit_types()
    page.context.set_default_timeout(20_000)

    class ThisReader(Reader):
        pass

    ThisReader.page, ThisReader.watch, ThisReader.home = page, watch, page.url
    run_state_machine_as_test(
        ThisReader,
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            phases=[Phase.explicit, Phase.generate],  # to shrink what fails would take minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
    expect(page.locator("course-quiz")).to_be_visible()
