"""Exports as an output of the site: what they bring along."""

from __future__ import annotations

from inspect import getfile
from pathlib import Path

from primer.kit.strings import Strings
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.strings import ExportStrings

_OWN = tuple(dict.fromkeys(group for format in FORMATS for group in format.strings))
"""The words of single formats, each in the folder of what writes it."""


class Exports:
    """Quizzes as files for others."""

    strings: tuple[type[Strings], ...] = (ExportStrings, *_OWN)
    styles = ()
    scripts = ()
    folder = Path(__file__).parent
    folders = tuple(dict.fromkeys([folder, *(Path(getfile(group)).parent for group in _OWN)]))
