"""What a build keeps for the next one, and what becomes of a file that is of no use."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from primer.core.cache import UNUSED, Cache, digest_of


def fail() -> bytes:
    raise AssertionError("this was kept and need not be made")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep/below/builds.sqlite"


def write(path: Path, *read: str, value: bytes = b"made") -> None:
    cache = Cache(path)
    cache.kept(lambda: value, *read)
    cache.save()


def test_what_one_build_made_the_next_one_has(path: Path):
    write(path, "a", "b")

    assert Cache(path).kept(fail, "a", "b") == b"made"


def test_a_text_comes_back_as_it_was(path: Path):
    cache = Cache(path)
    cache.kept_text(lambda: "ñ\x00\r\n😀", "text")
    cache.save()

    assert Cache(path).kept_text(lambda: "", "text") == "ñ\x00\r\n😀"


def test_what_is_empty_is_kept_too(path: Path):
    write(path, "nothing", value=b"")

    assert Cache(path).kept(fail, "nothing") == b""


@pytest.mark.parametrize("other", [("ab",), ("a", "b", ""), ("b", "a"), ("a", "c"), ()])
def test_another_input_is_another_thing(other: tuple[str, ...], path: Path):
    write(path, "a", "b")

    assert Cache(path).kept(lambda: b"new", *other) == b"new"


def test_a_build_that_stops_changes_nothing(path: Path):
    write(path, "a")
    before = path.read_bytes()
    Cache(path).kept(lambda: b"half", "b")

    assert path.read_bytes() == before


def test_a_cache_without_a_file_keeps_for_one_build():
    cache = Cache()
    cache.kept(lambda: b"made", "a")
    cache.save()

    assert cache.kept(fail, "a") == b"made"


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_cache_is_made_again(content: bytes, path: Path):
    path.parent.mkdir(parents=True)
    path.write_bytes(content)

    write(path, "a")  # finds that it is of no use
    write(path, "a")

    assert Cache(path).kept(fail, "a") == b"made"


@pytest.mark.parametrize("value", [b"forged", "text", 5, None])
def test_a_value_that_somebody_changed_is_made_again(value: object, path: Path):
    write(path, "a")
    with sqlite3.connect(path) as database:
        database.execute("UPDATE kept SET value = ?", (value,))
    database.close()

    assert Cache(path).kept(lambda: b"anew", "a") == b"anew"


def test_a_folder_in_which_nothing_can_be_written_is_no_problem(tmp_path: Path):
    (tmp_path / "file").write_text("no folder")

    write(tmp_path / "file/builds.sqlite", "a")

    assert Cache(tmp_path / "file/builds.sqlite").kept(lambda: b"anew", "a") == b"anew"


def test_a_file_that_another_build_writes_just_now_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch):
    write(path, "a")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **_: connect(path, timeout=0))
    writer = connect(path)
    writer.execute("BEGIN EXCLUSIVE")

    write(path, "b")
    writer.close()

    assert Cache(path).kept(fail, "a") == b"made"
    assert Cache(path).kept(lambda: b"anew", "b") == b"anew"


@pytest.mark.parametrize(("changes", "is_there"), [(UNUSED, True), (UNUSED + 1, False)])
def test_what_no_build_asks_for_is_let_go_of(changes: int, path: Path, *, is_there: bool):
    write(path, "old")
    for change in range(changes):
        write(path, "new", str(change))

    assert (Cache(path).kept(lambda: b"anew", "old") == b"made") == is_there


def test_what_is_asked_for_stays(path: Path):
    write(path, "old")
    for change in range(2 * UNUSED):
        cache = Cache(path)
        cache.kept(lambda: b"new", str(change))
        cache.kept(fail, "old")
        cache.save()


def test_a_value_is_read_when_it_is_asked_for(path: Path):
    write(path, "a")
    cache = Cache(path)
    assert cache.has(digest_of("a"))
    assert not cache.has(digest_of("b"))
    write(path, "b")

    assert cache.kept(fail, "b") == b"made"


def test_a_preview_asks_from_several_threads(path: Path):
    write(path, "a")
    cache = Cache(path)
    assert cache.kept(fail, "a") == b"made"
    with ThreadPoolExecutor(1) as other:
        assert other.submit(cache.kept, fail, "a").result() == b"made"
