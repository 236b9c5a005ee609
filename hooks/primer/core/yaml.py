"""Load one YAML document as plain, immutable data that remembers where each part stands.

Accepted is the part of YAML that authors need: mappings, sequences, text, whole and decimal numbers,
``true`` and ``false``, dates and nothing (``null``). Aliases are refused (a few lines of them can
expand to gigabytes), as are tags, repeated keys and the words ``yes``, ``no``, ``on`` and ``off`` without
quotes, which YAML 1.1 turns into booleans and YAML 1.2 does not.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import yaml
from yaml import Node

from primer.core.diagnostics import Location, Report

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - a PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Scalar = str | int | float | bool | datetime.date | None
Data = Scalar | tuple["Data", ...] | Mapping[str, "Data"]
Path = tuple[str | int, ...]

DEEPEST = 32  # no format of ours nests deeper; libyaml's composer overflows the stack on 50,000 brackets
_TAG = "tag:yaml.org,2002:"
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)?\.[0-9]+")
_UNSEEN = yaml.reader.Reader.NON_PRINTABLE


@dataclass(frozen=True)
class Document:
    """What a file, or a part of it, says, with the place of each value and of each key."""

    path: str
    data: Data
    values: Mapping[Path, Location]
    keys: Mapping[Path, Location]
    excused: frozenset[Path] = frozenset()
    """Paths whose value was already complained about: no second message about the same place."""
    prefix: Path = ()

    def location_of(self, *path: str | int) -> Location:
        """Return where the value at ``path`` stands, or the nearest part around it that is there."""
        whole = (*self.prefix, *path)
        while whole and whole not in self.values:
            whole = whole[:-1]
        return self.values.get(whole, Location(self.path))

    def key_location_of(self, *path: str | int) -> Location:
        """Return where the key that ends ``path`` stands."""
        return self.keys.get((*self.prefix, *path)) or self.location_of(*path)

    def is_excused(self, *path: str | int) -> bool:
        """Tell whether the value at ``path`` was complained about when it was read."""
        return (*self.prefix, *path) in self.excused

    def part(self, key: str) -> Document:
        """Return the value of a key as a document of its own; where there is none, the document says nothing."""
        data = self.data.get(key) if isinstance(self.data, Mapping) else None
        return Document(self.path, data, self.values, self.keys, self.excused, (*self.prefix, key))

    def items(self) -> tuple[Document, ...]:
        """Return each part of a list as a document of its own; of anything else, nothing."""
        if not isinstance(self.data, tuple):
            return ()
        return tuple(
            Document(self.path, data, self.values, self.keys, self.excused, (*self.prefix, index))
            for index, data in enumerate(self.data)
        )

    @property
    def id(self) -> str | None:
        """The text of the key ``id``, where there is one."""
        id = self.data.get("id") if isinstance(self.data, Mapping) else None
        return id if isinstance(id, str) else None

    def ids(self) -> Iterator[tuple[str, Location]]:
        """Yield the id of each part of a list that has one, with its place."""
        return ((part.id, part.location_of("id")) for part in self.items() if part.id is not None)


def load(text: str | bytes, path: str, report: Report, *, first_line: int = 1, indent: int = 0) -> Document | None:
    """Return the document in ``text``, or None after reporting why there is none.

    ``first_line`` is the line of ``path`` on which ``text`` begins and ``indent`` the number of columns
    cut from the front of each line, for YAML that stands inside another file.
    """
    reader = _Reader(path, report, first_line, indent)
    return reader.read(text)


@dataclass
class _Reader:
    path: str
    report: Report
    first_line: int
    indent: int
    values: dict[Path, Location] = field(default_factory=dict)
    keys: dict[Path, Location] = field(default_factory=dict)
    excused: set[Path] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where in the text each line begins."""

    def read(self, source: str | bytes) -> Document | None:
        text = source if isinstance(source, str) else utf8(source, self.path, "yaml-not-utf8", self.report)
        if text is None:
            return None
        text = with_plain_ends(text.removeprefix("\ufeff"))
        self.lines = text.removesuffix("\n").split("\n")
        self.starts = list(accumulate((len(line) + 1 for line in self.lines[:-1]), initial=0))
        try:
            if not self._is_safe(text):
                return None
            node = yaml.compose(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            self._refuse_syntax(error)
            return None
        except yaml.reader.ReaderError as error:
            self._refuse_character(error.position, error.character, text)
            return None
        if node is None:
            self._say("the file has no content" if self.first_line == 1 else "nothing is written here", "yaml-empty")
            return None
        data = self._value(node, ())
        return Document(self.path, data, self.values, self.keys, frozenset(self.excused))

    def _is_safe(self, text: str) -> bool:
        """Say no to aliases and deep nesting, from the events alone: nothing is built or expanded yet."""
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.AliasEvent):
                self._say(
                    "an alias (*) stands for text written elsewhere",
                    "yaml-alias",
                    self._at(event.start_mark),
                    hint="write the value out",
                )
                return False
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                self._say(
                    f"lists and mappings are nested more than {DEEPEST} deep",
                    "yaml-too-deep",
                    self._at(event.start_mark),
                )
                return False
        return True

    def _refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        location = self._at(mark) if mark else Location(self.path, self.first_line)
        line = self.lines[location.line - self.first_line]
        problem, hint = error.problem or "this is not YAML", None
        if "\t" in line[: len(line) - len(line.lstrip())]:
            problem, hint = "a tab stands where YAML takes spaces", "indent with spaces"
        elif "mapping values are not allowed" in problem and ":" in line[: location.column - self.indent - 1]:
            problem, hint = "a second ':' stands in this line", "put the text in quotes"
        elif "mapping values are not allowed" in problem:
            problem, hint = "a ':' cannot stand here", "indent this line like the one that it follows"
        elif "cannot start any token" in problem:
            problem, hint = "this character cannot begin a value", "put the text in quotes"
        elif "found another document" in problem:
            problem, hint = "a second document begins here", "remove the '---'"
        elif "end of stream" in problem:
            problem, hint = "the text in quotes never ends", "close the quotes"
        elif "undefined alias" in problem:
            problem, hint = "an alias (*) stands for text written elsewhere", "write the value out"
        elif "did not find expected" in problem:
            problem = f"YAML expected {problem.removeprefix('did not find expected ')} here"
            hint = "check brackets, quotes and indentation from here upwards"
        self._say(problem, "yaml-syntax", location, hint=hint)

    def _refuse_character(self, position: int, character: str | int, text: str) -> None:
        number = character if isinstance(character, int) else ord(character)
        before = text[: text.find(chr(number))] if chr(number) in text else text[:position]
        line, column = before.count("\n"), len(before) - before.rfind("\n")
        self._refuse_unseen(number, Location(self.path, self.first_line + line, self.indent + column))

    def _refuse_unseen(self, number: int, location: Location) -> None:
        message = f"the character U+{number:04X} cannot be seen and is not allowed"
        self._say(message, "yaml-character", location, hint="delete it")

    def _value(self, node: Node, path: Path) -> Data:
        self.values[path] = location = self._at(node.start_mark)
        if not isinstance(node, yaml.ScalarNode) and node.tag not in (f"{_TAG}map", f"{_TAG}seq"):
            self._refuse_tag(node, location)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self._value(item, (*path, index)) for index, item in enumerate(node.value))
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101 - YAML has three kinds of node
        if unseen := _UNSEEN.search(node.value):  # written as an escape, "\x02"; Python-Markdown keeps some for itself
            self.excused.add(path)
            self._refuse_unseen(ord(unseen[0]), location)
            return _UNSEEN.sub("", node.value)
        return self._scalar(node, path, location)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> Data:
        found: dict[str, Data] = {}
        for key_node, value_node in node.value:
            location = self._at(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self._say("a key is a word, not a list or a mapping", "yaml-key", location)
                continue
            key = str(key_node.value)
            inner = (*path, key)
            if key in found:
                first = self.keys[inner]
                self._say(
                    f"'{key}' is written twice, here and in line {first.line}",
                    "yaml-repeated-key",
                    location,
                    hint="keep one of the two",
                )
                continue
            self.keys[inner] = location
            found[key] = self._value(value_node, inner)
        return found

    def _scalar(self, node: yaml.ScalarNode, path: Path, location: Location) -> Data:
        text: str = node.value
        plain = node.style is None or node.style == ""
        kind = node.tag.removeprefix(_TAG)
        if node.tag == "!" or kind == "str" or (not plain and kind == "value"):
            return text
        if kind == "null":
            return None
        if kind == "bool":
            if text.lower() in ("true", "false"):
                return text.lower() == "true"
            self.excused.add(path)
            self._say(
                f"{text} without quotes means true or false to YAML",
                "yaml-yes-no",
                location,
                hint=f"write true or false, or '{text}' in quotes for the word",
            )
            return text
        if kind in ("int", "float", "timestamp", "merge", "value"):
            return _number_or_date(text) if plain else text
        self._refuse_tag(node, location)
        self.excused.add(path)
        return text

    def _refuse_tag(self, node: Node, location: Location) -> None:
        self._say(f"the tag '{node.tag.replace(_TAG, '!!')}' is not allowed", "yaml-tag", location, hint="remove it")

    def _at(self, mark: Any) -> Location:
        """Return a mark's place, by its index: YAML knows ends of lines that editors do not, such as U+2028.

        What is missing at the end is put at the end of the last line, not on the line after it.
        """
        line = bisect_right(self.starts, mark.index) - 1
        column = min(mark.index - self.starts[line], len(self.lines[line]))
        return Location(self.path, self.first_line + line, self.indent + column + 1)

    def _say(self, message: str, code: str, location: Location | None = None, *, hint: str | None = None) -> None:
        self.report.add(location or Location(self.path, self.first_line), message, code, hint)


def utf8(raw: bytes, path: str, code: str, report: Report) -> str | None:
    """Return the text of a file, or None after reporting the first byte that is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = with_plain_ends(raw[: error.start].decode("utf-8-sig", "replace"))
        location = Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        report.add(location, f"byte 0x{raw[error.start]:02x} is not UTF-8", code, "save the file as UTF-8")
        return None


def with_plain_ends(text: str) -> str:
    """Return ``text`` with its lines ended as they are on Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _number_or_date(text: str) -> Data:
    """Return the value by the YAML 1.2 core schema; what is octal or base 60 to YAML 1.1 stays text."""
    if _WHOLE.fullmatch(text):
        return int(text) if len(text) < 100 else text  # Python itself refuses to read some thousands of digits
    if _DECIMAL.fullmatch(text):
        return float(text)
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text
