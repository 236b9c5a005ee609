"""The formats in which the site leaves itself: one module and one line each."""

from __future__ import annotations

from primer.outputs.exports.output import Exports
from primer.outputs.frames import Frames
from primer.site.place import Output

OUTPUTS: tuple[Output, ...] = (Frames(), Exports())
