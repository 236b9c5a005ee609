"""A build writes into the site's folder what is different, and leaves in it what belongs to the site alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from primer.core.files import paths_below
from primer.publish.folder import SiteFolder

PAGES = {"index.html": b"home", "trust/index.html": b"trust", "trust/code.svg": b"code"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "site"


WRITTEN = dict.fromkeys(PAGES, "")


def begun(root: Path, written: Mapping[str, str] = WRITTEN) -> SiteFolder:
    """Begin a build: MkDocs empties the folder after what was there has been set aside."""
    folder = SiteFolder(root)
    folder.set_aside()
    assert not root.exists()
    folder.bring_back(written)
    return folder


def built(root: Path, files: Mapping[str, bytes], written: Mapping[str, str] = WRITTEN) -> SiteFolder:
    """Write a site as a build does."""
    folder = begun(root, written)
    for path, content in files.items():
        folder.put(path, content)
    folder.sweep()
    return folder


def contents(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in paths_below(root)}


def test_what_is_the_same_is_not_written_again(root: Path):
    built(root, PAGES)
    before = {path: (root / path).stat().st_ctime_ns for path in PAGES}

    built(root, {**PAGES, "index.html": b"new!"})

    after = {path: (root / path).stat().st_ctime_ns for path in PAGES}
    assert [path for path in PAGES if before[path] != after[path]] == ["index.html"]
    assert contents(root) == {**PAGES, "index.html": b"new!"}


def test_what_a_site_no_longer_has_is_removed_with_its_folder(root: Path):
    built(root, PAGES)

    built(root, {"index.html": b"home"})

    assert contents(root) == {"index.html": b"home"}
    assert not (root / "trust").exists()


def test_what_somebody_else_wrote_is_gone_before_they_write_again(root: Path):
    built(root, PAGES)
    (root / "other.txt").write_bytes(b"of another plugin")

    folder = begun(root)

    assert not (root / "other.txt").exists()
    (root / "other.txt").write_bytes(b"again")
    for path, content in PAGES.items():
        folder.put(path, content)
    folder.sweep()
    assert contents(root) == {**PAGES, "other.txt": b"again"}


def test_what_is_hidden_at_the_top_stays(root: Path):
    built(root, PAGES)
    (root / ".git").mkdir()
    (root / ".git/config").write_bytes(b"kept")

    built(root, {})

    assert contents(root) == {".git/config": b"kept"}


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path):
    built(root, PAGES)
    outside = tmp_path / "outside"
    outside.write_bytes(b"home")
    (root / "index.html").unlink()
    (root / "index.html").symlink_to(outside)
    os.link(root / "trust/code.svg", tmp_path / "backup")

    built(root, dict.fromkeys(PAGES, b"new"))

    assert (outside.read_bytes(), (tmp_path / "backup").read_bytes()) == (b"home", b"code")
    assert contents(root) == dict.fromkeys(PAGES, b"new")


@pytest.mark.parametrize(
    ("before", "after"),
    [({"trust": b"a file"}, {"trust/index.html": b"a page"}), ({"trust/index.html": b"a page"}, {"trust": b"a file"})],
)
def test_a_file_takes_the_place_of_a_folder_and_the_other_way_round(
    root: Path, before: dict[str, bytes], after: dict[str, bytes]
):
    built(root, before)

    built(root, after, dict.fromkeys(before, ""))

    assert contents(root) == after


def test_room_is_made_for_what_others_are_about_to_write(root: Path):
    built(root, {"a": b"", "b/c/d": b""})
    folder = begun(root, {"a": "", "b/c/d": ""})

    folder.make_room(["a/index.html", "b/c"])

    assert not (root / "a").exists()
    assert not (root / "b/c").exists()


def test_a_folder_left_aside_by_a_build_that_was_killed_is_not_taken_for_the_last(root: Path):
    built(root, PAGES)
    SiteFolder(root).set_aside()
    root.mkdir()
    (root / "index.html").write_bytes(b"built since")

    built(root, {"index.html": b"now"})

    assert contents(root) == {"index.html": b"now"}
    assert [path.name for path in root.parent.iterdir()] == ["site"]


def test_a_folder_in_which_somebody_writes_already_is_left_to_them(root: Path):
    built(root, PAGES)
    folder = SiteFolder(root)
    folder.set_aside()
    root.mkdir()
    (root / "early.txt").write_bytes(b"early")

    folder.bring_back(WRITTEN)
    folder.put("index.html", b"home")
    folder.sweep()

    assert contents(root) == {"early.txt": b"early", "index.html": b"home"}
    assert [path.name for path in root.parent.iterdir()] == ["site"]


def test_a_file_is_known_again_by_its_mark_until_somebody_touches_it(root: Path):
    folder = begun(root)
    for path, content in PAGES.items():
        folder.put(path, content, mark=f"digest of {path}")
    folder.sweep()
    written, touched = folder.written, root / "trust/code.svg"
    before = touched.stat().st_ctime_ns
    while touched.stat().st_ctime_ns == before:  # the clock of a file system ticks some hundred times a second
        touched.write_bytes(b"code")

    again = begun(root, written)

    known = [path for path in PAGES if again.has(path, f"digest of {path}")]
    assert known == ["index.html", "trust/index.html"]
    assert not again.has("index.html", "digest of something else")
    again.sweep()
    assert [*contents(root)] == known


def test_only_what_belongs_to_the_site_so_far_is_told(root: Path):
    built(root, PAGES)
    folder = begun(root)
    folder.put("index.html", b"home")
    folder.put("trust/code.svg", b"other")

    assert [*folder.paths()] == ["index.html", "trust/code.svg"]


def test_what_is_hidden_outlives_a_build_that_was_killed(root: Path):
    built(root, PAGES)
    (root / ".git").mkdir()
    (root / ".git/HEAD").write_text("main", "utf-8")
    SiteFolder(root).set_aside()  # and nothing brings it back

    built(root, PAGES)

    assert (root / ".git/HEAD").read_text("utf-8") == "main"
    assert not root.with_name(".site.before").exists()
