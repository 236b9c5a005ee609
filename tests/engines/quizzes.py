"""Go through a quiz in any engine, with the mouse or with keys alone. What is right is read from the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.engines.engine import Engine

QUESTION = "course-quiz form[data-here]"

#: The steps that answer the question right, in order: what to do, to which element, with what.
STEPS = """
const form = document.querySelector(arguments[0]);
const css = (one) => `#${CSS.escape(form.id)} ` + one;
const parts = [...form.querySelectorAll(".quiz__part")];
const placed = (part) => Number(JSON.parse(part.dataset.accepted)[0]);
const options = [...form.querySelectorAll(".quiz__input[data-correct]")];
if (form.querySelector("[data-move]")) {
  const items = [...parts];
  const up = (at) => {
    items.splice(at - 1, 2, items[at], items[at - 1]);
    return ["press", css(`[data-part="${items[at - 1].dataset.part}"] [data-move="-1"]`), ""];
  };
  const steps = [];
  for (let place = 1; place <= items.length; place += 1)
    for (let at = items.findIndex((item) => placed(item) === place); at > place - 1; at -= 1) steps.push(up(at));
  return steps.length ? steps : [up(1), up(1)];
}
if (form.querySelector("[data-choice]")) {
  const ways = [[form.querySelector("[data-step]").dataset.step, []]];
  for (const [here, steps] of ways) {
    const step = form.querySelector(`[data-step="${here}"]`);
    if (step.dataset.outcome === "good") return steps;
    for (const { dataset: { choice, to } } of step.querySelectorAll("[data-choice]"))
      ways.push([to, [...steps, ["press", css(`[data-step="${here}"] [data-choice="${choice}"]`), ""]]]);
  }
}
if (options.length)
  return options.map(({ id, type, name }) => ["choose", css(`#${CSS.escape(id)}`), type === "radio" ? name : ""]);
return parts.map((part) => {
  const field = part.querySelector("select, textarea, input");
  const at = css(`#${CSS.escape(field.id)}`);
  if (field.matches("select")) return ["pick", at, part.querySelector("[data-correct]").value];
  const { accepted, answer } = part.dataset;
  return ["type", at, accepted ? JSON.parse(accepted)[0] : answer ?? "What comes to mind."];
});
"""


class Mouse:
    """A hand with a mouse, and a keyboard to type."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def press(self, css: str, words: str = "") -> None:
        """Click."""
        self.engine.click(css, words)

    def choose(self, css: str, group: str) -> None:
        """Click a radio button of a group, or a check box."""
        self.engine.click(css)

    def pick(self, css: str, value: str) -> None:
        """Pick from a list."""
        self.engine.pick(css, value)

    def type(self, css: str, text: str) -> None:
        """Click into a field and type."""
        self.engine.write(css, text)


class Keys(Mouse):
    """A hand without a mouse."""

    def press(self, css: str, words: str = "") -> None:
        """Go there and press Enter."""
        self.engine.tab_to(css, words)
        self.engine.press("Enter")

    def choose(self, css: str, group: str) -> None:
        """Go to a check box, or to the radio buttons of a group and along them, and choose."""
        self.engine.tab_to(f'{QUESTION} input[name="{group}"]' if group else css)
        self.engine.press("Space")
        if not group:
            return
        while not self.engine.evaluate("return document.querySelector(arguments[0]).checked", css):
            self.engine.press("ArrowDown")

    def pick(self, css: str, value: str) -> None:
        """Go through a list with the arrow key."""
        self.engine.tab_to(css)
        while self.engine.evaluate("return document.querySelector(arguments[0]).value", css) != value:
            self.engine.press("ArrowDown")

    def type(self, css: str, text: str) -> None:
        """Go to a field and type."""
        self.engine.tab_to(css)
        self.engine.select_all()
        self.engine.type(text)


def begin(engine: Engine, hand: Mouse) -> None:
    """Press Start, once the script runs."""
    engine.shows("course-quiz[data-ready]")
    hand.press("[data-action=start]")
    engine.shows(QUESTION)


def here(engine: Engine) -> str:
    """The id of the question that is shown; empty where none is."""
    script = (
        "const one = document.querySelector(arguments[0]); return one?.checkVisibility() ? one.dataset.question : ''"
    )
    return str(engine.evaluate(script, QUESTION))


def answer(engine: Engine, hand: Mouse) -> None:
    """Answer the question that is shown right, and have it checked."""
    act: dict[str, Callable[[str, str], None]] = {
        "press": hand.press,
        "choose": hand.choose,
        "pick": hand.pick,
        "type": hand.type,
    }
    steps: list[tuple[str, str, str]] = engine.evaluate(STEPS, QUESTION)
    for what, css, value in steps:
        act[what](css, value)
    if not state(engine):  # a story is checked when it ends
        hand.press(f"{QUESTION} button", "Check my answer")
    engine.until("return document.querySelector(arguments[0]).dataset.state", QUESTION)


def state(engine: Engine) -> str:
    """What the page says of the answer to the question that is shown; nothing before it is checked."""
    return str(engine.evaluate("return document.querySelector(arguments[0]).dataset.state ?? ''", QUESTION))


def onward(engine: Engine, hand: Mouse) -> None:
    """Go to the next question, or to the results."""
    before = here(engine)
    if not isinstance(hand, Keys):
        # The button stands where "Check" was: the second click of a double click there does not count.
        hand.press(f"{QUESTION} .quiz__prompt, {QUESTION} .quiz__outcome, {QUESTION} .quiz__status")
    hand.press(f"{QUESTION} [data-action=next]")
    engine.wait(lambda: here(engine) != before, "the next question")


def skip(engine: Engine) -> None:
    """Go on, whether the question that is shown is answered or not, by keys: a second click soon would not count."""
    before = here(engine)
    Keys(engine).press(f"{QUESTION} [data-action=next], .quiz__skip")
    engine.wait(lambda: here(engine) != before, "the next question")


def given(engine: Engine) -> Any:
    """All that is chosen and typed in the quiz of the page, by question, and what is said to it."""
    return engine.evaluate("""return Object.fromEntries(
      [...document.querySelectorAll("course-quiz form")].map((form) => [form.dataset.question, [
        form.dataset.state ?? "",
        [...form.querySelectorAll("input, select, textarea")].map((one) => (
          one.matches(".quiz__input") ? one.checked : one.value
        )),
      ]]),
    )""")
