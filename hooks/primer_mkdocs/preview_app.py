"""Put what is wrong into pages on their way from the server of the preview to a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from primer.site.preview import view
from primer.site.preview.view import SHEET, Preview, stopped_page

Headers = list[tuple[str, str]]
StartResponse = Callable[[str, Headers], object]
App = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]


class Shown(NamedTuple):
    """What pages show: what the last build found that came to its end, and why a later one did not."""

    preview: Preview | None
    stopped: tuple[str, ...]


class PreviewApp:
    """Answers as ``app`` does, which serves a site below ``base``, with what is wrong put into its pages."""

    def __init__(self, app: App, base: str, make: Callable[[str], None], shown: Callable[[], Shown]) -> None:
        """``make`` makes the page at an address below the site's root, if it is older than what was edited."""
        self._app = app
        self._make = make
        self._base = base
        self._shown = shown
        self._sheet = Path(view.__file__).with_name("preview.css")

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path = str(environ["PATH_INFO"]).encode("latin-1").decode("utf-8", "replace")
        if path == f"{self._base}{SHEET}":
            body = self._sheet.read_bytes()
            start_response("200 OK", [("Content-Type", "text/css"), ("Content-Length", str(len(body)))])
            return [body]
        address = path.removeprefix(self._base).removesuffix("index.html")
        if path.startswith(self._base) and path.endswith(("/", ".html")):
            self._make(address)
        answered: list[tuple[str, Headers]] = []
        found = self._app(environ, lambda status, headers: answered.append((status, headers)))
        status, headers = answered[0]
        if dict(headers).get("Content-Type") != "text/html":
            start_response(status, headers)
            return found
        body = self._with_problems(_read(found), address, status)
        others = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*others, ("Content-Length", str(len(body)))])
        return [body]

    def _with_problems(self, body: bytes, address: str, status: str) -> bytes:
        preview, stopped = self._shown()
        if stopped and not status.startswith("200"):
            return stopped_page(stopped, f"{self._base}{SHEET}").encode()
        if preview is None:
            return body
        html = body.decode("utf-8", "surrogateescape")
        return preview.page(html, address, self._base, stopped).encode("utf-8", "surrogateescape")


def _read(found: Iterable[bytes]) -> bytes:
    """Return the whole of an answer."""
    try:
        return b"".join(found)
    finally:
        close = getattr(found, "close", None)
        if close is not None:
            close()
