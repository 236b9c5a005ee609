"""A release is built for an address at which people can trust it, or not at all."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT, Site
from tools.release import refusal, summary


@pytest.mark.parametrize("address", ["https://example.org/", "https://example.org", "https://example.org/folder/"])
def test_an_https_address_is_taken(address: str):
    assert refusal(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "http://example.org/",
        "https://",
        "https:///folder/",
        "https://[example.org/",
        "https://example.org/?page=1",
        "https://example.org/#top",
        "https://me@example.org/",
    ],
)
def test_any_other_is_refused_in_a_sentence_that_shows_a_right_one(address: str):
    problem = refusal(address)

    assert problem is not None
    assert re.fullmatch(r"SITE_URL [^\n]+; write it as in: SITE_URL=https://example\.org/ make release", problem)


def test_without_an_address_the_command_fails_with_one_sentence_and_builds_nothing():
    environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"} | {"PYTHONPATH": "hooks"}
    command = [sys.executable, "-m", "tools.release"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr == f"{refusal('')}\n"


def test_the_end_says_what_to_upload(tmp_path: Path):
    (tmp_path / "site/.well-known").mkdir(parents=True)
    (tmp_path / "site/.well-known/security.txt").write_bytes(b"x" * 1_500_000)

    assert summary(tmp_path / "site", "https://example.org").splitlines()[0] == (
        "site/ holds the site for https://example.org/: 1 files, 1.5 MB."
    )


def test_the_image_holds_a_release(image_site: Site):
    assert image_site.tree("/").xpath("string(//link[@rel='canonical']/@href)") == "https://site.test/"
