"""Exports as an output of the site: what they bring along."""

from __future__ import annotations

from collections.abc import Sequence
from inspect import getfile
from pathlib import Path

from primer.kit.feature import Feature
from primer.kit.strings import Strings
from primer.outputs.exports.downloads.feature import Downloads
from primer.outputs.exports.downloads.strings import DownloadStrings
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.strings import ExportStrings

_OWN: tuple[type[Strings], ...] = (
    DownloadStrings,
    *dict.fromkeys(group for format in FORMATS for group in format.strings),
)
"""The words of pages and of single formats, each in the folder of what writes it."""


class Exports:
    """Quizzes as files for others."""

    strings: tuple[type[Strings], ...] = (ExportStrings, *_OWN)
    styles = ()
    scripts = ()
    folder = Path(__file__).parent
    folders = tuple(dict.fromkeys([folder, *(Path(getfile(group)).parent for group in _OWN)]))

    def features(self, features: Sequence[Feature]) -> Sequence[Feature]:
        """Return the panel below quizzes, with the table of all downloads."""
        return (Downloads(features),)
