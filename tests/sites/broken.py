"""The broken inputs: each a small file that holds what an author wrote and what the build says about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.building import MINIMAL, ROOT
from tools.strings import to_translate

FOLDER = ROOT / "tests/sites/broken"


@dataclass(frozen=True)
class Case:
    """A file of tests/sites/broken: files by path, and ``says``, the exact messages in their order.

    A file of the minimal site, or one with all strings, can be given as ``{replace: …, by: …}``; null takes a file
    away. ``LINE`` is the line that begins with ``line``. ``encoding`` is that of the files, ``language`` that of the
    site, and ``formulas`` says that it has some. ``alone`` says why the case cannot share a project with the others.
    """

    id: str
    files: Mapping[str, bytes | None]
    says: tuple[str, ...]
    language: str = "en"
    alone: str | None = None
    formulas: bool = False


def read(path: Path) -> Case:
    """Return the case in a file."""
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    says, line, encoding = found.pop("says"), found.pop("line", None), found.pop("encoding", "utf-8")
    language, alone, formulas = found.pop("language", "en"), found.pop("alone", None), found.pop("formulas", False)
    files = {name: _bytes(name, content, encoding) for name, content in found.items()}
    if line is not None:
        [content] = [content for content in files.values() if content]
        [number] = [n for n, text in enumerate(content.decode().splitlines(), 1) if text.strip().startswith(line)]
        says = says.replace("LINE", str(number))
    id = path.relative_to(FOLDER).with_suffix("").as_posix()
    return Case(id, files, messages(says), language, alone, formulas)


def _bytes(name: str, content: str | dict[str, str] | None, encoding: str) -> bytes | None:
    if isinstance(content, dict):
        path = MINIMAL / name
        before = path.read_text("utf-8") if path.is_file() else to_translate(Path(name).stem)
        assert before.count(content["replace"]) == 1, f"{content['replace']!r} should be in {name} once"
        content = before.replace(content["replace"], content["by"])
    return None if content is None else content.encode(encoding)


def messages(text: str) -> tuple[str, ...]:
    """Part what was printed into messages: a hint, which is indented, belongs to the line above it."""
    return tuple(re.split(r"\n(?! )", text.strip())) if text.strip() else ()


def write(project: Path, files: Mapping[str, bytes | None]) -> Path:
    """Lay the files over the minimal site and return the docs folder."""
    minimal = {path.relative_to(MINIMAL).as_posix(): path.read_bytes() for path in MINIMAL.rglob("*") if path.is_file()}
    for name, content in {**minimal, **files}.items():
        if content is not None:
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_bytes(content)
    return project / "docs"


CASES = [read(path) for path in sorted(FOLDER.rglob("*.yml"))]


def together() -> tuple[dict[str, bytes], list[str]]:
    """Return the files of all cases that can share a project, and every message in the order of the files.

    What several cases say about a list (the glossary, the references, the help lines) is put into one file.
    """
    files: dict[str, bytes] = {}
    said: list[str] = []
    for case in (case for case in CASES if case.alone is None):
        above = {name: files.get(name, b"").count(b"\n") for name in case.files}
        for name, content in case.files.items():
            assert content is not None, f"{case.id} takes a file away, so it must be alone"
            files[name] = files.get(name, b"") + content
        said += [_moved(message, above) for message in case.says]
    return files, sorted(said, key=_place)


def _moved(message: str, lines_above: Mapping[str, int]) -> str:
    """Return a message about a file that has more lines above now. Other lines it names are of the same file."""
    name, line, rest = message.split(":", 2)
    more = lines_above.get(name, 0)
    return f"{name}:{int(line) + more}:" + re.sub(r"\bline (\d+)", lambda n: f"line {int(n[1]) + more}", rest)


def _place(message: str) -> tuple[str, int, int, str]:
    name, line, column, fact = message.split(":", 3)
    return name, int(line), int(column), fact.splitlines()[0].rpartition("[")[2]
