"""A site on this machine that answers as a test says, and counts what is asked."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

FILLER = "<p>This page speaks of many other things too, so that there is something to read for whoever comes here.</p>"


@dataclass
class Page:
    """An answer; ``before`` is called when the request has come, and ``endless`` sends the body again and again."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None
    endless: bool = False


def html(text: str, **headers: str) -> Page:
    """A page with a text of its own between other text."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Page(f"<!doctype html><p>{text}</p>{FILLER}".encode(), headers={"Content-Type": "text/html", **named})


def leads(to: str, status: int = 301) -> Page:
    """A redirect."""
    return Page(status=status, headers={"Location": to})


@dataclass
class Site:
    """Pages by their paths; what is not there is 404. ``asked`` are the requests, in their order.

    ``now_inside`` and ``most_at_once`` count requests by the name of the host that they were sent to.
    """

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    most_at_once: Counter[str] = field(default_factory=Counter)
    closing: threading.Event = field(default_factory=threading.Event)
    now_inside: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __getitem__(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def sent(self, path: str) -> list[dict[str, str]]:
        """The headers of each request for a path, their names in lower case."""
        return [headers for asked, headers in self.asked if asked == path]


@contextmanager
def serving() -> Iterator[Site]:
    """Yield a site, and close it with all that still waits for an answer."""
    with _Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.site
        finally:
            server.site.closing.set()
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = Site(self.server_port)

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # a client that has gone away is what some tests want


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        site = self.server.site
        host = self.headers["Host"].split(":")[0]
        with site.lock:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            site.now_inside[host] += 1
            site.most_at_once[host] = max(site.most_at_once[host], site.now_inside[host])
        try:
            self.answer(site.pages.get(self.path, Page(status=404)))
        finally:
            with site.lock:
                site.now_inside[host] -= 1

    def answer(self, page: Page) -> None:
        page.before()
        etag = page.headers.get("ETag")
        if etag and self.headers.get("If-None-Match") == etag:
            page = Page(status=304, headers={"ETag": etag})
        self.send_response(page.status)
        length = {} if page.endless else {"Content-Length": str(len(page.body))}
        for name, value in {**length, **page.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page.body)
        while page.endless and not self.server.site.closing.is_set():
            self.wfile.write(page.body)

    def log_message(self, format: str, *args: Any) -> None:
        pass
