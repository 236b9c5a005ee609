"""Make mistakes in data files and front matter, one at a time, as authors make them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_FIELD = re.compile(r"(?P<margin> *)(?P<dash>(?:- +)*)(?P<name>[\w-]+):(?P<space> +)?(?P<value>.*)$")
_ITEM = re.compile(r"(?P<margin> *)- (?P<value>[^\s{\[].*)$")


class Mutant(NamedTuple):
    """A file with one mistake, in ``line`` to ``last``, counted from 1. What it stands in begins at ``around``."""

    kind: str
    line: int
    last: int
    around: int
    text: str


def mutants(text: str) -> Iterator[Mutant]:
    """Yield the file with each mistake at each of its lines."""
    lines = text.rstrip("\n").split("\n")
    for number, line in enumerate(lines):
        around = _around(lines, number)
        for kind, changed in _mistakes(lines, number):
            new = [*lines[:number], *changed, *lines[number + (2 if kind == "swapped" else 1) :]]
            if new != lines and line.strip() and not line.lstrip().startswith("#"):
                last = number + 1 + (kind in ("swapped", "doubled"))
                yield Mutant(kind, number + 1, last, around + 1, "\n".join(new) + "\n")


def _around(lines: list[str], number: int) -> int:
    """Return the first line of the mapping in which a line stands."""
    margin = _depth(lines[number])
    at = number
    while at > 0 and not (_depth(lines[at]) == margin and lines[at].lstrip().startswith("- ")):
        if lines[at - 1].strip() and _depth(lines[at - 1]) < margin:
            break
        at -= 1
        if _depth(lines[at]) == margin and lines[at].lstrip().startswith("- "):
            break
    return at


def _depth(line: str) -> int:
    """Return how far the name in a line stands from the margin; a dash is a part of the way."""
    found = re.match(r" *(?:- +)*", line)
    return len(found[0]) if found else 0


def _mistakes(lines: list[str], number: int) -> Iterator[tuple[str, list[str]]]:
    line = lines[number]
    yield "deleted", []
    yield "doubled", [line, line]
    if number + 1 < len(lines):
        yield "swapped", [lines[number + 1], line]
    yield "indented by one", [f" {line}"]
    yield "indented by two", [f"  {line}"]
    yield "indented by a tab", [f"\t{line}"]
    if line.startswith(" "):
        yield "indented by one less", [line[1:]]
    if found := _FIELD.match(line):
        head = f"{found['margin']}{found['dash']}"
        name, value = found["name"], found["value"]
        yield "name misspelt", [f"{head}{name[1:] or 'x'}{name[:1]}:{found['space'] or ''}{value}"]
        yield "name in capitals", [f"{head}{name.upper()}:{found['space'] or ''}{value}"]
        yield "colon missing", [f"{head}{name} {value}"]
        if value:
            yield "space missing", [f"{head}{name}:{value}"]
            for kind, change in _VALUES.items():
                yield kind, [f"{head}{name}: {change(value)}"]
    elif found := _ITEM.match(line):
        for kind, change in _VALUES.items():
            yield kind, [f"{found['margin']}- {change(found['value'])}"]


def _bare(value: str) -> str:
    return value.strip().strip("\"'")


_VALUES: dict[str, Callable[[str], str]] = {
    "value misspelt": lambda value: value[1:] + value[:1] if value[:1].isalpha() else f"x{value}",
    "quote opened": lambda value: f'"{_bare(value)}',
    "single quote opened": lambda value: f"'{_bare(value)}",
    "quote closed": lambda value: f'{_bare(value)}"' if value[:1] not in "\"'" else value[1:],
    "first word in quotes": lambda value: '"{}" {}'.format(*[*_bare(value).split(" ", 1), "more"][:2]),
    "apostrophe in single quotes": lambda value: f"'It's {_bare(value)}'",
    "a second colon": lambda value: f"So: {_bare(value)}",
    "begins with a star": lambda value: f"**{_bare(value)}**",
    "begins with an at sign": lambda value: f"@{_bare(value)}",
    "begins with a bracket": lambda value: f"[{_bare(value)}] more",
    "begins with a greater-than sign": lambda value: f"> {_bare(value)}",
    "begins with a dash": lambda value: f"- {_bare(value)}",
    "begins with an exclamation mark": lambda value: f"!{_bare(value)}",
    "cut by a hash": lambda value: f"Rule #1 {_bare(value)}",
    "bracket opened": lambda value: f"[{value}",
    "brace opened": lambda value: f"{{{value}",
    "a number": lambda value: "5" if value != "5" else "x",
    "true": lambda value: "true" if value != "true" else "x",
    "yes": lambda _: "yes",
    "nothing": lambda _: "null",
    "a list": lambda value: f'["{_bare(value)}"]',
    "a mapping": lambda _: "{x: 1}",
    "no such day": lambda _: "2026-11-31",
    "a day in another form": lambda _: "22.11.2026",
}
