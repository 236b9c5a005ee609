"""Serve a built site on this machine, with the headers its `_headers` file asks for."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers with the files of ``folder`` below ``base``, and with the headers of ``rules``."""

    folder: ClassVar[Path]
    base: ClassVar[str]
    rules: list[tuple[re.Pattern[str], str, str]]

    def __init__(self, *args: Any) -> None:
        super().__init__(*args, directory=str(self.folder))

    def translate_path(self, path: str) -> str:
        # What lies outside the base is answered with "not found": a link that forgets the base must fail.
        return super().translate_path(
            "/" + path.removeprefix(self.base) if path.startswith(self.base) else "/outside-the-base"
        )

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        body = (self.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def end_headers(self) -> None:
        path = "/" + self.path.split("?")[0].removeprefix(self.base)
        for pattern, name, value in self.rules:
            if pattern.fullmatch(path):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path, base: str, kind: type[SiteHandler] = SiteHandler) -> Iterator[int]:
    """Yield the port of this machine at which ``folder`` is served below ``base``."""
    rules = read_headers(folder / "_headers")
    handler = type("Handler", (kind,), {"folder": folder, "base": base, "rules": rules})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def read_headers(file: Path) -> list[tuple[re.Pattern[str], str, str]]:
    """The rules of a `_headers` file: a path (`*` matches anything), its headers indented below."""
    rules: list[tuple[re.Pattern[str], str, str]] = []
    pattern = None
    for line in file.read_text("utf-8").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            pattern = re.compile(re.escape(line.strip()).replace(r"\*", ".*"))
        elif pattern is not None:
            name, _, value = line.strip().partition(":")
            rules.append((pattern, name, value.strip()))
    return rules
