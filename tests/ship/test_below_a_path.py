"""nginx as in the image serves the site below a path, behind a server set as the authoring guide shows it."""

from __future__ import annotations

import http.client
import os
import subprocess
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from lxml import html
from primer.publish.headers import nginx_headers

from tests.building import ROOT, Site
from tests.docs.blocks import blocks
from tools.nginx import arguments, free_port, lay_out, serving, starts
from tools.system import ensure

[SHOWN] = [block.text for block in blocks(ROOT / "docs/about/authoring-guide.md") if block.language == "nginx"]


@pytest.fixture(scope="module")
def behind(built_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the server that knows no path."""
    folder = tmp_path_factory.mktemp("behind")
    lay_out(folder, built_site.folder, nginx_headers())
    with serving(folder) as port:
        yield port


@pytest.fixture(scope="module")
def front(behind: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the server in front, which knows the path."""
    folder = tmp_path_factory.mktemp("front")
    port = free_port()
    location = SHOWN.replace("127.0.0.1:8080", f"127.0.0.1:{behind}")
    assert location != SHOWN
    settings = folder / "front.conf"
    kept = "".join(f"{kind}_temp_path {kind};" for kind in ("client_body", "fastcgi", "proxy", "scgi", "uwsgi"))
    settings.write_text(
        f"pid front.pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; {kept} server {{ listen 127.0.0.1:{port};\n{location} }} }}\n",
        "utf-8",
    )
    user = "root" if os.geteuid() == 0 else None
    command = [ensure("nginx"), *arguments(f"{folder}/", str(settings), user=user)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        assert starts(process, port)
        yield port
        process.terminate()


def ask(port: int, address: str) -> tuple[int, str | None, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", address)
    answer = connection.getresponse()
    found = answer.status, answer.getheader("Location"), answer.read()
    connection.close()
    return found


def test_pages_and_what_they_load_are_below_the_path(front: int):
    status, _, body = ask(front, "/sub/trust/power/")
    tree = html.document_fromstring(body)
    loaded = tree.xpath("//script/@src | //link[@rel='stylesheet']/@href | //nav//a/@href")

    assert status == 200
    assert len(loaded) > 5
    addresses = {urljoin("/sub/trust/power/", str(link)).partition("#")[0] for link in loaded}
    assert {address for address in addresses if ask(front, address)[0] != 200} == set()
    assert {address for address in addresses if not address.startswith("/sub/")} == set()


def test_an_address_without_its_last_sign_leads_to_the_page_below_the_path(front: int):
    assert ask(front, "/sub/trust/power")[:2] == (301, "/sub/trust/power/")


def test_nothing_is_at_the_root_where_hosts_look_for_robots(front: int):
    assert ask(front, "/sub/robots.txt")[0] == 200
    assert ask(front, "/robots.txt")[0] == 404
