"""The formats in which quizzes leave the site: one module and one line each, those most wanted first."""

from __future__ import annotations

from primer.outputs.exports.anki import ANKI
from primer.outputs.exports.blackboard import BLACKBOARD
from primer.outputs.exports.brightspace import BRIGHTSPACE
from primer.outputs.exports.canvas import CLASSIC, NEW
from primer.outputs.exports.cartridge import CARTRIDGE
from primer.outputs.exports.formats import Format
from primer.outputs.exports.gift import GIFT
from primer.outputs.exports.moodle import MOODLE
from primer.outputs.exports.paper.formats import KEY, WORD, WORKSHEET
from primer.outputs.exports.programs import JSON
from primer.outputs.exports.scorm.formats import SCORM
from primer.outputs.exports.sheet import CSV
from primer.outputs.exports.wayground import WAYGROUND

FORMATS: tuple[Format, ...] = (
    MOODLE,
    CLASSIC,
    NEW,
    WORKSHEET,
    KEY,
    WORD,
    CARTRIDGE,
    BRIGHTSPACE,
    BLACKBOARD,
    SCORM,
    ANKI,
    GIFT,
    WAYGROUND,
    CSV,
    JSON,
)
