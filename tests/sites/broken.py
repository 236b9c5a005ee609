"""Reads the broken inputs: what an author wrote, with the exact messages of the build about it.

Each file of tests/sites/broken is about one subject and holds one YAML document a case. To add one, add a document:

    ---
    case: no-right-option
    docs/_data/quizzes/no-right.yml: |
      title: …
    says: |
      docs/_data/quizzes/no-right.yml:3:5: no option is marked 'correct: true' [quiz-no-answer]
          hint: …

A file of the minimal site, or one with all strings, can be given as ``{replace: …, by: …}``; null takes a file away.
``LINE`` in a message is the line that begins with ``line``. ``encoding`` is that of the files, ``language`` that of
the site, and ``formulas: true`` says that it has some. ``alone`` says why a case cannot share a project with the
others: all that do not say so are also built together, so give their files and ids names of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.building import MINIMAL, ROOT
from tools.strings import to_translate

FOLDER = ROOT / "tests/sites/broken"
SETTINGS = {"case", "says", "line", "encoding", "language", "formulas", "alone"}


@dataclass(frozen=True)
class Case:
    """A mistake: the files by path, and ``says``, the exact messages in their order."""

    id: str
    location: str
    files: Mapping[str, bytes | None]
    says: tuple[str, ...]
    language: str = "en"
    alone: str | None = None
    formulas: bool = False


def read(subject: str, text: str) -> Iterator[Case]:
    """Yield the cases in the text of a file.

    Raises ValueError, with file and line, where a document is not a case.
    """
    names: set[str] = set()
    for node in yaml.compose_all(text, yaml.CSafeLoader):
        location = f"tests/sites/broken/{subject}.yml:{node.start_mark.line + 1}"
        if wrong := _mistake(node, names):
            raise ValueError(f"{location}: {wrong}")
        case = _case(subject, location, yaml.CSafeLoader("").construct_document(node))
        names.add(case.id.partition("/")[2])
        yield case


def _mistake(node: yaml.Node, names: set[str]) -> str | None:
    """Return why a document is not a case. YAML itself takes the last of two keys with one name."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    keys, values = [key.value for key, _ in pairs], {key.value: value.value for key, value in pairs}
    if missing := sorted({"case", "says"} - set(keys)):
        return f"a document without '{missing[0]}'"
    if twice := [key for key in keys if keys.count(key) > 1]:
        return f"'{twice[0]}' stands twice: begin each case with a line '---'"
    if unknown := [key for key in keys if key not in SETTINGS and "/" not in key]:
        return f"'{unknown[0]}' is neither the path of a file nor one of {', '.join(sorted(SETTINGS))}"
    return f"there is another case '{values['case']}'" if values["case"] in names else None


def _case(subject: str, location: str, found: dict[str, Any]) -> Case:
    name, says, line = found.pop("case"), found.pop("says"), found.pop("line", None)
    encoding, language = found.pop("encoding", "utf-8"), found.pop("language", "en")
    alone, formulas = found.pop("alone", None), found.pop("formulas", False)
    files = {path: _bytes(path, content, encoding) for path, content in found.items()}
    if line is not None:
        [content] = [content for content in files.values() if content]
        [number] = [n for n, text in enumerate(content.decode().splitlines(), 1) if text.strip().startswith(line)]
        says = says.replace("LINE", str(number))
    return Case(f"{subject}/{name}", location, files, messages(says), language, alone, formulas)


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


CASES = [
    case
    for path in sorted(FOLDER.rglob("*.yml"))
    for case in read(path.relative_to(FOLDER).with_suffix("").as_posix(), path.read_text("utf-8"))
]


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
