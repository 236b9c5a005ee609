"""What is published of our style sheets means to a browser what their source means."""

from __future__ import annotations

from pathlib import Path

import pytest
from primer.assets import published_assets

from tests.browser.conftest import Visit
from tests.building import ROOT

# A browser keeps the spaces in the value of a custom property as they are written; they mean nothing there.
READ = """
([source, published]) => [source, published].map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, " ").replace(/, /g, ","));
})
"""


@pytest.mark.parametrize("sheet", sorted((ROOT / "overrides/assets").glob("*.css")), ids=lambda path: path.name)
def test_a_browser_reads_the_same_rules_in_a_style_sheet_as_in_its_source(visit: Visit, sheet: Path):
    published = published_assets(sheet.parent)[f"assets/{sheet.name}"].content.decode()
    source, minified = visit("/").evaluate(READ, [sheet.read_text("utf-8"), published])

    assert len(published) < sheet.stat().st_size
    assert minified == source != []
