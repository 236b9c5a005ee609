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
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import yaml
from yaml import Node

from primer.core.diagnostics import Location, Report
from primer.core.document import Data, Document, Path, Spot, line_of, spot
from primer.core.yaml_mistakes import explain, without_value

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - a PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

__all__ = ["Document", "Path", "load", "utf8", "with_plain_ends"]

DEEPEST = 32  # no format of ours nests deeper; libyaml's composer overflows the stack on 50,000 brackets
_TAGGED = "put a text that begins with '!' in quotes, or remove the tag"
_RARE = ("*", "&", "---", "...")  # signs of aliases, and of a second document: the composer tells of them too early
_MOST_GONE = 6  # a text with more broken lines is no data file
_TAG = "tag:yaml.org,2002:"
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)?\.[0-9]+")
_CUTS = re.compile(r"[ \t]+(?P<rest>#[^\s#!].*)")
_COMMENT = re.compile(r"[ \t]+#\s")
_UNSEEN = yaml.reader.Reader.NON_PRINTABLE


def load(
    text: str | bytes,
    path: str,
    report: Report,
    *,
    first_line: int = 1,
    indent: int = 0,
    check: Callable[[Document], object] = lambda _: None,
) -> Document | None:
    """Return the document in ``text``, or None after reporting why there is none.

    Where some lines are not YAML, ``check`` gets what the others say, to find in it what else is wrong.

    ``first_line`` is the line of ``path`` on which ``text`` begins and ``indent`` the number of columns
    cut from the front of each line, for YAML that stands inside another file.
    """
    reader = _Reader(path, report, first_line, indent, check=check)
    return reader.read(text)


