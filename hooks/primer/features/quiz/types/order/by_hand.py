"""Put items in order as readers do, in tests with a browser."""

from __future__ import annotations

from tests.browser.quizzes import Hand, Outcome, Question


class OrderQuestion(Question):
    """Items that are moved with buttons."""

    def give(self, outcome: Outcome, hand: Hand) -> None:
        """Move items up until they stand as wanted: in order; the last two swapped; each one place too far."""
        count = self.parts.count()
        places = [str(number) for number in range(1, count + 1)]
        wanted = {"right": places, "partly": [*places[:-2], places[-1], places[-2]], "wrong": [*places[1:], places[0]]}
        moved = False
        for target, place in enumerate(wanted[outcome]):
            item = self.form.locator(f"[data-accepted='[\"{place}\"]']")
            for _ in range(count):
                if item.evaluate("one => [...one.parentElement.children].indexOf(one)") > target:
                    hand.press(item.get_by_role("button", name="Move up"))
                    moved = True
        if not moved:  # it stood so at first, which counts as an answer only once something was moved
            hand.press(self.form.get_by_role("button", name="Move down").first)
            hand.press(self.form.locator(".quiz__part").nth(1).get_by_role("button", name="Move up"))

    def change(self) -> None:
        """Move one item."""
        self.form.get_by_role("button", name="Move down").first.click()


QUESTION = OrderQuestion
