"""nginx serves the site by the image's own settings."""

from __future__ import annotations

import gzip
import http.client
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from primer.publish.headers import nginx_headers
from primer.publish.policy import ANY_FRAME, NO_FRAMES, NO_SINKS, security_headers

from tests.building import Site
from tests.serving import served
from tests.ship.conftest import ADDRESS
from tests.ship.image import instructions
from tools.nginx import arguments, lay_out, serving

FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Answer:
    """What a server answered; the names of headers are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(port: int, address: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return found


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/trust/why-trust-matters/",
        "/go/trust/",
        "/robots.txt",
        "/nowhere/",
        "/embed/quizzes/trust/",
        "/embed/pages/why-trust-matters/",
    ],
)
def test_every_answer_carries_the_headers_of_the_policy(nginx: int, address: str):
    headers = ask(nginx, address).headers
    expected = security_headers(ADDRESS.rstrip("/"))
    expected["Content-Security-Policy"] += (
        f"; {ANY_FRAME}; {NO_SINKS}" if address.startswith("/embed/") else f"; {NO_FRAMES}"
    )

    assert {name: headers.get(name.lower()) for name in expected} == expected
    assert headers["server"] == "nginx"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/humans.txt", "text/plain; charset=utf-8"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
        ("/search/index.json", "application/json; charset=utf-8"),
        ("/assets/fonts/regular.woff2", "font/woff2"),
    ],
)
def test_files_are_sent_as_what_they_are(nginx: int, address: str, kind: str):
    answer = ask(nginx, address)

    assert (answer.status, answer.headers["content-type"]) == (200, kind)


def test_scripts_and_style_sheets_are_sent_as_what_they_are(nginx: int, image_site: Site):
    kinds = {path: ask(nginx, f"/{path}").headers["content-type"] for path in own_assets(image_site)}

    expected = {
        "css": {"text/css; charset=utf-8"},
        "js": {"application/javascript; charset=utf-8", "text/javascript; charset=utf-8"},
        "json": {"application/json; charset=utf-8"},
        "png": {"image/png"},
        "svg": {"image/svg+xml"},
    }
    assert {path for path, kind in kinds.items() if kind not in expected[path.rpartition(".")[2]]} == set()


@pytest.mark.parametrize("address", ["/", "/glossary/", "/sitemap.xml", "/search/index.json"])
def test_what_was_compressed_in_the_image_is_sent_as_it_is(nginx: int, image_site: Site, address: str):
    plain = ask(nginx, address)
    answer = ask(nginx, address, Accept_Encoding="gzip")

    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.body == image_site.file(address).with_name(image_site.file(address).name + ".gz").read_bytes()
    assert gzip.decompress(answer.body) == plain.body == image_site.file(address).read_bytes()


def test_what_is_not_compressed_beforehand_is_compressed_when_asked_for(tmp_path: Path, image_site: Site):
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain/page.html").write_bytes(image_site.file("/").read_bytes())
    lay_out(tmp_path, tmp_path / "plain", nginx_headers())
    with serving(tmp_path) as port:
        answer = ask(port, "/page.html", Accept_Encoding="gzip")

    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == image_site.file("/").read_bytes()


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("/assets/fonts/regular.woff2", "*"),
        ("/embed/quizzes/trust/", "*"),
        ("/quizzes/trust/", None),
        ("/embedded/", None),
        ("/a/b/assets/x", None),
    ],
)
def test_what_frames_fetch_may_be_read_from_anywhere(nginx: int, address: str, read: str | None):
    assert ask(nginx, address).headers.get("access-control-allow-origin") == read


@pytest.mark.parametrize("address", ["/nowhere/", "/nowhere", "/assets/", "/assets/site.00000000.css", "/_headers"])
def test_an_unknown_address_is_answered_with_our_own_page(nginx: int, image_site: Site, address: str):
    answer = ask(nginx, address)

    assert answer.status == 404
    assert answer.body == image_site.file("/404.html").read_bytes()
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("address", ["/help-now/?who=reads", "/nowhere/?who=reads", "/%zz?who=reads"])
def test_no_visit_is_written_down(tmp_path: Path, image_site: Site, address: str):
    lay_out(tmp_path, image_site.folder, nginx_headers())
    with serving(tmp_path) as port:
        ask(port, address)
    written = [path for path in (tmp_path / "run").rglob("*") if path.is_file() and "who=reads" in path.read_text()]

    assert written == []


def test_assets_may_be_kept_for_good(nginx: int, image_site: Site):
    kept = {path: ask(nginx, f"/{path}").headers["cache-control"] for path in own_assets(image_site)}

    assert len(kept) > 5
    assert set(kept.values()) == {FOREVER}


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/", "no-cache"),
        ("/go/trust/", "no-cache"),
        ("/search/index.json", "no-cache"),
        ("/assets/images/favicon.png", "no-cache"),
        ("/assets/fonts/bold.woff2", "public, max-age=604800"),
    ],
)
def test_other_files_are_asked_for_again(nginx: int, address: str, kept: str):
    assert ask(nginx, address).headers["cache-control"] == kept


def test_a_page_that_has_not_changed_is_not_sent_again(nginx: int):
    first = ask(nginx, "/glossary/")

    assert ask(nginx, "/glossary/", If_None_Match=first.headers["etag"]).status == 304


@pytest.mark.parametrize(("address", "target"), [("/glossary", "/glossary/"), ("/go/trust?a=b", "/go/trust/?a=b")])
def test_a_missing_slash_is_added_wherever_the_server_stands(nginx: int, address: str, target: str):
    answer = ask(nginx, address, Host="elsewhere.test:1234")

    assert (answer.status, answer.headers["location"]) == (301, target)


def test_a_short_address_keeps_what_is_added_to_it(nginx: int, chromium: Browser):
    page = chromium.new_page()
    page.goto(f"http://127.0.0.1:{nginx}/go/bad-fit/#leave-now")

    page.wait_for_url(f"http://127.0.0.1:{nginx}/options/bad-fit/#leave-now")
    page.close()


def test_a_page_runs_under_the_policy_that_the_server_sends(nginx: int, chromium: Browser):
    page = chromium.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(f"http://127.0.0.1:{nginx}/trust/why-trust-matters/", wait_until="networkidle")

    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible\"')")
    assert page.locator("course-quiz:defined").count() == 1
    assert not problems
    page.close()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/embed/quizzes/trust/", True),
        ("/embed/pages/why-trust-matters/", True),
        ("/quizzes/trust/", False),
        ("/", False),
        ("/embed/pages/nowhere/", False),
    ],
)
def test_other_sites_may_frame_embeds_alone(
    nginx: int, chromium: Browser, tmp_path: Path, address: str, *, shown: bool
):
    framed = f"http://127.0.0.1:{nginx}{address}"
    (tmp_path / "index.html").write_text(f'<!doctype html><title>Host</title><iframe src="{framed}"></iframe>')
    for name in ("_headers", "404.html"):
        (tmp_path / name).touch()
    with served(tmp_path, "/") as port:
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{port}/", wait_until="networkidle")

        assert bool(page.frame_locator("iframe").locator("main").count()) == shown
        page.close()


def test_the_image_starts_nginx_as_the_tests_do():
    [started] = [json.loads(rest) for name, rest in instructions() if name == "ENTRYPOINT"]

    assert started == ["nginx", *arguments("/srv/", "/srv/nginx.conf")]


def own_assets(site: Site) -> list[str]:
    """Our own style sheets, scripts and pictures."""
    return [path for path in site.files if path.startswith("assets/") and path.count("/") == 1 and ".gz" not in path]
