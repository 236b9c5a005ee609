"""The format of learning platforms: our own page, so all of every type."""

from __future__ import annotations

from primer.outputs.exports.formats import Format, Platform
from primer.outputs.exports.paper.formats import EVERYTHING
from primer.outputs.exports.scorm.package import FILE, package
from primer.outputs.exports.scorm.strings import ScormStrings

SCORM = Format(
    id="scorm",
    platform=Platform.ANY_LMS,
    files=(FILE,),
    writes=EVERYTHING,
    export=package,
    reads_page=True,
    strings=(ScormStrings,),
)
