"""What a page loads because of what authors wrote on it."""

from __future__ import annotations

import pytest
from primer.site.wanted import wanted_assets

NAMES = {"site.css": frozenset[str](), "code.css": frozenset({"pre", "highlight"}), "written.css": frozenset({"grid"})}


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>No grid, no highlight.</p>", set()),
        ("<p class='plain'>Class: grid</p>", set()),
        ("<table><tr><td>1</td></tr></table>", {"scrolling.js"}),
        ("<pre><code>x</code></pre>", {"scrolling.js", "copying.js", "code.css"}),
        ('<div class="language-text highlight">x</div>', {"code.css"}),
        ('<ul class="grid cards">', {"written.css"}),
        ("<ul class='grid'>", {"written.css"}),
        ("<ul id=one class = grid>", {"written.css"}),
        ('<math display="block">', {"formulas.css"}),
    ],
)
def test_a_page_loads_what_its_html_needs(html: str, wanted: set[str]):
    assert set(wanted_assets(html, NAMES)) == wanted
