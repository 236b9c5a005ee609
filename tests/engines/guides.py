"""Go through a guide or the planner in any engine."""

from __future__ import annotations

from tests.engines.engine import Engine

STEP = ".guide__step:not([hidden])"
ENDING = ".guide__ending:not([hidden])"


def is_ready(engine: Engine) -> None:
    """Wait until its script runs."""
    engine.shows("course-guide[data-ready]")


def choose(engine: Engine, number: int) -> None:
    """Choose an option with the mouse, or the last one where there are fewer, and go on."""
    words = options(engine)
    engine.click(f"{STEP} .guide__label", words[min(number, len(words) - 1)])
    engine.click("button", "Continue")


def choose_by_keyboard(engine: Engine, number: int) -> None:
    """Choose an option with keys alone, and go on."""
    engine.tab_to(f"{STEP} input")
    engine.press("Space", *["ArrowDown"] * number)
    engine.tab_to("button", "Continue")
    engine.press("Enter")


def options(engine: Engine) -> list[str]:
    """The options of the question that is shown."""
    script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent.trim())"
    labels: list[str] = engine.evaluate(script, f"{STEP} .guide__label")
    return labels


def at_the_end(engine: Engine) -> bool:
    """Whether an ending is shown."""
    return bool(engine.evaluate("return Boolean(document.querySelector(arguments[0]))", ENDING))
