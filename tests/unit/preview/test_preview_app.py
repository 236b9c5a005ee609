"""What the server of the preview answers stays as it is, but for what is put into its pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from primer_mkdocs.preview_app import Headers, PreviewApp, Shown, StartResponse

PAGE = '<html><head></head><main id="main-content">ä</main></html>'
FILES = {
    "/base/page/": ("200 OK", "text/html", PAGE.encode()),
    "/base/page/index.html": ("200 OK", "text/html", PAGE.encode()),
    "/base/assets/a.js": ("200 OK", "application/javascript", b"</head>"),
    "/livereload/1/2": ("200 OK", "text/plain", b"5"),
}


def site(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    status, kind, body = FILES.get(environ["PATH_INFO"], ("404 Not Found", "text/html", b"Gone"))
    start_response(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
    return [body]


def answer(path: str, stopped: tuple[str, ...] = ()) -> tuple[str, dict[str, str], str, list[str]]:
    """The status, the headers and the text of an answer, and the addresses of pages that were made for it."""
    made: list[str] = []
    told: list[tuple[str, Headers]] = []
    app = PreviewApp(site, "/base/", made.append, lambda: Shown(None, stopped))
    body = b"".join(app({"PATH_INFO": path}, lambda status, headers: told.append((status, headers))))
    [(status, headers)] = told
    found = dict(headers)
    assert int(found["Content-Length"]) == len(body)
    return status, found, body.decode(), made


@pytest.mark.parametrize("path", ["/base/page/", "/base/page/index.html"])
def test_a_page_is_made_before_it_is_read(path: str):
    assert answer(path)[2:] == (PAGE, ["page/"])


@pytest.mark.parametrize("path", ["/base/assets/a.js", "/livereload/1/2"])
def test_whatever_is_no_page_comes_as_it_is(path: str):
    status, kind, body = FILES[path]

    assert answer(path, ("stopped",)) == (
        status,
        {"Content-Type": kind, "Content-Length": str(len(body))},
        body.decode(),
        [],
    )


def test_the_style_sheet_is_there_though_no_build_writes_it():
    status, headers, text, made = answer("/base/_problems/preview.css")

    assert (status, headers["Content-Type"], made) == ("200 OK", "text/css", [])
    assert ".preview {" in text


def test_an_address_that_a_stopped_build_lacks_says_why():
    status, _, text, _ = answer("/base/gone/", ("mkdocs.yml: <b>no</b>",))

    assert status == "404 Not Found"
    assert "mkdocs.yml: &lt;b&gt;no&lt;/b&gt;" in text
    assert answer("/base/gone/")[2] == "Gone"
