"""Go through a story as readers do, in tests with a browser."""

from __future__ import annotations

from collections import deque

from tests.browser.quizzes import Hand, Outcome, Question

ENDINGS: dict[Outcome, str] = {"right": "good", "partly": "mixed", "wrong": "poor"}


class ScenarioQuestion(Question):
    """A story whose ending is the answer."""

    is_checked_by_button = False

    @property
    def outcomes(self) -> list[Outcome]:
        """The endings that it has."""
        steps = self.form.locator("[data-outcome]").all()
        endings = {step.get_attribute("data-outcome") for step in steps}
        return [outcome for outcome, ending in ENDINGS.items() if ending in endings]

    @property
    def can_begin(self) -> bool:
        """Whether it stands at its first step."""
        return self.form.locator("[data-step]").first.is_visible()

    def give(self, outcome: Outcome, hand: Hand) -> None:
        """Follow a shortest way to such an ending."""
        for choice in self._way_to(ENDINGS[outcome]):
            hand.press(self.form.locator(f"[data-choice='{choice}']:visible"))

    def change(self) -> None:
        """Go back one step."""
        self.form.get_by_role("button", name="Go back one step").click()

    def _way_to(self, ending: str) -> list[str]:
        steps: dict[str, dict[str, object]] = self.form.evaluate(
            """form => Object.fromEntries([...form.querySelectorAll("[data-step]")].map((step) => [step.dataset.step, {
                outcome: step.dataset.outcome,
                exits: [...step.querySelectorAll("[data-choice]")].map(({ dataset }) => [dataset.choice, dataset.to]),
            }]))"""
        )
        ways: deque[tuple[str, list[str]]] = deque([(next(iter(steps)), [])])
        seen = set()
        while ways:
            here, way = ways.popleft()
            if steps[here].get("outcome") == ending:
                return way
            if here not in seen:
                seen.add(here)
                ways.extend((to, [*way, choice]) for choice, to in steps[here]["exits"])  # type: ignore[attr-defined]
        raise AssertionError(f"the story has no {ending} ending")


QUESTION = ScenarioQuestion
