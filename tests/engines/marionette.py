"""Selenium's commands in the protocol that Firefox itself speaks, so that no geckodriver has to be there.

geckodriver does no more with them: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html.
"""

from __future__ import annotations

import json
import socket
from typing import Any

from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # https://www.w3.org/TR/webdriver2/#elements

NAMES = {
    Command.NEW_SESSION: "NewSession",
    Command.QUIT: "DeleteSession",
    Command.GET: "Navigate",
    Command.GO_BACK: "Back",
    Command.GO_FORWARD: "Forward",
    Command.REFRESH: "Refresh",
    Command.W3C_EXECUTE_SCRIPT: "ExecuteScript",
    Command.W3C_ACTIONS: "PerformActions",
    Command.W3C_GET_CURRENT_WINDOW_HANDLE: "GetWindowHandle",
    Command.CLICK_ELEMENT: "ElementClick",
    Command.SWITCH_TO_FRAME: "SwitchToFrame",
    Command.GET_ELEMENT_ARIA_LABEL: "GetComputedLabel",
    Command.GET_ELEMENT_ARIA_ROLE: "GetComputedRole",
}


class Marionette(RemoteConnection):
    """A connection to a Firefox that was started with ``--marionette``."""

    def __init__(self, port: int) -> None:
        super().__init__(client_config=ClientConfig(remote_server_addr=f"http://127.0.0.1:{port}"))
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._answers = self._socket.makefile("rb")
        self._number = 0
        self._read()  # it says its version

    def execute(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        """Return what Firefox answers to a command, as a driver would."""
        self._number += 1
        message = json.dumps(
            [0, self._number, f"WebDriver:{NAMES[command]}", self._parameters(command, params)]
        ).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = self._read()
        if error:
            return {"status": 500, "value": json.dumps({"value": error})}
        return {"value": value["value"] if isinstance(value, dict) and value.keys() == {"value"} else value}

    def close(self) -> None:
        """Hang up."""
        self._answers.close()
        self._socket.close()
        super().close()

    def _parameters(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        if command == Command.NEW_SESSION:
            asked = params["capabilities"]
            return {**asked.get("alwaysMatch", {}), **asked["firstMatch"][0]}
        if command == Command.SWITCH_TO_FRAME and isinstance(params["id"], dict):
            return {"element": params["id"][ELEMENT]}
        given = {name: value for name, value in params.items() if name != "sessionId"}
        # without a sandbox, what a script leaves in the page is there for the next one, as elsewhere
        return {**given, "sandbox": None} if command == Command.W3C_EXECUTE_SCRIPT else given

    def _read(self) -> Any:
        size = b""
        while (sign := self._answers.read(1)) != b":":
            size += sign
        return json.loads(self._answers.read(int(size)))
