"""Exports as an output of the site: what they bring along."""

from __future__ import annotations

from pathlib import Path

from primer.kit.strings import Strings
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.strings import ExportStrings


class Exports:
    """Quizzes as files for others."""

    strings: tuple[type[Strings], ...] = (ExportStrings, *(group for format in FORMATS for group in format.strings))
    styles = ()
    scripts = ()
    folder = Path(__file__).parent
    folders = (folder,)
