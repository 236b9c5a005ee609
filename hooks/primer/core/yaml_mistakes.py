"""Say in an author's words why a text is not YAML, and in which line the mistake was made."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - a PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_WITHOUT_COLON = re.compile(r"[ ]*(?:- +)*(?P<name>\w[\w-]*)(?::(?=\S)| +)(?P<value>[^:\s#].*)?$")
_ONLY_A_NAME = re.compile(r"[ ]*(?:- +)*(?P<name>\w[\w-]*)$")
_BEGINNING = re.compile(r"(?P<dashes>[ ]*(?:- +)*)(?P<name>[a-zA-Z][\w-]+(?=[: ]|$))?")
_NAME_AND_VALUE = re.compile(r"(?P<before>[ ]*(?:- +)*(?:[\w-]+: +|- +)?)(?P<value>\S.*)$")


Mark = Any  # libyaml has its own, and PyYAML another
Place = Callable[[Mark], tuple[int, int]]
"""Returns the line and column of a mark, both counted from 0."""


class Mistake(NamedTuple):
    """What is wrong, and where: ``line`` counts from 0, and ``column`` too."""

    line: int
    column: int
    message: str
    hint: str | None


def explain(error: yaml.MarkedYAMLError, text: str, lines: list[str], place: Place) -> Mistake:  # noqa: PLR0911 - a case each
    """Return the mistake behind an error of the parser in ``text``.

    ``place`` returns the line and column of a mark, which knows ends of lines that editors do not.
    """
    problem, around = error.problem or "", error.context or ""
    line, column = place(error.problem_mark or error.context_mark)
    began = place(error.context_mark) if error.context_mark else (line, column)
    if "\t" in _margin(lines[line]):
        return Mistake(line, column, "a tab stands where YAML takes spaces", "indent with spaces")
    if "could not find expected ':'" in problem:
        return _no_colon(began[0], lines)
    if "quoted scalar" in around and ("end of stream" in problem or "document indicator" in problem):
        return Mistake(*began, "the text in quotes never ends", "close the quotes")
    if "escape" in problem or "hexdecimal" in problem:
        return Mistake(
            line, column, "a '\\' in double quotes does not stand for itself", "write \\\\, or single quotes"
        )
    if ("found another document" in problem or "document start" in problem) and not lines[line].startswith("---"):
        first = next(number for number, written in enumerate(lines) if written.strip() and written.strip()[0] != "#")
        return Mistake(first, 0, "the text begins with an indented line, and what follows is not", "indent them alike")
    if "found another document" in problem or "document start" in problem:
        return Mistake(line, column, "a second document begins here", "remove the '---'")
    if "undefined alias" in problem:
        return Mistake(line, column, "an alias (*) stands for text written elsewhere", "write the value out")
    if "flow" in around:
        return _open_bracket(began, lines)
    if "scanning" in around or "not allowed in this context" in problem:
        return _bad_beginning(problem, began if "scanning" in around else (line, column), lines)
    return _misplaced(line, column, text, lines, place)


def without_value(line: str) -> str:
    """Return a line that is not YAML without what follows its name, as long as before, so that the rest can be read."""
    found = _BEGINNING.match(line)
    if found is None or "\t" in _margin(line):
        return " " * len(line)
    kept = found["dashes"]
    if name := found["name"]:
        kept += f"{name if len(kept + name) < len(line) else name[:-1]}:"
    return kept.ljust(len(line))[: len(line)]


def _no_colon(line: int, lines: list[str]) -> Mistake:
    column = len(_margin(lines[line]))
    found = _WITHOUT_COLON.match(lines[line]) or _ONLY_A_NAME.match(lines[line])
    if found is None:
        return Mistake(line, column, "this line has no name with a colon and a space", "write 'name: value'")
    value = found.groupdict().get("value") or "…"
    return Mistake(line, column, "a colon and a space are missing", f"write '{found['name']}: {value}'")


def _open_bracket(began: tuple[int, int], lines: list[str]) -> Mistake:
    line, column = began
    while lines[line][column : column + 1] not in (
        "[",
        "{",
    ):  # nothing stands in it: libyaml has not said where it began
        column = max(lines[line].rfind(sign, 0, column) for sign in "[{") if column > 0 else -1
        if column < 0 and line == 0:
            return Mistake(
                began[0], began[1], "a bracket is not closed, or a text in it needs quotes", "close the bracket"
            )
        if column < 0:
            line, column = line - 1, len(lines[line - 1])
    sign = lines[line][column]
    message = f"the '{sign}' that begins here is not closed, or a text in it needs quotes"
    end = {"{": "}", "[": "]"}[sign]
    return Mistake(line, column, message, f"close it with '{end}', or put texts with signs into quotes")


def _bad_beginning(problem: str, at: tuple[int, int], lines: list[str]) -> Mistake:
    """Explain a value that begins with a sign of YAML, and a colon or a line where none belongs."""
    line, column = at
    written = lines[line]
    if "mapping values" in problem:
        if re.search(r":\s", written[:column]):
            return Mistake(line, column, "a second ':' stands in this line", _quoted(written))
        above = _line_above(line, lines)
        if above is not None and _is_without_colon(lines[above]) and _margin(lines[above]) == _margin(written):
            return _no_colon(above, lines)
        message = "this line is indented further than the one that it follows"
        return Mistake(line, column, message, "indent this line like the one that it follows")
    sign = "- " if "sequence entries" in problem else written[column : column + 1]
    return Mistake(line, column, f"a text without quotes cannot begin with '{sign}'", _quoted(written))


def _misplaced(line: int, column: int, text: str, lines: list[str], place: Place) -> Mistake:  # noqa: PLR0911 - the same
    """Explain something that stands where neither a name nor a '- ' can."""
    last = _last_event(text)
    if last is not None and last.start_mark is not None and last.end_mark is not None:
        start, end = place(last.start_mark), place(last.end_mark)
        is_quoted = isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"')
        if is_quoted and start[0] < end[0]:
            message = "the text in quotes that begins here does not end in this line"
            return Mistake(start[0], start[1], message, "close the quotes")
        if is_quoted and end[0] == line:
            return Mistake(start[0], start[1], "text goes on behind the quotes", _quoted(lines[line]))
        if end[0] == line and start < end and isinstance(last, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            return Mistake(line, column, "text goes on behind the bracket", _quoted(lines[line]))
    above = _line_above(line, lines)
    if above is not None and _is_without_colon(lines[above]):
        return _no_colon(above, lines)
    written, margin = lines[line], len(_margin(lines[line]))
    if above is not None and margin != len(_margin(lines[above])):
        message = f"this line is indented by {margin}, and what it could belong to is not"
        return Mistake(line, column, message, "indent it like the lines that it belongs to")
    if written.lstrip().startswith("- "):
        return Mistake(
            line, column, "a '- ' stands where a name and a colon belong", "remove the '- ', or indent the list"
        )
    return Mistake(line, column, "this line belongs to a list, and has no '- '", "begin it with '- ', or indent it")


def _last_event(text: str) -> yaml.Event | None:
    """Return the last thing that the parser reads before it stops."""
    last = None
    try:
        for event in yaml.parse(text, Loader=_Loader):
            last = event
    except yaml.YAMLError:
        pass
    return last


def _quoted(line: str) -> str:
    """Return how the line of a text should be, in quotes."""
    found = _NAME_AND_VALUE.match(line)
    if found is None:
        return "put the text in quotes"
    value = found["value"].rstrip()
    if value[:1] in "'\"" and (end := value.rfind(value[0])) > 0:
        inner = value[1:] if end == len(value) - 1 and value.count(value[0]) > 2 else value
        value = inner[:-1] if inner != value else value
    for quote in ('"', "'"):
        if quote not in value and not (quote == '"' and "\\" in value):
            return f"put the text in quotes: {found['before'].strip()} {quote}{value}{quote}".replace(":  ", ": ")
    doubled = value.replace("'", "''")
    return f"put the text in quotes: {found['before'].strip()} '{doubled}'"


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _is_without_colon(line: str) -> bool:
    if line.lstrip().startswith("- "):
        return False  # an item that is a text
    return bool(_WITHOUT_COLON.match(line) or _ONLY_A_NAME.match(line)) and not re.search(r":(\s|$)", line)


def _line_above(line: int, lines: list[str]) -> int | None:
    """Return the line before this one that says something."""
    above = (number for number in range(line - 1, -1, -1) if lines[number].strip() and lines[number].strip()[0] != "#")
    return next(above, None)
