"""`make new` writes a site that works: its two commands, and what it refuses."""

from __future__ import annotations

import errno
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT, Site
from tests.sites.test_broken import get, until
from tools import new as starter

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


def test_a_site_behind_a_symbolic_link_finds_the_engine(tmp_path: Path):
    (tmp_path / "far/away/sites").mkdir(parents=True)
    (tmp_path / "sites").symlink_to(tmp_path / "far/away/sites")
    site = tmp_path / "sites/mine"

    assert new(site).returncode == 0
    hooks = re.findall(r"^  - (\S+\.py)$", (site / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert hooks
    assert all((site / hook).is_file() for hook in hooks)


def test_a_path_of_the_engine_may_have_spaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    engine, site = tmp_path / "my projects/the engine", tmp_path / "site"
    (engine / "hooks/primer_mkdocs").mkdir(parents=True)
    for name in ("requirements.lock", "requirements-outputs.lock", "hooks/primer_mkdocs/address.py"):
        (engine / name).touch()
    monkeypatch.setattr(starter, "ROOT", engine)
    starter.main([str(site)])
    (site / ".venv").mkdir()

    assert f"The engine lies in `../{engine.relative_to(tmp_path)}`" in (site / "README.md").read_text("utf-8")
    planned = make(site, "--dry-run", "build")
    assert planned.returncode == 0, planned.stderr
    assert f'--requirement "../{engine.relative_to(tmp_path)}/requirements.lock"' in planned.stdout


@pytest.mark.parametrize("sign", [":", "#", "$", "'", '"', "%", "\\", "`", "*"])
def test_a_path_of_the_engine_that_make_cannot_read_is_refused(
    sign: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    engine = tmp_path / f"an{sign}engine"
    monkeypatch.setattr(starter, "ROOT", engine)

    with pytest.raises(SystemExit) as refused:
        starter.main([str(tmp_path / "site")])
    assert refused.value.code == f"make cannot read '{sign}' in the path of this folder, {engine}; move it to another"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_below_home_may_be_named_by_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    run = make(ROOT, "new", "SITE=~/my site", f"PYTHON={sys.executable}")

    assert run.returncode == 0, run.stderr
    assert (tmp_path / "my site/mkdocs.yml").is_file()


@pytest.mark.parametrize(
    ("named", "reason"),
    [("file/site", "Not a directory"), ("a" * 300, "File name too long"), ("~no-such-user/x", "home")],
)
def test_a_folder_that_cannot_be_is_refused_in_one_line(named: str, reason: str, tmp_path: Path):
    (tmp_path / "file").touch()
    folder = named if named.startswith("~") else str(tmp_path / named)
    run = make(ROOT, "--silent", "new", f"SITE={folder}", f"PYTHON={sys.executable}")
    said = run.stderr.splitlines()

    assert run.returncode != 0
    assert said[0].startswith(f"{folder} cannot be written: ")
    assert reason in said[0]
    assert [line for line in said[1:] if not line.startswith("make")] == []
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_was_written_before_a_disk_was_full_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    write_text = Path.write_text

    def full(path: Path, text: str, encoding: str) -> int:
        if path.name == "mkdocs.yml":
            write_text(path, text[:20], encoding)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write_text(path, text, encoding)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(SystemExit) as refused:
        starter.main([str(tmp_path / "new/site")])

    assert refused.value.code == f"{tmp_path}/new/site cannot be written: No space left on device; name another folder"
    assert list(tmp_path.iterdir()) == []


def test_an_old_python_is_refused_in_one_line_and_nothing_is_written(tmp_path: Path):
    old, site = tmp_path / "python3", tmp_path / "site"
    old.write_text("#!/bin/sh\nexit 1\n", "utf-8")  # what it answers where its version is too low
    old.chmod(0o755)
    wanted = "This needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3"
    refused = make(ROOT, "new", f"SITE={site}", f"PYTHON={old}")

    assert refused.stderr.splitlines()[0] == wanted
    assert not site.exists()

    assert new(site).returncode == 0
    refused = make(site, "build", f"PYTHON={old}")
    assert refused.stderr.splitlines()[0] == wanted
    assert not (site / ".venv").exists()


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
