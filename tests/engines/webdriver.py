"""Firefox and WebKitGTK, driven by Selenium."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from abc import abstractmethod
from pathlib import Path
from typing import Any

from selenium.common.exceptions import (
    JavascriptException,
    NoSuchFrameException,
    NoSuchWindowException,
    StaleElementReferenceException,
)
from selenium.webdriver import Remote
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.options import ArgOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from urllib3.exceptions import ReadTimeoutError

from tests.engines.engine import PATIENCE, Engine
from tests.engines.marionette import Marionette
from tools.system import ensure

KEYS = {
    "Tab": Keys.TAB,
    "Enter": Keys.ENTER,
    "Space": Keys.SPACE,
    "Escape": Keys.ESCAPE,
    "Backspace": Keys.BACKSPACE,
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowUp": Keys.ARROW_UP,
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowRight": Keys.ARROW_RIGHT,
    "Shift": Keys.SHIFT,
    "Alt": Keys.ALT,
    "Control": Keys.CONTROL,
}
GONE = (
    JavascriptException,
    NoSuchFrameException,
    NoSuchWindowException,
    StaleElementReferenceException,
    ReadTimeoutError,  # WebKit never answers a script whose page goes away at that moment
)


class WebDriverEngine(Engine):
    """A browser that speaks WebDriver (https://www.w3.org/TR/webdriver2/)."""

    def __init__(self) -> None:
        super().__init__()
        self.driver = self._start()

    @abstractmethod
    def _start(self) -> WebDriver: ...

    def evaluate(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def click(self, css: str, words: str = "") -> None:
        # not the command for it: with that, Firefox keeps no page for Back
        self._actions().move_to_element(self._reached(css, words)).click().perform()

    def double_click(self, css: str, words: str = "") -> None:
        self._actions().move_to_element(self._reached(css, words)).double_click().perform()

    def hover(self, css: str, words: str = "") -> None:
        self._actions().move_to_element(self._reached(css, words)).perform()

    def down(self, key: str) -> None:
        self._actions().key_down(KEYS.get(key, key)).perform()

    def up(self, key: str) -> None:
        self._actions().key_up(KEYS.get(key, key)).perform()

    def type(self, text: str) -> None:
        self._actions().send_keys(text).perform()

    def wheel(self, css: str) -> None:
        origin = ScrollOrigin.from_element(self._reached(css, ""))
        self._actions().scroll_from_origin(origin, 0, 50).perform()

    def pick(self, css: str, value: str) -> None:
        self._reached(css, "")
        script = "return [...document.querySelector(arguments[0]).options].find(({ value }) => value === arguments[1])"
        self.wait(lambda: self._handle(script, css, value), f"{value} in {css}").click()

    def role(self, css: str, words: str = "") -> str:
        return str(self.element(css, words).aria_role)

    def label(self, css: str, words: str = "") -> str:
        return str(self.element(css, words).accessible_name)

    def _handle(self, script: str, *arguments: Any) -> WebElement | None:
        found: WebElement | None = self.driver.execute_script(script, *arguments)
        return found

    def _actions(self) -> ActionChains:
        return ActionChains(self.driver, duration=0)

    def _reached(self, css: str, words: str) -> WebElement:
        element: WebElement = self.element(css, words)
        self.evaluate("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
        return element

    def _go(self, address: str) -> None:
        self.driver.get(address)

    def _back(self) -> None:
        self.driver.back()

    def _forward(self) -> None:
        self.driver.forward()

    def _reload(self) -> None:
        self.driver.refresh()

    def _enter(self, frame: WebElement) -> None:
        self.driver.switch_to.frame(frame)

    def _leave_frames(self) -> None:
        self.driver.switch_to.default_content()

    def _is_gone(self, problem: Exception) -> bool:
        return isinstance(problem, GONE)


class FirefoxOptions(ArgOptions):
    """What is asked of Firefox when a session begins."""

    @property
    def default_capabilities(self) -> dict[str, Any]:
        return {"browserName": "firefox", "webSocketUrl": True}

    def to_capabilities(self) -> dict[str, Any]:
        return dict(self._caps)


class Firefox(WebDriverEngine):
    """Firefox without a window."""

    name = "firefox"

    def __init__(self, profile: Path) -> None:
        self._profile = profile
        super().__init__()

    def resize(self, width: int, height: int) -> None:
        # its window cannot be as narrow as a phone
        window = self.driver.current_window_handle
        self.driver.browsing_context.set_viewport(context=window, viewport={"width": width, "height": height})

    def close(self) -> None:
        self.driver.quit()
        self._process.kill()  # it would take its time to keep a profile that nobody needs
        self._process.wait()

    def _start(self) -> WebDriver:
        preferences = {"marionette.port": "0", "ui.prefersReducedMotion": "1"}
        lines = [f'user_pref("{name}", {value});' for name, value in preferences.items()]
        (self._profile / "user.js").write_text("\n".join(lines), "utf-8")
        command = [ensure("firefox"), "--headless", "--no-remote", "--marionette", "--remote-debugging-port=0"]
        self._process = subprocess.Popen(
            [*command, "--profile", str(self._profile)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        options = FirefoxOptions()
        options.page_load_strategy = "none"
        return Remote(Marionette(self._port()), options=options)

    def _port(self) -> int:
        file = self._profile / "MarionetteActivePort"
        end = time.monotonic() + 3 * PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            if file.is_file() and (port := file.read_text("utf-8").strip()):
                return int(port)
            time.sleep(0.02)
        raise AssertionError("Firefox does not start")


class WebKit(WebDriverEngine):
    """WebKitGTK's own browser, on a screen that nobody sees."""

    name = "webkit"

    def resize(self, width: int, height: int) -> None:
        self.driver.set_window_rect(0, 0, width, height)
        self.until("return innerWidth === arguments[0] && innerHeight === arguments[1]", width, height)

    def close(self) -> None:
        self.driver.quit()
        self._service.stop()
        self._screen.terminate()
        self._screen.wait()

    def _start(self) -> WebDriver:
        browser = ensure("webkit")
        seen, number = os.pipe()
        self._screen = subprocess.Popen(
            [ensure("xvfb"), "-displayfd", str(number), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
            pass_fds=[number],
            stderr=subprocess.DEVNULL,
        )
        os.close(number)
        with os.fdopen(seen) as pipe:
            display = f":{pipe.readline().strip()}"
        options = Options()
        options.binary_location = browser
        options.page_load_strategy = "none"
        for argument in ("--automation", "--full-screen"):  # without its bar, it can be as narrow as a phone
            options.add_argument(argument)
        environment = {**os.environ, "DISPLAY": display, "NO_AT_BRIDGE": "1"}
        self._service = Service(shutil.which("WebKitWebDriver"), env=environment)
        self._service.start()
        config = ClientConfig(remote_server_addr=self._service.service_url, timeout=PATIENCE // 2)
        return Remote(RemoteConnection(client_config=config), options=options)
