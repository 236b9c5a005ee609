"""Where a preview cannot be served is said in one line, with what to type."""

from __future__ import annotations

import errno
import re
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from primer_mkdocs import address
from primer_mkdocs.address import refusal

from tests.building import ROOT

TYPE = "serve {}"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port of this machine at which something listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize("free", ["127.0.0.1:0", "localhost:0", "[::1]:0", "0.0.0.0:0"])
def test_nothing_is_said_of_an_address_that_is_free(free: str):
    if "::1" in free and address._bind("::1", 0) is not None:
        pytest.skip("this machine has no IPv6")
    assert refusal(free, TYPE) is None


def test_a_taken_port_is_said_with_one_that_is_free(taken: int):
    said = refusal(f"127.0.0.1:{taken}", TYPE)

    assert said is not None
    assert said.startswith(f"127.0.0.1:{taken} is taken by another program; type: serve 127.0.0.1:")
    assert refusal(said.rpartition(" ")[2], TYPE) is None


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("", "'' needs a host and a port"),
        ("8001", "'8001' needs a host and a port"),
        (":8001", "':8001' needs a host and a port"),
        ("127.0.0.1", "'127.0.0.1' needs a host and a port"),
        ("127.0.0.1:", "'' is no port"),
        ("127.0.0.1:http", "'http' is no port"),
        ("127.0.0.1:-1", "'-1' is no port"),
        ("127.0.0.1:65536", "'65536' is no port"),
        ("127.0.0.1:٨", "'٨' is no port"),
        ("127.0.0.256:8000", "'127.0.0.256' is neither an IP address nor localhost"),
        ("http://127.0.0.1:8000", "'http://127.0.0.1' is neither an IP address nor localhost"),
        ("my-host:8000", "'my-host' is neither an IP address nor localhost"),
        ("192.0.2.1:8000", "192.0.2.1 is no address of this machine"),
    ],
)
def test_what_is_no_address_is_said_with_one_that_is(bad: str, said: str):
    found = refusal(bad, TYPE)

    assert found is not None
    assert found.startswith(said)
    assert re.search(r"; type: serve 127\.0\.0\.1:\d+$", found)
    assert "\n" not in found


def test_a_port_that_needs_rights_is_said_with_one_that_does_not(monkeypatch: pytest.MonkeyPatch):
    """Whoever runs the tests may have the rights, so the system's answer is given by hand."""
    bind = address._bind
    monkeypatch.setattr(
        address, "_bind", lambda host, port: PermissionError(errno.EACCES, "") if port == 80 else bind(host, port)
    )

    assert re.fullmatch(
        r"127\.0\.0\.1:80 is kept for the system, as all ports below 1024 are; type: serve 127\.0\.0\.1:8\d\d\d",
        refusal("127.0.0.1:80", TYPE) or "",
    )


def test_make_has_its_answer_before_anything_of_ours_is_loaded(taken: int):
    script = str(ROOT / "hooks/primer_mkdocs/address.py")
    run = subprocess.run(
        [sys.executable, "-S", script, f"127.0.0.1:{taken}"], capture_output=True, text=True, check=False
    )

    assert run.returncode == 1
    assert re.fullmatch(
        rf"127\.0\.0\.1:{taken} is taken by another program; type: make serve ADDRESS=127\.0\.0\.1:\d+\n", run.stderr
    )
