"""A server that hears of whatever goes wrong in a page, in any engine, and holds files back."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any, ClassVar

from tests.engines.engine import PATIENCE
from tests.serving import SiteHandler

BLANK = "/blank"
#: The address that a site was built for, in a policy.
BUILT_FOR = re.compile(r"(self(?:'|&#39;) )https?://[\w.:-]+")
FIRST = re.compile(r"/assets/first\.[0-9a-f]+\.js$")

#: Runs before all other scripts of a page, as a part of the first; without waiting, so that nothing is lost.
TELL = """{
  const reports = new URL("/problems", document.currentScript.src);
  const tell = (...words) => {
    const request = new XMLHttpRequest();
    request.open("POST", reports, false);
    try {
      request.send([...words, `(${location.pathname})`].join(" "));
    } catch {} // a page that goes away may wait for nothing
  };
  const { error, warn } = console;
  console.error = (...words) => (tell("console:", ...words), error(...words));
  console.warn = (...words) => (tell("console:", ...words), warn(...words));
  addEventListener("error", ({ message, filename, lineno }) => {
    if (message.startsWith("ResizeObserver loop")) return; // sizes are told a frame later, which is no fault
    tell("error:", message, filename, lineno);
  });
  addEventListener("unhandledrejection", ({ reason }) => tell("rejected:", reason?.stack ?? reason));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    tell("policy:", violatedDirective, blockedURI));
}
"""


class Watch:
    """What went wrong in pages, and what is held back."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._gates: dict[str, threading.Event] = {}

    @contextmanager
    def hold(self, pattern: str) -> Iterator[threading.Event]:
        """Hold back all whose path has the pattern in it, until the event is set or the block ends."""
        gate = self._gates[pattern] = threading.Event()
        try:
            yield gate
        finally:
            gate.set()
            del self._gates[pattern]

    def wait(self, path: str) -> None:
        """Wait until nothing holds this back; not for ever, or a failing test would never end."""
        for pattern, gate in list(self._gates.items()):
            if re.search(pattern, path):
                gate.wait(3 * PATIENCE)

    def handler(self) -> type[SiteHandler]:
        """What answers a site's pages under this watch."""
        return type("Handler", (WatchedHandler,), {"watch": self})


class WatchedHandler(SiteHandler):
    """Answers as a site does, and adds a script to the first of each page, by which problems are heard of."""

    watch: ClassVar[Watch]

    def __init__(self, *args: Any) -> None:
        self.rules = [rule for rule in self.rules if rule[1] != "Cache-Control"]
        super().__init__(*args)

    def do_GET(self) -> None:  # noqa: N802 - the base class calls it so
        self.watch.wait(self.path)
        if self.path == BLANK:
            self._answer(b"<!doctype html><title>Nothing</title><link rel=icon href=data:,>", "text/html")
        elif FIRST.search(self.path):
            script = self.folder / self.path.removeprefix(self.base)
            self._answer(TELL.encode() + script.read_bytes(), "text/javascript")
        elif "/embed/" in self.path and self.path.split("?")[0].endswith("/"):
            page = Path(self.translate_path(self.path.split("?")[0]), "index.html")
            self._answer(self._for_here(page.read_text("utf-8")).encode(), "text/html")
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802 - the base class calls it so
        self.watch.problems.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._answer(b"", "text/plain")

    def end_headers(self) -> None:
        self.rules = [(path, name, self._for_here(value)) for path, name, value in self.rules]
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "no-cache")  # or what is held back could be there already
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if self.path != "/favicon.ico":  # browsers ask by themselves
            self.watch.problems.append(f"{code}: {self.path}")
        super().send_error(code, message, explain)

    def _for_here(self, policy: str) -> str:
        """A policy as it is where the site stands at the address that it was built for."""
        return BUILT_FOR.sub(rf"\1http://{self.headers['Host']}", policy)

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")  # a frame in a sandbox tells too
        self.end_headers()
        self.wfile.write(body)
