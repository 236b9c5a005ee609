"""The formats in which quizzes leave the site: one module and one line each, those most wanted first."""

from __future__ import annotations

from primer.outputs.exports.canvas import CLASSIC, NEW
from primer.outputs.exports.formats import Format
from primer.outputs.exports.moodle import MOODLE
from primer.outputs.exports.paper.formats import KEY, WORD, WORKSHEET
from primer.outputs.exports.programs import JSON
from primer.outputs.exports.scorm.formats import SCORM
from primer.outputs.exports.sheet import CSV

FORMATS: tuple[Format, ...] = (
    MOODLE,
    CLASSIC,
    NEW,
    WORKSHEET,
    KEY,
    WORD,
    SCORM,
    CSV,
    JSON,
)
