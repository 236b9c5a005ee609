"""What a test may ask of a browser, whichever it is: a common interface over two libraries."""

from __future__ import annotations

import itertools
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

PATIENCE = 30  # seconds; a busy machine is slow, but not wrong

#: Shown elements by selector, and by words where there are some: those of an element whose name they are come first.
FIND = """
const [css, words] = arguments;
const shown = [...document.querySelectorAll(css)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
if (!words) return shown[0] ?? null;
const named = (one) => (one.getAttribute("aria-label") ?? (one.innerText || one.textContent)).trim();
return shown.find((one) => named(one) === words) ?? shown.find((one) => named(one).includes(words)) ?? null;
"""


class Engine(ABC):
    """One window of a browser, used again by all tests of a worker.

    Scripts are bodies of functions that find their arguments in ``arguments``. They run in the page, or in the frame
    that ``inside`` has gone to.
    """

    name: ClassVar[str]

    def __init__(self) -> None:
        self._tokens = itertools.count(1)

    @abstractmethod
    def evaluate(self, script: str, *arguments: Any) -> Any:
        """What a script returns."""

    @abstractmethod
    def click(self, css: str, words: str = "") -> None:
        """Click into the middle of an element, scrolled to where nothing covers it."""

    @abstractmethod
    def double_click(self, css: str, words: str = "") -> None:
        """Click there twice, as fast as can be."""

    @abstractmethod
    def hover(self, css: str, words: str = "") -> None:
        """Move the pointer there."""

    @abstractmethod
    def down(self, key: str) -> None:
        """Press a key, and hold it: a letter, or a name such as "Tab", "Enter", "Space", "ArrowDown" or "Shift"."""

    @abstractmethod
    def up(self, key: str) -> None:
        """Let a key go."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type with the keyboard, wherever the focus is."""

    @abstractmethod
    def wheel(self, css: str) -> None:
        """Turn the wheel of the mouse over an element."""

    @abstractmethod
    def pick(self, css: str, value: str) -> None:
        """Open a list and click a value."""

    @abstractmethod
    def role(self, css: str, words: str = "") -> str:
        """The role of an element, as assistive technology hears it."""

    @abstractmethod
    def label(self, css: str, words: str = "") -> str:
        """The name of an element, as assistive technology hears it."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make the window so large, inside."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    @abstractmethod
    def _handle(self, script: str, *arguments: Any) -> Any:
        """The element that a script returns, to act on, or None."""

    @abstractmethod
    def _go(self, address: str) -> None: ...

    @abstractmethod
    def _back(self) -> None: ...

    @abstractmethod
    def _forward(self) -> None: ...

    @abstractmethod
    def _reload(self) -> None: ...

    @abstractmethod
    def _enter(self, frame: Any) -> None: ...

    @abstractmethod
    def _leave_frames(self) -> None: ...

    @abstractmethod
    def _is_gone(self, problem: Exception) -> bool:
        """Whether a script failed only because its page went away."""

    def go(self, address: str) -> None:
        """Go to an address, and wait until all of it is there."""
        self.begin(address)
        self.is_loaded()

    def begin(self, address: str) -> None:
        """Go to an address, and wait for its document alone."""
        self._other_document(lambda: self._go(address))

    def back(self) -> None:
        """Go back to another document."""
        self._other_document(self._back)
        self.is_loaded()

    def forward(self) -> None:
        """Go forward to another document."""
        self._other_document(self._forward)
        self.is_loaded()

    def reload(self) -> None:
        """Load the page again."""
        self._other_document(self._reload)
        self.is_loaded()

    def follow(self, css: str, words: str = "") -> None:
        """Click what leads to another document, and wait for that."""
        self._other_document(lambda: self.click(css, words))
        self.is_loaded()

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.down(key)
            self.up(key)

    def write(self, css: str, text: str) -> None:
        """Click into a field and replace what stands in it."""
        self.click(css)
        self.select_all()
        self.type(text)

    def select_all(self) -> None:
        """Select what stands in the field that has the focus."""
        self.down("Control")
        self.press("a")
        self.up("Control")

    def tab_to(self, css: str, words: str = "") -> None:
        """Press Tab until an element has the focus, as a reader without a mouse does."""
        self.element(css, words)
        for _ in range(300):
            if self.has_focus(css, words):
                return
            self.press("Tab")
        raise AssertionError(f"the Tab key does not reach {css} {words}")

    def has_focus(self, css: str, words: str = "") -> bool:
        """Whether an element has the focus."""
        return bool(self.evaluate(f"return (() => {{ {FIND} }})() === document.activeElement", css, words))

    def text(self, css: str) -> str:
        """What an element says, white space aside; empty where it is not shown."""
        script = "const one = document.querySelector(arguments[0]); return one?.checkVisibility() ? one.innerText : ''"
        return " ".join(self.evaluate(script, css).split())

    def element(self, css: str, words: str = "") -> Any:
        """The first shown element with a selector, and with words of its own; waits until there is one."""
        return self.wait(lambda: self._handle(FIND, css, words), f"{css} {words}")

    def shows(self, css: str, words: str = "") -> None:
        """Wait until an element is shown, with these words in it."""
        self.element(css, words)

    def hides(self, css: str) -> None:
        """Wait until no such element is shown."""
        script = "return ![...document.querySelectorAll(arguments[0])].some((one) => one.checkVisibility())"
        self.until(script, css)

    def is_loaded(self) -> None:
        """Wait until the document and all that it asks for are there."""
        self.until("return document.readyState === 'complete'")

    def until(self, script: str, *arguments: Any) -> Any:
        """Wait until a script returns something, and return that."""
        return self.wait(lambda: self.evaluate(script, *arguments), f"{script} {arguments}")

    @contextmanager
    def inside(self, css: str) -> Iterator[None]:
        """Look and act inside a frame."""
        self._enter(self.element(css))
        try:
            yield
        finally:
            self._leave_frames()

    def _other_document(self, act: Callable[[], None]) -> None:
        """Wait until another document is there; one that was left before, and comes back, is another too."""
        token = next(self._tokens)
        self.until("document.engineToken = arguments[0]; return true", token)
        act()
        self.until("return document.engineToken !== arguments[0] && location.href !== 'about:blank'", token)

    def wait(self, look: Callable[[], Any], what: str) -> Any:
        """Wait until a look finds something, and return that."""
        problem: Exception | None = None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if found := look():
                    return found
            except Exception as one:
                if not self._is_gone(one):
                    raise
                problem = one
            time.sleep(0.02)
        raise AssertionError(f"{self.name} has waited in vain for {what}") from problem
