"""Tell which style sheets and scripts the HTML of a page needs because of what authors wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

FORMULA_STYLE = "formulas.css"
SCROLLING, COPYING = "scrolling.js", "copying.js"
RIGHT_TO_LEFT = "rtl.css"
"""The style sheet of pages in a language that is read from right to left."""

# Written so that the search begins with a word and not with a boundary, which is five times slower.
_CLASSES = re.compile(r"""class(?<=\bclass)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def wanted_assets(html: str, names: Mapping[str, AbstractSet[str]]) -> Iterator[str]:
    """Yield the names of what a page needs; ``names`` holds what one has that needs a style sheet, by its name."""
    has_code, has_table = "<pre" in html, "<table" in html
    if "<math" in html:
        yield FORMULA_STYLE
    if has_code or has_table:
        yield SCROLLING
    if has_code:
        yield COPYING
    found = {name for match in _CLASSES.findall(html) for name in "".join(match).split()}
    if has_code:
        found.add("pre")
    yield from (style for style, wanting in names.items() if wanting & found)