@dataclass
class _Reader:
    path: str
    report: Report
    first_line: int
    indent: int
    values: dict[Path, Spot] = field(default_factory=dict)
    keys: dict[Path, Spot] = field(default_factory=dict)
    excused: set[Path] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)
    check: Callable[[Document], object] = lambda _: None
    is_stopped: bool = False
    gone: set[int] = field(default_factory=set)
    """The lines, counted from 0, that the rest is read without."""
    starts: list[int] = field(default_factory=list)
    """Where in the text each line begins."""

    def read(self, source: str | bytes) -> Document | None:
        text = source if isinstance(source, str) else utf8(source, self.path, "yaml-not-utf8", self.report)
        if text is None:
            return None
        text = with_plain_ends(text.removeprefix("\ufeff"))
        self.lines = text.removesuffix("\n").split("\n")
        self.starts = list(accumulate((len(line) + 1 for line in self.lines[:-1]), initial=0))
        node = self._composed(text)
        if self.is_stopped:
            return None
        if node is None and self.gone:
            return None
        if node is None:
            self._say("the file has no content" if self.first_line == 1 else "nothing is written here", "yaml-empty")
            return None
        data = self._value(node, ())
        found = Document(
            self.path,
            data,
            self.values,
            self.keys,
            frozenset(self.excused),
            (),
            frozenset(self.first_line + n for n in self.gone),
        )
        if self.gone:
            self.check(found)
            return None
        return found

    def _composed(self, text: str) -> Node | None:
        """Return what a text says, without the lines that keep it from being YAML; these are reported."""
        emptied: set[int] = set()
        try:
            while True:
                try:
                    if self._is_safe(text):
                        return yaml.compose(text, Loader=_Loader)
                    break
                except yaml.MarkedYAMLError as error:
                    line = self._refuse_syntax(error, text)
                    if line in emptied or len(self.gone) == _MOST_GONE:
                        break
                    start, whole = self.starts[line], self.lines[line]
                    rest = " " * len(whole) if line in self.gone else without_value(whole)
                    (emptied if line in self.gone else self.gone).add(line)
                    text = text[:start] + rest + text[start + len(whole) :]
        except yaml.reader.ReaderError as error:
            self._refuse_character(error.position, error.character, text)
        self.is_stopped = True
        return None

    def _is_safe(self, text: str) -> bool:
        """Say no to aliases and deep nesting, from the events alone: nothing is built or expanded yet."""
        if not any(sign in text for sign in _RARE) and sum(map(text.count, "[{-?:")) <= DEEPEST:
            return True  # it has too few of what begins a list or a mapping
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

    def _refuse_syntax(self, error: yaml.MarkedYAMLError, text: str) -> int:
        """Report an error of the parser, unless it may come of one before it; return the line that it is in."""
        mistake = explain(error, text, self.lines, self._where)
        line = mistake.line
        if not any(abs(line - gone) <= 1 for gone in self.gone):
            location = Location(self.path, self.first_line + line, self.indent + mistake.column + 1)
            self._say(mistake.message, "yaml-syntax", location, hint=mistake.hint)
        return line

    def _refuse_character(self, position: int, character: str | int, text: str) -> None:
        number = character if isinstance(character, int) else ord(character)
        before = text[: text.find(chr(number))] if chr(number) in text else text[:position]
        line, column = before.count("\n"), len(before) - before.rfind("\n")
        self._refuse_unseen(number, Location(self.path, self.first_line + line, self.indent + column))

    def _refuse_unseen(self, number: int, location: Location) -> None:
        message = f"the character U+{number:04X} cannot be seen and is not allowed"
        self._say(message, "yaml-character", location, hint="delete it")

    def _value(self, node: Node, path: Path) -> Data:
        location = self._at(node.start_mark)
        self.values[path] = spot(location)
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
            is_bare = node.flow_style and node.tag == f"{_TAG}map"
            if is_bare and value_node.start_mark.index == key_node.end_mark.index and not value_node.value:
                self._refuse_comma(key, inner, location)
            if key in found:
                first = line_of(self.keys[inner])
                if self.gone:
                    continue  # what kept the two apart may be among the lines that are gone
                self._say(
                    f"'{key}' is written twice, here and in line {first}",
                    "yaml-repeated-key",
                    location,
                    hint="keep one of the two",
                )
                continue
            self.keys[inner] = spot(location)
            found[key] = self._value(value_node, inner)
        return found

    def _scalar(self, node: yaml.ScalarNode, path: Path, location: Location) -> Data:
        text: str = node.value
        plain = node.style is None or node.style == ""
        if plain and self._is_cut(node, text, path):
            self.excused.add(path)
        kind = node.tag.removeprefix(_TAG)
        if plain and node.tag == "!":
            self._refuse_tag(node, location)
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

    def _refuse_comma(self, key: str, path: Path, location: Location) -> None:
        """Report what stands between two commas and has no colon: a text that goes on behind its own comma."""
        self.excused.add(path)
        self._say(f"a ',' ends the text before '{key}'", "yaml-comma", location, hint="put the text in quotes")

    def _is_cut(self, node: yaml.ScalarNode, text: str, path: Path) -> bool:
        """Report a '#' that ends a text and was probably meant to stand in it: behind it comes no space."""
        line, column = self._where(node.end_mark)
        found = _CUTS.match(self.lines[line], column)
        if found is None or (node.tag != f"{_TAG}str" and text):
            return False
        location = Location(self.path, self.first_line + line, self.indent + found.start("rest") + 1)
        written = _COMMENT.split(f"{text}{found[0]}".strip())[0]
        quote = "'" if '"' in written else '"'
        hint = f"put the text in quotes: {quote}{written}{quote}; a comment has a space behind the '#'"
        self._say("a '#' behind a space begins a comment, and ends the text", "yaml-comment", location, hint=hint)
        return True

    def _refuse_tag(self, node: Node, location: Location) -> None:
        self._say(f"the tag '{node.tag.replace(_TAG, '!!')}' is not allowed", "yaml-tag", location, hint=_TAGGED)

    def _at(self, mark: Any) -> Location:
        """Return a mark's place in the file."""
        line, column = self._where(mark)
        return Location(self.path, self.first_line + line, self.indent + column + 1)

    def _where(self, mark: Any) -> tuple[int, int]:
        """Return a mark's line and column, by its index: YAML knows ends of lines that editors do not, such as U+2028.

        What is missing at the end is put at the end of the last line, not on the line after it.
        """
        line = bisect_right(self.starts, mark.index) - 1
        return line, min(mark.index - self.starts[line], len(self.lines[line]))

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
