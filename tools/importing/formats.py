"""Find out in which format a file is, and read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

import yaml
from primer.core.diagnostics import Location, Report
from primer.core.yaml import utf8, with_plain_ends

from tools.importing import aiken, gift, moodle, sheet, table
from tools.importing.items import ReadQuiz
from tools.importing.rows import heads

NAMES = {".xml": "Moodle XML", ".csv": "CSV", ".txt": "GIFT or Aiken", ".gift": "GIFT"}
_UNSEEN = yaml.reader.Reader.NON_PRINTABLE
_DECLARED = re.compile(rb"<\?xml[^>]*encoding=[\"'](?!utf-?8[\"'])", re.IGNORECASE)
_ANSWER = re.compile(r"^\s*ANSWER:", re.MULTILINE)
_BRACE = re.compile(r"(?<!\\)[{}]")


def read(data: bytes, path: str, report: Report) -> ReadQuiz:
    """Return the quiz in a file, after reporting what is wrong in it."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in NAMES:
        known = ", ".join(f"{ending} ({name})" for ending, name in NAMES.items())
        fact = f"the ending '{suffix}' belongs to no format that can be read"
        report.add(Location(path), fact, "import-format", f"one of: {known}")
        return ReadQuiz()
    if suffix == ".xml" and _DECLARED.match(data):
        return moodle.read(data, path, report)
    text = utf8(data, path, "import-not-utf8", report)
    if text is None:
        return ReadQuiz()
    text = with_plain_ends(text.removeprefix("\ufeff"))
    if suffix == ".xml":
        return moodle.read(data, path, report)
    if unseen := _UNSEEN.search(text):
        before = text[: unseen.start()]
        at = Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        fact = f"the character U+{ord(unseen[0]):04X} cannot be seen and is not allowed"
        report.add(at, fact, "import-character", "delete it")
        return ReadQuiz()
    return _reader(suffix, text)(text, path, report)


def _reader(suffix: str, text: str) -> Callable[[str, str, Report], ReadQuiz]:
    if suffix == ".csv":
        return sheet.read if {*sheet.KNOWN_BY} <= {*heads(text)} else table.read
    is_aiken = suffix == ".txt" and _ANSWER.search(text) and not _BRACE.search(text)
    looks_like_aiken = suffix == ".txt" and not _BRACE.search(text) and re.search(r"^A[.)]\s", text, re.MULTILINE)
    return aiken.read if is_aiken or looks_like_aiken else gift.read
