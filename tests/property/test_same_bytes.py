"""The same content gives the same bytes: a site can be checked by building it again."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.building import ROOT, SITE_URL, write_project

SINK = ROOT / "tests/sites/kitchen-sink"
# 2026-11-21 23:00 UTC: in other places it is the day already on which a quiz of that site is overdue
AN_HOUR_BEFORE_MIDNIGHT = "1795302000"


def build(project: Path, files: Iterable[Path], **environment: str) -> dict[str, str]:
    """Write the files in their order, build, and return the digest of each file of the site."""
    write_project(project, {path.relative_to(SINK).as_posix(): path.read_text("utf-8") for path in files})
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": AN_HOUR_BEFORE_MIDNIGHT, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    site = project / "site"
    return {
        path.relative_to(site).as_posix(): hashlib.blake2s(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_neither_time_nor_place_nor_language_nor_chance_nor_what_is_kept_shows_in_a_site(tmp_path: Path):
    files = sorted(path for path in SINK.rglob("*") if path.is_file())
    kept = {"PRIMER_CACHE": str(tmp_path / "cache")}  # empty for the first build, and full for the second
    here = build(tmp_path / "here", files, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1", **kept)
    assert {path.name for path in (tmp_path / "cache").iterdir()} == {"builds-2.sqlite", "exports-3.sqlite"}
    there = tmp_path / "another folder/with a longer name"
    there.mkdir(parents=True)
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    elsewhere = build(there, reversed(files), TZ="Pacific/Kiritimati", PYTHONHASHSEED="2", **ascii_only, **kept)

    assert sorted(here) == sorted(elsewhere)
    assert [path for path in here if here[path] != elsewhere[path]] == []
