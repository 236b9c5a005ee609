"""Exports as an output of the site: what they bring along."""

from __future__ import annotations

from pathlib import Path

from primer.outputs.exports.strings import ExportStrings


class Exports:
    """Quizzes as files for others."""

    strings = (ExportStrings,)
    styles = ()
    scripts = ()
    folder = Path(__file__).parent
    folders = (folder,)
