"""Read the index of the search as it is published, with nothing of what writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def published(folder: Path) -> dict[str, Any]:
    """Return each file of the search by its path below the folder of a site."""
    return {
        path.relative_to(folder).as_posix(): json.loads(path.read_text("utf-8"))
        for path in sorted((folder / "search").rglob("*.json"))
    }


def read_postings(text: str) -> list[int]:
    """Return the numbers of the lines in which a word stands."""
    found: list[int] = []
    last, step, shift = -1, 0, 0
    for digit in map(LETTERS.index, text):
        step |= (digit % 32) << shift
        shift += 5
        if digit < 32:
            last += step + 1
            found.append(last)
            step = shift = 0
    return found


def read_lexicon(text: str) -> list[list[str]]:
    """Return the words that belong together."""
    before, groups = "", []
    for group in filter(None, text.split(" ")):
        forms = []
        for form in group.split(","):
            before = before[: int(form[0], 36)] + form[1:]
            forms.append(before)
        groups.append(forms)
    return groups


def searched_lines(files: Mapping[str, Any]) -> dict[str, list[set[str]]]:
    """Return the words of each line of each passage, by its address: of each word, the first of its forms."""
    head = files["search/index.json"]
    folder = f"search/{head['folder']}"
    pieces = [files[f"{folder}/words-{number}.json"] for number in range(len(head["pieces"]))]
    postings = [read_postings(text) for piece in pieces for text in piece]
    words: dict[int, set[str]] = {}
    for group, lines in zip(read_lexicon(head["lexicon"]), postings, strict=True):
        for line in lines:
            words.setdefault(line, set()).add(group[0])
    found: dict[str, list[set[str]]] = {}
    line = 0
    for number, (page, sections) in enumerate(zip(head["pages"], head["lines"].split("!")[:-1], strict=True)):
        shown = [one for part in _parts(files, f"{folder}/page-{number}") for one in part["sections"]]
        for (anchor, _, _), letters in zip(shown, sections.split(" ")[:-1], strict=True):
            address = f"/{page}#{anchor}" if anchor else f"/{page}"
            found[address] = [words.get(line + at, set()) for at in range(len(letters))]
            line += len(letters)
    return found


def _parts(files: Mapping[str, Any], name: str) -> Iterator[Any]:
    """Yield the files of a page in their order."""
    part = 0
    while found := files.get(f"{name}-{part}.json"):
        yield found
        part += 1
