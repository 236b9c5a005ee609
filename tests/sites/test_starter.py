"""`make new` writes a site that works: its two commands, and what it refuses."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from tests.building import ROOT, Site
from tests.sites.test_broken import get, until

VENV = Path(sys.prefix)


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True, check=False)


def command(*targets: str) -> list[str]:
    """The arguments for a command of a new site that uses the packages of these tests and installs nothing."""
    stamps = [f"{VENV}/{name}.stamp" for name in ("site", "outputs")]
    return [*targets, f"VENV={VENV}", *(argument for stamp in stamps for argument in ("-o", stamp))]


def new(folder: Path) -> subprocess.CompletedProcess[str]:
    return make(ROOT, "new", f"SITE={folder}", f"PYTHON={sys.executable}")


def test_a_new_site_builds_under_its_own_command(tmp_path: Path):
    site = tmp_path / "my site"
    written = new(site)
    built = make(site, *command("build"))

    assert (written.returncode, written.stderr) == (0, "")
    assert built.returncode == 0, built.stdout + built.stderr
    page = Site(site / "site").tree("/")
    assert page.xpath("//course-quiz/@data-quiz") == ["first"]
    assert page.xpath("//a[@class='glossary-term']/text()") == ["term"]
    assert (site / ".gitignore").read_text("utf-8") == "/.venv/\n/site/\n"


def test_a_new_site_is_shown_by_its_own_command(tmp_path: Path):
    site, log = tmp_path / "site", tmp_path / "serve.log"
    assert new(site).returncode == 0
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"

    with log.open("w") as file:
        server = subprocess.Popen(
            ["make", *command("serve"), f"ADDRESS={address}"],
            cwd=site,
            stdout=file,
            stderr=file,
            start_new_session=True,
        )
        try:
            assert "A first quiz" in until(lambda: get(f"http://{address}/"), log)
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("Mine.", "utf-8")
    run = new(tmp_path)

    assert run.returncode != 0
    assert f"{tmp_path} is there already and not empty; name another folder" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_has_to_be_named(tmp_path: Path):
    run = make(ROOT, "new", f"PYTHON={sys.executable}")

    assert run.returncode != 0
    assert "name the folder: make new SITE=../my-site" in run.stderr
